import { useCallback, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { DEFAULT_SETTINGS, type Settings } from '../../annotations/settings';
import type { Page } from '../../annotations/types';
import { errorWords } from '../../components/errors';
import { t } from '../../components/i18n';
import { Popup } from '../../components/popup/Popup';
import { summaryAsMarkdown } from '../../exchange/summary';
import { sendFromExtension } from '../../messages/extension-side';
import { exportNotes } from '../../services/export/exporting';
import { hostOf, saveSettings, sitesOffWithout } from '../../services/settings';
import { openLibrary } from '../../services/tabs/library';
import { annotationsOfPage } from '../../store/annotations';
import { openStore } from '../../store/database';
import { forget } from '../../store/forget';
import { pageNote, writePageNote } from '../../store/notes';
import { download } from '../wiring/download';
import { useLive } from '../wiring/use-live';
import { useSettings } from '../wiring/use-settings';
import { useTab } from './use-tab';

const store = openStore();

/** The popup, wired to the tab under it, the store and the settings. */
export function PopupOfTab() {
  const [error, setError] = useState<string | null>(null);
  const [forgotten, setForgotten] = useState<number | null>(null);
  const onError = useCallback((thrown: unknown) => setError(errorWords(thrown)), []);
  const { tab, state, setState } = useTab(onError);
  const settings = useSettings() ?? DEFAULT_SETTINGS;
  const key = state?.pageKey;
  const stored = useLive(key === undefined ? null : () => annotationsOfPage(store, key), [key]);
  const note = useLive(
    key === undefined || tab === null || tab.isPrivate
      ? null
      : async () => (await pageNote(store, key))?.text ?? '',
    [key, tab?.isPrivate],
  );
  const site = hostOf(tab?.url || state?.origin || '');

  /** Runs a wish of the reader's; what goes wrong is said, and the last error is forgotten. */
  const run = (wish: () => Promise<unknown>) => {
    setError(null);
    wish().catch(onError);
  };
  const annotate = async () => {
    if (!tab) return;
    setState({ ...state, status: 'working' });
    setState(await sendFromExtension('tab/annotate', { tabId: tab.id }));
  };
  /** Changes settings, and has them take effect in open pages. */
  const change = async (patch: Partial<Settings>) => {
    await saveSettings(patch);
    // None named: every tab that shows annotations.
    await sendFromExtension('pages/refresh', { pageKeys: [] });
    if (tab) setState(await sendFromExtension('tab/state', { tabId: tab.id }));
  };

  const annotations = state?.unsaved ?? stored.value ?? [];
  // The page's state comes before its claims are read: without them it would say less than is known.
  const known =
    key === undefined || state?.unsaved !== undefined || stored.value !== undefined || stored.error !== null;
  /** The article, also where nothing was found in it. */
  const page: Page = annotations[0]?.page ?? {
    key: key ?? '',
    url: tab?.url ?? '',
    title: tab?.title ?? '',
    outlet: '',
    published: '',
    language: state?.language ?? '',
    fingerprint: '',
  };

  return (
    <Popup
      key={key}
      state={known ? state : null}
      annotations={annotations}
      // Not before it is known which article it is written on.
      pageNote={stored.value === undefined ? null : (note.value ?? null)}
      onCopySummary={async (sentences) => {
        try {
          await navigator.clipboard.writeText(summaryAsMarkdown(page, sentences));
          return true;
        } catch (thrown) {
          onError(thrown);
          return false;
        }
      }}
      onPageNote={(text) => writePageNote(store, page, text)}
      forgotten={forgotten}
      onForgetPage={
        key === undefined || tab === null || tab.isPrivate
          ? null
          : () =>
              run(async () => {
                setForgotten(await forget(store, { pageKey: key }));
                await sendFromExtension('pages/refresh', { pageKeys: [key] });
              })
      }
      settings={settings}
      site={site}
      error={error ?? (stored.error ? errorWords(stored.error) : null)}
      onJump={(id) =>
        run(async () => {
          if (!tab) return;
          const { found } = await sendFromExtension('tab/focus', { tabId: tab.id, id });
          if (found) window.close();
          else setError(t('popup.notFoundInPage'));
        })
      }
      onPlace={(id) =>
        run(async () => {
          if (!tab) return;
          const { started } = await sendFromExtension('tab/place', { tabId: tab.id, id });
          if (started) window.close();
          else setError(t('popup.notFoundInPage'));
        })
      }
      onAnnotate={() => run(annotate)}
      onGrant={() =>
        run(async () => {
          // Nothing may be awaited before the request: it needs the click's own moment.
          if (await browser.permissions.request({ origins: [`*://*.${site}/*`] })) await annotate();
        })
      }
      onSite={(on) =>
        run(async () => {
          const others = sitesOffWithout(settings.sitesOff, site);
          await change({ sitesOff: on ? others : [...others, site] });
          if (on) await annotate();
        })
      }
      onPause={(pausedUntil) => run(() => change({ pausedUntil }))}
      onMute={(argument, muted) =>
        run(() => {
          const others = settings.mutedArguments.filter((id) => id !== argument);
          return change({ mutedArguments: muted ? [...others, argument] : others });
        })
      }
      onExport={(format) =>
        run(async () => {
          // A private window's are in no store.
          const scope = state?.unsaved ? { annotations: state.unsaved } : { pageKey: key ?? '' };
          download(await exportNotes(store, format, scope));
        })
      }
      onOpenLibrary={() =>
        // At this article, where the library has something of it.
        run(() =>
          openLibrary({ pageKey: stored.value?.length ? key : undefined }, tab?.id).then(() =>
            window.close(),
          ),
        )
      }
      onOpenOptions={() => run(() => browser.runtime.openOptionsPage().then(() => window.close()))}
    />
  );
}
