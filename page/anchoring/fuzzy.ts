import search from 'approx-string-match';
import { firstIndex } from './bisect';
import { contextScore, contextSides, type FoldedContext } from './context';
import type { Folded } from './fold';
import { type Searchable, wordsOf } from './searchable';

/** A place that resembles the quote; offsets are of the folded page. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** Share of characters kept (1 − edit distance / length), 0 to 1. */
  readonly letters: number;
  /** Share of words kept, in order and of the different ones (the lesser counts), of the longer of the two, 0 to 1. */
  readonly words: number;
  readonly context: number | null;
  /** All of it in one figure, 0 to 1. */
  readonly score: number;
}

/** Words more frequent on the page than this cast no vote: they stand everywhere. */
const COMMON = 64;
/** Regions looked at closely. */
const REGIONS = 4;
/** A region with less than this share of the best one's votes is no rival to it. */
const RIVAL = 0.45;
/** At most this share of the letters may differ. */
const MOST_ERRORS = 0.5;
/** Of longer quotes the letters of this much are compared, from the beginning. */
const LONGEST = 1200;
/** How far to follow the stored context to the quote's true ends, in folded characters. */
const END_REACH = 40;
/** Letters of context that must stand whole to be followed. */
const END_CONTEXT = 10;

/**
 * Places that resemble the quote, best first: its words vote for regions of the page where they stand in the same
 * order at the same distance, and only the few best regions are compared letter by letter (Myers 1999).
 * @param expired asked between regions; true ends the search with what was found.
 */
export function fuzzyPlaces(
  quote: Folded,
  page: Searchable,
  context: FoldedContext,
  expired: () => boolean,
): Candidate[] {
  const found: Candidate[] = [];
  const words = wordsOf(quote);
  for (const region of regions(words, page)) {
    if (expired()) break;
    const candidate = compare(quote, words, page, region, context);
    if (candidate && !found.some((other) => overlaps(other, candidate))) found.push(candidate);
  }
  return found.sort((a, b) => b.score - a.score);
}

/** The best regions by votes, as half-open ranges of word places. */
function regions(quoteWords: readonly string[], page: Searchable): { from: number; to: number }[] {
  const { words, places } = page.index;
  const length = quoteWords.length;
  const width = Math.max(4, Math.ceil(length * 0.4));
  const votes = new Float32Array(Math.ceil((words.length + length) / width) + 2);
  for (const [i, word] of quoteWords.entries()) {
    const standing = places.get(word);
    if (!standing || standing.length > COMMON) continue;
    const weight = 1 / (1 + Math.log2(standing.length));
    for (const place of standing) {
      const bin = Math.floor((place - i + length) / width);
      votes[bin] = (votes[bin] ?? 0) + weight;
    }
  }
  const best: { bin: number; sum: number }[] = [];
  for (let bin = 0; bin + 1 < votes.length; bin++) {
    const sum = (votes[bin] ?? 0) + (votes[bin + 1] ?? 0);
    if (sum <= 0 || sum <= (best[REGIONS * 2 - 1]?.sum ?? 0)) continue;
    best.push({ bin, sum });
    best.sort((a, b) => b.sum - a.sum);
    best.length = Math.min(best.length, REGIONS * 2);
  }
  const chosen = best.filter(
    ({ bin, sum }, i) =>
      sum >= RIVAL * (best[0]?.sum ?? 0) &&
      !best.slice(0, i).some((better) => Math.abs(better.bin - bin) <= 1),
  );
  return chosen.slice(0, REGIONS).map(({ bin }) => ({
    from: Math.max(0, bin * width - length - 2),
    to: Math.min(words.length, (bin + 2) * width + width + 2),
  }));
}

