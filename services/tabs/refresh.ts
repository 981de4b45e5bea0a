/** Open pages follow what was edited elsewhere. */
import { plainHost } from '../../annotations/address';
import type { Settings } from '../../annotations/settings';
import type { Annotation } from '../../annotations/types';
import { sendToPage } from '../../messages/background-side';
import type { TabState, ToPage } from '../../messages/protocol';
import { annotationsOfPage, inPageOrder } from '../../store/annotations';
import type { Store } from '../../store/database';
import { pageSettingsOf } from '../annotate';
import { isOnSites, loadSettings } from '../settings';
import { countShown, showBadge } from './badge';
import { canRead, originOf } from './origins';
import { allTabs, editableKeysOf, keysInView, startTab, type TabRecord, updateTab } from './tab-state';

/** Everything of a tab's article in view, or of other articles of it: what is stored, and what is not. */
export async function annotationsOfTab(
  store: Store,
  record: TabRecord,
  isPrivate: boolean,
  keys: readonly string[] = keysInView(record),
): Promise<Annotation[]> {
  const stored = isPrivate
    ? []
    : (await Promise.all(keys.map((key) => annotationsOfPage(store, key)))).flat();
  const ids = new Set(stored.map(({ id }) => id));
  // Those of an article that the page has left stay in the record, for as long as they can still be edited.
  const unsaved = record.unsaved.filter(({ id, page }) => !ids.has(id) && keys.includes(page.key));
  return inPageOrder([...stored, ...unsaved]);
}

/** Sets a tab's badge and count from what it shows. */
export async function showCount(tabId: number, annotations: readonly Annotation[]): Promise<void> {
  const shown = countShown(annotations, pageSettingsOf(await loadSettings()));
  let count = 0;
  await updateTab(tabId, (record) => {
    const { status } = record.state;
    // Since they were read, the tab may have fallen silent.
    count = keysInView(record).length > 0 ? shown : 0;
    // What is being read has no count yet; a former article of the tab may still be heard of.
    const isRead = status === 'working' && keysInView(record).length > 0;
    const counts = status === 'annotated' || status === 'nothing-found' || isRead;
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
async function refreshTab(store: Store, tabId: number, record: TabRecord): Promise<void> {
  const settings = pageSettingsOf(await loadSettings());
  const annotations = await annotationsOfTab(store, record, record.isPrivate);
  await showCount(tabId, annotations);
  const tell = (request: ToPage['page/refresh']['request']) =>
    sendToPage(tabId, 'page/refresh', request, record.frameId).catch(() => undefined);
  await tell({ annotations, settings });
  // Those the reader has scrolled past.
  for (const [visit, { key }] of Object.entries(record.former)) {
    const annotations = await annotationsOfTab(store, record, record.isPrivate, [key]);
    await tell({ visit, annotations, settings });
  }
}

/**
 * Repaints the tabs that show one of the pages; every annotated tab where none is named (the settings changed).
 * @throws StoreError
 */
export async function refreshPages(store: Store, pageKeys: readonly string[]): Promise<void> {
  const tabs = (await allTabs()).filter(({ record }) => {
    const keys = editableKeysOf(record);
    return keys.length > 0 && (!pageKeys.length || keys.some((key) => pageKeys.includes(key)));
  });
  await Promise.all(tabs.map(({ tabId, record }) => refreshTab(store, tabId, record)));
}

/** A tab falls silent, also where it was wished for. */
async function stop(
  tabId: number,
  { frameId, url }: TabRecord,
  state: TabState,
  over: Parameters<typeof startTab>[3] = {},
): Promise<void> {
  // First of all: what is being analysed must hear of it before it is kept.
  await startTab(tabId, url, state, over);
  await sendToPage(tabId, 'page/stop', {}, frameId).catch(() => undefined);
  await showBadge(tabId, 0);
}

/**
 * The reader took the permission for some sites back: what is open of them falls silent too. A script that is in a page
 * stays there, and would go on reading what comes late and what the page turns to: it is told to end.
 * @param patterns match patterns of the sites
 */
export async function stopWhereRevoked(patterns: readonly string[]): Promise<void> {
  // The browser's own menu of a site may name all of its host: `*://www.…/*`.
  const hostIn = (pattern: string) => plainHost(/:\/\/(?:\*\.)?([^/]+)/.exec(pattern)?.[1] ?? '');
  const hosts = patterns.map((pattern) => (pattern === '<all_urls>' ? '*' : hostIn(pattern)));
  const isMeant = (url: string) => hosts.includes('*') || isOnSites(hosts, url);
  for (const { tabId, record } of await allTabs()) {
    // On the way to another article its record has no address yet.
    const origin = originOf(record.url) || (record.state.origin ?? '');
    if (origin === '' || !isMeant(origin) || (await canRead(origin))) continue;
    // No article of it is known any more, or what is being analysed would be kept.
    await stop(tabId, record, { status: 'no-access', origin }, { isClosed: true, former: {} });
    await sendToPage(tabId, 'site/revoked', {}).catch(() => undefined);
  }
}

/** The settings changed: tabs on a site that was switched off just now fall silent. */
export async function onSettingsChanged(now: Settings, before: Settings): Promise<void> {
  const switchedOff = now.sitesOff.filter((host) => !before.sitesOff.includes(host));
  if (!switchedOff.length) return;
  const tabs = (await allTabs()).filter(({ record }) => isOnSites(switchedOff, record.url));
  await Promise.all(tabs.map(({ tabId, record }) => stop(tabId, record, { status: 'off' })));
}
