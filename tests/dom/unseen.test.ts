/** Second copies of an article that only a style sheet hides, and what is hidden without being one. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { begin, DAILY } from './daily';
import { describeInPage, open } from './harness';
import { painted, requests } from './reader';
import type { Room } from './room';

declare const room: Room;
declare const background: {
  handlers: Record<string, unknown>;
  sent: { type: string; request: Record<string, never> }[];
  tell: (type: string, request: unknown) => Promise<unknown>;
};

let page: Page;

const STYLE =
  '<style>@media screen { .print { display: none } } .wide { visibility: hidden; height: 0 } article { display: contents }</style>';
const HEADLINE = '<h1>Seoul weighs its words between two powers</h1>';
const TEXT = DAILY.slice(DAILY.indexOf('<p>South Korea'), DAILY.indexOf('</article>'));
const styled = (from: string, to: string) => DAILY.replace('</head>', `${STYLE}</head>`).replace(from, to);

const blocksOf = (page: Page) =>
  page.evaluate(() => room.findArticle(document).blocks.map(({ text, kind }) => ({ text, kind })));

describeInPage('a copy of the article that a style sheet hides', () => {
  const copies = {
    'for print, within it': styled('</article>', `<div class="print">${TEXT}</div></article>`),
    'for print, before it': styled('<article>', `<div class="print">${HEADLINE}${TEXT}</div><article>`),
    'for wider windows': styled('</article>', `</article><div class="wide">${TEXT}</div>`),
  };
  test.each(Object.entries(copies))('%s: is read once, where it is in sight', async (_, html) => {
    const expected = await blocksOf(await open(DAILY));
    expect(await blocksOf(await open(html))).toEqual(expected);
    const page = await begin(html);
    const marks = Object.values(await painted(page)).flat();
    expect(marks).toHaveLength(3);
    const areInSight = await page.evaluate(() =>
      [...CSS.highlights.values()]
        .flatMap((highlight) => [...highlight])
        .every((range) => (range as Range).getClientRects().length > 0),
    );
    expect(areInSight).toBe(true);
  });

  const hiding = {
    'a box of one pixel':
      'position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0, 0, 0, 0)',
    'a box of no height': 'max-height: 0; overflow: hidden',
    'a clip path': 'position: absolute; clip-path: inset(50%)',
    'its place beside the page': 'position: absolute; left: -9999px',
    'its place on the other side': 'position: absolute; left: 9999px',
    'its place above the page': 'position: absolute; top: -9999px',
    'its place below the window, whatever is scrolled': 'position: fixed; left: 0; right: 0; top: 100vh',
    'its drawer, drawn down': 'position: fixed; left: 0; bottom: 0; transform: translateY(100%)',
    'its transparency': 'position: absolute; opacity: 0',
  };
  test.each(Object.entries(hiding))('by %s: is read once', async (_, style) => {
    const expected = await blocksOf(await open(DAILY));
    const hidden = `<div style="${style}">`;
    const all = DAILY.replace('</article>', `${hidden}${TEXT}</div></article>`);
    const each = DAILY.replace(
      /<p>([\s\S]*?)<\/p>/g,
      (_, text) => `${hidden}<p>${text}</p></div><p>${text}</p>`,
    );
    for (const html of [all, each]) expect(await blocksOf(await open(html))).toEqual(expected);
  });

  test('where what is in sight is for the eye only: is read all the same', async () => {
    const expected = (await blocksOf(await open(DAILY))).map(({ text }) => text);
    const twins = DAILY.replace(
      /<p>([\s\S]*?)<\/p>/g,
      `<p><span style="position: absolute; left: -9999px">$1</span><span aria-hidden="true">$1</span></p>`,
    );
    expect((await blocksOf(await open(twins))).map(({ text }) => text)).toEqual(expected);
  });

  test('until the window is wider: the marks go over to it, and back', async () => {
    const style =
      '<style>@media (width < 900px) { .wide { display: none } } @media (width >= 900px) { .narrow { display: none } }</style>';
    const html = DAILY.replace('</head>', `${style}</head>`)
      .replace('<article>', '<article><div class="narrow">')
      .replace('</article>', `</div><div class="wide">${TEXT}</div></article>`);
    page = await begin(html);
    const holders = () =>
      page.evaluate(() =>
        [...CSS.highlights.values()]
          .flatMap((highlight) => [...highlight])
          .map((range) => (range as Range).startContainer.parentElement?.closest('div')?.className),
      );
    const height = 1400;
    await expect.poll(holders).toEqual(['wide', 'wide', 'wide']);
    await page.setViewport({ width: 600, height });
    await expect.poll(holders).toEqual(['narrow', 'narrow', 'narrow']);
    await page.setViewport({ width: 1100, height });
    await expect.poll(holders).toEqual(['wide', 'wide', 'wide']);
  });

  test('makes no claim’s place uncertain once the page has grown', async () => {
    const page = await begin(copies['for print, before it']);
    await page.evaluate(async () => {
      const asked = background.sent.find(({ type }) => type === 'page/analyse');
      const analyse = background.handlers['page/analyse'] as (request: unknown) => {
        annotations: { target: { position: { start: number; end: number } } }[];
        settings: never;
      };
      const { annotations, settings } = analyse(asked?.request);
      for (const { target } of annotations) {
        target.position.start -= 40;
        target.position.end -= 40;
      }
      await background.tell('page/refresh', { annotations, settings });
    });
    const reports = (await requests(page, 'page/anchors')) as { anchors: { anchor: { state: string } }[] }[];
    const anchors = reports.map(({ anchors }) => anchors.map(({ anchor }) => anchor));
    expect(anchors.at(-1)).toEqual(anchors[0]);
    expect(anchors[0]?.map(({ state }) => state)).toEqual(['anchored', 'anchored', 'anchored']);
  });

  test('with a headline of its own, before the one that is read on: another is in sight', async () => {
    const gap = '<div style="height: 3000px"></div>';
    const html = styled('<article>', `<article class="print">${HEADLINE}${TEXT}</article>${gap}<article>`);
    const page = await begin(html.replace('article { display: contents }', ''));
    const [asked] = (await requests(page, 'page/analyse')) as { blocks: { start: number }[] }[];
    const start = await page.evaluate(() => {
      const { text } = new room.PageText(document.body);
      return text.lastIndexOf('Seoul weighs its words');
    });
    expect(asked?.blocks[0]?.start).toBe(start);
  });
});

describeInPage('what a style sheet hides', () => {
  test('and stands nowhere else may be folded up: it is read, though a line of it is quoted in sight', async () => {
    const quote =
      'Balance is a word that sounds better in a lecture hall than it does in a situation room, the minister wrote.';
    const html = styled('<blockquote>', `<p>${quote}</p><div class="print"><blockquote>`).replace(
      '</article>',
      '</div></article>',
    );
    const all = (await blocksOf(await open(html))).map(({ text }) => text);
    expect(all.filter((text) => text === quote)).toHaveLength(2);
    expect(all.at(-1)).toContain('Analysts in Washington');
  });
});
