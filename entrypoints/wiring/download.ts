import type { ExportFile } from '../../services/exporting';

/** Hands a file to the browser's downloads. */
export function download({ name, mime, text }: ExportFile): void {
  const url = URL.createObjectURL(new Blob([text], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after this turn; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
