import { useMemo } from 'preact/hooks';
import { type AnnotationFilter, matchesFilter } from '../../annotations/filter';
import type { Listed } from '../../annotations/listed';
import { errorWords } from '../../components/errors';
import type { Collection } from '../../components/library/collection';
import { countAnnotations, facetsOf } from '../../store/annotations';
import type { Store } from '../../store/database';
import { allRemoved } from '../../store/edits';
import { useListing } from './use-listing';
import { useLive } from './use-live';
import { useNotesAlone } from './use-notes-alone';
import { useSearch } from './use-search';

/** What there is, and what of it passes a filter; followed as either changes. */
export function useCollection(
  store: Store,
  filter: AnnotationFilter,
  failed: (thrown: unknown) => void,
): { readonly collection: Collection; readonly all: readonly Listed[] } {
  const filterKey = JSON.stringify(filter);
  const { listing, search, error } = useListing(store);
  const withWords = useSearch(search, filter.text ?? '', listing, failed);
  const claims = useMemo(() => {
    if (withWords === undefined || !listing) return null;
    const { text: _, ...rest } = filter;
    return listing.list.filter((one) => (withWords?.(one.id) ?? true) && matchesFilter(one, rest));
  }, [listing, filterKey, withWords]);
  const total = useLive(() => countAnnotations(store), []);
  const facets = useLive(() => facetsOf(store), [total.value]).last;
  const removed = useLive(() => allRemoved(store), []).value;
  // In them no words are looked up: they are not in the index.
  const deleted = useMemo(
    () => (filter.text ? [] : (removed?.filter((one) => matchesFilter(one, filter)) ?? [])),
    [removed, filterKey],
  );
  const notesAlone = useNotesAlone(store, listing);
  const all = listing?.list ?? [];
  return {
    all,
    collection: {
      claims,
      total: Math.max(total.value ?? 0, all.length),
      isComplete: listing?.isComplete ?? false,
      error: error ? errorWords(error) : null,
      outlets: facets?.outlets ?? [],
      tags: facets?.tags ?? [],
      notesAlone,
      deleted,
    },
  };
}
