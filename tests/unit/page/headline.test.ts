/** Which heading of a page is the article's headline, and what stands between its blocks. */
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, test } from 'vitest';
import { findArticle } from '../../../page/article/find-article';

beforeAll(() => {
  const { Node, NodeFilter, Element, ShadowRoot } = new JSDOM('').window;
  Object.assign(globalThis, { Node, NodeFilter, Element, ShadowRoot });
});

const BODY = ['Monday', 'Tuesday', 'Wednesday', 'Thursday']
  .map(
    (day) =>
      `<p>On ${day} officials in Seoul said that South Korea weighs its alliance with the United States against its trade with China.</p>`,
  )
  .join('');
const TITLE = 'Seoul weighs its alliance anew';

function blocksIn(html: string) {
  const { window } = new JSDOM(`<meta property="og:title" content="${TITLE}"><body>${html}</body>`);
  return findArticle(window.document).blocks;
}
const headlines = (html: string) =>
  blocksIn(html).flatMap(({ kind, text }) => (kind === 'headline' ? [text] : []));

describe('the headline', () => {
  const article = `<article>${BODY}</article>`;
  test.each<[string, string, string[]]>([
    ['has the title’s words', `<h1>The Example Daily of Seoul</h1><h2>${TITLE}</h2>`, [TITLE]],
    [
      'is the one with the most of them, wherever it stands',
      `<h2>Seoul weighs it all</h2><h1>Seoul weighs its alliance again</h1><h2>Seoul weighs its words today</h2>`,
      ['Seoul weighs its alliance again'],
    ],
    ['is no heading with a word or two of them', '<h2>Seoul</h2><h2>The alliance</h2>', []],
    ['is no heading with half of them', '<h2>Seoul weighs other things today</h2>', []],
    ['may be marked up as such', `<div itemprop="headline">${TITLE}</div>`, [TITLE]],
    [
      'is the only first heading, where none has them',
      '<h1>What Monday brought to the ministry</h1><h2>What the others in the region say</h2>',
      ['What Monday brought to the ministry'],
    ],
    ['is no first heading that is the site’s name', '<h1>The Example Daily</h1>', []],
    [
      'is none of several first headings without them',
      '<h1>What Monday brought to the ministry</h1><h1>What Tuesday brought to the ministry</h1>',
      [],
    ],
  ])('%s', (_, above, found) => {
    expect(headlines(`<header>${above}</header>${article}`)).toEqual(found);
  });
});

describe('what stands between two blocks', () => {
  const between = (what: string) =>
    blocksIn(`<article><h1>${TITLE}</h1>${what}${BODY}</article>`).flatMap(({ gap }) => gap ?? []);

  test('and is none of the article is kept in one line', () => {
    expect(between('<nav>Photo:\n   a  pool</nav>')).toEqual(['Photo: a pool']);
  });

  test('is not kept where it is long', () => {
    expect(between(`<nav>${'More of this. '.repeat(20)}</nav>`)).toEqual([]);
  });
});
