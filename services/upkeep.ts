import { browser } from 'wxt/browser';
import type { Store } from '../store/database';
import { dropUntouchedBefore } from '../store/visits';
import { backupIfDue } from './backup';
import { loadSettings } from './settings';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** In storage.local: when it was last done, in milliseconds. */
const KEY = 'upkept';

/**
 * What is done once a day: a copy of everything, and then letting go of what is past its time. Asked whenever the
 * background wakes, since some browsers are never closed.
 * @returns whether it was due
 * @throws StoreError
 */
export async function upkeep(store: Store, now = Date.now()): Promise<boolean> {
  const { [KEY]: last } = await browser.storage.local.get(KEY);
  // One of a later time was written by a clock that ran ahead.
  if (typeof last === 'number' && last <= now && now - last < DAY_MS) return false;
  // What fails, or ends with the background, is tried again in an hour: not at each of its wakings.
  await browser.storage.local.set({ [KEY]: now - DAY_MS + HOUR_MS });
  try {
    await backupIfDue(store, now);
  } finally {
    await expire(store, now);
  }
  await browser.storage.local.set({ [KEY]: now });
  return true;
}

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
