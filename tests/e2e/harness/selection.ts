/** The reader's own selection on a page. */
import type { Page } from 'puppeteer-core';

/**
 * Selects a paragraph of the page by a triple click on its words.
 * @returns where it was clicked, in the window
 */
export async function selectParagraph(page: Page, words: string): Promise<{ x: number; y: number }> {
  const point = await page.evaluate((wanted) => {
    const paragraph = [...document.querySelectorAll('p')].find(({ textContent }) =>
      textContent?.includes(wanted),
    );
    paragraph?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = paragraph?.getBoundingClientRect();
    return box ? { x: box.left + 60, y: box.top + 12 } : null;
  }, words);
  if (!point) throw new Error(`no paragraph with: ${words}`);
  await page.mouse.click(point.x, point.y, { count: 3 });
  return point;
}
