/** Quotes that moved: what finds them is a script of its own, fetched when there is one to look for. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { addLate, DAILY, LATE, RULES, settled } from './daily';
import { describeInPage, open } from './harness';
import { painted, playEngine, requests } from './reader';
import type { Room } from './room';

declare const room: Room;
declare const background: { handlers: Record<string, (request: unknown) => unknown> };

/** A page on which that script comes some time after it was asked for, or never. */
async function openWithout(comes: boolean): Promise<Page> {
  const page = await open(DAILY);
  await page.evaluate(playEngine, [...RULES, LATE]);
  await page.evaluate((isComing) => {
    const door = 'tightropeAnchoring';
    const found = Object.getOwnPropertyDescriptor(globalThis, door) as PropertyDescriptor;
    Reflect.deleteProperty(globalThis, door);
    background.handlers['script/load'] = async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      if (!isComing) throw new Error('not here');
      Object.defineProperty(globalThis, door, found);
    };
  }, comes);
  return page;
}

/** Has the background answer with places that all claims but one have left, and begins a visit. */
async function beginMoved(page: Page): Promise<void> {
  await page.evaluate(() => {
    const analyse = background.handlers['page/analyse'] as (request: unknown) => unknown;
    background.handlers['page/analyse'] = async (request) => {
      const answer = (await analyse(request)) as { annotations: { id: string; target: object }[] };
      const moved = answer.annotations.map((one) => {
        const position = { type: 'TextPositionSelector', start: 3, end: 9 };
        return one.id === 'urged' ? one : { ...one, target: { ...one.target, position } };
      });
      return { ...answer, annotations: moved };
    };
    new room.Life(document).begin();
  });
}

const claims = async (page: Page) => Object.values(await painted(page)).flat().length;

describeInPage('what finds moved quotes', () => {
  test('is not fetched at the first visit, and before a late paragraph moves what is painted', async () => {
    const page = await openWithout(true);
    await page.evaluate(() => new room.Life(document).begin());
    await expect.poll(() => claims(page)).toBe(3);
    expect(await requests(page, 'script/load')).toEqual([]);
    const late = addLate(page);
    await expect.poll(() => requests(page, 'script/load')).toEqual([{ script: 'anchoring' }]);
    expect(await claims(page)).toBe(3);
    await late;
    expect(await claims(page)).toBe(4);
  });

  test('is fetched for quotes that left their places; the others are painted meanwhile', async () => {
    const page = await openWithout(true);
    await beginMoved(page);
    await expect.poll(() => requests(page, 'script/load')).toEqual([{ script: 'anchoring' }]);
    expect(await claims(page)).toBe(1);
    await expect.poll(() => claims(page)).toBe(3);
  });

  test('may be kept out: then the others are painted all the same', async () => {
    const page = await openWithout(false);
    await beginMoved(page);
    await settled(600);
    expect(await claims(page)).toBe(1);
    const [{ anchors }] = (await requests(page, 'page/anchors')) as [{ anchors: { id: string }[] }];
    expect(anchors.map(({ id }) => id)).toEqual(['urged']);
  });
});
