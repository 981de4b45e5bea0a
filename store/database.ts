import Dexie, { type DexieOptions, type EntityTable } from 'dexie';
import type { Tombstone } from '../annotations/types';
import { v1 } from './migrations/v1';
import type { AnnotationRow, PageRow, RemovedRow } from './rows';

const migrations = [v1];

export const DATABASE_NAME = 'tightrope';

/** The reader's database. One per context (background, popup, library, options), never in a content script. */
export class Store extends Dexie {
  declare readonly annotations: EntityTable<AnnotationRow, 'id'>;
  declare readonly tombstones: EntityTable<Tombstone, 'id'>;
  declare readonly removed: EntityTable<RemovedRow, 'id'>;
  declare readonly pages: EntityTable<PageRow, 'key'>;

  constructor(name: string, options: DexieOptions) {
    super(name, options);
    for (const { version, stores, upgrade } of migrations) {
      const step = this.version(version).stores({ ...stores });
      if (upgrade) step.upgrade(upgrade);
    }
    // A newer version wants to open it in another tab: let go, and open again at the next use.
    this.on('versionchange', () => {
      this.close({ disableAutoOpen: false });
    });
  }
}

export interface StoreOptions {
  readonly name?: string;
  /** Another IndexedDB than the context's own; for tests and tools. */
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof globalThis.IDBKeyRange;
}

/** Opens the store at its first use; opening it twice in one context is harmless. */
export function openStore(options: StoreOptions = {}): Store {
  const { name = DATABASE_NAME, indexedDB, IDBKeyRange } = options;
  return new Store(name, {
    ...(indexedDB ? { indexedDB } : {}),
    ...(IDBKeyRange ? { IDBKeyRange } : {}),
  });
}
