/** How a page's text falls into blocks, and when an article is gone. */
import { JSDOM } from 'jsdom';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readBlocks } from '../../../page/article/blocks';
import { findArticle } from '../../../page/article/find-article';
import { Reading } from '../../../page/article/reading';
import { PageText } from '../../../page/article/text';
import { foundIn, joinBlocks } from '../../../services/targets';

let document: Document;
beforeAll(() => {
  const { Node, NodeFilter, Element, ShadowRoot } = new JSDOM('').window;
  Object.assign(globalThis, { Node, NodeFilter, Element, ShadowRoot });
});

function blocksOf(html: string): string[] {
  const { body } = new JSDOM(`<body>${html}</body>`).window.document;
  const blocks = readBlocks(new PageText(body), () => true, new Set());
  return blocks.map(({ text }) => text.replace(/\s+/g, ' '));
}

describe('a paragraph', () => {
  const [first, second] = ['Seoul weighs what it will say', 'Beijing waits'];
  test.each([
    ['one line break within a sentence', `${first}<br> ${second}.`, [`${first} ${second}.`]],
    ['one line break that would glue two words', `${first}<br>${second}.`, [first, `${second}.`]],
    ['one line break after a sentence', `${first}.<br> ${second}.`, [`${first}.`, `${second}.`]],
    ['an empty line, whatever stands before it', `${first} <br><br> ${second}.`, [first, `${second}.`]],
    ['a heading in its first line', `<b>${first}</b><br> ${second}.`, [first, `${second}.`]],
    ['bold words in its first line', `${first} <b>now</b><br> ${second}.`, [`${first} now ${second}.`]],
    ['a short script', `${first} <script>x()</script>${second}.`, [`${first} ${second}.`]],
    ['a long script', `${first} <script>${'x();'.repeat(200)}</script>${second}.`, [first, `${second}.`]],
    ['an icon', `${first} <svg><title>Opens anew</title><path /></svg>${second}.`, [`${first} ${second}.`]],
    [
      'an icon of many lines before an empty one',
      `${first} <svg>${'<path />'.repeat(120)}</svg><br><br> ${second}.`,
      [first, `${second}.`],
    ],
    [
      'lines that only the style sets apart',
      `<span style="display: block">${first}</span><span style="display: block">${second}.</span>`,
      [first, `${second}.`],
    ],
    [
      'a line that only the style sets apart',
      `<b style="display: block">${first}</b>${second}.`,
      [first, `${second}.`],
    ],
    ['spans within a word', `<span>S</span>eoul <i>we</i>ighs.`, ['Seoul weighs.']],
    [
      'a first letter that floats',
      `<span style="display: block; float: left">S</span>eoul <i>weighs</i>.`,
      ['Seoul weighs.'],
    ],
    ['a list in it', `${first} <ul><li>One</li></ul> ${second}.`, [first, 'One', `${second}.`]],
  ])('with %s', (_, html, blocks) => {
    expect(blocksOf(`<div>${html}</div>`)).toEqual(blocks);
  });
});

test('the marks of notes are told from other numbers', () => {
  const html = `<p> <a href="#r1">1</a> Seoul waits.<sup>2</sup> It has <b>19</b> ships<sup><a href="#n3">[3, 4]</a></sup>
    on the 21<sup>st</sup><sup>*</sup><br>of the year<a href="#top">see the table</a><sup>5</sup></p><p>No more.</p>`;
  const { body } = new JSDOM(`<body>${html}</body>`).window.document;
  const [block, other] = readBlocks(new PageText(body), () => true, new Set());
  expect(block?.marks?.map(({ start, end }) => block.text.slice(start, end))).toEqual([
    '1',
    '2',
    '[3, 4]',
    '*',
  ]);
  expect(other).toMatchObject({ text: 'of the yearsee the table5', marks: [{ start: 24, end: 25 }] });
});

test.each([
  ['<strong>VOA:</strong> Does Seoul choose?', 'VOA:'],
  ['<b>Ambassador Kim</b>: It does.', 'Ambassador Kim:'],
  ['<strong><em>Q: </em></strong>Does it?', 'Q: '],
  ['<strong>Seoul</strong> waits: it has time.', undefined],
  ['It waits, <strong>Seoul:</strong> it has time.', undefined],
  ['<em>VOA:</em> Does Seoul choose?', undefined],
  ['<strong>What the ally wants from Seoul now:</strong> ships.', undefined],
])('a speaker is named at the beginning of %s: %s', (html, name) => {
  const { body } = new JSDOM(`<body><p>Before.</p><p>${html}</p></body>`).window.document;
  const [, block] = readBlocks(new PageText(body), () => true, new Set());
  const [mark] = block?.marks ?? [];
  expect(mark && block?.text.slice(mark.start, mark.end)).toBe(name);
});

