/** Writing what a visit to a page found, and looking up what is known of the page. */
import { isMine, isTouched } from '../annotations/touched';
import type { Anchor, Annotation, Page, Tombstone } from '../annotations/types';
import type { Store } from './database';
import { guarded } from './errors';
import { fromRow } from './rows';

/** The host of a page's key, by which near-duplicates are sought; empty for pasted text. */
export function siteOf(key: string): string {
  return URL.canParse(key) ? new URL(key).hostname : '';
}

/**
 * The pages known of a site, for finding an article that moved.
 * @throws StoreError
 */
export function pagesOfSite(store: Store, site: string): Promise<Page[]> {
  return guarded(store, async () =>
    (await store.pages.where('site').equals(site).toArray()).map(({ page }) => page),
  );
}

/** The tables that tell whether anything is kept of an article. */
const KEPT_OF_PAGES = ['annotations', 'pages', 'pageNotes', 'tombstones'];

/** What a visit changes: annotations to put and untouched ones to drop, computed from a state of the page's records. */
export interface Visit {
  readonly page: Page;
  readonly put: readonly Annotation[];
  readonly drop: readonly string[];
}

/**
 * Reads a page's records, lets `decide` work out what changes, and writes that, all in one transaction: what another
 * tab writes meanwhile comes before or after, never between.
 * @param decide must not wait for anything
 * @throws StoreError
 */
export function recordVisit<V extends Visit>(
  store: Store,
  key: string,
  now: string,
  decide: (stored: readonly Annotation[], tombstones: readonly Tombstone[]) => V,
): Promise<V> {
  return guarded(store, () =>
    store.transaction('rw', store.annotations, store.tombstones, store.pages, async () => {
      const rows = await store.annotations.where('page.key').equals(key).toArray();
      const tombstones = await store.tombstones.where('pageKey').equals(key).toArray();
      const visit = decide(rows.map(fromRow), tombstones);
      await store.annotations.bulkPut(visit.put);
      await store.annotations.bulkDelete([...visit.drop]);
      if (rows.length || visit.put.length)
        await store.pages.put({ key, site: siteOf(key), page: visit.page, seen: now });
      return visit;
    }),
  );
}

/** Within a transaction: an annotation of the reader's making, and the page it is of. */
async function putWithPage(store: Store, annotation: Annotation): Promise<void> {
  const { page, modified } = annotation;
  await store.annotations.put(annotation);
  await store.pages.put({ key: page.key, site: siteOf(page.key), page, seen: modified });
}

/**
 * Takes an article's first visit back: what it found goes without a tombstone, so that another visit finds it anew, and
 * the article itself where nothing else is kept of it. What the reader has put words or tags to since stays, and so do
 * all copies: unlike forgetting, this loses nothing.
 * @param key the page's key
 * @throws StoreError; then nothing was taken back
 */
export function takeBackVisit(store: Store, key: string): Promise<void> {
  return guarded(store, () =>
    store.transaction('rw', KEPT_OF_PAGES, async () => {
      const found = store.annotations.where('page.key').equals(key);
      await found.filter((row) => !isMine(row)).delete();
      const left = await Promise.all([
        store.annotations.where('page.key').equals(key).count(),
        store.pageNotes.where(':id').equals(key).count(),
        store.tombstones.where('pageKey').equals(key).count(),
      ]);
      if (left.every((count) => count === 0)) await store.pages.delete(key);
    }),
  );
}

/**
 * Adds an annotation that is not stored yet: a selection of the reader's.
 * @throws StoreError
 */
export function addAnnotation(store: Store, annotation: Annotation): Promise<void> {
  return guarded(store, () =>
    store.transaction('rw', store.annotations, store.pages, () => putWithPage(store, annotation)),
  );
}

/**
 * Stores an annotation for the reader's first touch.
 * @param unsaved the annotation as it was; where another touch was quicker, `change` is given what that one stored
 * @param change must not wait for anything
 * @returns the annotation as it is now stored
 * @throws StoreError
 */
export function storeTouched(
  store: Store,
  unsaved: Annotation,
  change: (a: Annotation) => Annotation,
): Promise<Annotation> {
  return guarded(store, () =>
    store.transaction('rw', store.annotations, store.pages, async () => {
      const row = await store.annotations.get(unsaved.id);
      const touched = change(row ? fromRow(row) : unsaved);
      await putWithPage(store, touched);
      return touched;
    }),
  );
}

/**
 * Notes where annotations were found in the live page. It is no change by the reader: `modified` stays.
 * @returns whether anything was different
 * @throws StoreError
 */
export function recordAnchors(store: Store, anchors: ReadonlyMap<string, Anchor>): Promise<boolean> {
  return guarded(store, () =>
    store.transaction('rw', store.annotations, async () => {
      const rows = await store.annotations.bulkGet([...anchors.keys()]);
      const moved = rows.flatMap((row) => {
        const anchor = row && anchors.get(row.id);
        return anchor && JSON.stringify(anchor) !== JSON.stringify(row.anchor) ? [{ ...row, anchor }] : [];
      });
      await store.annotations.bulkPut(moved);
      return moved.length > 0;
    }),
  );
}

/**
 * Drops what the reader never touched and what was last changed before a time, and then the articles visited before it
 * of which nothing is left: no claim, no note, nothing the reader deleted.
 * @returns how many annotations were dropped
 * @throws StoreError
 */
export function dropUntouchedBefore(store: Store, time: string): Promise<number> {
  return guarded(store, () =>
    store.transaction('rw', KEPT_OF_PAGES, async () => {
      const dropped = await store.annotations
        .where('modified')
        .below(time)
        .filter((row) => !isTouched(row))
        .delete();
      const [annotated, noted, deleted] = await Promise.all([
        store.annotations.orderBy('page.key').uniqueKeys(),
        store.pageNotes.toCollection().primaryKeys(),
        store.tombstones.orderBy('pageKey').uniqueKeys(),
      ]);
      const left = new Set<unknown>([...annotated, ...noted, ...deleted]);
      await store.pages
        .where('seen')
        .below(time)
        .filter(({ key }) => !left.has(key))
        .delete();
      return dropped;
    }),
  );
}
