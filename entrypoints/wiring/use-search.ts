import { useLayoutEffect, useState } from 'preact/hooks';
import type { Listing } from '../../services/listing';
import { asksNothing, type Found, type Search } from '../../services/search/search';

/**
 * The answer to what was typed last, asked again whenever the listing changes.
 * @returns null where nothing is asked; the answer before, as long as the newest is not there; undefined before any is
 */
export function useSearch(
  search: Search,
  typed: string,
  listing: Listing | null,
  failed: (thrown: unknown) => void,
): Found | null | undefined {
  const [found, setFound] = useState<Found | null | undefined>();
  const isIdle = asksNothing(typed);
  // A layout effect: the question is on its way before the key is drawn.
  useLayoutEffect(() => {
    let isNewest = true;
    if (isIdle) setFound(null);
    else
      search.ask(typed).then(
        (answer) => isNewest && setFound(() => answer),
        (thrown) => isNewest && failed(thrown),
      );
    return () => {
      isNewest = false;
    };
  }, [search, typed, listing]);
  return isIdle ? null : found;
}
