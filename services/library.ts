import { browser } from 'wxt/browser';

/** What the library is opened at. */
export interface Place {
  /** A claim. */
  readonly id?: string | undefined;
  /** An article's claims. */
  readonly pageKey?: string | undefined;
}

/** A place as the library's address has it (components/library/filter-hash.ts); empty for all of it. */
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

/** Leads a panel where the tab beside it had it opened, now and as long as it stays open. */
export function followOpening(): void {
  const go = async () => {
    const place = (await browser.storage.session.get(PANEL))[PANEL] as PanelPlace | undefined;
    if (!place) return;
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    // Another window's panel is meant.
    if (tab?.id !== place.tabId) return;
    await browser.storage.session.remove(PANEL);
    location.hash = place.hash;
  };
  browser.storage.session.onChanged.addListener((changes) => {
    if (changes[PANEL]?.newValue) void go();
  });
  void go();
}