function compare(
  quote: Folded,
  quoteWords: readonly string[],
  page: Searchable,
  region: { from: number; to: number },
  context: FoldedContext,
): Candidate | null {
  const { folded } = page;
  const from = folded.wordStarts[region.from] ?? 0;
  const to = folded.wordEnds[region.to - 1] ?? folded.text.length;
  const pattern = quote.text.length > LONGEST ? quote.text.slice(0, LONGEST) : quote.text;
  const matches = search(folded.text.slice(from, to), pattern, Math.floor(pattern.length * MOST_ERRORS));
  const match = matches.reduce<(typeof matches)[number] | null>(
    (best, next) => (!best || next.errors < best.errors ? next : best),
    null,
  );
  if (!match) return null;
  const extent = trueEnds(folded, from + match.start, from + match.end, context, quote.text);
  const letters = 1 - match.errors / pattern.length;
  const found = wordsBetween(page, extent.start, extent.end);
  const words = Math.min(wordsKept(quoteWords, found), differentWordsKept(quoteWords, found));
  const around = contextScore(contextSides(folded, extent.start, extent.end, context));
  const score = 0.45 * words + 0.3 * letters + 0.25 * (around ?? 0.5);
  return { ...extent, letters, words, context: around, score };
}

/** Moves a match's ragged ends to where words end, or to where the stored context begins, if that is near. */
function trueEnds(
  page: Folded,
  start: number,
  end: number,
  context: FoldedContext,
  quote: string,
): { start: number; end: number } {
  let first = start;
  let last = end;
  const before = context.prefix.slice(-END_CONTEXT);
  const near = page.text.slice(Math.max(0, start - END_REACH), start + END_REACH);
  const prefixAt = before.length === END_CONTEXT ? near.lastIndexOf(before) : -1;
  if (prefixAt >= 0) first = Math.max(0, start - END_REACH) + prefixAt + before.length;
  else first = wordStartAt(page, start);
  const after = context.suffix.slice(0, END_CONTEXT);
  const reach = Math.max(first + 1, end - END_REACH);
  const suffixAt = after.length === END_CONTEXT ? page.text.slice(reach, end + END_REACH).indexOf(after) : -1;
  if (suffixAt >= 0) last = reach + suffixAt;
  else {
    last = wordEndAt(page, end);
    const final = quote.charAt(quote.length - 1);
    if (/[^\p{L}\p{N}]/u.test(final) && page.text[last] === final) last++;
  }
  return first < last ? { start: first, end: last } : { start, end };
}

/** The start of the word that holds `at` if most of it lies behind, else of the next one. */
function wordStartAt(page: Folded, at: number): number {
  const i = lastAtOrBefore(page.wordStarts, at);
  const start = page.wordStarts[i];
  const end = page.wordEnds[i];
  if (start === undefined || end === undefined || at >= end) return at;
  return at - start <= (end - start) / 2 ? start : (page.wordStarts[i + 1] ?? at);
}

function wordEndAt(page: Folded, at: number): number {
  const i = lastAtOrBefore(page.wordStarts, at - 1);
  const start = page.wordStarts[i];
  const end = page.wordEnds[i];
  if (start === undefined || end === undefined || at > end) return at;
  return end - at <= (end - start) / 2 ? end : start;
}

function wordsBetween(page: Searchable, start: number, end: number): readonly string[] {
  const { wordStarts } = page.folded;
  const from = lastAtOrBefore(wordStarts, start - 1) + 1;
  const to = lastAtOrBefore(wordStarts, end - 1) + 1;
  return page.index.words.slice(from, to);
}

/** Length of the longest common subsequence of words, as a share of the longer text. */
function wordsKept(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const row = new Uint16Array(b.length + 1);
  for (const word of a) {
    let diagonal = 0;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0;
      row[j] = b[j - 1] === word ? diagonal + 1 : Math.max(above, row[j - 1] ?? 0);
      diagonal = above;
    }
  }
  return (row[b.length] ?? 0) / Math.max(a.length, b.length);
}

/** Words that stand in both, each counted once: so that three articles in common are no likeness. Of the longer text. */
function differentWordsKept(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [new Set(a), new Set(b)];
  let shared = 0;
  for (const word of left) if (right.has(word)) shared++;
  return shared / Math.max(1, left.size, right.size);
}

function lastAtOrBefore(sorted: readonly number[], value: number): number {
  return firstIndex(sorted.length, (i) => (sorted[i] ?? 0) > value) - 1;
}

function overlaps(a: Candidate, b: Candidate): boolean {
  return a.start < b.end && b.start < a.end;
}
