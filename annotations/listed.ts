import type { Match } from '../engine/types';
import type { Annotation, Page } from './types';

/** An annotation as lists, filters and counts need it: light enough to hold a hundred thousand at once. */
export interface Listed
  extends Pick<
    Annotation,
    'id' | 'page' | 'verdict' | 'correction' | 'note' | 'tags' | 'created' | 'modified' | 'touched'
  > {
  readonly target: {
    readonly quote: { readonly exact: string };
    readonly position: { readonly start: number };
  };
  readonly matches: readonly Pick<Match, 'argument' | 'stance' | 'confidence'>[];
  readonly anchor: Pick<Annotation['anchor'], 'state'>;
}

/** What a row of a list can show of a quote or note. */
const LONGEST = 400;
const start = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/**
 * The light form of an annotation. Long quotes and notes are cut: never write one back.
 * @param page a page object to share among the annotations of one page, if there is one
 */
export function listedOf(a: Annotation, page: Page = a.page): Listed {
  return {
    id: a.id,
    page,
    verdict: a.verdict,
    correction: a.correction,
    note: start(a.note),
    tags: a.tags,
    created: a.created,
    modified: a.modified,
    touched: a.touched,
    target: {
      quote: { exact: start(a.target.quote.exact) },
      position: { start: a.target.position.start },
    },
    matches: a.matches.map(({ argument, stance, confidence }) => ({ argument, stance, confidence })),
    anchor: { state: a.anchor.state },
  };
}
