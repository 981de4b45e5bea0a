/** The library's list: articles, each followed by its claims. */
import type { Listed } from '../../annotations/listed';
import type { Page } from '../../annotations/types';

export type Row =
  | { readonly kind: 'article'; readonly page: Page; readonly count: number }
  | { readonly kind: 'claim'; readonly annotation: Listed; readonly place: number };

interface Group {
  readonly claims: Listed[];
  latest: string;
  page: Page;
}

/**
 * Articles by when they were last read, newest first; their claims in the order of the text. `created` decides, not
 * `modified`: a row must not jump away while its note is being written. `place` counts claims from 1.
 */
export function rowsOf(annotations: readonly Listed[]): Row[] {
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
  for (const { page, claims } of [...groups.values()].sort((a, b) => (a.latest < b.latest ? 1 : -1))) {
    rows.push({ kind: 'article', page, count: claims.length });
    claims.sort((a, b) => a.target.position.start - b.target.position.start || (a.id < b.id ? -1 : 1));
    for (const annotation of claims) {
      place += 1;
      rows.push({ kind: 'claim', annotation, place });
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
