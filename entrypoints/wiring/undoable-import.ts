import type { ImportSession } from '../../components/exchange/use-taking';
import { t } from '../../components/i18n';
import { type ImportSource, importSession } from '../../services/import/import-session';
import startImport from './import.worker?start';
import type { Undo } from './use-undo';

/** An import of a file, or the restoring of a copy, that can be undone like any other edit. */
export function undoableImport(what: ImportSource, did: Undo['did']): ImportSession {
  const session = importSession(startImport(), what);
  return {
    ...session,
    async take(onProgress) {
      const report = await session.take(onProgress);
      did(t('library.importTaken'), session.undo);
      return report;
    },
  };
}
