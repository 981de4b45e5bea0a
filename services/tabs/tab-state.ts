/** What is known of each tab, in storage.session: it outlives the worker, and ends with the browser session. */
import { browser } from 'wxt/browser';
import { isTouched } from '../../annotations/touched';
import type { Annotation, Page } from '../../annotations/types';
import { errorKeyOf } from '../../messages/envelope';
import type { TabState } from '../../messages/protocol';
import { keepInSession } from '../session';
import { isSameAddress, isSameOrigin, originOf } from './origins';

export interface TabRecord {
  readonly state: TabState;
  /** The article in view and the random id of its visit, against which its writing is checked; null: none of ours. */
  readonly inView: { readonly visit: string; readonly page: Page } | null;
  /**
   * Those before it, by the ids of their visits: a page that goes elsewhere by itself still shows them for a moment, or
   * goes on showing them (infinite scroll). The latest come last.
   */
  readonly former: Readonly<Record<string, Page>>;
  /** Annotations that are not stored: of a private window, or untouched where only touched ones are kept. */
  readonly unsaved: readonly Annotation[];
  /** Of a private window: the one of them deleted last, so that it can be taken back. */
  readonly removed: Annotation | null;
  /**
   * What the reader did in a private window at other origins, put aside until the tab is there again: no page of this
   * one is shown it.
   */
  readonly aside: readonly Annotation[];
  /** The frame the annotator runs in. */
  readonly frameId: number;
  /** The address (without fragment) the record is about; empty where the browser does not say. */
  readonly url: string;
  /** The reader asked for this address to be annotated. */
  readonly isWished: boolean;
  /** No permission stands for its site, or none any more: what the reader did not ask for is not read (`mayRead`). */
  readonly isClosed: boolean;
  /** In a private window: nothing of it is stored. */
  readonly isPrivate: boolean;
}

const keyOf = (tabId: number) => `tab:${tabId}`;

/** Whether a key of storage.session is that of a tab. */
export const isOfTab = (key: string): boolean => key.startsWith('tab:');

const EMPTY: TabRecord = {
  state: { status: 'working' },
  inView: null,
  former: {},
  unsaved: [],
  removed: null,
  aside: [],
  frameId: 0,
  url: '',
  isWished: false,
  isClosed: false,
  isPrivate: false,
};

/** What is known of a tab, or undefined. */
export async function readTab(tabId: number): Promise<TabRecord | undefined> {
  const key = keyOf(tabId);
  return (await browser.storage.session.get(key))[key] as TabRecord | undefined;
}

/** The address a tab is at, by the browser's word or the record's; empty where neither says. */
export async function addressOfTab(tabId: number, record: TabRecord | undefined): Promise<string> {
  const { url } = await browser.tabs.get(tabId).catch(() => ({ url: '' }));
  return url || (record?.url ?? '');
}

/** Changes to one tab wait for each other, or two of them would overwrite one another's half. */
const queues = new Map<number, Promise<unknown>>();

async function inTurn<T>(tabId: number, work: () => Promise<T>): Promise<T> {
  const turn = (queues.get(tabId) ?? Promise.resolve()).then(work);
  const settled = turn.catch(() => undefined);
  queues.set(tabId, settled);
  try {
    return await turn;
  } finally {
    if (queues.get(tabId) === settled) queues.delete(tabId);
  }
}

/**
 * Changes what is known of a tab. Of one that was closed nothing is known any more, whatever comes late of it.
 * @param change asked once more where room had to be made first
 * @returns what is known now
 * @throws MessageError `memory-full` where there is no room left; what was known before still is
 */
export async function updateTab(tabId: number, change: (record: TabRecord) => TabRecord): Promise<TabRecord> {
  const write = () =>
    inTurn(tabId, async () => {
      const known = await readTab(tabId);
      const record = withoutOld(change(known ?? EMPTY));
      if (known || (await isOpen(tabId))) await keepInSession({ [keyOf(tabId)]: record });
      return record;
    });
  try {
    return await write();
  } catch (thrown) {
    if (errorKeyOf(thrown) !== 'memory-full') throw thrown;
    await makeRoom();
    return write();
  }
}

