import { browser } from 'wxt/browser';
import { isOfTab, readTab } from './tab-state';

/** What the library is opened at. */
export interface Place {
  /** A claim. */
  readonly id?: string | undefined;
  /** An article's claims. */
  readonly pageKey?: string | undefined;
}

/** A place as the library's address has it (components/library-view.ts); empty for all of it. */
function hashOf({ id, pageKey }: Place): string {
  if (id !== undefined) return `#id=${encodeURIComponent(id)}`;
  return pageKey === undefined ? '' : `#page=${encodeURIComponent(pageKey)}`;
}

/** The address of the library as a tab. */
export const libraryUrl = (place: Place = {}): string =>
  browser.runtime.getURL('/library.html') + hashOf(place);

/** Firefox's side bar; not in the types, which are Chromium's. */
const { sidebarAction } = browser as unknown as { sidebarAction?: { open(): Promise<void> } };

/** A panel is opened without an address: here it finds where it is to go. */
const PANEL = 'panel-at';

interface PanelPlace {
  /** The tab beside which the panel was opened. */
  readonly tabId: number;
  readonly hash: string;
}

/** Keeps where a panel is to go; null: nowhere in particular. Without room for it, it opens at all of the library. */
async function keepPanelPlace(place: PanelPlace | null): Promise<void> {
  const { session } = browser.storage;
  await (place ? session.set({ [PANEL]: place }) : session.remove(PANEL)).catch(() => undefined);
}

/**
 * Opens the library beside the page where the browser lets us, else in a tab. Both browsers open a panel only in the
 * moment of a gesture of the reader's; Firefox counts none that came through a message.
 */
export async function openLibrary(place: Place, tabId?: number): Promise<void> {
  try {
    if (place.id === undefined && tabId !== undefined) {
      const hash = hashOf(place);
      // Not waited for: it would cost the moment.
      void keepPanelPlace(hash ? { tabId, hash } : null);
      if (sidebarAction) return await sidebarAction.open();
      if ('sidePanel' in browser) return await browser.sidePanel.open({ tabId });
    }
  } catch {
    // No gesture behind it: the tab will do.
  }
  await keepPanelPlace(null);
  await browser.tabs.create({ url: libraryUrl(place) });
}

/** The tab in front, in the panel's own window. */
const tabBeside = async () => (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id;

/**
 * Leads a panel where the tab beside it had it opened, now and as long as it stays open; and from one article to the
 * next, as the reader turns to other tabs, or the tab to another article.
 * @param isKept whether the library has anything of an article: what was found in it may be kept nowhere
 */
export function followTab(isKept: (pageKey: string) => Promise<boolean>): void {
  /** The article it was led to. */
  let article: string | null = null;
  /** Whether it shows that one still, in whatever order: where the reader has set another filter it stays. */
  const isLed = () => {
    const params = new URLSearchParams(location.hash.slice(1));
    const isPlain = [...params.keys()].every((name) => ['page', 'order', 'id'].includes(name));
    return isPlain && article !== null && params.get('page') === article;
  };
  const go = async () => {
    const place = (await browser.storage.session.get(PANEL))[PANEL] as PanelPlace | undefined;
    // Another window's panel is meant.
    if (!place || (await tabBeside()) !== place.tabId) return;
    await browser.storage.session.remove(PANEL);
    location.hash = place.hash;
    article = new URLSearchParams(place.hash.slice(1)).get('page');
  };
  /** A page may turn to another article by itself: who writes here must not be taken along. */
  const isWriting = () => document.activeElement?.matches('input, textarea') ?? false;
  const follow = async () => {
    if (!isLed() || isWriting()) return;
    const tabId = await tabBeside();
    const { state } = (tabId !== undefined && (await readTab(tabId))) || {};
    // Beside what holds no claims, those of the article before stay in sight.
    if (state?.status !== 'annotated' || state.pageKey === undefined) return;
    if (state.pageKey === article || !(await isKept(state.pageKey)) || !isLed() || isWriting()) return;
    const order = new URLSearchParams(location.hash.slice(1)).get('order');
    article = state.pageKey;
    location.hash = hashOf({ pageKey: article }) + (order === null ? '' : `&order=${order}`);
  };
  browser.storage.session.onChanged.addListener((changes) => {
    if (changes[PANEL]?.newValue) void go();
    else if (Object.keys(changes).some(isOfTab)) void follow();
  });
  browser.tabs.onActivated.addListener(() => void follow());
  void go();
}
