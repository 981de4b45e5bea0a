import type { ExportBlob } from '../../services/export/export-stream';
import type { ExportFile } from '../../services/export/exporting';

/** Hands a file to the browser's downloads. */
export function download(file: ExportFile | ExportBlob): void {
  const { name, mime } = file;
  const blob = 'blob' in file ? file.blob : new Blob([file.text], { type: mime });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after this turn; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
