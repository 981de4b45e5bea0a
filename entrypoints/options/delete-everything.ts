import type { Store } from '../../store/database';
import { storeErrorFor } from '../../store/errors';

/**
 * Empties the store, tombstones and all, in one transaction: everything goes, or nothing.
 * @throws StoreError
 */
export async function deleteEverything(store: Store): Promise<void> {
  try {
    await store.transaction('rw', store.tables, () =>
      Promise.all(store.tables.map((table) => table.clear())),
    );
  } catch (thrown) {
    throw storeErrorFor(thrown);
  }
}
