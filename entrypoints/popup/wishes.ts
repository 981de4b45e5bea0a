/** What the reader can wish for in the popup, and what is done then. */
import { browser } from 'wxt/browser';
import type { Settings } from '../../annotations/settings';
import { t } from '../../components/i18n';
import type { ArticleWishes, PageWishes, ReadingWishes, ScreenWishes } from '../../components/popup/wishes';
import { summaryAsMarkdown } from '../../exchange/summary';
import { sendFromExtension } from '../../messages/extension-side';
import { exportNotes } from '../../services/export/exporting';
import { saveSettings, sitesOffWithout } from '../../services/settings';
import { openLibrary } from '../../services/tabs/library';
import type { Store } from '../../store/database';
import { forget } from '../../store/forget';
import { writePageNote } from '../../store/notes';
import { download } from '../wiring/download';
import type { Article } from './use-article';
import type { TabView } from './use-tab';

/** How wishes are run, and what became of them is said. */
export interface Running {
  /** Runs one; what goes wrong is said, and what was said of the last one is said no more. */
  readonly run: (wish: () => Promise<unknown>) => void;
  readonly say: (problem: string) => void;
  readonly failed: (thrown: unknown) => void;
}

async function annotate({ tab, state, setState }: TabView): Promise<void> {
  if (!tab) return;
  setState({ ...state, status: 'working' });
  setState(await sendFromExtension('tab/annotate', { tabId: tab.id }));
}

/** Of the page: that it is read, and leads to a claim. */
export function pageWishes(view: TabView, { run, say }: Running): PageWishes {
  const { tab } = view;
  /** The page goes on from here; where it does not, that is said. */
  const leave = (isThere: boolean) => {
    if (isThere) window.close();
    else say(t('popup.notFoundInPage'));
  };
  return {
    onAnnotate: () => run(() => annotate(view)),
    onJump: (id) =>
      run(async () => {
        if (tab) leave((await sendFromExtension('tab/focus', { tabId: tab.id, id })).found);
      }),
    onPlace: (id) =>
      run(async () => {
        if (tab) leave((await sendFromExtension('tab/place', { tabId: tab.id, id })).started);
      }),
  };
}

/** Of the reading: that this site, this hour, these arguments are read or not. */
export function readingWishes(
  view: TabView,
  settings: Settings,
  site: string,
  { run }: Running,
): ReadingWishes {
  /** Changes settings, and has them take effect in open pages. */
  const change = async (patch: Partial<Settings>) => {
    await saveSettings(patch);
    // None named: every tab that shows annotations.
    await sendFromExtension('pages/refresh', { pageKeys: [] });
    const { tab, setState } = view;
    if (tab) setState(await sendFromExtension('tab/state', { tabId: tab.id }));
  };
  return {
    onGrant: () =>
      run(async () => {
        // Nothing may be awaited before the request: it needs the click's own moment.
        if (await browser.permissions.request({ origins: [`*://*.${site}/*`] })) await annotate(view);
      }),
    onSite: (on) =>
      run(async () => {
        const others = sitesOffWithout(settings.sitesOff, site);
        await change({ sitesOff: on ? others : [...others, site] });
        if (on) await annotate(view);
      }),
    onPause: (pausedUntil) => run(() => change({ pausedUntil })),
    onMute: (argument, muted) =>
      run(() => {
        const others = settings.mutedArguments.filter((id) => id !== argument);
        return change({ mutedArguments: muted ? [...others, argument] : others });
      }),
  };
}

/** Of the article: its summary, a note on it, its export; that it is forgotten. */
export function articleWishes(
  store: Store,
  { key, keptAs, unsaved, page }: Article,
  onForgotten: (forgotten: { readonly key: string; readonly count: number }) => void,
  { run, failed }: Running,
): ArticleWishes {
  return {
    onCopySummary: async (sentences) => {
      try {
        await navigator.clipboard.writeText(summaryAsMarkdown(page, sentences));
        return true;
      } catch (thrown) {
        failed(thrown);
        return false;
      }
    },
    onNote: (text) => writePageNote(store, page, text),
    onForget:
      keptAs === null
        ? null
        : () =>
            run(async () => {
              onForgotten({ key: keptAs, count: await forget(store, { pageKey: keptAs }) });
              await sendFromExtension('pages/refresh', { pageKeys: [keptAs] });
            }),
    onExport: (format) =>
      run(async () => {
        // A private window's are in no store.
        const scope = unsaved ? { annotations: unsaved } : { pageKey: key ?? '' };
        download(await exportNotes(store, format, scope));
      }),
  };
}

/** Of other screens of ours: the popup closes on them. */
export function screenWishes({ tab }: TabView, { key, stored }: Article, { run }: Running): ScreenWishes {
  const close = () => window.close();
  return {
    // At this article, where the library has something of it.
    onOpenLibrary: () =>
      run(() => openLibrary({ pageKey: stored?.length ? key : undefined }, tab?.id).then(close)),
    onOpenOptions: () => run(() => browser.runtime.openOptionsPage().then(close)),
  };
}
