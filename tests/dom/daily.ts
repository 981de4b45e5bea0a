import type { Page } from 'puppeteer-core';
import { until } from '../../scripts/browser/until';
import { fixture, open } from './harness';
import { playEngine, requests } from './reader';
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
): Promise<Page> {
  const page = await open(html, headers);
  await page.evaluate(playEngine, rules);
  await page.evaluate(() => {
    const life = new room.Life(document);
    Object.assign(globalThis, { life });
    life.begin();
  });
  await until('the claims painted', async () => (await requests(page, 'page/anchors')).length > 0);
  return page;
}

/** Time for what must not happen. */
export const settled = (ms = 150) => new Promise((resolve) => setTimeout(resolve, ms));

/** The middle of the first line of a text of the page. */
export async function pointOn(page: Page, text: string): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    const pageText = room.readPageText(document.body);
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
