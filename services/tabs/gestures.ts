/** What the reader asks for by context menu or keyboard. */
import { browser } from 'wxt/browser';
import { sendToPage } from '../../messages/background-side';
import { annotateTab } from './injection';
import { openLibrary } from './library';
import { readTab } from './tab-state';

/** Menu items; their titles are in the messages catalogue under these keys. */
const MENUS = [
  { id: 'annotate-page', title: 'menu_annotate', contexts: ['page'] },
  { id: 'link-selection', title: 'menu_link', contexts: ['selection'] },
  { id: 'open-library', title: 'common_openLibrary', contexts: ['action'] },
] as const;

/** Makes the context menu; at installation and update, as the browser keeps it. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, title, contexts } of MENUS)
    browser.contextMenus.create({
      id,
      title: browser.i18n.getMessage(title as '@@ui_locale') || id,
      contexts: [...contexts],
    });
}

/** A keyboard command, or a menu item of the same name. Firefox before 126 names no tab: the active one is meant. */
export async function onCommand(command: string, tabId: number | undefined): Promise<void> {
  const id = tabId ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  if (id === undefined) return;
  // First, and without waiting: panels open only in the very moment of the reader's gesture.
  if (command === 'open-library') await openLibrary({}, id);
  else if (command === 'annotate-page') await annotateTab(id);
  else if (command === 'link-selection') await linkSelection(id);
  else if (command === 'next-claim') await step(id, 'next');
  else if (command === 'previous-claim') await step(id, 'previous');
}

async function step(tabId: number, direction: 'next' | 'previous'): Promise<void> {
  const record = await readTab(tabId);
  await sendToPage(tabId, 'page/step', { direction }, record?.frameId ?? 0);
}

/** Where the annotator does not run yet, it is started first; it listens once it is injected. */
async function linkSelection(tabId: number): Promise<void> {
  const ask = async () => sendToPage(tabId, 'page/link-selection', {}, (await readTab(tabId))?.frameId ?? 0);
  await ask().catch(async () => {
    await annotateTab(tabId);
    await ask();
  });
}
