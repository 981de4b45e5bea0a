/** The first of two passes over what is exported: what the head of the file says, and which articles come in which order. */
import type { Annotation } from '../annotations/types';
import { type Overview, overviewMaking } from '../exchange/overview';
import { inPageOrder } from '../store/annotations';
import { SLICE, type Source } from './export-source';

export interface Plan {
  readonly overview: Overview;
  /** The articles' keys. */
  readonly keys: ReadonlySet<string>;
  /** The ids of each article's annotations; the article annotated last comes first. */
  readonly articles: readonly (readonly string[])[];
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
      keys: new Set(articles.keys()),
      articles: [...articles.values()]
        .sort((a, b) => (a.latest < b.latest ? 1 : a.latest > b.latest ? -1 : 0))
        .map(({ ids }) => ids),
    }),
  };
}

/**
 * The annotations of a plan in its order, whole articles at a time, each in the order of its text.
 * @throws StoreError
 */
export async function* slicesOf({ articles }: Plan, { byIds }: Source): AsyncGenerator<Annotation[]> {
  let bundle: (readonly string[])[] = [];
  let count = 0;
  const read = async () => {
    const found = new Map((await byIds(bundle.flat())).map((a) => [a.id, a]));
    const slice = bundle.flatMap((ids) => inPageOrder(ids.flatMap((id) => found.get(id) ?? [])));
    bundle = [];
    count = 0;
    return slice;
  };
  for (const ids of articles) {
    if (count && count + ids.length > SLICE) yield await read();
    bundle.push(ids);
    count += ids.length;
  }
  if (count) yield await read();
}
