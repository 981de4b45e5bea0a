/** What is an article of its own in a page, and what a part of one. */
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { articleElements } from '../../../page/article/scope';

const TEXT = `<p>${'China warned South Korea, and the United States looked on for a while. '.repeat(9)}</p>`;
const part = (n: number, attributes = '', headline = `Part ${n} of what Seoul decides`) =>
  `<section id="s${n}" ${attributes}><h1>${headline}</h1>${TEXT}</section>`;
const pageOf = (...parts: string[]) =>
  new JSDOM(`<body><main>${parts.join('')}</main></body>`, { url: 'https://news.example/report' }).window
    .document;
const idsIn = (document: Document) => articleElements(document).map(({ id }) => id);

describe('parts of a page that begin with a headline each', () => {
  test('are chapters of one report, where they stood there from the first and name no address', () => {
    const document = pageOf(part(1), part(2), part(3));
    expect(idsIn(document)).toEqual([]);
    expect(idsIn(document)).toEqual([]);
  });

  test('are chapters where they name places in the page', () => {
    const linked = '<a href="#s2">What Seoul decides in part</a>';
    expect(idsIn(pageOf(part(1), part(2, 'data-url="#s2"', linked)))).toEqual([]);
  });

  test('are articles where they name other addresses, or are marked up as articles', () => {
    const linked = '<a href="/other">What Seoul decides in part</a>';
    expect(idsIn(pageOf(part(1), part(2, 'data-url="/other"')))).toEqual(['s1', 's2']);
    expect(idsIn(pageOf(part(1), part(2, '', linked)))).toEqual(['s1', 's2']);
    expect(idsIn(pageOf(part(1), part(2, 'role="article"')))).toEqual(['s1', 's2']);
  });

  test('are articles where they came later, chapters again where all is built anew', () => {
    const document = pageOf(part(1));
    const main = document.querySelector('main') as Element;
    expect(idsIn(document)).toEqual([]);
    main.insertAdjacentHTML('beforeend', part(2));
    expect(idsIn(document)).toEqual(['s1', 's2']);
    main.innerHTML = part(1) + part(2);
    expect(idsIn(document)).toEqual([]);
  });
});

test.each([
  ['with a heading of its own', '<h2>Beijing answers</h2>', '', ['first', 'next']],
  ['without one', '', '', []],
  ['among the comments', '<h2>Beijing answers</h2>', 'class="comments"', []],
])('what is marked up as an article under the first one, %s', (_, heading, around, ids) => {
  const first = `<article id="first"><h1>What Seoul decides this week</h1>${TEXT}</article>`;
  const next = `<article id="next" data-url="/next">${heading}${TEXT}</article>`;
  expect(idsIn(pageOf(first, `<div ${around}>${next}</div>`))).toEqual(ids);
});
