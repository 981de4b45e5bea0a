/** The library's list: articles, each followed by its claims; or claims alone, ranked. */
import type { Listed } from '../../annotations/listed';
import { rankedOf, type Sorting } from '../../annotations/order';
import type { Page } from '../../annotations/types';

export type Row =
  | { readonly kind: 'article'; readonly page: Page; readonly count: number }
  | {
      readonly kind: 'claim';
      readonly annotation: Listed;
      readonly place: number;
      /** Whether it stands under no article's heading. */
      readonly isAlone: boolean;
    };

interface Group {
  readonly claims: Listed[];
  latest: string;
  page: Page;
}

/** The rows in an order; `place` counts claims from 1. */
export function rowsOf(annotations: readonly Listed[], sorting: Sorting): Row[] {
  if (sorting.of === 'articles') return articleRows(annotations, sorting.compare);
  return annotations
    .map((annotation) => ({ annotation, ...rankedOf(annotation) }))
    .sort(sorting.compare)
    .map(({ annotation }, i) => ({ kind: 'claim', annotation, place: i + 1, isAlone: true }));
}

/**
 * Articles, each followed by its claims in the order of the text. `created` decides, not `modified`: a row must not
 * jump away while its note is being written.
 */
function articleRows(
  annotations: readonly Listed[],
  compare: (Sorting & { readonly of: 'articles' })['compare'],
): Row[] {
  const groups = new Map<string, Group>();
  for (const annotation of annotations) {
    const { page, created } = annotation;
    const group = groups.get(page.key);
    if (!group) groups.set(page.key, { claims: [annotation], latest: created, page });
    else {
      group.claims.push(annotation);
      if (created > group.latest) {
        group.latest = created;
        group.page = page;
      }
    }
  }
  const rows: Row[] = [];
  let place = 0;
  for (const { page, claims } of [...groups.values()].sort(compare)) {
    rows.push({ kind: 'article', page, count: claims.length });
    claims.sort((a, b) => a.target.position.start - b.target.position.start || (a.id < b.id ? -1 : 1));
    for (const annotation of claims) {
      place += 1;
      rows.push({ kind: 'claim', annotation, place, isAlone: false });
    }
  }
  return rows;
}

/** The claim before or after another in the list; the first where that one isn't in it. */
export function stepFrom(rows: readonly Row[], id: string | null, step: 1 | -1): string | null {
  const claims = rows.flatMap((row) => (row.kind === 'claim' ? [row.annotation.id] : []));
  const at = id === null ? -1 : claims.indexOf(id);
  if (at < 0) return claims[0] ?? null;
  return claims[Math.min(Math.max(at + step, 0), claims.length - 1)] ?? null;
}
