/** What an import put in the place of what, and its undoing. */
import type { Table } from 'dexie';
import type { Store } from '../../store/database';
import { guarded } from '../../store/errors';

/** Every table an import writes to. */
export const IMPORT_TABLES = [
  'annotations',
  'tombstones',
  'pages',
  'argumentNotes',
  'pageNotes',
  'views',
] as const;
type TableName = (typeof IMPORT_TABLES)[number];

export interface Replaced {
  readonly table: TableName;
  readonly key: string;
  /** undefined: there was nothing. */
  readonly before: object | undefined;
  /** The time in what was put there; undefined: it was removed. */
  readonly stamp: string | undefined;
}

/** The time of a row's last writing, whatever its table. */
export function stampOf(row: object | undefined): string | undefined {
  const { modified, deleted, seen, created } = (row ?? {}) as Partial<Record<string, string>>;
  return modified ?? deleted ?? seen ?? created;
}

/**
 * Puts back what was there before an import. What was written again since stays as it is.
 * @throws StoreError; then nothing was changed
 */
export function putBack(store: Store, replaced: readonly Replaced[]): Promise<void> {
  return guarded(store, () =>
    store.transaction('rw', IMPORT_TABLES, async () => {
      const undone = new Set<string>();
      for (const name of IMPORT_TABLES) {
        const table: Table<object, string> = store.table(name);
        const mine = replaced.filter(({ table: of }) => of === name);
        const now = await table.bulkGet(mine.map(({ key }) => key));
        // A lifted tombstone goes back with its annotation: of what was forgotten since nothing returns.
        const same = mine.filter(({ stamp, key }, i) =>
          stamp === undefined ? undone.has(key) && !now[i] : stampOf(now[i]) === stamp,
        );
        if (name === 'annotations') for (const { key } of same) undone.add(key);
        await table.bulkDelete(same.filter(({ before }) => !before).map(({ key }) => key));
        await table.bulkPut(same.flatMap(({ before }) => before ?? []));
      }
    }),
  );
}
