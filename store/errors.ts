import Dexie from 'dexie';

export type StoreErrorKey =
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

/** Every name in an error's chain: Dexie wraps the browser's errors in its own. */
function namesIn(thrown: unknown): string[] {
  const names: string[] = [];
  for (
    let at = thrown as { name?: string; inner?: unknown; cause?: unknown } | undefined;
    at && names.length < 8;
  ) {
    if (at.name) names.push(at.name);
    at = (at.inner ?? at.cause) as typeof at;
  }
  return names;
}

/** The error of ours for anything Dexie or IndexedDB threw. */
export function storeErrorFor(thrown: unknown): StoreError {
  if (thrown instanceof StoreError) return thrown;
  const names = namesIn(thrown);
  const has = (...any: string[]) => any.some((name) => names.includes(name));
  if (has(Dexie.errnames.QuotaExceeded, 'QuotaExceededError')) return new StoreError('store-quota', thrown);
  if (has(Dexie.errnames.Version, 'VersionError')) return new StoreError('store-newer', thrown);
  if (has('StoreBlocked')) return new StoreError('store-blocked', thrown);
  if (has(Dexie.errnames.DatabaseClosed, 'InvalidStateError', Dexie.errnames.InvalidState))
    return new StoreError('store-closed', thrown);
  return new StoreError('store-failed', thrown);
}

/**
 * Runs a piece of work on the database.
 * @throws StoreError for whatever goes wrong in it
 */
export async function guarded<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw storeErrorFor(thrown);
  }
}
