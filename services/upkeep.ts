import type { Store } from '../store/database';
import { dropUntouchedBefore } from '../store/visits';
import { loadSettings } from './settings';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Drops untouched records older than the reader wants them kept.
 * @returns how many
 * @throws StoreError
 */
export async function expire(store: Store, now = Date.now()): Promise<number> {
  const { expireDays } = await loadSettings();
  if (!expireDays) return 0;
  return dropUntouchedBefore(store, new Date(now - expireDays * DAY_MS).toISOString());
}
