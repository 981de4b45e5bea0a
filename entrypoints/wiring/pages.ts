import { browser } from 'wxt/browser';

/** Opens the library as a full tab, at an annotation where one is named. */
export async function openLibraryTab(id?: string): Promise<void> {
  const hash = id === undefined ? '' : `#id=${encodeURIComponent(id)}`;
  await browser.tabs.create({ url: browser.runtime.getURL('library.html') + hash });
}
