/** What a visit to a page makes of its stored annotations and of the claims found now. */
import type { Match } from '../engine/types';
import type { ArgumentId } from '../essays/types';
import { normaliseQuote, quoteHash } from './quote-hash';
import { isFieldTouched, isTouched } from './touched';
import type { Annotation, Page, Target, Tombstone } from './types';

/** A claim the engine found on the page now. */
export interface Found {
  readonly target: Target;
  readonly matches: readonly Match[];
}

export interface Reconciliation {
  /** What is stored for the page. */
  readonly stored: readonly Annotation[];
  readonly tombstones: readonly Tombstone[];
  readonly found: readonly Found[];
  readonly page: Page;
  /** Version of the engine that found them. */
  readonly engine: string;
  /** ISO 8601 in UTC. */
  readonly now: string;
  readonly newId: () => string;
  /** Text of the article, where all of it was analysed; null for a part of it: then nothing is judged missing. */
  readonly article: string | null;
}

export interface Reconciled {
  /** Everything the page now has; those not in `put` are as they were stored. */
  readonly annotations: readonly Annotation[];
  /** New or changed. */
  readonly put: readonly Annotation[];
  /** Ids of untouched records the engine no longer stands by. */
  readonly drop: readonly string[];
}

interface Pair {
  readonly record: Annotation;
  readonly claim: Found;
}

/** Share of common words that makes an edited sentence the same claim, if it also says the same. */
const SAME_CLAIM = 0.8;
const FEWEST_WORDS = 6;

const hashOf = ({ target }: { readonly target: Target }) => quoteHash(target.quote.exact);
const sameJson = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

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

/** Dice coefficient of two quotes' words, each occurrence counted; 0 where one is too short to tell. */
function likeness(a: string, b: string): number {
  const [left, right] = [a, b].map((quote) => normaliseQuote(quote).match(/[\p{L}\p{N}]+/gu) ?? []);
  if (!left || !right || Math.min(left.length, right.length) < FEWEST_WORDS) return 0;
  const rest = [...right];
  let common = 0;
  for (const word of left) {
    const at = rest.indexOf(word);
    if (at < 0) continue;
    rest.splice(at, 1);
    common++;
  }
  return (2 * common) / (left.length + right.length);
}

/** Pairs records and claims greedily by score, best first, each once; scores of 0 never pair. */
function pairUp(
  records: readonly Annotation[],
  claims: readonly Found[],
  score: (record: Annotation, claim: Found) => number,
): Pair[] {
  const candidates = records
    .flatMap((record) => claims.map((claim) => ({ record, claim, score: score(record, claim) })))
    .filter((candidate) => candidate.score > 0)
    .sort((a, b) => b.score - a.score);
  const taken = new Set<unknown>();
  return candidates.filter(({ record, claim }) => {
    if (taken.has(record) || taken.has(claim)) return false;
    taken.add(record).add(claim);
    return true;
  });
}

/** By quote. (`Map.groupBy` is missing in Node 20.) */
function grouped<T extends { readonly target: Target }>(list: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const hash = hashOf(one);
    groups.set(hash, [...(groups.get(hash) ?? []), one]);
  }
  return groups;
}

/** Records and claims with the same quote; where it stands several times on the page, by context. */
function pairSame(records: readonly Annotation[], claims: readonly Found[]): Pair[] {
  const byHash = grouped(claims);
  return [...grouped(records)].flatMap(([hash, group]) =>
    pairUp(group, byHash.get(hash) ?? [], (record, claim) => agreement(record.target, claim.target)),
  );
}

/** Records and claims whose sentence was edited a little and still says the same: same argument, same stance. */
function pairEdited(records: readonly Annotation[], claims: readonly Found[]): Pair[] {
  return pairUp(records, claims, (record, claim) => {
    const [was] = record.matches;
    const [is] = claim.matches;
    if (!was || !is || was.argument !== is.argument || was.stance !== is.stance) return 0;
    const score = likeness(record.target.quote.exact, claim.target.quote.exact);
    return score >= SAME_CLAIM ? score : 0;
  });
}

