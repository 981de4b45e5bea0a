import Dexie from 'dexie';
import type { Store } from './database';

type StoreErrorKey =
  | 'store-quota'
  | 'store-blocked'
  | 'store-closed'
  | 'store-missing'
  | 'store-newer'
  | 'store-failed';

const explanations: Readonly<Record<StoreErrorKey, string>> = {
  'store-quota':
    'The disk space the browser allows is used up. Nothing was changed; free some space and try again.',
  'store-blocked': 'Another tab holds the notes open in an older version. Close the other tabs of Tightrope.',
  'store-closed': 'The notes were closed by the browser. Reload this page; what was saved is there.',
  'store-missing': 'This annotation is no longer there; it was removed elsewhere.',
  'store-newer': 'The notes were written by a newer version of Tightrope. Update the extension.',
  'store-failed': 'The notes could not be read or written.',
};

/** Why the store could not do as asked. Whatever was confirmed before is still there; what failed changed nothing. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  constructor(
    readonly key: StoreErrorKey,
    cause?: unknown,
  ) {
    super(explanations[key], cause === undefined ? {} : { cause });
  }
}

interface Wrapped {
  readonly name?: string;
  readonly inner?: unknown;
  readonly cause?: unknown;
  readonly failures?: readonly unknown[];
}

/** Every name in an error's chain: Dexie wraps the browser's errors in its own, bulk writes in a list of them. */
function namesIn(thrown: unknown): string[] {
  const names: string[] = [];
  let at = thrown as Wrapped | undefined;
  while (at && names.length < 8) {
    names.push(at.name ?? '');
    at = (at.inner ?? at.cause ?? at.failures?.[0]) as Wrapped | undefined;
  }
  return names;
}

/**
 * The error of ours for anything Dexie or IndexedDB threw.
 * @param isBlocked whether the database was given up because another context would not let go of it
 */
export function storeErrorFor(thrown: unknown, isBlocked = false): StoreError {
  if (thrown instanceof StoreError) return thrown;
  const names = namesIn(thrown);
  const has = (...any: string[]) => any.some((name) => names.includes(name));
  if (has(Dexie.errnames.QuotaExceeded, 'QuotaExceededError')) return new StoreError('store-quota', thrown);
  if (has(Dexie.errnames.Version, 'VersionError')) return new StoreError('store-newer', thrown);
  if (has(Dexie.errnames.DatabaseClosed, 'InvalidStateError', Dexie.errnames.InvalidState))
    return new StoreError(isBlocked ? 'store-blocked' : 'store-closed', thrown);
  return new StoreError('store-failed', thrown);
}

/**
 * Runs a piece of work on the database. Its first query starts before anything is awaited, as liveQuery needs it.
 * @throws StoreError for whatever goes wrong in it
 */
export async function guarded<T>(
  store: Pick<Store, 'isBlocked' | 'retry' | 'renew'>,
  work: () => PromiseLike<T>,
): Promise<T> {
  store.retry();
  try {
    return await work();
  } catch (thrown) {
    const error = storeErrorFor(thrown, store.isBlocked);
    if (error.key === 'store-quota') store.renew();
    throw error;
  }
}
