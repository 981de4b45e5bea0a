import { useState } from 'preact/hooks';
import type { Format } from '../../components/formats';
import { t } from '../../components/i18n';
import type { Progress } from '../../components/library/ExportProgress';
import { exportMarkdownFiles } from '../../services/export-markdown';
import { exportEverything } from '../../services/export-stream';
import { type ExportScope, exportNotes } from '../../services/exporting';
import { loadSettings } from '../../services/settings';
import type { Store } from '../../store/database';
import { download } from './download';
import type { Undo } from './use-undo';

export interface Exporting {
  readonly progress: Progress | null;
  readonly save: (format: Format, scope: ExportScope) => void;
  /** Markdown as one file for each article or argument. */
  readonly saveFiles: (by: 'article' | 'argument', scope: ExportScope) => void;
  /** Everything, with progress and a way to stop. */
  readonly saveAll: (format: Format) => void;
}

/** Exports to the downloads, said and shown. */
export function useExport(store: Store, { did, failed }: Pick<Undo, 'did' | 'failed'>): Exporting {
  const [progress, setProgress] = useState<Progress | null>(null);
  const hand = (file: Parameters<typeof download>[0]) => {
    download(file);
    did(t('library.exportDone', [file.name]));
  };
  const saveAll = async (format: Format) => {
    const stop = new AbortController();
    const onCancel = () => stop.abort();
    try {
      const onProgress = (done: number, total: number) => setProgress({ done, total, onCancel });
      hand(await exportEverything(store, format, { signal: stop.signal, onProgress }));
    } catch (thrown) {
      if (stop.signal.aborted) did(t('library.exportCancelled'));
      else failed(thrown);
    } finally {
      setProgress(null);
    }
  };
  return {
    progress,
    save: (format, scope) => void exportNotes(store, format, scope).then(hand).catch(failed),
    saveFiles: (by, scope) => {
      loadSettings()
        .then(({ template }) => exportMarkdownFiles(store, scope, { by, template }))
        .then(hand)
        .catch(failed);
    },
    saveAll: (format) => void saveAll(format),
  };
}