/**
 * Lets go of what was merely found in articles that are not in view, in all tabs: it is found again. Each in its own
 * turn and without holding another's, or two tabs would wait for each other.
 */
async function makeRoom(): Promise<void> {
  for (const { tabId } of await allTabs())
    await inTurn(tabId, async () => {
      const known = await readTab(tabId);
      if (!known) return;
      const keys = keysInView(known);
      const unsaved = known.unsaved.filter((a) => keys.includes(a.page.key) || isTouched(a));
      if (unsaved.length < known.unsaved.length)
        await keepInSession({ [keyOf(tabId)]: { ...known, unsaved } });
    });
}

function isOpen(tabId: number): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );
}

/** Articles a tab remembers beside the one in view. */
const MOST_FORMER = 12;

/**
 * The record without what was merely found in articles it knows no more, but for those read last: left behind, it would
 * grow with every article and be written anew with every change. It is found again. What the reader did stays.
 */
function withoutOld(record: TabRecord): TabRecord {
  // `unsaved` ends with the annotations of the article read last.
  const last = [...new Set(record.unsaved.map(({ page }) => page.key).reverse())].slice(0, MOST_FORMER);
  const keys = new Set([...last, ...editableKeysOf(record)]);
  return {
    ...record,
    unsaved: record.unsaved.filter((a) => keys.has(a.page.key) || isTouched(a)),
  };
}

/**
 * What is known of a tab that has just come to an address. Where it left the one before without a load, that one's
 * articles may still stand on the page: those of the same origin stay known.
 */
export function freshTab(url: string, state: TabState, before: TabRecord = EMPTY): TabRecord {
  const past = pastAt(url, before);
  const former = before.url === '' ? past.former : {};
  return { ...EMPTY, ...past, state, url, former, isPrivate: before.isPrivate };
}

/** Annotations of other origins that are put aside. */
const MOST_ASIDE = 500;

/**
 * What of a tab's past the site at an address may go on seeing: its own articles and annotations. Of other sites'
 * unsaved annotations, those the reader has worked on are put aside until the tab is there again (only a private
 * window has such); those merely found are dropped, since they will be found again.
 */
function pastAt(url: string, { former, unsaved, aside }: TabRecord) {
  const isOwn = ({ page }: Annotation) => isSameOrigin(page.url, url);
  const all = [...aside, ...unsaved];
  return {
    former: Object.fromEntries(Object.entries(former).filter(([, page]) => isSameOrigin(page.url, url))),
    unsaved: all.filter(isOwn),
    aside: all.filter((a) => !isOwn(a) && isTouched(a)).slice(-MOST_ASIDE),
  };
}

/** A tab starts afresh at an address. */
export function startTab(
  tabId: number,
  url: string,
  state: TabState,
  over: Partial<Pick<TabRecord, 'isWished' | 'isClosed' | 'former'>> = {},
): Promise<TabRecord> {
  return updateTab(tabId, (before) => ({ ...freshTab(url, state, before), ...over }));
}

/** The record of a tab whose document now shows another of its articles; none of ours where no page is given. */
export function withInView(record: TabRecord, visit: string, page: Page | undefined): TabRecord {
  const { inView, former } = record;
  const { [visit]: _, ...others } = inView ? { ...former, [inView.visit]: inView.page } : former;
  return {
    ...record,
    inView: page ? { visit, page } : null,
    former: Object.fromEntries(Object.entries(others).slice(-MOST_FORMER)),
  };
}

/** The record of a tab that learnt of an article which its reader has left meanwhile. */
export function withFormer(record: TabRecord, visit: string, page: Page): TabRecord {
  if (record.inView?.visit === visit) return record;
  const { [visit]: _, ...others } = record.former;
  const former = Object.fromEntries([...Object.entries(others), [visit, page]].slice(-MOST_FORMER));
  return { ...record, former };
}

