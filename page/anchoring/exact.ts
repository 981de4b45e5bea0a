import { contextScore, contextSides, type FoldedContext, type Sides } from './context';
import { foldedOffset } from './fold';
import type { Searchable } from './searchable';

/** A place of the quote in the folded text. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** Agreement with the stored surroundings, 0 to 1; null where none were stored. */
  readonly context: number | null;
  readonly sides: Sides;
}

/** More places than this and the quote is common coin: the rest are not looked at. */
const MOST_PLACES = 64;

/** Every place of the folded quote in the page, with its context score, in the order of the page. */
export function exactPlaces(quote: string, page: Searchable, context: FoldedContext): Place[] {
  const places: Place[] = [];
  const { text } = page.folded;
  for (
    let at = text.indexOf(quote);
    at >= 0 && places.length < MOST_PLACES;
    at = text.indexOf(quote, at + 1)
  ) {
    const end = at + quote.length;
    const sides = contextSides(page.folded, at, end, context);
    places.push({ start: at, end, context: contextScore(sides), sides });
  }
  return places;
}

/** Orders places: best context first, then nearest to where the quote was last seen. */
export function rankPlaces(places: readonly Place[], page: Searchable, lastSeen: number): Place[] {
  const hint = foldedOffset(page.folded, lastSeen);
  return [...places].sort(
    (a, b) => (b.context ?? 0) - (a.context ?? 0) || Math.abs(a.start - hint) - Math.abs(b.start - hint),
  );
}

/** Whether one place fits its surroundings at least as well as another on either side, not only on the whole. */
export function fitsBetter(place: Place, other: Place): boolean {
  const { before, after } = place.sides;
  return (before ?? 0) >= (other.sides.before ?? 0) && (after ?? 0) >= (other.sides.after ?? 0);
}
