/** The orders a list of claims can stand in. */
import type { Listed } from './listed';
import type { Page } from './types';

/** The first is that of a list nobody has chosen an order for. */
export const ORDERS = [
  'newest',
  'oldest',
  'published',
  'published-oldest',
  'outlet',
  'title',
  'surest',
  'least-sure',
] as const;
export type Order = (typeof ORDERS)[number];

/** What tells an article's place; `latest` is when the last of its claims was added. */
export interface Article {
  readonly page: Pick<Page, 'title' | 'outlet' | 'published'>;
  readonly latest: string;
}

/** What tells a claim's place among those of all articles. */
export interface RankedClaim {
  readonly id: string;
  readonly created: string;
  readonly start: number;
  /** How sure the engine was; null of what the reader added. */
  readonly confidence: number | null;
}

/** How an order is come by: articles with their claims in the order of the text, or every claim for itself. */
export type Sorting =
  | { readonly of: 'articles'; readonly compare: (a: Article, b: Article) => number }
  | { readonly of: 'claims'; readonly compare: (a: RankedClaim, b: RankedClaim) => number };

const later = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0);

/** The article of which a claim was added last comes first. */
export const NEWEST_FIRST: Sorting = { of: 'articles', compare: (a, b) => later(a.latest, b.latest) };

/** By what a page says of itself; what says nothing comes last, and of two with the same the newer first. */
function byPage(said: keyof Article['page'], compare: (a: string, b: string) => number): Sorting {
  return {
    of: 'articles',
    compare: (a, b) => {
      const [one, other] = [a.page[said], b.page[said]];
      if (one === other) return later(a.latest, b.latest);
      if (!one || !other) return one ? -1 : 1;
      return compare(one, other) || later(a.latest, b.latest);
    },
  };
}

/** By the engine's confidence; what the reader added comes last. */
function byConfidence(sign: 1 | -1): Sorting {
  return {
    of: 'claims',
    compare: (a, b) => {
      if (a.confidence === b.confidence)
        return later(a.created, b.created) || a.start - b.start || (a.id < b.id ? -1 : 1);
      if (a.confidence === null || b.confidence === null) return a.confidence === null ? 1 : -1;
      return sign * (a.confidence - b.confidence);
    },
  };
}

/**
 * How to sort.
 * @param language the interface's, by which titles and outlets are sorted
 */
export function sortingOf(order: Order, language: string): Sorting {
  const { compare } = new Intl.Collator(language, { numeric: true, ignorePunctuation: true });
  switch (order) {
    case 'newest':
      return NEWEST_FIRST;
    case 'oldest':
      return { of: 'articles', compare: (a, b) => later(b.latest, a.latest) };
    case 'published':
      return byPage('published', later);
    case 'published-oldest':
      return byPage('published', (a, b) => later(b, a));
    case 'outlet':
      return byPage('outlet', compare);
    case 'title':
      return byPage('title', compare);
    case 'surest':
      return byConfidence(-1);
    case 'least-sure':
      return byConfidence(1);
  }
}

/**
 * What ranks a claim. The engine's first word counts, not the reader's correction of it: a row must not jump away while
 * it is being judged.
 */
export function rankedOf({
  id,
  created,
  target,
  matches,
  verdict,
}: Pick<Listed, 'id' | 'created' | 'target' | 'matches' | 'verdict'>): RankedClaim {
  const confidence = verdict === 'added' ? null : (matches[0]?.confidence ?? null);
  return { id, created, start: target.position.start, confidence };
}
