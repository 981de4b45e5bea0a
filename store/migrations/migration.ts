import type { Transaction } from 'dexie';

/**
 * One step of the schema. A shipped step is never edited: a change is a new file with the next number, listed in
 * database.ts, with a fixture of the version before it under tests/fixtures/store/.
 */
export interface Migration {
  readonly version: number;
  /** Dexie's schema lines for the tables that are new or changed; null drops a table. */
  readonly stores: Readonly<Record<string, string | null>>;
  /** Brings the rows of the version before to this one, in the same transaction. */
  readonly upgrade?: (transaction: Transaction) => PromiseLike<unknown>;
}
