/** The body told by the markup alone against Readability's word on the same page. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, test } from 'vitest';
import { copyOf } from '../../../page/article/copy';
import { plainBody } from '../../../page/article/plain-body';
import { readableBody } from '../../../page/article/readable-body';
import { PageText } from '../../../page/article/text';
import { htmlOfArticle } from '../../../scripts/mutation/article-html';
import { ownTexts } from '../../../scripts/mutation/own-texts';
import { SHAPES } from '../../../scripts/mutation/shapes';
import { randomOf } from '../../../scripts/random';
import { newsPages } from '../../bench/news-pages';

beforeAll(() => {
  const { window } = new JSDOM('');
  const { Node, NodeFilter, Element, ShadowRoot } = window;
  Object.assign(globalThis, { Node, NodeFilter, Element, ShadowRoot });
});

/** Both bodies as texts, headlines left out: those are looked for by themselves. Null: the markup leaves doubt. */
function bodies(html: string): { plain: string[] | null; readable: string[] } {
  const { document } = new JSDOM(html).window;
  const pageText = new PageText(document.body);
  const textsOf = (kept: ReadonlySet<number>) =>
    [...kept]
      .sort((a, b) => a - b)
      .map((i) => pageText.nodes[i])
      .filter((node) => node && !node.parentElement?.closest('h1, script, style, noscript'))
      .flatMap((node) => node?.data.replace(/\s+/g, ' ').trim() || []);
  const plain = plainBody(pageText, null);
  const readable = readableBody(copyOf(document, pageText, null), document, pageText, null);
  return { plain: plain && textsOf(plain), readable: textsOf(readable) };
}

const fixtures = ['tests/fixtures/pages', 'demo'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .map((name) => join(folder, name)),
);

describe('a body told by the markup is Readability’s', () => {
  const texts = ownTexts('training/examples', randomOf(7)).slice(0, 3);
  const told: string[] = [];
  test.each(Object.entries(SHAPES))('%s', (name, shape) => {
    for (const text of texts) {
      const { plain, readable } = bodies(htmlOfArticle(text, shape, randomOf(3)));
      if (plain) expect(plain).toEqual(readable);
      if (plain && !told.includes(name)) told.push(name);
    }
  });
  test('on half of the shapes', () => {
    expect(told.length).toBeGreaterThanOrEqual(Object.keys(SHAPES).length / 2);
  });

  test.each(fixtures)('%s', (file) => {
    const { plain, readable } = bodies(readFileSync(file, 'utf8'));
    if (plain) expect(plain).toEqual(readable);
  });

  test('on a page with the furniture of a news site', () => {
    const [page] = newsPages().set;
    const { plain, readable } = bodies(page?.html ?? '');
    expect(plain).toEqual(readable);
  });
});

const sentence =
  'Seoul weighs what Washington asks of it against what Beijing would answer, officials said. ';
const paragraphs = (count: number) => `<p>${sentence.repeat(2)}</p>`.repeat(count);
const page = (body: string) => `<!doctype html><title>Between two powers</title><body>${body}</body>`;

describe('an article is read', () => {
  const paid = 'The rest is for those who pay, and they read that the ally was asked to choose.';
  test.each([
    ['behind a paywall that is open', `<div class="paywall">${paragraphs(4)}<p>${paid}</p></div>`],
    ['behind one, paragraph by paragraph', `${paragraphs(9)}<p class="body paywall">${paid}</p>`],
  ])('%s', (_, rest) => {
    const { plain, readable } = bodies(page(`<article><h1>A title</h1>${paragraphs(2)}${rest}</article>`));
    expect(readable).toContain(paid);
    if (plain) expect(plain).toEqual(readable);
  });

  test('in a dialog over the page that led to it', () => {
    const over = `<div role="dialog" aria-modal="true"><h1>A title of it</h1>${paragraphs(6)}</div>`;
    expect(bodies(page(`<p>The news of the day.</p>${over}`)).readable).toContain(sentence.repeat(2).trim());
  });
});

