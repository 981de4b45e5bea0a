/** The first of two passes over what is exported: what the file's head says, and what comes in which order. */
import { NEWEST_FIRST, type RankedClaim, rankedOf, type Sorting } from '../../annotations/order';
import type { Annotation, Page } from '../../annotations/types';
import { type Overview, overviewBuilder } from '../../exchange/overview';
import { inPageOrder } from '../../store/annotations';
import { SLICE, type Source } from './export-source';

export interface Plan {
  readonly overview: Overview;
  /** The articles by their keys, in their order, with the ids of what is wanted of each. */
  readonly articles: ReadonlyMap<string, readonly string[]>;
  /** The ids of all, where claims are ranked; an article then comes where the first of its claims does. */
  readonly ranking: readonly string[] | null;
}

interface PlanBuilder {
  readonly add: (annotation: Annotation) => void;
  readonly build: () => Plan;
}

interface Article {
  readonly ids: string[];
  latest: string;
  page: Page;
}

/** Gathers a plan. */
export function planBuilder(sorting: Sorting = NEWEST_FIRST): PlanBuilder {
  const overviewOfAll = overviewBuilder();
  const articles = new Map<string, Article>();
  const claims: (RankedClaim & { readonly key: string })[] = [];
  return {
    add(annotation) {
      overviewOfAll.add(annotation);
      const { id, page, created } = annotation;
      if (sorting.of === 'claims') claims.push({ ...rankedOf(annotation), key: page.key });
      const article = articles.get(page.key);
      if (!article) articles.set(page.key, { latest: created, page, ids: [id] });
      else {
        article.ids.push(id);
        if (created > article.latest) {
          article.latest = created;
          article.page = page;
        }
      }
    },
    build() {
      const overview = overviewOfAll.build();
      const idsOf = (key: string) => articles.get(key)?.ids ?? [];
      if (sorting.of === 'claims') {
        const ranked = claims.sort(sorting.compare);
        return {
          overview,
          articles: new Map(ranked.map(({ key }) => [key, idsOf(key)])),
          ranking: ranked.map(({ id }) => id),
        };
      }
      const sorted = [...articles].sort(([, a], [, b]) => sorting.compare(a, b));
      return { overview, articles: new Map(sorted.map(([key, { ids }]) => [key, ids])), ranking: null };
    },
  };
}

/**
 * The annotations of a plan in its order, whole articles at a time, each in the order of its text.
 * @throws StoreError
 */
export async function* slicesOf({ articles }: Plan, { ofArticles }: Source): AsyncGenerator<Annotation[]> {
  let keys: string[] = [];
  let wanted = new Set<string>();
  const read = async () => {
    const byKey = new Map<string, Annotation[]>(keys.map((key) => [key, []]));
    for (const one of await ofArticles(keys)) if (wanted.has(one.id)) byKey.get(one.page.key)?.push(one);
    keys = [];
    wanted = new Set();
    return [...byKey.values()].flatMap(inPageOrder);
  };
  for (const [key, ids] of articles) {
    if (wanted.size && wanted.size + ids.length > SLICE) yield await read();
    keys.push(key);
    for (const id of ids) wanted.add(id);
  }
  if (wanted.size) yield await read();
}

/**
 * The annotations of a ranking in its order, whatever article they are of.
 * @throws StoreError
 */
export async function* rankedSlices(
  ranking: readonly string[],
  { byIds }: Source,
): AsyncGenerator<readonly Annotation[]> {
  for (let i = 0; i < ranking.length; i += SLICE) yield await byIds(ranking.slice(i, i + SLICE));
}
