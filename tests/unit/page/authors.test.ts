import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { linkedAuthors, namesIn } from '../../../page/article/authors';
import { metadataIn, readMetadata } from '../../../page/article/metadata';

describe('the names in a byline', () => {
  test.each([
    ['First Author', ['First Author']],
    ['  By\nFirst   Author ', ['First Author']],
    ['BY FIRST AUTHOR', ['FIRST AUTHOR']],
    ['Written by: First Author', ['First Author']],
    ['Byline Author', ['Byline Author']],
    ['First Author and Second Author', ['First Author', 'Second Author']],
    [
      'By First Author, Second Author, and Third-Name Author',
      ['First Author', 'Second Author', 'Third-Name Author'],
    ],
    [
      'First Author; Second Author | Third-Name Author',
      ['First Author', 'Second Author', 'Third-Name Author'],
    ],
    ['First Author, staff reporter', ['First Author']],
    ['First Author, Reuters', ['First Author']],
    ['First Author (first@herald.example)', ['First Author']],
    ['First Author @firstwrites', ['First Author']],
    ['<First Author> -', ['First Author']],
    ['First Author https://herald.example/first', ['First Author']],
    ['Editorial Board', ['Editorial Board']],
    ['Ministry of Trade and Industry', ['Ministry of Trade and Industry']],
    ['Author, First', ['Author, First']],
    ['AFP/Reuters', ['AFP/Reuters']],
    ['저자', ['저자']],
    ['First Author, first author', ['First Author']],
    ['https://www.facebook.com/first.author', []],
    ['www.herald.example', []],
    ['/authors/first-author', []],
    ['herald.example/first', []],
    ['@firstwrites', []],
    ['first@herald.example', []],
    ['admin', []],
    ['By', []],
    ['2026', []],
    ['', []],
    ['x'.repeat(101), []],
  ])('%j', (said, names) => expect(namesIn(said)).toEqual(names));

  test('are no more than a list one would print', () => {
    const many = Array.from(
      { length: 500 },
      (_, i) => `First Author${String.fromCharCode(97 + (i % 26))}${'x'.repeat(i % 50)}`,
    );
    expect(namesIn(many.join(', '))).toHaveLength(20);
  });
});

test('JSON-LD names them as a text, an object or a list; anything else names nobody', () => {
  const person = { '@type': 'Person', name: 'First Author', url: 'https://herald.example/first' };
  expect(linkedAuthors('By First Author')).toEqual(['First Author']);
  expect(linkedAuthors(person)).toEqual(['First Author']);
  expect(linkedAuthors([person, 'Second Author', { name: ['Third-Name Author'] }])).toEqual([
    'First Author',
    'Second Author',
    'Third-Name Author',
  ]);
  for (const odd of [
    undefined,
    null,
    7,
    {},
    { name: 7 },
    { name: { name: 'x y' } },
    [[['x y']]],
    { '@id': '#first' },
  ])
    expect(linkedAuthors(odd)).toEqual([]);
});

test('JSON-LD may write letters of a name as references', () => {
  const names = ['Herald&#039;s Asia desk', 'Second O&rsquo;Author and Ren&#xe9; Third'];
  expect(linkedAuthors({ name: names[0] })).toEqual(["Herald's Asia desk"]);
  expect(linkedAuthors(names[1])).toEqual(['Second O’Author', 'René Third']);
});

describe('the authors of a page', () => {
  const read = (head: string, body = '', former?: ReturnType<typeof readMetadata>) =>
    readMetadata(
      new JSDOM(`<html><head>${head}</head><body>${body}</body></html>`, { url: 'https://herald.example/a' })
        .window.document,
      former,
    ).authors;
  const linked = (author: unknown) =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', author })}</script>`;
  const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;

  test('stand in JSON-LD, in meta elements, or in the byline, the surest first', () => {
    const body =
      '<p class="byline">By <a rel="author">Third Author</a> and <a rel="author">Fourth Author</a></p>';
    expect(read(linked({ name: 'First Author' }) + meta('author', 'Second Author'), body)).toEqual([
      'First Author',
    ]);
    expect(read(meta('author', 'Second Author'), body)).toEqual(['Second Author']);
    expect(read('', body)).toEqual(['Third Author', 'Fourth Author']);
    expect(read('', '<p class="byline">By Third Author</p>')).toEqual(['Third Author']);
    expect(read('', '<p class="byline">By Third Author, Nov. 3, 2026</p>')).toEqual([]);
    expect(read('', '<span itemprop="author"><b itemprop="name">Third Author</b> of Seoul</span>')).toEqual([
      'Third Author',
    ]);
    expect(read('', '<p>By nobody we know</p>')).toEqual([]);
    for (const role of ['By a staff writer', 'Staff Reporter', 'By our correspondent in Seoul'])
      expect(read('', `<p class="byline">${role}</p>`)).toEqual([]);
    expect(read('', '<p class="byline">By The Editors</p>')).toEqual(['The Editors']);
  });

  test('are names: where a meta element has a profile’s address the next one is asked', () => {
    const profile = meta('article:author', 'https://www.facebook.com/herald');
    expect(read(profile)).toEqual([]);
    expect(read(profile + meta('parsely-author', 'First Author'))).toEqual(['First Author']);
    expect(read(meta('article:author', 'First Author') + meta('article:author', 'Second Author'))).toEqual([
      'First Author',
      'Second Author',
    ]);
  });

  test('are not the outlet once more', () => {
    expect(read(meta('og:site_name', 'The Herald') + meta('author', 'the herald'))).toEqual([]);
    expect(
      read(meta('og:site_name', 'The Herald') + linked([{ name: 'The Herald' }, { name: 'First Author' }])),
    ).toEqual(['First Author']);
  });

  test('of an article before are not believed of the next in the same document', () => {
    const { document } = new JSDOM(
      `<head>${meta('author', 'First Author')}</head><p class="byline">Second Author</p>`,
    ).window;
    expect(readMetadata(document, { ...readMetadata(document), authors: ['First Author'] }).authors).toEqual([
      'Second Author',
    ]);
  });

  test('of one of several articles stand in it; the head’s are those of the one it is about', () => {
    const { document } = new JSDOM(
      `<head>${meta('author', 'First Author')}<link rel="canonical" href="https://herald.example/a"><title>Seoul weighs its words</title></head>
      <article><h2>Seoul weighs its words</h2></article>
      <article><h2>Beijing answers with a shrug</h2></article>
      <article><h2>Tokyo looks on for now</h2><p class="byline">By Second Author</p></article>
      <article><h2>Delhi does as it pleases</h2><p class="byline">By herald.example</p></article>`,
      { url: 'https://herald.example/a' },
    ).window;
    const head = readMetadata(document);
    const authors = [...document.querySelectorAll('article')].map((one) => metadataIn(one, head).authors);
    expect(authors).toEqual([['First Author'], [], ['Second Author'], []]);
  });
});
