/** Reading annotations. All of it works inside Dexie's liveQuery. */
import type { Collection } from 'dexie';
import type { Annotation } from '../annotations/types';
import type { Store } from './database';
import { guarded } from './errors';
import { type AnnotationRow, fromRow } from './rows';

/**
 * The annotation with an id, or undefined.
 * @throws StoreError
 */
export function getAnnotation(store: Store, id: string): Promise<Annotation | undefined> {
  return guarded(store, async () => {
    const row = await store.annotations.get(id);
    return row && fromRow(row);
  });
}

/**
 * Every annotation with one of the ids, in their order; ids that are not there are left out.
 * @throws StoreError
 */
export function getAnnotations(store: Store, ids: readonly string[]): Promise<Annotation[]> {
  return guarded(store, async () => {
    const rows = await store.annotations.bulkGet([...ids]);
    return rows.flatMap((row) => (row ? [fromRow(row)] : []));
  });
}

/**
 * The ids of all annotations with a tag.
 * @throws StoreError
 */
export function idsTagged(store: Store, tag: string): Promise<string[]> {
  return guarded(store, () => store.annotations.where('tags').equals(tag).primaryKeys());
}

/**
 * The annotations judged last, newest verdict first; also those of the reader's own adding.
 * @param most how many at most
 * @throws StoreError
 */
export function latestVerdicts(store: Store, most: number): Promise<Annotation[]> {
  return guarded(store, async () => {
    const rows = store.annotations.orderBy('touched.verdict').reverse() as Collection<AnnotationRow>;
    return (await rows.limit(most).toArray()).map(fromRow);
  });
}

/**
 * Every annotation of a page, in the order of their places, orphans last.
 * @param key the page's key, as `pageKeyOf` makes it
 * @throws StoreError
 */
export function annotationsOfPage(store: Store, key: string): Promise<Annotation[]> {
  return guarded(store, async () => {
    const rows = await store.annotations.where('page.key').equals(key).toArray();
    return inPageOrder(rows.map(fromRow));
  });
}

/**
 * Every annotation of some pages, page after page.
 * @throws StoreError
 */
export function annotationsOfPages(store: Store, keys: readonly string[]): Promise<Annotation[]> {
  return guarded(store, () =>
    store.transaction('r', store.annotations, async () => {
      const ofPage = (key: string) => store.annotations.where('page.key').equals(key).toArray();
      return (await Promise.all(keys.map(ofPage))).flat().map(fromRow);
    }),
  );
}

/** Orphans after the rest, each by the place they had. */
export function inPageOrder(list: readonly Annotation[]): Annotation[] {
  const orphaned = (a: Annotation) => Number(a.anchor.state === 'orphaned');
  return [...list].sort(
    (a, b) =>
      orphaned(a) - orphaned(b) ||
      a.target.position.start - b.target.position.start ||
      (a.id < b.id ? -1 : 1),
  );
}

/**
 * How many annotations there are.
 * @throws StoreError
 */
export function countAnnotations(store: Store): Promise<number> {
  return guarded(store, () => store.annotations.count());
}

/**
 * Whether there is any annotation of a page.
 * @param key the page's key, as `pageKeyOf` makes it
 * @throws StoreError
 */
export function hasAnnotations(store: Store, key: string): Promise<boolean> {
  return guarded(store, async () => (await store.annotations.where('page.key').equals(key).count()) > 0);
}

/** Every outlet and tag in use, sorted: what a filter can offer. An empty outlet is that of what names none. */
interface Facets {
  readonly outlets: readonly string[];
  readonly tags: readonly string[];
}

/**
 * What the annotations of a store give a filter to choose from.
 * @throws StoreError
 */
export function facetsOf(store: Store): Promise<Facets> {
  return guarded(store, async () => {
    const [outlets, tags] = await Promise.all([
      store.annotations.orderBy('page.outlet').uniqueKeys(),
      store.annotations.orderBy('tags').uniqueKeys(),
    ]);
    return { outlets: outlets as string[], tags: tags as string[] };
  });
}
