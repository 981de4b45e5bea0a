/** The text by which the sentinel tells an article, where no paragraph stands in its page. */
import { JSDOM } from 'jsdom';
import { beforeAll, expect, test } from 'vitest';
import { leadingText, looksLikeArticle } from '../../../page/sentinel/sentinel';

beforeAll(() => {
  const { Node, Document } = new JSDOM('').window;
  Object.assign(globalThis, { Node, Document });
});

const said =
  'South Korea weighs what Washington asks of it against what Beijing would answer, officials said on Monday after they met.';
const isArticle = (body: string) => {
  const { document } = new JSDOM(body, { url: 'https://news.example/a' }).window;
  return looksLikeArticle(document, leadingText(document));
};

test.each([
  ['boxes', `<div>${`<div>${said}</div>`.repeat(4)}</div>`],
  ['parts', `<main>${`<section>${said}</section>`.repeat(4)}</main>`],
  ['items of a list', `<ul>${`<li>${said}</li>`.repeat(4)}</ul>`],
  ['points and what is said of them', `<dl>${`<dt>One</dt><dd>${said}</dd>`.repeat(4)}</dl>`],
  ['rows of a table', `<table>${`<tr><td>${said}</td></tr>`.repeat(4)}</table>`],
])('%s are an article; the same as links to others are none', (_, html) => {
  expect(isArticle(html)).toBe(true);
  expect(isArticle(html.replaceAll(said, `<a href="/1">${said}</a>`))).toBe(false);
});

test('what stands in boxes around paragraphs is no part of their text', () => {
  const { document } = new JSDOM(`<div>${said}</div>${`<p>${said}</p>`.repeat(3)}`).window;
  expect(leadingText(document)).toBe([said, said, said].join('\n'));
});
