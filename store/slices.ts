/** Reading all annotations bit by bit, so that no task is long and nothing holds more than a bit. */
import Dexie, { mergeRanges, type ObservabilitySet, RangeSet } from 'dexie';
import type { Annotation } from '../annotations/types';
import type { Store } from './database';
import { guarded } from './errors';
import { fromRow } from './rows';

/**
 * Every annotation, in slices, by id. What is written meanwhile may or may not be among them.
 * @param size annotations in a slice
 * @throws StoreError
 */
export async function* slicesOfAll(store: Store, size = 500): AsyncGenerator<Annotation[]> {
  let last = '';
  for (;;) {
    const rows = await guarded(store, () => store.annotations.where('id').above(last).limit(size).toArray());
    if (rows.length) yield rows.map(fromRow);
    if (rows.length < size) return;
    last = rows.at(-1)?.id ?? '';
  }
}

/**
 * The annotations added last, newest first.
 * @throws StoreError
 */
export function newestAnnotations(store: Store, most: number): Promise<Annotation[]> {
  return guarded(store, async () =>
    (await store.annotations.orderBy('created').reverse().limit(most).toArray()).map(fromRow),
  );
}

/**
 * Says which annotations changed, in whatever context they were written, once that is committed.
 * @param onChange ids; null where it cannot be said (the table was cleared)
 * @returns a function that stops it
 */
export function watchAnnotations(store: Store, onChange: (ids: string[] | null) => void): () => void {
  const listener = (parts: ObservabilitySet) => {
    const prefix = `idb://${store.name}/${store.annotations.name}/`;
    const set = new RangeSet();
    for (const part of [parts[prefix], parts[`${prefix}:dels`]]) if (part) mergeRanges(set, part);
    const ranges = [...set];
    if (!ranges.length) return;
    const isPoints = ranges.every(({ from, to }) => typeof from === 'string' && from === to);
    onChange(isPoints ? ranges.map(({ from }) => String(from)) : null);
  };
  Dexie.on('storagemutated', listener);
  return () => Dexie.on.storagemutated.unsubscribe(listener);
}
