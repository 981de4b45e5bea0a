/** The first of two passes over what is exported: what the file's head says, and which articles come in which order. */
import type { Annotation } from '../annotations/types';
import { type Overview, overviewMaking } from '../exchange/overview';
import { inPageOrder } from '../store/annotations';
import { SLICE, type Source } from './export-source';

export interface Plan {
  readonly overview: Overview;
  /** The articles by their keys, with the ids of what is wanted of each; the one annotated last comes first. */
  readonly articles: ReadonlyMap<string, readonly string[]>;
}

export interface PlanMaking {
  readonly add: (annotation: Annotation) => void;
  readonly end: () => Plan;
}

/** Gathers a plan. */
export function planMaking(): PlanMaking {
  const making = overviewMaking();
  const articles = new Map<string, { latest: string; readonly ids: string[] }>();
  return {
    add(annotation) {
      making.add(annotation);
      const { id, page, created } = annotation;
      const article = articles.get(page.key);
      if (!article) articles.set(page.key, { latest: created, ids: [id] });
      else {
        article.ids.push(id);
        if (created > article.latest) article.latest = created;
      }
    },
    end: () => ({
      overview: making.end(),
      articles: new Map(
        [...articles]
          .sort(([, a], [, b]) => (a.latest < b.latest ? 1 : a.latest > b.latest ? -1 : 0))
          .map(([key, { ids }]) => [key, ids]),
      ),
    }),
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
