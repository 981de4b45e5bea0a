import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Settings } from '../../annotations/settings';
import { shownOf } from '../../annotations/shown';
import { errorWords } from '../../components/errors';
import { Options } from '../../components/options/Options';
import { ENGINE_VERSION } from '../../engine/version';
import { sendFromExtension } from '../../messages/extension-side';
import { exportNotes } from '../../services/exporting';
import { importNotes } from '../../services/importing';
import { saveSettings } from '../../services/settings';
import { queryAnnotations } from '../../store/annotations';
import { openStore } from '../../store/database';
import { download } from '../wiring/download';
import { useLive } from '../wiring/use-live';
import { useSettings } from '../wiring/use-settings';
import { deleteEverything } from './delete-everything';
import { useShortcuts } from './use-shortcuts';
import { useSites } from './use-sites';

const store = openStore();

/** The settings page, wired to settings, permissions and store. */
export function LiveOptions() {
  const settings = useSettings();
  const [error, setError] = useState<string | null>(null);
  const [bytes, setBytes] = useState<number | null>(null);
  const [deleted, setDeleted] = useState(false);
  const run = useCallback((wish: () => Promise<unknown>) => {
    setError(null);
    wish().catch((thrown: unknown) => setError(errorWords(thrown)));
  }, []);
  const sites = useSites(run);
  const keyboard = useShortcuts();
  const all = useLive(() => queryAnnotations(store), []);
  const count = all.value?.length ?? null;

  // Asked anew as the count changes.
  useEffect(() => {
    void navigator.storage?.estimate().then(({ usage }) => setBytes(usage ?? null));
  }, [count]);

  const onChange = (patch: Partial<Settings>) =>
    run(async () => {
      await saveSettings(patch);
      await sendFromExtension('pages/refresh', { pageKeys: [] });
    });

  if (!settings) return null;
  return (
    <Options
      settings={settings}
      error={error ?? (all.error ? errorWords(all.error) : null)}
      onChange={onChange}
      shownAt={
        all.value
          ? (threshold) => all.value?.filter((one) => shownOf(one, threshold) !== null).length ?? 0
          : null
      }
      sites={sites}
      keyboard={keyboard}
      data={{
        count,
        bytes,
        deleted,
        onExport: (format) => run(async () => download(await exportNotes(store, format, {}))),
        onImport: (text, tryOnly) => importNotes(store, text, { dryRun: tryOnly }),
        onDeleteAll: () =>
          run(async () => {
            const keys = [...new Set(all.value?.map(({ page }) => page.key))];
            await deleteEverything(store);
            setDeleted(true);
            await sendFromExtension('pages/refresh', { pageKeys: keys });
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
