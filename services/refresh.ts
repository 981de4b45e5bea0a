/** Open pages follow what was edited elsewhere. */
import type { Annotation } from '../annotations/types';
import { sendToPage } from '../messages/background-side';
import { annotationsOfPage, inPageOrder } from '../store/annotations';
import type { Store } from '../store/database';
import { pageSettingsOf } from './annotate';
import { countShown, showBadge } from './badge';
import { isOnSites, loadSettings, readSettings } from './settings';
import { allTabs, keysOf, startTab, type TabRecord, updateTab } from './tab-state';

/** Everything a tab shows: what is stored for its articles, and what is not stored. */
export async function annotationsOfTab(
  store: Store,
  record: TabRecord,
  isPrivate: boolean,
): Promise<Annotation[]> {
  const stored = isPrivate
    ? []
    : (await Promise.all(keysOf(record).map((key) => annotationsOfPage(store, key)))).flat();
  const ids = new Set(stored.map(({ id }) => id));
  const keys = keysOf(record);
  // Those of an article that the page has left stay in the record, for as long as they can still be edited.
  const unsaved = record.unsaved.filter(({ id, page }) => !ids.has(id) && keys.includes(page.key));
  return inPageOrder([...stored, ...unsaved]);
}

/** Sets a tab's badge and count from what it shows. */
export async function showCount(tabId: number, annotations: readonly Annotation[]): Promise<void> {
  const count = countShown(annotations, pageSettingsOf(await loadSettings()));
  await updateTab(tabId, (record) => {
    const { status } = record.state;
    const counts = status === 'annotated' || status === 'nothing-found' || status === 'working';
    const state = {
      ...record.state,
      status: counts ? (count ? 'annotated' : 'nothing-found') : status,
      count,
    } as const;
    return { ...record, state };
  });
  await showBadge(tabId, count);
}

/** Repaints one tab. A tab whose page has gone is passed over. */
export async function refreshTab(store: Store, tabId: number, record: TabRecord): Promise<void> {
  const settings = pageSettingsOf(await loadSettings());
  const annotations = await annotationsOfTab(store, record, record.isPrivate);
  await showCount(tabId, annotations);
  await sendToPage(tabId, 'page/refresh', { annotations, settings }, record.frameId).catch(() => undefined);
}

/**
 * Repaints the tabs that show one of the pages; every annotated tab where none is named (the settings changed).
 * @throws StoreError
 */
export async function refreshPages(store: Store, pageKeys: readonly string[]): Promise<void> {
  const tabs = (await allTabs()).filter(({ record }) => {
    const keys = keysOf(record);
    return keys.length > 0 && (!pageKeys.length || keys.some((key) => pageKeys.includes(key)));
  });
  await Promise.all(tabs.map(({ tabId, record }) => refreshTab(store, tabId, record)));
}

/** The settings changed: tabs on a site that was switched off just now fall silent, also where it was wished for. */
async function stopOnSites(hosts: readonly string[]): Promise<void> {
  const tabs = (await allTabs()).filter(({ record }) => isOnSites(hosts, record.url));
  await Promise.all(
    tabs.map(async ({ tabId, record }) => {
      await sendToPage(tabId, 'page/stop', {}, record.frameId).catch(() => undefined);
      await startTab(tabId, record.url, { status: 'off' });
      await showBadge(tabId, 0);
    }),
  );
}

/** Follows the settings wherever they are changed. Session storage, which changes all the time, is none of them. */
export async function onStorageChanged(
  changes: Readonly<Record<string, { readonly oldValue?: unknown; readonly newValue?: unknown }>>,
  area: string,
): Promise<void> {
  const change = changes.settings;
  if (area !== 'local' || !change) return;
  const before = readSettings(change.oldValue).sitesOff;
  const now = readSettings(change.newValue).sitesOff;
  const switchedOff = now.filter((host) => !before.includes(host));
  if (switchedOff.length) await stopOnSites(switchedOff);
}
