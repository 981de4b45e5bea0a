import { browser } from 'wxt/browser';

/** The address of the library as a tab; at one annotation where an id is given. */
export function libraryUrl(id?: string): string {
  const url = browser.runtime.getURL('/library.html');
  return id ? `${url}#id=${encodeURIComponent(id)}` : url;
}

/** Firefox's side bar; not in the types, which are Chromium's. */
const { sidebarAction } = browser as unknown as { sidebarAction?: { open(): Promise<void> } };

/**
 * Opens the library beside the page where the browser lets us, else in a tab. Both browsers open a panel only in the
 * moment of a gesture of the reader's; Firefox counts none that came through a message.
 */
export async function openLibrary(id?: string, tabId?: number): Promise<void> {
  try {
    if (id === undefined && sidebarAction) return await sidebarAction.open();
    if (id === undefined && tabId !== undefined && 'sidePanel' in browser)
      return await browser.sidePanel.open({ tabId });
  } catch {
    // No gesture behind it: the tab will do.
  }
  await browser.tabs.create({ url: libraryUrl(id) });
}
