import type { Page } from 'puppeteer-core';
import { until } from '../../../scripts/browser/until';

/**
 * Brings a tab in front, and waits until it is: what is clicked on a moment earlier is clicked on in the other one, and
 * while a popup is closing Firefox may still name that as the tab to leave.
 */
export async function toFront(page: Page): Promise<void> {
  await until('the tab to come in front', async () => {
    await page.bringToFront();
    return page.evaluate(() => document.visibilityState === 'visible' && document.hasFocus());
  });
}
