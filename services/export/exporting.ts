/** The way out as text, for the clipboard and for what is short. */
import type { ExportFormat } from '../../exchange/formats';
import type { Store } from '../../store/database';
import type { ExportScope } from './export-source';
import { exportStream, type StreamOptions } from './export-stream';

export interface ExportFile {
  readonly name: string;
  readonly mime: string;
  readonly text: string;
}

/**
 * Writes notes out.
 * @returns a file to save, as UTF-8
 * @throws StoreError
 */
export async function exportNotes(
  store: Store,
  format: ExportFormat,
  scope: ExportScope,
  options: Pick<StreamOptions, 'now' | 'sorting'> = {},
): Promise<ExportFile> {
  const { name, mime, blob } = await exportStream(store, format, scope, options);
  // Not blob.text(), which would drop a byte order mark.
  return { name, mime, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer()) };
}
