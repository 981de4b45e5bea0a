import { anchoredAt } from '../../annotations/anchored';
import type { Anchor, Target } from '../../annotations/types';
import { exactPlaces, fitsBetter, type Place, rankPlaces } from './exact';
import { fold, sourceSpan } from './fold';
import { type Candidate, fuzzyPlaces } from './fuzzy';
import { Searchable } from './searchable';
import { standsWhereItWas } from './unmoved';

/** An exact quote shorter than this (folded characters) is believed only with its surroundings. */
const TELLING = 24;
/** Surroundings agree from here on. */
const SAME_CONTEXT = 0.5;
/**
 * Surroundings of a changed quote may have changed as well: from the one they count as alike, under the other as
 * strange. Texts that have nothing to do with each other agree by 0.1.
 */
const LIKE_CONTEXT = 0.35;
const STRANGE_CONTEXT = 0.15;
/** How much better the best of several exact places must fit its surroundings. */
const EXACT_MARGIN = 0.2;
/** A changed quote must beat its runner-up by this much of the score. */
const FUZZY_MARGIN = 0.08;
/** Quotes shorter than this are not looked for once they have changed. */
const SHORTEST_FUZZY = 24;
/**
 * Where the surroundings are strange, a quote must keep this much more of its words: news is full of sentences that
 * differ in three words and speak of other countries.
 */
const STRANGER = 0.28;
const LEAST_WORDS = 2 / 3;
/**
 * A page that holds another sentence with half the quote's words is made by rote (prices, headlines, answers in a
 * briefing), and what was deleted may have had a sibling that is left: then the best place must keep this much more of
 * the words than the sibling, and stand in the right surroundings.
 */
const SIBLING = 0.5;
const SIBLING_MARGIN = 0.3;
/** Words kept in order below which a candidate is not even mentioned. */
const FAINT = 0.4;

interface AnchorOptions {
  /** Milliseconds of `performance.now()` after which only exact finding is tried. */
  readonly deadline?: number;
  /** The clock, for tests. */
  readonly now?: () => number;
}

/**
 * Finds a target in a page's text: where it was, else its exact quote by context, else what resembles it enough.
 * A wrong anchor is worse than an orphan: what is not beyond doubt is `uncertain`, with the place it may be at.
 * @param page the page's text or, for many targets, one `Searchable` of it; spans are over that text.
 */
export function anchor(target: Target, page: string | Searchable, options: AnchorOptions = {}): Anchor {
  const searchable = typeof page === 'string' ? new Searchable(page) : page;
  if (target.quote.exact.trim() === '') return { state: 'orphaned', reason: 'too-short' };
  if (standsWhereItWas(target, searchable.text)) return anchoredAt(target);
  const quote = fold(target.quote.exact);
  const context = { prefix: fold(target.quote.prefix).text, suffix: fold(target.quote.suffix).text };
  if (quote.text === '') return { state: 'orphaned', reason: 'too-short' };
  const exact = rankPlaces(exactPlaces(quote.text, searchable, context), searchable, target.position.start);
  const { deadline = Number.POSITIVE_INFINITY, now = () => performance.now() } = options;
  const expired = () => now() > deadline;
  const fuzzy = () => fuzzyPlaces(quote, searchable, context, expired);
  const [only, another] = exact;
  if (only) {
    const found = fromExact(exact, quote.text, searchable);
    // In strange surroundings it may be a copy, and the original, a little changed, still where it was.
    const mayBeCopy = !another && found.state === 'anchored' && (only.context ?? 1) < SAME_CONTEXT;
    const isCopy = mayBeCopy && quote.text.length >= SHORTEST_FUZZY && hasRival(only, fuzzy());
    return isCopy ? { ...found, state: 'uncertain', reason: 'ambiguous' } : found;
  }
  if (quote.text.length < SHORTEST_FUZZY) return { state: 'orphaned', reason: 'text-gone' };
  if (expired()) return { state: 'orphaned', reason: 'gave-up' };
  return fromFuzzy(fuzzy(), quote.wordStarts.length, searchable, expired);
}

/** The same for many targets in one text: what it takes to search it is made once. */
export function findIn(text: string): (target: Target, deadline: number) => Anchor {
  const searchable = new Searchable(text);
  return (target, deadline) => anchor(target, searchable, { deadline });
}

/** Whether a changed form of the quote stands elsewhere, in surroundings that fit better. */
function hasRival(place: Place, candidates: readonly Candidate[]): boolean {
  return candidates.some(
    ({ start, end, words, context }) =>
      (end <= place.start || start >= place.end) &&
      words >= LEAST_WORDS &&
      (context ?? 0) > (place.context ?? 0),
  );
}

function fromExact(places: readonly Place[], quote: string, page: Searchable): Anchor {
  const [best, second] = places;
  if (!best) return { state: 'orphaned', reason: 'text-gone' };
  const span = sourceSpan(page.folded, best.start, best.end);
  if (!second) {
    const believed = quote.length >= TELLING || (best.context ?? 0) >= SAME_CONTEXT;
    return believed ? { state: 'anchored', span } : { state: 'uncertain', reason: 'too-short', span };
  }
  const apart = (best.context ?? 0) - (second.context ?? 0) >= EXACT_MARGIN && fitsBetter(best, second);
  return apart && (best.context ?? 0) >= SAME_CONTEXT
    ? { state: 'anchored', span }
    : { state: 'uncertain', reason: 'ambiguous', span };
}

function fromFuzzy(
  candidates: readonly Candidate[],
  quoteWords: number,
  page: Searchable,
  expired: () => boolean,
): Anchor {
  const [best, ...others] = candidates;
  const [second] = others;
  if (!best || best.words < FAINT) {
    return { state: 'orphaned', reason: expired() ? 'gave-up' : 'text-gone' };
  }
  const span = sourceSpan(page.folded, best.start, best.end);
  if (second && best.score - second.score < FUZZY_MARGIN)
    return { state: 'uncertain', reason: 'ambiguous', span };
  const sibling = Math.max(...others.map(({ words }) => words), 0);
  if (sibling >= SIBLING && (best.words - sibling < SIBLING_MARGIN || (best.context ?? 0) < SAME_CONTEXT))
    return { state: 'uncertain', reason: 'ambiguous', span };
  return best.words >= wordFloor(quoteWords, best.context)
    ? { state: 'anchored', span }
    : { state: 'uncertain', reason: 'changed', span };
}

/**
 * The share of words that must stand in order. Two in three is what a mere lookalike may share, so never less than
 * that, and only where the surroundings agree; more the less they do, and for the shortest quotes.
 */
function wordFloor(quoteWords: number, context: number | null): number {
  const floor = quoteWords < 6 ? 0.75 : LEAST_WORDS;
  const strangeness = (LIKE_CONTEXT - (context ?? 0)) / (LIKE_CONTEXT - STRANGE_CONTEXT);
  return floor + STRANGER * Math.min(1, Math.max(0, strangeness));
}
