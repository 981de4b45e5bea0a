import type { Page } from 'puppeteer-core';
import { until } from './until';

/** A painted claim as the page shows it. */
interface PaintedClaim {
  /** The highlight's name, e.g. `tightrope-kelly-echoes`. */
  readonly name: string;
  readonly text: string;
  /** A point on its first line, in document coordinates. */
  readonly x: number;
  readonly y: number;
}

// A string, because compiled functions may call helpers the page does not have.
const readAll = `[...CSS.highlights]
  .filter(([name]) => name.startsWith('tightrope-') && name !== 'tightrope-active')
  .flatMap(([name, highlight]) => [...highlight].map((range) => {
    const box = range.getClientRects()[0];
    return {
      name,
      text: range.toString(),
      x: box ? box.left + Math.min(40, box.width / 2) + scrollX : -1,
      y: box ? box.top + box.height / 2 + scrollY : -1,
    };
  }))
  .sort((a, b) => a.y - b.y || a.x - b.x)`;

/** The claims painted on a page, from top to bottom. */
export async function readHighlights(page: Page): Promise<readonly PaintedClaim[]> {
  return (await page.evaluate(readAll)) as readonly PaintedClaim[];
}

/** Scrolls a painted claim to the middle of the window and clicks on it. */
export async function clickHighlight(page: Page, { x, y }: PaintedClaim): Promise<void> {
  const top = await page.evaluate((to) => {
    scrollTo({ top: to - innerHeight / 2, behavior: 'instant' });
    return scrollY;
  }, y);
  await page.mouse.click(x, y - top);
}

/** Waits until claims are painted on a page, as many as are asked for at least, and no more come. */
export async function waitUntilPainted(
  page: Page,
  { atLeast = 1, timeout }: { readonly atLeast?: number; readonly timeout?: number } = {},
): Promise<void> {
  let before = -1;
  const quiet = async () => {
    // A tab that was opened behind another one waits for its reader; the first-run page may have come in front.
    await page.bringToFront();
    const now = (await readHighlights(page)).length;
    const same = now >= atLeast && now === before;
    before = now;
    return same;
  };
  await until(`claims painted on ${page.url()}`, quiet, timeout);
}
