import { useCallback, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { spanOfDay } from '../../annotations/local-day';
import type { Settings } from '../../annotations/settings';
import { errorWords } from '../../components/errors';
import { t } from '../../components/i18n';
import { Options } from '../../components/options/Options';
import { ENGINE_VERSION } from '../../engine/version';
import { sendFromExtension } from '../../messages/extension-side';
import { endingOnceTaken, importSession } from '../../services/import/import-session';
import { isInPrivateWindow, openInNormalWindow } from '../../services/private-window';
import { saveSettings } from '../../services/settings';
import { openStore } from '../../store/database';
import { type Forgettable, forget, forgetEverything, sitesKept } from '../../store/forget';
import startImport from '../wiring/import.worker?start';
import { useBusy } from '../wiring/use-busy';
import { useExport } from '../wiring/use-export';
import { useLive } from '../wiring/use-live';
import { useSettings } from '../wiring/use-settings';
import { useHealth } from './use-health';
import { useShortcuts } from './use-shortcuts';
import { useShown } from './use-shown';
import { useSites } from './use-sites';

const store = openStore();

/** The settings page, wired to settings, permissions and store. */
export function LiveOptions() {
  const settings = useSettings();
  const [error, setError] = useState<string | null>(null);
  const [forgotten, setForgotten] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const { isBusy, during } = useBusy();
  const failed = useCallback((thrown: unknown) => setError(errorWords(thrown)), []);
  /** What was said of the wish before does not stand beside what comes of this one. */
  const begin = useCallback(() => {
    setError(null);
    setSaid('');
  }, []);
  const run = useCallback(
    (wish: () => Promise<unknown>) => {
      begin();
      wish().catch(failed);
    },
    [begin, failed],
  );
  const exporting = useExport(store, { did: setSaid, failed, during });
  const sites = useSites(run);
  const keyboard = useShortcuts();
  const { count, shownAt, error: unread } = useShown(store);
  const health = useHealth(store, count);
  const sitesWithNotes = useLive(() => sitesKept(store), []);
  const onForget = (what: Forgettable) =>
    run(async () => {
      setForgotten(null);
      setForgotten(await during(forget(store, what)));
      await sendFromExtension('pages/refresh', { pageKeys: [] });
    });

  const onChange = (patch: Partial<Settings>) =>
    run(async () => {
      await saveSettings(patch);
      await sendFromExtension('pages/refresh', { pageKeys: [] });
    });

  if (!settings) return null;
  return (
    <Options
      settings={settings}
      error={error ?? (unread ? errorWords(unread) : null)}
      onChange={onChange}
      shownAt={shownAt}
      sites={sites}
      keyboard={keyboard}
      data={{
        onOpenNormal: isInPrivateWindow() ? () => run(() => openInNormalWindow(location.href)) : null,
        count,
        ...health,
        forget: {
          sites: sitesWithNotes.value ?? [],
          forgotten,
          onForgetSite: (site) => onForget({ site }),
          onForgetDay: (day) => {
            const span = spanOfDay(day);
            if (span) onForget(span);
            else setForgotten(0);
          },
        },
        progress: exporting.progress,
        isBusy,
        said,
        onExport: (format) => {
          begin();
          exporting.save(format, {});
        },
        onImport: (file) => {
          begin();
          return endingOnceTaken(importSession(startImport(), file));
        },
        onDeleteAll: () =>
          run(async () => {
            await during(forgetEverything(store));
            setSaid(t('options.dataDeleted'));
            await sendFromExtension('pages/refresh', { pageKeys: [] });
          }),
      }}
      about={{
        version: browser.runtime.getManifest().version,
        engine: ENGINE_VERSION,
        onWelcome: () => run(() => browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })),
      }}
    />
  );
}
