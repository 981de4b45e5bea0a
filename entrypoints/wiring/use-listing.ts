import { useEffect, useMemo, useState } from 'preact/hooks';
import { argumentLabel } from '../../components/words';
import { arguments_ } from '../../essays/catalogue';
import { type Listing, openListing } from '../../services/listing';
import { type Search, searchAt } from '../../services/search/search';
import type { Store } from '../../store/database';
import startSearch from './search.worker?start';

interface Collected {
  /** null until the newest are read. */
  readonly listing: Listing | null;
  readonly search: Search;
  readonly error: unknown;
}

/** In the reader's language and in the catalogue's own. */
const labels = () =>
  Object.fromEntries(arguments_.map(({ id, label }) => [id, `${argumentLabel(id)} ${label}`]));

/** Everything collected, in its light form, as it is now, and the search over it. */
export function useListing(store: Store): Collected {
  const search = useMemo(() => searchAt(startSearch(), labels()), []);
  const [listing, setListing] = useState<Listing | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => openListing(store, search, setListing, setError), [store, search]);
  return { listing, search, error };
}
