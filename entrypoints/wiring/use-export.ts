import { useState } from 'preact/hooks';
import { NEWEST_FIRST, type Sorting } from '../../annotations/order';
import type { ExportProgressProps } from '../../components/exchange/ExportProgress';
import type { Format } from '../../components/exchange/formats';
import { t } from '../../components/i18n';
import { exportMarkdownFiles } from '../../services/export/export-markdown';
import type { ExportScope } from '../../services/export/export-source';
import { type ExportBlob, exportStream, type StreamOptions } from '../../services/export/export-stream';
import { exportNotes } from '../../services/export/exporting';
import { loadSettings } from '../../services/settings';
import type { Store } from '../../store/database';
import { download } from './download';
import { BRIEF_MS } from './use-busy';
import type { Undo } from './use-undo';

export interface Exports {
  readonly progress: ExportProgressProps | null;
  readonly save: (format: Format, scope: ExportScope) => void;
  /** The same text to the clipboard. */
  readonly copy: (format: Format, scope: ExportScope) => void;
  /** Markdown as one file for each article or argument. */
  readonly saveFiles: (by: 'article' | 'argument', scope: ExportScope) => void;
}

/** Exports to the downloads in an order, with progress and a way to stop; said and shown. */
export function useExport(
  store: Store,
  { did, failed, during }: Pick<Undo, 'did' | 'failed' | 'during'>,
  sorting: Sorting = NEWEST_FIRST,
): Exports {
  const [progress, setProgress] = useState<ExportProgressProps | null>(null);
  const run = async (work: (options: StreamOptions) => Promise<ExportBlob>) => {
    const stop = new AbortController();
    const onCancel = () => stop.abort();
    const began = performance.now();
    try {
      const onProgress = (done: number, total: number) => {
        if (performance.now() - began > BRIEF_MS) setProgress({ done, total, onCancel });
      };
      const file = await work({ signal: stop.signal, onProgress, sorting });
      download(file);
      did(t('library.exportDone', [file.name]));
    } catch (thrown) {
      if (stop.signal.aborted) did(t('library.exportCancelled'));
      else failed(thrown);
    } finally {
      setProgress(null);
    }
  };
  return {
    progress,
    save: (format, scope) => void run((options) => exportStream(store, format, scope, options)),
    copy: (format, scope) => {
      // A promise, since the clipboard wants to be asked in the click's own moment.
      const text = during(exportNotes(store, format, scope, { sorting })).then(
        (file) => new Blob([file.text], { type: 'text/plain' }),
      );
      navigator.clipboard
        .write([new ClipboardItem({ 'text/plain': text })])
        .then(() => did(t('library.copied')), failed);
    },
    saveFiles: (by, scope) =>
      void run(async (options) => {
        const { template } = await loadSettings();
        return exportMarkdownFiles(store, scope, { ...options, by, template });
      }),
  };
}
