import { browser } from 'wxt/browser';

/** The address of the library as a tab; at one annotation where an id is given. */
export function libraryUrl(id?: string): string {
  const url = browser.runtime.getURL('/library.html' as '/');
  return id ? `${url}#id=${encodeURIComponent(id)}` : url;
}

/**
 * Opens the library beside the page where the browser lets us, else in a tab. Firefox opens its sidebar only from a
 * gesture of its own, never from a message.
 */
export async function openLibrary(id?: string, tabId?: number): Promise<void> {
  if (id === undefined && tabId !== undefined && 'sidePanel' in browser) {
    try {
      await browser.sidePanel.open({ tabId });
      return;
    } catch {
      // No gesture behind it: the tab will do.
    }
  }
  await browser.tabs.create({ url: libraryUrl(id) });
}
