/** The script put in once more, as the background does whenever the sentinel says yes: what is under way goes on. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { begin, settled } from './daily';
import { describeInPage } from './harness';
import { painted, requests } from './reader';

declare const background: {
  handlers: Record<string, unknown>;
  tell: (type: string, request: unknown) => Promise<unknown>;
};
declare const life: { again: () => void };

let page: Page;
const visits = async () => (await requests(page, 'page/analyse')).map(({ visit }) => visit);
const again = () => page.evaluate(() => life.again());

describeInPage('the script put in once more', () => {
  test('paints what the page took away, and says which article is in view', async () => {
    page = await begin();
    await page.evaluate(() => CSS.highlights.clear());
    await again();
    expect(Object.keys(await painted(page))).toHaveLength(3);
    const [visit] = await visits();
    await expect.poll(() => requests(page, 'page/in-view')).toEqual([{ visit }]);
    await settled();
    expect(await visits()).toEqual([visit]);
  });

  test('begins anew where the background has forgotten the visit', async () => {
    page = await begin();
    await page.evaluate(() => {
      background.handlers['page/in-view'] = () => ({ known: false });
      life.again();
    });
    await expect.poll(async () => new Set(await visits()).size).toBe(2);
    await expect.poll(async () => Object.keys(await painted(page))).toHaveLength(3);
  });

  test('reads nothing under a new address before the page shows what stands there', async () => {
    page = await begin();
    await page.evaluate(() => background.tell('page/stop', {}));
    await page.evaluate(() => {
      // The wait for what is to stand there takes no end.
      const later = globalThis.setTimeout;
      globalThis.setTimeout = ((act: () => void, ms: number) => (ms === 300 ? 0 : later(act, ms))) as never;
      history.pushState(null, '', '/2026/11/22/another.html');
      life.again();
    });
    await settled(200);
    expect(await visits()).toHaveLength(1);
  });
});
