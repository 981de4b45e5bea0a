import Dexie, { type DexieOptions, type EntityTable, type Table } from 'dexie';
import type { ArgumentNote, PageNote } from '../annotations/notes';
import type { SavedView } from '../annotations/saved-view';
import type { Tombstone } from '../annotations/types';
import { v1 } from './migrations/v1';
import { v2 } from './migrations/v2';
import { v3 } from './migrations/v3';
import type { AnnotationRow, BackupRow, PageRow, RemovedRow } from './rows';

const migrations = [v1, v2, v3];

/** How long another context may take to let go of the database. */
const PATIENCE_MS = 3000;

export const DATABASE_NAME = 'tightrope';

/** The reader's database. One per context (background, popup, library, options), never in a content script. */
export class Store extends Dexie {
  declare readonly annotations: EntityTable<AnnotationRow, 'id'>;
  declare readonly tombstones: EntityTable<Tombstone, 'id'>;
  declare readonly removed: EntityTable<RemovedRow, 'id'>;
  declare readonly pages: EntityTable<PageRow, 'key'>;
  declare readonly argumentNotes: EntityTable<ArgumentNote, 'argument'>;
  declare readonly pageNotes: Table<PageNote, string>;
  declare readonly views: EntityTable<SavedView, 'name'>;
  declare readonly backups: EntityTable<BackupRow, 'made'>;

  /** Another context would not let go of the database when we last tried to open it. */
  isBlocked = false;

  /**
   * Tries to open anew after having given up, or where the browser would not open it (the disk is full, a profile's
   * drive is away): Dexie itself tries once and then says no for ever.
   */
  retry(): void {
    const wasRefused = this.hasFailed() && !this.hasBeenClosed();
    if (!this.isBlocked && !wasRefused) return;
    this.isBlocked = false;
    // What waits for it is told of a failure itself.
    this.open().catch(() => undefined);
  }

  /**
   * Takes another connection for the next use. In Firefox one on which the disk was found full may only delete in
   * its next transaction that writes: a note tried again would be refused once more, and for a reason of its own.
   */
  renew(): void {
    this.close({ disableAutoOpen: false });
  }

  constructor(name: string, options: DexieOptions) {
    super(name, options);
    for (const { version, stores, upgrade } of migrations) {
      const step = this.version(version).stores({ ...stores });
      if (upgrade) step.upgrade(upgrade);
    }
    // Dexie lets go of the database by itself where a newer version wants to open it. An older context that does not
    // (it hangs) must not hang us as well: give up after a while, and try again at the next use.
    this.on('blocked', () => {
      setTimeout(() => {
        if (this.isOpen()) return;
        this.isBlocked = true;
        this.close();
      }, PATIENCE_MS);
    });
  }
}

interface StoreOptions {
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