/**
 * A tab went to another address: it shows nothing of ours there yet, unless the page was quicker to say so. In a new
 * document it starts afresh.
 */
export function leaveAddress(tabId: number, address: string): Promise<TabRecord> {
  return updateTab(tabId, (now) => {
    if (now.url === address) return now;
    if (isSameAddress(now.url, address)) return { ...now, url: address };
    const { isPrivate, isClosed, frameId } = now;
    const past = pastAt(address, withInView(now, '', undefined));
    const state = { status: 'not-an-article', origin: originOf(address) } as const;
    return { ...EMPTY, state, ...past, isPrivate, isClosed, frameId };
  });
}

/**
 * A tab's unsaved annotations after one of its articles was analysed: that article's as the analysis leaves them, but
 * what the reader did meanwhile stands; all others as they are by now.
 * @param known what the analysis knew of
 */
export function unsavedAfter(
  now: readonly Annotation[],
  key: string,
  known: readonly Annotation[],
  found: readonly Annotation[],
): Annotation[] {
  const isOfPage = ({ page }: Annotation) => page.key === key;
  const before = new Map(known.map((a) => [a.id, a]));
  const isLater = (a: Annotation) => isTouched(a) && a.modified !== before.get(a.id)?.modified;
  const later = now.filter((a) => isOfPage(a) && isLater(a));
  const isTaken = ({ id }: Annotation) =>
    later.some((a) => a.id === id) || (before.has(id) && !now.some((a) => a.id === id));
  return [...now.filter((a) => !isOfPage(a)), ...found.filter((a) => isOfPage(a) && !isTaken(a)), ...later];
}

/** Annotations as a tab's record has them by now, where it has them. */
export function latest(list: readonly Annotation[], { unsaved }: TabRecord): Annotation[] {
  const known = new Map(unsaved.map((a) => [a.id, a]));
  return list.map((a) => known.get(a.id) ?? a);
}

/** Forgets a tab, once what was under way has come to its end. */
export function forgetTab(tabId: number): Promise<void> {
  return inTurn(tabId, () => browser.storage.session.remove(keyOf(tabId)));
}

/** A tab goes on under another id, as Chromium has it once a tab was taken out of memory: what is known of it goes along. */
export async function moveTab(from: number, to: number): Promise<void> {
  const known = await readTab(from);
  if (known) await updateTab(to, () => known);
  await forgetTab(from);
}

/** Every tab something is known of. */
export async function allTabs(): Promise<{ readonly tabId: number; readonly record: TabRecord }[]> {
  const all = await browser.storage.session.get(null);
  return Object.entries(all).flatMap(([key, record]) =>
    isOfTab(key) ? [{ tabId: Number(key.slice(4)), record: record as TabRecord }] : [],
  );
}

/**
 * The keys of the articles whose claims may still be edited in a tab: those it shows, and showed a moment ago.
 * @param by the address of the page that asks: it may edit those of its own origin only
 */
export function editableKeysOf({ inView, former }: TabRecord, by?: string): string[] {
  const pages = [...(inView ? [inView.page] : []), ...Object.values(former)];
  const own = by === undefined ? pages : pages.filter(({ url }) => isSameOrigin(url, by));
  return [...new Set(own.map(({ key }) => key))];
}

/** The article of a visit, in view or not. The visit's id is a page's word: it may be a name every object knows. */
export function visitIn(record: TabRecord, visit: string): Page | undefined {
  if (record.inView?.visit === visit) return record.inView.page;
  return Object.hasOwn(record.former, visit) ? record.former[visit] : undefined;
}

/** The key of the article in view, alone; an empty list where there is none. */
export function keysInView({ inView }: TabRecord): string[] {
  return inView ? [inView.page.key] : [];
}
