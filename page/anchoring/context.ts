import type { Folded } from './fold';

/** Prefix and suffix of a quote, folded. */
export interface FoldedContext {
  readonly prefix: string;
  readonly suffix: string;
}

/** Agreement of either side, 0 to 1; null where too little was stored to say. */
export interface Sides {
  readonly before: number | null;
  readonly after: number | null;
}

/** How well the text on either side of `[start, end)` (offsets of the folded page) agrees with the stored context. */
export function contextSides(page: Folded, start: number, end: number, context: FoldedContext): Sides {
  const { prefix, suffix } = context;
  const before = page.text.slice(Math.max(0, start - prefix.length), start);
  const after = page.text.slice(end, end + suffix.length);
  return {
    before: prefix.length >= SHORTEST ? agreement(prefix, before, commonEnd(prefix, before)) : null,
    after: suffix.length >= SHORTEST ? agreement(suffix, after, commonStart(suffix, after)) : null,
  };
}

/** Both sides in one figure: their mean, 0 to 1; null where nothing was stored on either. */
export function contextScore({ before, after }: Sides): number | null {
  const known = [before, after].filter((side) => side !== null);
  return known.length > 0 ? known.reduce((sum, side) => sum + side, 0) / known.length : null;
}

/** Fewer characters of context than this say nothing. */
const SHORTEST = 6;

/**
 * Agreement of two texts that should be alike beside the quote: the larger of the share they have in common there and
 * the share of common trigrams (Dice), so that one edit near the quote does not make a stranger of its surroundings.
 */
function agreement(stored: string, found: string, common: number): number {
  return common === stored.length ? 1 : Math.max(common / stored.length, trigramDice(stored, found));
}

function commonStart(a: string, b: string): number {
  let common = 0;
  while (common < a.length && a.charCodeAt(common) === b.charCodeAt(common)) common++;
  return common;
}

function commonEnd(a: string, b: string): number {
  let common = 0;
  while (
    common < a.length &&
    common < b.length &&
    a.charCodeAt(a.length - 1 - common) === b.charCodeAt(b.length - 1 - common)
  )
    common++;
  return common;
}

/** Each trigram counts once for each time it stands in both. Contexts are short: comparing all pairs is the quickest. */
function trigramDice(a: string, b: string): number {
  if (a.length < 3 || b.length < 3) return 0;
  const grams = trigrams(b);
  let left = grams.length;
  for (const gram of trigrams(a)) {
    for (let i = 0; i < left; i++) {
      if (grams[i] !== gram) continue;
      // What is matched gives its place to the last one left.
      left--;
      grams[i] = grams[left] ?? 0;
      break;
    }
  }
  return (2 * (grams.length - left)) / (a.length + b.length - 4);
}

/** Three UTF-16 code units in one number: 48 bits, exact in a double. */
function trigrams(text: string): Float64Array {
  const grams = new Float64Array(text.length - 2);
  for (let i = 0; i < grams.length; i++)
    grams[i] = (text.charCodeAt(i) * 0x10000 + text.charCodeAt(i + 1)) * 0x10000 + text.charCodeAt(i + 2);
  return grams;
}
