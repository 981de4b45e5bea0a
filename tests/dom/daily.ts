import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { until } from '../../scripts/browser/until';
import { fixture, open } from './harness';
import { painted, playEngine, requests } from './reader';
import type { Room } from './room';

declare const room: Room;

/** A newspaper's page, and the claims the played engine finds on it. */
export const DAILY = fixture('daily');
export const RULES = [
  { word: 'foundation', argument: 'kelly/treaty-ally-locked-in', stance: 'echoes', id: 'foundation' },
  { word: 'urged', argument: 'diplomat/china-pressure', stance: 'echoes', id: 'urged' },
  { word: 'neutral', argument: 'diplomat/two-partner-dilemma', stance: 'challenges', id: 'neutral' },
];

/** Opens a page with the annotator on it, and waits until it has painted what was found. */
export async function begin(
  html = DAILY,
  rules = RULES,
  headers: Record<string, string> = {},
  stored: boolean | 'touched' = true,
): Promise<Page> {
  const page = await open(html, headers);
  await page.evaluate(playEngine, rules, stored);
  await page.evaluate(() => {
    const life = new room.Life(document);
    Object.assign(globalThis, { life });
    life.begin();
  });
  await until('the claims painted', async () => (await requests(page, 'page/anchors')).length > 0);
  return page;
}

/** A claim of a paragraph that comes late. */
export const LATE = { word: 'later', argument: 'diplomat/us-pressure', stance: 'relates', id: 'late' };

/** The same with an engine that also knows the claim of `addLate`. */
export const beginBeforeLate = () => begin(DAILY, [...RULES, LATE]);

/** Puts a paragraph on our subject under the headline, and waits until its claim is painted. */
export async function addLate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const p = document.createElement('p');
    p.textContent =
      'The United States asked South Korea some hours later to say more about its place in the region.';
    document.querySelector('h1')?.after(p);
  });
  await expect
    .poll(async () => (await painted(page))['tightrope-diplomat-relates']?.[0])
    .toContain('some hours later');
}

/** Time for what must not happen. */
export const settled = (ms = 150) => new Promise((resolve) => setTimeout(resolve, ms));

/** The middle of the first line of a text of the page. */
export async function pointOn(page: Page, text: string): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    const pageText = new room.PageText(document.body);
    const start = pageText.text.indexOf(wanted);
    const box = pageText.rangeOf({ start, end: start + wanted.length })?.getClientRects()[0];
    if (!box) throw new Error(`not on the page: ${wanted}`);
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }, text);
}

export async function clickOn(page: Page, text: string): Promise<void> {
  const { x, y } = await pointOn(page, text);
  await page.mouse.click(x, y);
}

/** Counts how often the page's text is walked through from now on. */
export async function countWalks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const walk = document.createTreeWalker.bind(document);
    Object.assign(globalThis, { walks: 0 });
    document.createTreeWalker = (...wish: never[]) => {
      (globalThis as never as { walks: number }).walks += 1;
      return walk(...(wish as unknown as Parameters<typeof walk>));
    };
  });
}

export const walks = (page: Page) => page.evaluate('walks');

/** The colour of the line under the claim that echoes The Diplomat. */
export const lineColour = (page: Page) =>
  page.evaluate(
    () =>
      getComputedStyle(document.querySelector('b') as Element, '::highlight(tightrope-diplomat-echoes)')
        .textDecorationColor,
  );
