/** Which stored record is which of the claims found now. Held to times that grow with their number, not its square. */
import type { Match } from '../engine/types';
import { normaliseQuote, quoteHash } from './quote-hash';
import { isFieldTouched, isTouched } from './touched';
import type { Annotation, Target } from './types';

/** A claim the engine found on the page now. */
export interface Found {
  readonly target: Target;
  readonly matches: readonly Match[];
}

export interface Pair {
  readonly record: Annotation;
  readonly claim: Found;
}
type Scored = Pair & { readonly score: number };
type Claimed = Annotation | Found;

/** Share of common words that makes an edited sentence the same claim, if it also says the same. */
const SAME_CLAIM = 0.8;
const FEWEST_WORDS = 6;

/** Claims a record is compared with, the nearest on the page: an article has fewer that were edited on one argument. */
const NEAREST = 50;
/** Comparisons beyond which sentences that are all the same are paired in their order: only made-up pages have so many. */
const MOST_COMPARED = NEAREST ** 2;

export const hashOf = ({ target }: Claimed): string => quoteHash(target.quote.exact);
const startOf = ({ target }: Claimed) => target.position.start;

function commonPrefix(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}
const reversed = (text: string) => [...text].reverse().join('');

/** How well two places of one quote agree: characters of common context first, nearness to break ties. */
function agreement(a: Target, b: Target): number {
  const before = commonPrefix(reversed(a.quote.prefix), reversed(b.quote.prefix));
  const after = commonPrefix(a.quote.suffix, b.quote.suffix);
  return before + after + 1 / (1 + Math.abs(a.position.start - b.position.start));
}

/** Whether a record stands where the engine finds it, and not where the reader selected or placed it. */
export function isEngines(record: Annotation): boolean {
  return record.verdict !== 'added' && !isFieldTouched(record, 'target');
}

/** More than any agreement of contexts. */
const FIRST = 1_000_000;

/**
 * Which of several records of one quote a claim is for first: one the reader has judged or written on, then one nobody
 * has, then one of the reader's own selection, which needs no claim to stand.
 */
function precedence(record: Annotation): number {
  if (!isEngines(record)) return 0;
  return isTouched(record) ? 2 * FIRST : FIRST;
}

/** A quote's words in the order of the alphabet. */
const wordsOf = ({ target }: Claimed): readonly string[] =>
  (normaliseQuote(target.quote.exact).match(/[\p{L}\p{N}]+/gu) ?? []).sort();

/** Dice coefficient of two quotes' words, each occurrence counted; 0 where it is below `SAME_CLAIM` or one is too short. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const fewer = Math.min(a.length, b.length);
  const both = a.length + b.length;
  if (fewer < FEWEST_WORDS || 2 * fewer < SAME_CLAIM * both) return 0;
  let common = 0;
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    const [left, right] = [a[i] ?? '', b[k] ?? ''];
    if (left === right) common++;
    if (left <= right) i++;
    if (left >= right) k++;
  }
  const score = (2 * common) / both;
  return score >= SAME_CLAIM ? score : 0;
}

/** Pairs greedily by score, best first, each record and claim once; scores of 0 never pair. */
function bestOf(candidates: readonly Scored[]): Pair[] {
  const taken = new Set<unknown>();
  return candidates
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .filter(({ record, claim }) => {
      if (taken.has(record) || taken.has(claim)) return false;
      taken.add(record).add(claim);
      return true;
    });
}

/** In groups by a key, in their order. (`Map.groupBy` is missing in Node 20.) */
function grouped<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

const inPlaces = <T extends Claimed>(list: readonly T[]) => [...list].sort((a, b) => startOf(a) - startOf(b));

/** Records and claims with the same quote; where it stands several times on the page, or is kept so, by context. */
export function pairSame(records: readonly Annotation[], claims: readonly Found[]): Pair[] {
  const byHash = grouped(claims, hashOf);
  return [...grouped(records, hashOf)].flatMap(([hash, group]) => {
    const others = byHash.get(hash) ?? [];
    if (group.length * others.length > MOST_COMPARED) {
      const sorted = inPlaces(others);
      return inPlaces(group).flatMap((record, i) => {
        const claim = sorted[i];
        return claim ? [{ record, claim }] : [];
      });
    }
    return bestOf(
      group.flatMap((record) =>
        others.map((claim) => ({
          record,
          claim,
          score: precedence(record) + agreement(record.target, claim.target),
        })),
      ),
    );
  });
}

/** What a claim says: argument and stance. */
const sayingOf = ({ matches: [first] }: Claimed) => (first ? `${first.argument} ${first.stance}` : '');

/** The `NEAREST` to a place of claims in the order of theirs. */
function nearest<T extends { readonly claim: Found }>(sorted: readonly T[], start: number): readonly T[] {
  if (sorted.length <= NEAREST) return sorted;
  let [low, high] = [0, sorted.length - NEAREST];
  while (low < high) {
    const middle = (low + high) >> 1;
    const [first, next] = [sorted[middle], sorted[middle + NEAREST]];
    if (first && next && start - startOf(first.claim) > startOf(next.claim) - start) low = middle + 1;
    else high = middle;
  }
  return sorted.slice(low, low + NEAREST);
}

/** Records and claims whose sentence was edited a little and still says the same: same argument, same stance. */
export function pairEdited(records: readonly Annotation[], claims: readonly Found[]): Pair[] {
  const bySaying = grouped(
    inPlaces(claims).map((claim) => ({ claim, words: wordsOf(claim) })),
    ({ claim }) => sayingOf(claim),
  );
  return bestOf(
    records.flatMap((record) => {
      const saying = sayingOf(record);
      const others = saying ? nearest(bySaying.get(saying) ?? [], startOf(record)) : [];
      const words = others.length > 0 ? wordsOf(record) : [];
      return others.map((other) => ({ record, claim: other.claim, score: likeness(words, other.words) }));
    }),
  );
}
