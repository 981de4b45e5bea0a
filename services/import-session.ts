/** An import in a thread of its own: it is read once, tried out, and taken when the reader says so. */
import type { Imported } from '../exchange/records';
import type { Store } from '../store/database';
import { readBackup } from './backup';
import { type ImportProgress, type ImportReport, readText, take } from './importing';
import { type Port, threadAt } from './thread';

/** A file, or the rolling copy made at a time. */
export type ImportSource = Blob | { readonly backup: string };
type Question = { readonly tryOut: ImportSource } | 'take';

/** What the thread does. @throws StoreError; then nothing was taken */
export function importsInto(
  store: Store,
): (question: Question, onProgress: (progress: ImportProgress) => void) => Promise<ImportReport> {
  let read: Imported | undefined;
  return async (question, onProgress) => {
    if (question !== 'take') {
      const { tryOut } = question;
      const text = tryOut instanceof Blob ? await tryOut.text() : await readBackup(store, tryOut.backup);
      read = readText(text ?? '', { onProgress });
      return take(store, read, { dryRun: true, onProgress });
    }
    if (!read) throw new Error('Nothing was read yet.');
    return take(store, read, { onProgress });
  };
}

export interface ImportSession {
  /** Says what would happen and changes nothing. */
  readonly tryOut: (onProgress: (progress: ImportProgress) => void) => Promise<ImportReport>;
  /** Takes what was tried out. @throws an Error with a StoreError's key; then nothing was taken */
  readonly take: (onProgress: (progress: ImportProgress) => void) => Promise<ImportReport>;
  /** Ends it at once. What is being taken is not: the browser takes a half-done transaction back. */
  readonly end: () => void;
}

/** An import by the thread at a port. */
export function importSession(port: Port, source: ImportSource): ImportSession {
  const { ask, end } = threadAt<Question, ImportReport, ImportProgress>(port);
  return {
    tryOut: (onProgress) => ask({ tryOut: source }, onProgress),
    take: (onProgress) => ask('take', onProgress),
    end,
  };
}
