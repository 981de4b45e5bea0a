/** What an export is of, read bit by bit and as often as it takes. */
import { type AnnotationFilter, matchesFilter } from '../../annotations/filter';
import type { Annotation } from '../../annotations/types';
import {
  annotationsOfPage,
  annotationsOfPages,
  countAnnotations,
  getAnnotations,
  inPageOrder,
} from '../../store/annotations';
import type { Store } from '../../store/database';
import { slicesOfAll } from '../../store/slices';

/**
 * What to write: what passes a filter (everything passes an empty one), some ids, or annotations that are not in the
 * store (a private window's, pasted text's).
 */
export type ExportScope =
  | AnnotationFilter
  | { readonly ids: readonly string[] }
  | { readonly annotations: readonly Annotation[] };

/** As many as are fetched by name and written in well under a tenth of a second. */
export const SLICE = 100;

export interface Source {
  /** How many are looked through. */
  readonly total: () => Promise<number>;
  /** All of them in slices: what is `wanted` of each, and how many were `seen`, wanted or not. */
  readonly slices: () => AsyncIterable<{ readonly seen: number; readonly wanted: readonly Annotation[] }>;
  /** The annotations of some articles, among them perhaps some that are not wanted. */
  readonly ofArticles: (keys: readonly string[]) => Promise<Annotation[]>;
  /** Some annotations, in the order of their ids given; those that are gone are left out. */
  readonly byIds: (ids: readonly string[]) => Promise<readonly Annotation[]>;
}

export const isEverything = (scope: ExportScope): boolean => Object.keys(scope).length === 0;

/** @throws StoreError, at any of its calls */
export function sourceOf(store: Store, scope: ExportScope): Source {
  if ('annotations' in scope) return listSource(inPageOrder(scope.annotations));
  const ofArticles = (keys: readonly string[]) => annotationsOfPages(store, keys);
  const byIds = (ids: readonly string[]) => getAnnotations(store, ids);
  if ('ids' in scope) return idsSource(scope.ids, byIds, ofArticles);
  // One page is a single indexed read.
  if (scope.pageKey !== undefined) return pageSource(store, scope.pageKey, scope);
  return {
    total: () => countAnnotations(store),
    async *slices() {
      // Read in large slices, handed on in small ones: those who write them say how far they are, and can be stopped.
      for await (const slice of slicesOfAll(store))
        for (let i = 0; i < slice.length; i += SLICE) {
          const part = slice.slice(i, i + SLICE);
          yield {
            seen: part.length,
            wanted: isEverything(scope) ? part : part.filter((a) => matchesFilter(a, scope)),
          };
        }
    },
    ofArticles,
    byIds,
  };
}

function idsSource(ids: readonly string[], byIds: Source['byIds'], ofArticles: Source['ofArticles']): Source {
  return {
    total: async () => ids.length,
    async *slices() {
      for (let i = 0; i < ids.length; i += SLICE) {
        const some = ids.slice(i, i + SLICE);
        yield { seen: some.length, wanted: await byIds(some) };
      }
    },
    ofArticles,
    byIds,
  };
}

function listSource(list: readonly Annotation[]): Source {
  const known = new Map(list.map((a) => [a.id, a]));
  return idsSource(
    [...known.keys()],
    async (ids) => ids.flatMap((id) => known.get(id) ?? []),
    async (keys) => {
      const wanted = new Set(keys);
      return list.filter(({ page }) => wanted.has(page.key));
    },
  );
}

function pageSource(store: Store, pageKey: string, filter: AnnotationFilter): Source {
  const list = annotationsOfPage(store, pageKey).then((found) =>
    listSource(found.filter((a) => matchesFilter(a, filter))),
  );
  // Whoever asks is told of a failure; it must not be one that nobody listens to.
  list.catch(() => undefined);
  return {
    total: async () => (await list).total(),
    async *slices() {
      yield* (await list).slices();
    },
    ofArticles: async (keys) => (await list).ofArticles(keys),
    byIds: async (ids) => (await list).byIds(ids),
  };
}
