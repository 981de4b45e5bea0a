/** An annotation that has lost its place is given one anew by the reader, in a tab that shows its page. */
import { browser } from 'wxt/browser';
import { sendToPage } from '../../messages/background-side';
import { getAnnotation } from '../../store/annotations';
import type { Store } from '../../store/database';
import { allTabs, keysInView, readTab } from './tab-state';

/**
 * Has a tab's page let the reader select where an annotation stands now.
 * @param tabId the tab; without it the last of those that show the annotation's page, which is brought to the front
 * @returns whether the page lets the reader do so; false where no tab shows it
 */
export async function placeInTab(store: Store, id: string, tabId?: number): Promise<{ started: boolean }> {
  const wanted = tabId ?? (await tabShowing(store, id));
  if (wanted === undefined) return { started: false };
  const record = await readTab(wanted);
  const reply = await sendToPage(wanted, 'page/place', { id }, record?.frameId ?? 0).catch(() => null);
  if (reply?.started && tabId === undefined) await browser.tabs.update(wanted, { active: true });
  return { started: reply?.started ?? false };
}

async function tabShowing(store: Store, id: string): Promise<number | undefined> {
  const key = (await getAnnotation(store, id))?.page.key;
  if (key === undefined) return undefined;
  return (await allTabs()).findLast(({ record }) => keysInView(record).includes(key))?.tabId;
}
