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
    before: prefix.length >= SHORTEST ? agreement(reverse(prefix), reverse(before)) : null,
    after: suffix.length >= SHORTEST ? agreement(suffix, after) : null,
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
 * Agreement of two texts that should begin alike: the larger of the share of the common beginning and the share of
 * common trigrams (Dice), so that one edit near the quote does not make a stranger of its surroundings.
 */
function agreement(stored: string, found: string): number {
  let common = 0;
  while (common < stored.length && stored[common] === found[common]) common++;
  if (common === stored.length) return 1;
  return Math.max(common / stored.length, trigramDice(stored, found));
}

function trigramDice(a: string, b: string): number {
  if (a.length < 3 || b.length < 3) return 0;
  const counts = new Map<string, number>();
  for (let i = 0; i + 3 <= a.length; i++) {
    const gram = a.slice(i, i + 3);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  let shared = 0;
  for (let i = 0; i + 3 <= b.length; i++) {
    const gram = b.slice(i, i + 3);
    const left = counts.get(gram) ?? 0;
    if (left > 0) {
      shared++;
      counts.set(gram, left - 1);
    }
  }
  return (2 * shared) / (a.length + b.length - 4);
}

function reverse(text: string): string {
  let reversed = '';
  for (let i = text.length - 1; i >= 0; i--) reversed += text[i];
  return reversed;
}
