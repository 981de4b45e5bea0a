import { useEffect, useState } from 'preact/hooks';
import { type Listing, openListing } from '../../services/listing';
import type { Store } from '../../store/database';

/** Everything collected, in its light form, as it is now; null until the newest are read. */
export function useListing(store: Store): { readonly listing: Listing | null; readonly error: unknown } {
  const [listing, setListing] = useState<Listing | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => openListing(store, setListing, setError), [store]);
  return { listing, error };
}
