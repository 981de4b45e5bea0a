import { useMemo, useRef } from 'preact/hooks';
import type { PageNote } from '../../annotations/notes';
import type { Listing } from '../../services/listing';
import type { Store } from '../../store/database';
import { allNotes } from '../../store/notes';
import { useLive } from './use-live';

/** The notes on articles of which nothing is collected, newest first; none before everything is read. */
export function useNotesAlone(store: Store, listing: Listing | null): readonly PageNote[] {
  const notes = useLive(() => allNotes(store, { withEmpty: true }), []).value?.pageNotes;
  /** One that is emptied stays where it is: the reader may be writing it anew. */
  const known = useRef(new Set<string>());
  return useMemo(() => {
    if (!notes?.length || !listing?.isComplete) return [];
    const collected = new Set(listing.list.map(({ page }) => page.key));
    for (const { page, text } of notes) if (text) known.current.add(page.key);
    return notes
      .filter(({ page }) => known.current.has(page.key) && !collected.has(page.key))
      .sort((a, b) => (a.modified < b.modified ? 1 : -1));
  }, [notes, listing]);
}