/** The record as the page and the engine have it now; whatever the reader wrote, or wrote it about, stays. */
function refreshed({ record, claim }: Pair, { page, engine, now }: Reconciliation): Annotation {
  const target = isFieldTouched(record, 'target') ? record.target : claim.target;
  const isSame = target.quote.exact === record.target.quote.exact;
  const ownSide = isSame ? {} : { matches: withCuesOf(claim, record.matches) };
  const engineSide = isTouched(record) ? ownSide : { matches: claim.matches, engine };
  const next: Annotation = { ...record, ...engineSide, target, page };
  const moved = record.anchor.state === 'orphaned' || !sameJson(record.target, target);
  return changed(record, moved ? { ...next, anchor: anchorAt(claim.target) } : next, now);
}

/** Matches with the cues found in the edited quote: those of before are spans of a quote that is there no more. */
function withCuesOf(claim: Found, matches: readonly Match[]): Match[] {
  const cuesFor = (argument: ArgumentId) => claim.matches.find((match) => match.argument === argument)?.cues;
  return matches.map((match) => ({ ...match, cues: cuesFor(match.argument) ?? [] }));
}

/** The record itself where nothing is different; a new time only where the claim, not just its place or page, is. */
function changed(before: Annotation, after: Annotation, now: string): Annotation {
  if (sameJson(before, after)) return before;
  const says = ({ matches, engine, target }: Annotation) => [matches, engine, target.quote.exact];
  const modified = sameJson(says(before), says(after)) || before.modified >= now ? before.modified : now;
  return { ...after, modified };
}

const anchorAt = ({ position: { start, end } }: Target): Annotation['anchor'] => ({
  state: 'anchored',
  span: { start, end },
});

/**
 * A record the engine found nothing for: still on the page, or gone from it? Null drops it. What the reader selected
 * or placed may stand outside the article: there only the page itself can tell.
 */
function unfound(record: Annotation, { article, engine, page, now }: Reconciliation): Annotation | null {
  if (article === null || record.verdict === 'added' || isFieldTouched(record, 'target')) return record;
  if (normaliseQuote(article).includes(normaliseQuote(record.target.quote.exact))) {
    const disowned = record.engine !== engine && !isTouched(record);
    return disowned ? null : changed(record, { ...record, page }, now);
  }
  if (record.anchor.state !== 'anchored') return changed(record, { ...record, page }, now);
  return changed(record, { ...record, page, anchor: { state: 'orphaned', reason: 'text-gone' } }, now);
}

function fresh(claim: Found, { page, engine, now, newId }: Reconciliation): Annotation {
  return {
    id: newId(),
    page,
    target: claim.target,
    matches: claim.matches,
    verdict: 'found',
    correction: null,
    note: '',
    tags: [],
    engine,
    anchor: anchorAt(claim.target),
    created: now,
    modified: now,
    touched: {},
  };
}

/**
 * Brings a page's stored annotations and the claims found now together.
 * - The reader's words and verdicts always win: a touched record keeps its fields, matches and engine version; only
 *   the words marked for a match are those of the sentence as it stands now.
 * - Nothing twice: a claim pairs with the record of the same sentence, also of a lightly edited one.
 * - Untouched records take the engine's new word, or go if a newer engine no longer finds them.
 * - What the reader removed does not come back (tombstones).
 * - What is gone from the page is orphaned and kept.
 * Doing it again with its own result changes nothing.
 */
export function reconcile(input: Reconciliation): Reconciled {
  const { stored, tombstones } = input;
  const same = pairSame(stored, input.found);
  const rest = without(stored, input.found, same);
  const buried = new Set(tombstones.map((tombstone) => tombstone.quoteHash));
  const alive = rest.claims.filter((claim) => !buried.has(hashOf(claim)));
  const edited = pairEdited(rest.records, alive);
  const left = without(rest.records, alive, edited);

  const kept = new Map<Annotation, Annotation | null>();
  for (const pair of [...same, ...edited]) kept.set(pair.record, refreshed(pair, input));
  for (const record of left.records) kept.set(record, unfound(record, input));
  const found = left.claims.map((claim) => fresh(claim, input));

  const after = stored.flatMap((record) => kept.get(record) ?? []);
  return {
    annotations: [...after, ...found],
    put: [...after.filter((record) => !stored.includes(record)), ...found],
    drop: stored.filter((record) => kept.get(record) === null).map(({ id }) => id),
  };
}

function without(records: readonly Annotation[], claims: readonly Found[], pairs: readonly Pair[]) {
  const paired = new Set<unknown>(pairs.flatMap(({ record, claim }) => [record, claim]));
  return {
    records: records.filter((record) => !paired.has(record)),
    claims: claims.filter((claim) => !paired.has(claim)),
  };
}
