/** Reading annotations. All of it works inside Dexie's liveQuery. */
import type { Collection } from 'dexie';
import { type AnnotationFilter, matchesFilter } from '../annotations/filter';
import type { Annotation } from '../annotations/types';
import { arguments_ } from '../essays/catalogue';
import type { ArgumentId } from '../essays/types';
import type { Store } from './database';
import { guarded } from './errors';
import { type AnnotationRow, fromRow } from './rows';

/** A part of a result, newest modification first. */
export interface Window {
  readonly offset: number;
  readonly limit: number;
}

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

/** The argument ids that satisfy a filter's essay and arguments, or undefined where it asks for neither. */
function wantedArguments({ essay, arguments: ids }: AnnotationFilter): ArgumentId[] | undefined {
  if (!essay && !ids?.length) return undefined;
  return arguments_
    .filter((a) => (!essay || a.essay === essay) && (!ids?.length || ids.includes(a.id)))
    .map((a) => a.id);
}

/** The narrowest indexed start for a filter; the rest of it is checked row by row. `sorted`: already newest first. */
function start(store: Store, filter: AnnotationFilter): { rows: Collection<AnnotationRow>; sorted: boolean } {
  const table = store.annotations;
  const by = (rows: Collection<AnnotationRow>) => ({ rows, sorted: false });
  if (filter.pageKey !== undefined)
    return by(table.where('page.key').equals(filter.pageKey) as Collection<AnnotationRow>);
  if (filter.tags?.length)
    return by(
      table
        .where('tags')
        .anyOf([...filter.tags])
        .distinct() as Collection<AnnotationRow>,
    );
  const linked = wantedArguments(filter);
  if (linked) return by(table.where('linked').anyOf(linked).distinct() as Collection<AnnotationRow>);
  if (filter.outlets?.length)
    return by(table.where('page.outlet').anyOf([...filter.outlets]) as Collection<AnnotationRow>);
  return { rows: table.orderBy('modified').reverse() as Collection<AnnotationRow>, sorted: true };
}

const newestFirst = (a: AnnotationRow, b: AnnotationRow) =>
  a.modified === b.modified ? (a.id < b.id ? 1 : -1) : a.modified < b.modified ? 1 : -1;

/**
 * The annotations that pass a filter, newest modification first; all of them, or a window of the result.
 * @throws StoreError
 */
export function queryAnnotations(
  store: Store,
  filter: AnnotationFilter = {},
  window?: Window,
): Promise<Annotation[]> {
  return guarded(store, async () => {
    const { rows, sorted } = start(store, filter);
    const { offset, limit } = window ?? { offset: 0, limit: Number.POSITIVE_INFINITY };
    if (sorted) {
      let passing = isEmpty(filter) ? rows : rows.filter((row) => matchesFilter(row, filter));
      if (offset > 0) passing = passing.offset(offset);
      if (limit !== Number.POSITIVE_INFINITY) passing = passing.limit(limit);
      return (await passing.toArray()).map(fromRow);
    }
    const list = (await rows.toArray()).filter((row) => matchesFilter(row, filter)).sort(newestFirst);
    return list.slice(offset, offset + limit).map(fromRow);
  });
}

/**
 * How many annotations pass a filter.
 * @throws StoreError
 */
export function countAnnotations(store: Store, filter: AnnotationFilter = {}): Promise<number> {
  return guarded(store, async () => {
    if (isEmpty(filter)) return store.annotations.count();
    return start(store, filter)
      .rows.filter((row) => matchesFilter(row, filter))
      .count();
  });
}

function isEmpty(filter: AnnotationFilter): boolean {
  return Object.values(filter).every(
    (value) => value === undefined || value === '' || (Array.isArray(value) && !value.length),
  );
}

/** Every outlet and tag in use, sorted: what a filter can offer. An empty outlet is that of what names none. */
export interface Facets {
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
