/**
 * Pages of ours in a private window. Firefox shows them there over a database of their own, empty and gone with the
 * private windows, while the background has the reader's; Chromium opens them in normal windows only.
 */
import { browser } from 'wxt/browser';

/** Whether this page would show a private window's own store in the place of the reader's. */
export function isInPrivateWindow(): boolean {
  return browser.extension.inIncognitoContext;
}

/**
 * Opens a page of ours in a normal window.
 * @throws where the browser opens none (Firefox that never remembers history has private windows only)
 */
export async function openInNormalWindow(url: string): Promise<void> {
  await browser.windows.create({ incognito: false, url });
}
