import { useEffect, useMemo, useState } from 'preact/hooks';
import { argumentLabel } from '../../components/words';
import { arguments_ } from '../../essays/catalogue';
import { type Listing, openListing } from '../../services/listing';
import { type SearchIndex, searchIndex } from '../../services/search-index';
import type { Store } from '../../store/database';

export interface Collected {
  /** null until the newest are read. */
  readonly listing: Listing | null;
  readonly index: SearchIndex;
  readonly error: unknown;
}

/** In the reader's language and in the catalogue's own. */
const labels = () =>
  Object.fromEntries(arguments_.map(({ id, label }) => [id, `${argumentLabel(id)} ${label}`]));

/** Everything collected, in its light form, as it is now, and the index of its words. */
export function useListing(store: Store): Collected {
  const index = useMemo(() => searchIndex(labels()), []);
  const [listing, setListing] = useState<Listing | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => openListing(store, index, setListing, setError), [store, index]);
  return { listing, index, error };
}
