/**
 * Search as the library asks for it. The index lies in a worker: neither filling nor asking it holds up the page.
 */
import { linksOf } from '../../annotations/shown';
import type { Annotation } from '../../annotations/types';
import type { ArgumentId } from '../../essays/types';
import { type Port, workerAt } from '../worker';
import { type Bits, isIn } from './bits';
import type { SearchIndex, Words } from './search-index';
import { queryIn } from './search-query';
import { queryTerms } from './search-terms';

type Question =
  | { readonly put: readonly Words[] }
  | { readonly remove: readonly number[] }
  | { readonly search: string };

/** What the worker does: an index that answers questions. */
export function answersOf(index: SearchIndex): (question: Question) => Bits | null {
  return (question) => {
    if ('search' in question) return index.search(question.search);
    if ('put' in question) index.put(question.put);
    else index.remove(question.remove);
    return null;
  };
}

/** Whether an annotation is among those found. */
export type Found = (id: string) => boolean;

export interface Search {
  /**
   * Adds annotations, or takes their new state.
   * @returns once they are searchable, so that whoever adds many can wait
   */
  readonly put: (annotations: readonly Annotation[]) => Promise<void>;
  readonly remove: (ids: readonly string[]) => Promise<void>;
  /** The annotations that meet a query (see search-query.ts); null where nothing is asked. @throws Error where the worker died */
  readonly ask: (typed: string) => Promise<Found | null>;
  readonly end: () => void;
}

/** Whether there is anything to look for in what is typed. */
export function asksNothing(typed: string): boolean {
  const { words, holds } = queryIn(typed);
  return holds === null && queryTerms(words).length === 0;
}

/**
 * Search by the index at a port. Ids never travel back: each annotation has a number, and an answer is a bit for each.
 * @param labels how arguments are named in the reader's language
 */
export function searchAt(port: Port, labels: Readonly<Partial<Record<ArgumentId, string>>>): Search {
  const worker = workerAt<Question, Bits | null>(port);
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    const known = numbers.get(id) ?? numbers.size;
    numbers.set(id, known);
    return known;
  };
  const wordsOf = (a: Annotation): Words => ({
    of: numberOf(a.id),
    own: [a.target.quote.exact, a.note],
    tags: a.tags,
    url: a.page.url,
    shared: [
      a.page.title,
      a.page.outlet,
      ...(a.page.authors ?? []),
      ...linksOf(a).map(({ argument }) => labels[argument] ?? ''),
    ],
  });
  return {
    async put(annotations) {
      if (annotations.length) await worker.ask({ put: annotations.map(wordsOf) });
    },
    async remove(ids) {
      const known = ids.flatMap((id) => numbers.get(id) ?? []);
      if (known.length) await worker.ask({ remove: known });
    },
    async ask(typed) {
      const bits = asksNothing(typed) ? null : await worker.ask({ search: typed });
      return bits && ((id) => isIn(bits, numbers.get(id) ?? Number.MAX_SAFE_INTEGER));
    },
    end: worker.end,
  };
}
