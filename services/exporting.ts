/** The way out as text, for the clipboard and for what is short. */
import { NEWEST_FIRST, type Sorting } from '../annotations/order';
import type { ExportFormat } from '../exchange/formats';
import type { Store } from '../store/database';
import type { ExportScope } from './export-source';
import { exportStream } from './export-stream';

export interface ExportFile {
  readonly name: string;
  readonly mime: string;
  readonly text: string;
}

/**
 * Writes notes out.
 * @returns a file to save; its text is UTF-8
 * @throws StoreError
 */
export async function exportNotes(
  store: Store,
  format: ExportFormat,
  scope: ExportScope,
  now = new Date().toISOString(),
  sorting: Sorting = NEWEST_FIRST,
): Promise<ExportFile> {
  const { name, mime, blob } = await exportStream(store, format, scope, { now, sorting });
  // Not blob.text(), which would drop a byte order mark.
  return { name, mime, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer()) };
}
