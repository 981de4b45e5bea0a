import type { Target } from '../../annotations/types';
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

/** A quote of at least this many characters is told by one of its sides where it stands once on a page, in its place. */
const TELLING = 24;

/**
 * Whether the quote stands, letter for letter and with the same surroundings, where it was last seen. On one side these
 * may have changed, or been written down from less than the page, if it stands there alone. A side of which nothing was
 * written down agrees: a headline has nothing before it, and below it a line with the author, which is no block.
 */
export function standsWhereItWas(target: Target, text: string): boolean {
  const { start, end } = target.position;
  const { exact, prefix, suffix } = target.quote;
  if (end - start !== exact.length || text.slice(start, end) !== exact) return false;
  const [before, after] = [agreesBefore(text, start, prefix), agreesAfter(text, end, suffix)];
  if (before && after) return true;
  const isTold = (before || after) && exact.length >= TELLING;
  return isTold && text.indexOf(exact) === start && text.indexOf(exact, end) < 0;
}

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

/** Compares backwards from `at`, blanks left out of account on both sides. */
function agreesBefore(text: string, at: number, prefix: string): boolean {
  if (at >= prefix.length && text.slice(at - prefix.length, at) === prefix) return true;
  for (let i = at - 1, k = prefix.length - 1; k >= 0; ) {
    const stored = prefix.charCodeAt(k);
    const found = text.charCodeAt(i);
    if (stored === found) {
      i--;
      k--;
    } else if (isBlank(stored)) k--;
    else if (isBlank(found)) i--;
    else return false;
  }
  return true;
}

function agreesAfter(text: string, at: number, suffix: string): boolean {
  if (text.slice(at, at + suffix.length) === suffix) return true;
  for (let i = at, k = 0; k < suffix.length; ) {
    const stored = suffix.charCodeAt(k);
    const found = text.charCodeAt(i);
    if (stored === found) {
      i++;
      k++;
    } else if (isBlank(stored)) k++;
    else if (isBlank(found)) i++;
    else return false;
  }
  return true;
}

/** What `\s` means, without a regular expression for each character: East Asian pages write U+3000. */
function isBlank(code: number): boolean {
  if (code < 0xa0) return code === 32 || (code >= 9 && code <= 13);
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}
