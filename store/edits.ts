/** The reader's writing: single fields, removal and its undoing. Each is one transaction; all or nothing. */
import { stampAfter, withField } from '../annotations/edit';
import { quoteHash } from '../annotations/quote-hash';
import type { Annotation, ReaderField, Tombstone } from '../annotations/types';
import type { Store } from './database';
import { guarded, StoreError } from './errors';
import { fromRow } from './rows';
import { siteOf } from './visits';

const clock = () => new Date().toISOString();

/**
 * Writes one of the reader's fields, whatever other tabs write to the others at the same time.
 * @returns the annotation as it is now stored
 * @throws StoreError `store-missing` where there is no such annotation
 */
export function writeField<F extends ReaderField>(
  store: Store,
  id: string,
  field: F,
  value: Annotation[F],
  now = clock(),
): Promise<Annotation> {
  return guarded(store, () =>
    store.transaction('rw', store.annotations, async () => {
      const row = await store.annotations.get(id);
      if (!row) throw new StoreError('store-missing');
      const written = withField(fromRow(row), field, value, now);
      await store.annotations.put(written);
      return written;
    }),
  );
}

/**
 * Writes one of the reader's fields of several annotations, in one transaction. Ids that are not there are passed over.
 * @param change the new value of each; undefined leaves it as it is
 * @returns what was there and what is there now, for each that was written
 * @throws StoreError; then nothing is written
 */
export function writeFields<F extends ReaderField>(
  store: Store,
  ids: readonly string[],
  field: F,
  change: (a: Annotation) => Annotation[F] | undefined,
  now = clock(),
): Promise<{ readonly before: Annotation; readonly after: Annotation }[]> {
  return guarded(store, () =>
    store.transaction('rw', store.annotations, async () => {
      const rows = await store.annotations.bulkGet([...new Set(ids)]);
      const written = rows.flatMap((row) => {
        const before = row && fromRow(row);
        const value = before && change(before);
        return before && value !== undefined ? [{ before, after: withField(before, field, value, now) }] : [];
      });
      await store.annotations.bulkPut(written.map(({ after }) => after));
      return written;
    }),
  );
}

/**
 * Removes annotations. Each leaves a tombstone, so that the next visit does not find it anew, and can be restored
 * until the session ends. Ids that are not there are passed over.
 * @returns the removed annotations
 * @throws StoreError
 */
export function removeAnnotations(
  store: Store,
  ids: readonly string[],
  now = clock(),
): Promise<Annotation[]> {
  return guarded(store, () =>
    store.transaction('rw', store.annotations, store.tombstones, store.removed, async () => {
      const rows = await store.annotations.bulkGet([...new Set(ids)]);
      const gone = rows.flatMap((row) => (row ? [fromRow(row)] : []));
      await bury(store, gone, now);
      await store.annotations.bulkDelete(gone.map(({ id }) => id));
      return gone;
    }),
  );
}

/**
 * Removes an annotation that was not stored until now, to the same end: the next visit does not find it anew, it can be
 * restored until the session ends, and forgetting its article takes that too.
 * @throws StoreError
 */
export function removeUnstored(store: Store, annotation: Annotation, now = clock()): Promise<void> {
  const { page } = annotation;
  return guarded(store, () =>
    store.transaction('rw', store.tombstones, store.removed, store.pages, async () => {
      await store.pages.put({ key: page.key, site: siteOf(page.key), page, seen: now });
      await bury(store, [annotation], now);
    }),
  );
}

/** Within a transaction: leaves of annotations what keeps them from being found anew, and what brings them back. */
async function bury(store: Store, gone: readonly Annotation[], now: string): Promise<void> {
  await store.removed.bulkPut(gone.map((annotation) => ({ id: annotation.id, removed: now, annotation })));
  await store.tombstones.bulkPut(gone.map((annotation) => tombstoneOf(annotation, now)));
}

/** What remains of an annotation. */
function tombstoneOf(a: Annotation, now: string): Tombstone {
  return {
    id: a.id,
    pageKey: a.page.key,
    quoteHash: quoteHash(a.target.quote.exact),
    deleted: stampAfter(a.modified, now),
  };
}

/**
 * An annotation removed in this session, as it was; undefined where there is none with this id.
 * @throws StoreError
 */
export function getRemoved(store: Store, id: string): Promise<Annotation | undefined> {
  return guarded(store, async () => (await store.removed.get(id))?.annotation);
}

/**
 * All annotations removed in this session, in whatever context, the latest first; not those that are there again, from
 * a file or a backup.
 * @throws StoreError
 */
export function allRemoved(store: Store): Promise<Annotation[]> {
  return guarded(store, async () => {
    const rows = await store.removed.orderBy('removed').reverse().toArray();
    const ids = rows.map(({ id }) => id);
    const there = new Set(await store.annotations.where('id').anyOf(ids).primaryKeys());
    return rows.flatMap(({ id, annotation }) => (there.has(id) ? [] : [annotation]));
  });
}

/**
 * Undoes removals of this session, words and all. What was forgotten since is passed over; what is there again, from
 * another tab or a file, stays as it is.
 * @returns those that are there then
 * @throws StoreError `store-missing` where none of them can be restored any more
 */
export function restoreAnnotations(store: Store, ids: readonly string[]): Promise<Annotation[]> {
  return guarded(store, () =>
    store.transaction('rw', store.annotations, store.tombstones, store.removed, async () => {
      const wanted = [...new Set(ids)];
      const there = (await store.annotations.bulkGet(wanted)).map((row) => row && fromRow(row));
      const removed = await store.removed.bulkGet(wanted);
      const back = wanted.flatMap((_, i) => there[i] ?? removed[i]?.annotation ?? []);
      if (!back.length) throw new StoreError('store-missing');
      const gone = back.map(({ id }) => id);
      await store.annotations.bulkPut(back);
      await store.tombstones.bulkDelete(gone);
      await store.removed.bulkDelete(gone);
      return back;
    }),
  );
}

/**
 * Lets go of what removals kept for their undoing; at the start of a browser session. Tombstones stay.
 * @throws StoreError
 */
export function forgetRemoved(store: Store): Promise<void> {
  return guarded(store, () => store.removed.clear());
}
