import { useEffect } from 'preact/hooks';
import { DEFAULT_SETTINGS } from '../../annotations/settings';
import type { CopiesProps } from '../../components/library/Copies';
import { backupIfDue, backups, makeBackup, readBackup } from '../../services/backup';
import { exportStream } from '../../services/export-stream';
import { saveSettings } from '../../services/settings';
import type { Store } from '../../store/database';
import { download } from './download';
import { useLive } from './use-live';
import { useSettings } from './use-settings';
import type { Undo } from './use-undo';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
/** When the last copy went to the downloads; in this page's own storage, since only it makes them. */
const LAST = 'last-download';

/** The rolling copies, wired; opening the library makes one that is due. */
export function useCopies(
  store: Store,
  { failed, during }: Pick<Undo, 'failed' | 'during'>,
): Omit<CopiesProps, 'onRestore'> {
  const settings = useSettings();
  const copies = useLive(() => backups(store), []);
  useEffect(() => {
    backupIfDue(store).catch(failed);
  }, []);
  const wantsDownloads = settings?.backupDownloads ?? false;
  useEffect(() => {
    if (!wantsDownloads || Date.now() - Number(localStorage.getItem(LAST)) < WEEK_MS) return;
    localStorage.setItem(LAST, String(Date.now()));
    exportStream(store, 'json', {}).then(download, failed);
  }, [wantsDownloads]);
  return {
    copies: copies.value ?? [],
    hasDownloads: (settings ?? DEFAULT_SETTINGS).backupDownloads,
    onCopyNow: () => makeBackup(store),
    onDownloadCopy: (made) => {
      during(readBackup(store, made))
        .then((blob = new Blob()) =>
          download({ name: `Tightrope copy ${made.slice(0, 10)}.json`, mime: blob.type, blob }),
        )
        .catch(failed);
    },
    onDownloads: (backupDownloads) => void saveSettings({ backupDownloads }).catch(failed),
  };
}