describe('lines broken without white space', () => {
  const runs = (html: string) => {
    const { body } = new JSDOM(`<body><p>${html}</p></body>`).window.document;
    return readBlocks(new PageText(body), () => true, new Set()).map(({ runsOn }) => runsOn ?? false);
  };
  const [first, second] = [
    'China warned on Monday that the South would pay if it joined',
    'the shield of the Americans, and said that the United',
  ];
  test.each([
    ['by their width go on', `${first}<br>${second}<br>States was no excuse.`, [false, true, true]],
    ['go on over links and the like', `${first} <b>them</b><br><i>and</i> ${second}`, [false, true]],
    ['end with a sentence', `${first}.<br>${second}.<br>Beijing waits.`, [false, false, false]],
    ['end with a paragraph', `${first}<br><br>${second}`, [false, false]],
    ['of a poem, an address', 'The moon above the river<br>is not for us<br>alone', [false, false, false]],
    ['of a list', `Professor ${first}<br>Director ${first}<br>Fellow ${first}`, [false, false, false]],
  ])('%s', (_, html, expected) => expect(runs(html)).toEqual(expected));

  test('make no text that is longer than a sentence can be', () => {
    const flags = runs(Array.from({ length: 100 }, () => second).join('<br>'));
    expect(flags.filter((flag) => !flag).length).toBeGreaterThan(1);
  });
});

describe('an article', () => {
  const sentences = Array.from(
    { length: 8 },
    (_, n) =>
      `Paragraph ${n} of an article on Seoul, long enough to be one of its own by any measure there is.`,
  );
  const html = (list: readonly string[]) => list.map((text) => `<p>${text}</p>`).join('');
  let reading: Reading;
  let article: Element;
  beforeEach(async () => {
    document = new JSDOM(`<body><article>${html(sentences)}</article></body>`).window.document;
    reading = await Reading.of(document);
    article = document.querySelector('article') as Element;
    expect(reading.article.blocks).toHaveLength(8);
  });

  test('stands where most of it does, in whatever order', () => {
    article.innerHTML = html(sentences.slice(3).reverse());
    expect(reading.isGone()).toBe(false);
  });

  test('is gone where half of it is, or all its element', () => {
    article.innerHTML = html(sentences.slice(4));
    expect(reading.isGone()).toBe(true);
    article.innerHTML = html(sentences);
    expect(reading.isGone()).toBe(false);
    article.remove();
    expect(reading.isGone()).toBe(true);
  });
});

test('what stands around a claim at the edge of its paragraph is kept as the page has it', () => {
  const text =
    'South Korea weighs its alliance with the United States against its trade with China, officials said.';
  const more =
    '<p>Few in Seoul believe that the choice can be put off for much longer than it has been.</p> '.repeat(6);
  const html = `<body><main><h1>Beijing warns Seoul over missiles</h1>
    <div class="byline">By A Reporter, Seoul</div>
    <article><p>${text}</p> <figure><figcaption>A ship.</figcaption></figure> <p>Nobody waits.</p>${more}</article></main>`;
  const { document } = new JSDOM(html).window;
  const { blocks } = findArticle(document);
  const [headline, , next] = blocks.map((block) => block.text);
  const joined = joinBlocks(blocks);
  const claims = [headline, text, next].map((words = '') => {
    const start = joined.indexOf(words);
    return { start, end: start + words.length, text: words, matches: [] };
  });
  const plain = (words: string) => words.replace(/\s+/g, ' ');
  const page = plain(document.body.textContent ?? '');
  const quotes = foundIn(blocks, claims, '').map(({ target }) => target.quote);
  expect(quotes.map(({ exact }) => exact)).toEqual([headline, text, 'Nobody waits.']);
  for (const { exact, prefix, suffix } of quotes) expect(page).toContain(plain(prefix + exact + suffix));
  expect(quotes[0]?.suffix).toContain('By A Reporter');
  expect(quotes[2]?.prefix).toContain('A ship.');
});
