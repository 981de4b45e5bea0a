import { type ImportOptions, readImport, take } from '../../../services/import/importing';
import type { Store } from '../../../store/database';

/** Reads and takes a file, given as text, at once. */
export const importText = (store: Store, text: string, options?: ImportOptions) =>
  take(store, readImport(new TextEncoder().encode(text)), options);