describe('an article of a list alone', () => {
  const points = Array.from({ length: 8 }, (_, n) => `In ${2010 + n} ${sentence}`.trim());
  const linked = points[0]?.replace('Washington', '<a href="/w">Washington</a>') ?? '';
  const item = (text: string) => `<li>${text}</li>`;
  const links = Array.from(
    { length: 9 },
    (_, n) => `Another story, number ${n}, with a headline of some length in it`,
  );
  const menu = `<ul>${links.map((text) => `<li><a href="/x">${text}</a> 3 hours ago</li>`).join('')}</ul>`;
  const legal = `<div><div>${sentence}</div></div>`;
  test.each([
    ['points', `<ul>${points.map(item).join('')}</ul>`],
    ['years', `<dl>${points.map((text, n) => `<dt>${2010 + n}</dt><dd>${text}</dd>`).join('')}</dl>`],
  ])('is read, and no list of links: %s', (_, list) => {
    const html = page(`${menu}<h1>Eight years between two powers</h1>${list}${menu}${legal}`);
    const { readable } = bodies(html);
    for (const text of points) expect(readable).toContain(text);
    for (const text of links) expect(readable).not.toContain(text);
  });

  test('is read with the links within it', () => {
    const list = [linked, ...points.slice(1)].map(item).join('');
    expect(bodies(page(`${menu}<ul>${list}</ul>${menu}`)).readable.join(' ')).toContain(points[0]);
  });

  test('is none where other text says more', () => {
    const comments = `<ul>${points.map(item).join('')}</ul>`;
    const boxes = `<div>${`<div>${sentence.repeat(3)}</div>`.repeat(9)}</div>`;
    expect(bodies(page(boxes + menu + comments)).readable).not.toContain(points[0]);
  });
});

test.each(['amp-ad', 'amp-embed', 'amp-sidebar', 'amp-carousel', 'amp-list'])(
  'an article is read without what stands in %s',
  (name) => {
    const other = `<${name}><div><p>Another story: ${sentence}</p></div></${name}>`;
    const { plain, readable } = bodies(page(`<div>${paragraphs(4)}${other}${paragraphs(4)}</div>`));
    expect(plain).toBeNull();
    expect(readable.join()).toContain(sentence);
    expect(readable.join()).not.toContain('Another story');
  },
);

describe('where the markup leaves doubt', () => {
  const isPlain = (body: string) => bodies(page(body)).plain !== null;

  test('a page that goes on changing is judged as it was read', () => {
    // So little without what is named so that Readability begins anew, on a copy of its own.
    const body = `<p>Envoys met.</p><div class="legends"><p>${sentence}</p></div>`;
    const { document } = new JSDOM(page(body)).window;
    const pageText = new PageText(document.body);
    const copy = () => copyOf(document, pageText, null);
    const before = readableBody(copy(), document, pageText, null);
    expect([...before].map((i) => pageText.nodes[i]?.data)).toContain(sentence);
    const early = copy();
    document.body.insertAdjacentHTML('afterbegin', '<b>Live:</b><i>now</i>');
    expect(readableBody(early, document, pageText, null)).toEqual(before);
  });

  test('a plain article is told', () => {
    expect(isPlain(`<article><h1>A title of the article</h1>${paragraphs(5)}</article>`)).toBe(true);
    expect(isPlain(`<article><h1>A title</h1><div class="body">${paragraphs(5)}</div></article>`)).toBe(true);
  });

  test.each([
    ['no article element', `<div>${paragraphs(5)}</div>`],
    ['several articles', `<article>${paragraphs(5)}</article><article><p>Another</p></article>`],
    ['a short one', `<article>${paragraphs(2)}</article>`],
    ['text in a box of its own', `<article>${paragraphs(5)}<div>Something else</div></article>`],
    ['a table', `<article>${paragraphs(5)}<table><tr><td>1</td></tr></table></article>`],
    ['a name Readability takes away', `<article>${paragraphs(5)}<p class="widget">One more</p></article>`],
    ['an author’s line', `<article><p rel="author">By her</p>${paragraphs(5)}</article>`],
    ['hidden text', `<article>${paragraphs(5)}<p style="display:none">One more</p></article>`],
    ['a list of links', `<article>${paragraphs(5)}<ul><li><a href="/x">Another</a></li></ul></article>`],
    ['paragraphs beside it', `<article>${paragraphs(5)}</article>${paragraphs(1)}`],
    ['much more in a part left out', `<article>${paragraphs(5)}</article><aside>${paragraphs(9)}</aside>`],
    ['an article within a part left out', `<div class="comments"><article>${paragraphs(5)}</article></div>`],
    ['much left out within it', `<article>${paragraphs(5)}<aside>${paragraphs(3)}</aside></article>`],
  ])('Readability judges: %s', (_, body) => {
    expect(isPlain(body)).toBe(false);
  });
});
