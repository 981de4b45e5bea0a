import { useEffect } from 'preact/hooks';
import type { CopiesProps } from '../../components/exchange/Copies';
import { fileName } from '../../exchange/file-name';
import { backupIfDue, backups, makeBackup, readBackup } from '../../services/backup';
import { exportStream } from '../../services/export/export-stream';
import { saveSettings } from '../../services/settings';
import type { Store } from '../../store/database';
import { download } from './download';
import { useLive } from './use-live';
import { useSettings } from './use-settings';
import type { Undo } from './use-undo';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
/** When the last copy went to the downloads; in this page's own storage, since only it makes them. */
const LAST = 'last-download';

/**
 * Puts a copy of everything into the downloads where the last is a week old. It is marked as made before it is, so that
 * a library in another tab does not make it too; one that could not be made is due again.
 * @throws StoreError; then none was made
 */
export async function downloadIfDue(store: Store, save = download): Promise<void> {
  const last = localStorage.getItem(LAST) ?? '0';
  const since = Date.now() - Number(last);
  // One of a later time was made by a clock that ran ahead.
  if (since >= 0 && since < WEEK_MS) return;
  localStorage.setItem(LAST, String(Date.now()));
  try {
    save(await exportStream(store, 'json', {}));
  } catch (thrown) {
    localStorage.setItem(LAST, last);
    throw thrown;
  }
}

/** The rolling copies, wired; opening the library makes one that is due. */
export function useCopies(
  store: Store,
  { failed, during }: Pick<Undo, 'failed' | 'during'>,
  onRestore: CopiesProps['onRestore'],
): CopiesProps {
  const hasDownloads = useSettings()?.backupDownloads ?? false;
  const copies = useLive(() => backups(store), []);
  useEffect(() => {
    backupIfDue(store).catch(failed);
  }, []);
  useEffect(() => {
    if (hasDownloads) downloadIfDue(store).catch(failed);
  }, [hasDownloads]);
  return {
    copies: copies.value ?? [],
    hasDownloads,
    onCopyNow: () => makeBackup(store),
    onRestore,
    onDownloadCopy: (made) => {
      during(readBackup(store, made))
        .then((blob = new Blob()) =>
          download({ name: fileName('Tightrope backup', made, 'json'), mime: blob.type, blob }),
        )
        .catch(failed);
    },
    onDownloads: (backupDownloads) => void saveSettings({ backupDownloads }).catch(failed),
  };
}
