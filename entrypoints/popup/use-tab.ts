import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { sendFromExtension } from '../../messages/extension-side';
import type { TabState } from '../../messages/protocol';

export interface Tab {
  readonly id: number;
  /** Empty where the browser doesn't tell. */
  readonly url: string;
  readonly title: string;
  /** In a private window nothing is stored. */
  readonly isPrivate: boolean;
}

/** The tab the popup is about: the active one, or the one named by `?tab=` where the popup is opened as a page. */
async function currentTab(): Promise<Tab> {
  const named = new URLSearchParams(location.search).get('tab');
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  const tab = named === null ? active : await browser.tabs.get(Number(named));
  return {
    id: tab?.id ?? -1,
    url: tab?.url ?? '',
    title: tab?.title ?? '',
    isPrivate: tab?.incognito ?? false,
  };
}

export interface TabView {
  readonly tab: Tab | null;
  readonly state: TabState | null;
  readonly setState: (state: TabState) => void;
}

/** The tab and its state, asked anew whenever the background writes to the session's storage. */
export function useTab(onError: (thrown: unknown) => void): TabView {
  const [tab, setTab] = useState<Tab | null>(null);
  const [state, setState] = useState<TabState | null>(null);

  useEffect(() => {
    // The tab too: an article that follows in the same document has an address and a title of its own.
    const read = async () => {
      const now = await currentTab();
      const state = await sendFromExtension('tab/state', { tabId: now.id });
      // Both in one go: of one article's note, and the address of the next, none must be seen together.
      setTab(now);
      setState(state);
    };
    const ask = () => void read().catch(onError);
    ask();
    const onChanged = (_changes: unknown, area: string) => {
      if (area === 'session') ask();
    };
    browser.storage.onChanged.addListener(onChanged);
    return () => browser.storage.onChanged.removeListener(onChanged);
  }, [onError]);

  return { tab, state, setState };
}
