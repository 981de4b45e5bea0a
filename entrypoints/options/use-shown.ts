import { useEffect, useState } from 'preact/hooks';
import { shownOf } from '../../annotations/shown';
import { type Listing, openListing } from '../../services/listing';
import type { Store } from '../../store/database';

/** Nothing is searched for here. */
const NO_SEARCH = { put: async () => undefined, remove: async () => undefined };

interface ShownCount {
  /** Everything collected; null while it is counted. */
  readonly count: number | null;
  /** How many of them a threshold would show; null while they are counted. */
  readonly shownAt: ((threshold: number) => number) | null;
  readonly error: unknown;
}

/**
 * Counts what is collected and what of it a threshold would show. Only what changes is read anew: with this page left
 * open in a tab, each article read would otherwise cost a walk over everything there is.
 */
export function useShown(store: Store): ShownCount {
  const [listing, setListing] = useState<Listing | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => openListing(store, NO_SEARCH, setListing, setError), [store]);
  if (!listing?.isComplete) return { count: null, shownAt: null, error };
  const { list } = listing;
  return {
    count: list.length,
    shownAt: (threshold) => list.filter((one) => shownOf(one, threshold) !== null).length,
    error,
  };
}
