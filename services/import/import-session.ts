/** An import in a worker: it is read once, tried out, and taken when the reader says so. */
import type { Imported } from '../../exchange/records';
import type { Store } from '../../store/database';
import { readBackup } from '../backup';
import { type Port, workerAt } from '../worker';
import { putBack, type Replaced } from './import-undo';
import { type ImportProgress, type ImportReport, readImport, take } from './importing';

/** A file, or the rolling copy made at a time. */
export type ImportSource = Blob | { readonly backup: string };
type Question = { readonly tryOut: ImportSource } | 'take' | 'undo';

/** What the worker does. @throws StoreError; then nothing was taken */
export function importsInto(
  store: Store,
): (question: Question, onProgress: (progress: ImportProgress) => void) => Promise<ImportReport | null> {
  let read: Imported | undefined;
  let replaced: readonly Replaced[] = [];
  return async (question, onProgress) => {
    if (question === 'undo') {
      await putBack(store, replaced);
      return null;
    }
    if (question !== 'take') {
      const { tryOut } = question;
      const file = tryOut instanceof Blob ? tryOut : await readBackup(store, tryOut.backup);
      read = readImport(new Uint8Array((await file?.arrayBuffer()) ?? []), { onProgress });
      return take(store, read, { dryRun: true, onProgress });
    }
    if (!read) throw new Error('Nothing was read yet.');
    const report = await take(store, read, {
      onProgress,
      onReplaced: (all) => {
        replaced = all;
      },
    });
    read = undefined;
    return report;
  };
}

export interface ImportSession {
  /** Says what would happen and changes nothing. */
  readonly tryOut: (onProgress: (progress: ImportProgress) => void) => Promise<ImportReport>;
  /** Takes what was tried out. @throws an Error with a StoreError's key; then nothing was taken */
  readonly take: (onProgress: (progress: ImportProgress) => void) => Promise<ImportReport>;
  /** Puts back what was there before it was taken, save for what was written again since; then it ends. */
  readonly undo: () => Promise<void>;
  /** Ends it at once. What is being taken is not: the browser takes a half-done transaction back. */
  readonly end: () => void;
}

/** An import by the worker at a port. */
export function importSession(port: Port, source: ImportSource): ImportSession {
  const { ask, end } = workerAt<Question, ImportReport | null, ImportProgress>(port);
  const report = async (question: Question, onProgress: (progress: ImportProgress) => void) => {
    const answer = await ask(question, onProgress);
    if (!answer) throw new Error('The import says nothing of what it did.');
    return answer;
  };
  return {
    tryOut: (onProgress) => report({ tryOut: source }, onProgress),
    take: (onProgress) => report('take', onProgress),
    async undo() {
      await ask('undo');
      end();
    },
    end,
  };
}

/** The same for a place that offers no undoing: it ends once it is taken, and with it what was kept to undo it. */
export function endingOnceTaken(session: ImportSession): ImportSession {
  return {
    ...session,
    async take(onProgress) {
      const report = await session.take(onProgress);
      session.end();
      return report;
    },
  };
}
