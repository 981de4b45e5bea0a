/** Text that comes or changes while the reader is there. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { Block } from '../../messages/protocol';
import { addLate, begin, beginBeforeLate, DAILY, LATE, RULES } from './daily';
import { describeInPage, open } from './harness';
import { inHost, painted, playEngine, requests } from './reader';
import type { Room } from './room';

declare const room: Room;
declare const background: { tell: (type: string, request: unknown) => Promise<unknown> };

let page: Page;

const TEXT = DAILY.slice(DAILY.indexOf('<p>South Korea'), DAILY.indexOf('</article>'));
const LEAD = TEXT.slice(0, TEXT.indexOf('</p>') + 4);

describeInPage('the beginning of an article', () => {
  const head = DAILY.slice(0, DAILY.indexOf('<body'));
  test.each([
    ['a box', `<div class="lead">${LEAD}</div>`],
    ['an article of its own', `<article><h1>Seoul weighs its words</h1>${LEAD}</article>`],
  ])('in %s is read on where the rest comes beside it', async (_, lead) => {
    page = await begin(`${head}<body><div id="app">${lead}</div></body>`, [
      ...RULES,
      { word: 'South Korea', argument: 'diplomat/us-pressure', stance: 'echoes', id: 'lead' },
    ]);
    await page.evaluate((rest) => {
      const box = document.createElement('div');
      box.innerHTML = rest;
      document.querySelector('#app')?.append(box);
    }, TEXT.slice(LEAD.length));
    await expect.poll(async () => Object.values(await painted(page)).flat().length).toBeGreaterThan(2);
  });
});

describeInPage('an article the reader asked for before it was there', () => {
  test('is kept by what it calls itself, not by what the empty page did', async () => {
    page = await open('<title>Loading</title><div id="app"></div>');
    await page.evaluate(playEngine, RULES);
    await page.evaluate(() => new room.Life(document).begin());
    await expect.poll(() => requests(page, 'page/analyse')).toHaveLength(1);
    await page.evaluate((html) => {
      document.title = 'Seoul weighs its words between two powers';
      const app = document.querySelector('#app');
      if (app) app.innerHTML = html;
    }, `<article>${TEXT}</article>`);
    await expect.poll(() => requests(page, 'page/analyse')).toHaveLength(2);
    expect((await requests(page, 'page/analyse'))[1]).toMatchObject({
      more: false,
      page: { title: 'Seoul weighs its words between two powers' },
    });
    await expect.poll(async () => Object.values(await painted(page)).flat()).toHaveLength(3);
  });
});

describeInPage('an article that changes', () => {
  test('in place, word by word of a text that stays, is read again', async () => {
    page = await begin(DAILY, [...RULES, LATE]);
    await page.evaluate(() => {
      const text = document.querySelector('blockquote')?.firstChild as Text;
      text.data = 'The United States asked South Korea some hours later to say more about its place.';
    });
    await expect.poll(async () => (await painted(page))['tightrope-diplomat-relates']).toHaveLength(1);
    const [first, later] = (await requests(page, 'page/analyse')) as { more: boolean; blocks: Block[] }[];
    expect(later?.more).toBe(true);
    // With those around it, by which it is understood.
    expect(later?.blocks).toHaveLength(first?.blocks.length ?? 0);
    const fresh = later?.blocks.filter(({ known }) => !known);
    expect(fresh).toMatchObject([{ text: expect.stringContaining('some hours later') }]);
  });

  test('has its claims stepped through as they stand, not as they came', async () => {
    page = await beginBeforeLate();
    await addLate(page);
    await page.evaluate(() => background.tell('page/step', { direction: 'next' }));
    await expect.poll(() => inHost(page, '.card')).toContain('some hours later');
  });

  test('without a pause is read all the same', async () => {
    page = await beginBeforeLate();
    await page.evaluate(() => {
      const ticker = document.createElement('p');
      document.querySelector('article')?.append(ticker);
      setInterval(() => {
        ticker.textContent = `At ${performance.now()} the index of the exchange in Seoul stood higher than before.`;
      }, 200);
    });
    await addLate(page);
  });
});
