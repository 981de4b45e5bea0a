/** Forgetting for good: no tombstone, nothing to undo with, and no backup that still holds it. */
import type { Annotation } from '../annotations/types';
import type { Store } from './database';
import { guarded } from './errors';
import { siteOf } from './visits';

/** An article by its key, a site by its host (as in keys, without `www.`), or a span of time by ISO 8601 in UTC. */
export type Forgettable =
  | { readonly pageKey: string }
  | { readonly site: string }
  | { readonly from: string; readonly to: string };

/** Whether a page of some key, met at a time, is meant. */
function isMeant(what: Forgettable, key: string, time: string): boolean {
  if ('pageKey' in what) return key === what.pageKey;
  if ('site' in what) return siteOf(key) === what.site;
  return time >= what.from && time < what.to;
}

/** Deletes the annotations meant, by the indexes, so that none of the others is read. @returns how many */
async function deleteAnnotations({ annotations }: Store, what: Forgettable): Promise<number> {
  if ('from' in what) return annotations.where('created').between(what.from, what.to).delete();
  if ('pageKey' in what) return annotations.where('page.key').equals(what.pageKey).delete();
  const keys = (await annotations.orderBy('page.key').uniqueKeys()) as string[];
  return annotations
    .where('page.key')
    .anyOf(keys.filter((key) => isMeant(what, key, '')))
    .delete();
}

/**
 * Forgets a part of what is kept, in one transaction: annotations found or added then or there, whatever remains of
 * removed ones, the articles themselves and the notes on them. Backups go as a whole, since each holds all of it.
 * @returns how many annotations
 * @throws StoreError; then nothing was forgotten
 */
export function forget(store: Store, what: Forgettable): Promise<number> {
  const meant = ({ page, created }: Annotation) => isMeant(what, page.key, created);
  return guarded(store, () =>
    store.transaction('rw', store.tables, async () => {
      const gone = await deleteAnnotations(store, what);
      await store.removed.filter(({ annotation }) => meant(annotation)).delete();
      await store.pageNotes.filter(({ page, modified }) => isMeant(what, page.key, modified)).delete();
      const left = new Set(await store.annotations.orderBy('page.key').uniqueKeys());
      const pages = store.pages.filter(({ key, seen }) => isMeant(what, key, seen) && !left.has(key));
      const forgotten = new Set(await pages.primaryKeys());
      await pages.delete();
      // Deleted on another day than the article was read, its claims have left its address behind.
      await store.tombstones
        .filter(({ pageKey, deleted }) => isMeant(what, pageKey, deleted) || forgotten.has(pageKey))
        .delete();
      await store.backups.clear();
      return gone;
    }),
  );
}

/**
 * The sites something is kept of, sorted; a note on an article without claims, or what was deleted, is enough.
 * @throws StoreError
 */
export function sitesKept(store: Store): Promise<string[]> {
  return guarded(store, async () => {
    const [sites, noted, deleted] = (await Promise.all([
      store.pages.orderBy('site').uniqueKeys(),
      store.pageNotes.toCollection().primaryKeys(),
      store.tombstones.orderBy('pageKey').uniqueKeys(),
    ])) as [string[], string[], string[]];
    return [...new Set([...sites, ...[...noted, ...deleted].map(siteOf)])].filter(Boolean).sort();
  });
}

/**
 * Empties the store, tombstones and all, in one transaction: everything goes, or nothing.
 * @throws StoreError
 */
export function forgetEverything(store: Store): Promise<void> {
  return guarded(store, async () => {
    await store.transaction('rw', store.tables, () =>
      Promise.all(store.tables.map((table) => table.clear())),
    );
  });
}
