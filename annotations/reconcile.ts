/** What a visit to a page makes of its stored annotations and of the claims found now. */
import type { Match } from '../engine/types';
import type { ArgumentId } from '../essays/types';
import { anchoredAt } from './anchored';
import { type Found, hashOf, isEngines, type Pair, pairEdited, pairSame } from './pairing';
import { normaliseQuote } from './quote-hash';
import { isFieldTouched, isTouched } from './touched';
import type { Annotation, Page, Tombstone } from './types';

/**
 * Annotations kept of one page. An article of 50,000 words that does nothing but make claims has some 800; more come of
 * a page that would keep us busy, or of one whose claims are others each time.
 */
export const MOST_OF_PAGE = 1_000;

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

const sameJson = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The record as the page and the engine have it now; whatever the reader wrote, or wrote it about, stays. */
function refreshed({ record, claim }: Pair, { page, engine, now }: Reconciliation): Annotation {
  const target = isFieldTouched(record, 'target') ? record.target : claim.target;
  const isSame = target.quote.exact === record.target.quote.exact;
  const ownSide = isSame ? {} : { matches: withCuesOf(claim, record.matches) };
  const engineSide = isTouched(record) ? ownSide : { matches: claim.matches, engine };
  const next: Annotation = { ...record, ...engineSide, target, page };
  const moved = record.anchor.state === 'orphaned' || !sameJson(record.target, target);
  return changed(record, moved ? { ...next, anchor: anchoredAt(claim.target) } : next, now);
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

/**
 * A record the engine found nothing for: still on the page, or gone from it? Null drops it. What the reader selected
 * or placed may stand outside the article: there only the page itself can tell.
 * @param article its text in the form of `normaliseQuote`
 * @param standing how many other records stand for the same quote
 */
function unfound(
  record: Annotation,
  article: string | null,
  standing: number,
  { engine, page, now }: Reconciliation,
): Annotation | null {
  if (article === null || !isEngines(record)) return record;
  const times = article.split(normaliseQuote(record.target.quote.exact)).length - 1;
  if (times > 0) {
    // The page has the sentence less often than before, or another profile read it among other words.
    const isDouble = standing >= times;
    const isSpare = (isDouble || record.engine !== engine) && !isTouched(record);
    return isSpare ? null : changed(record, { ...record, page }, now);
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
    anchor: anchoredAt(claim.target),
    created: now,
    modified: now,
    touched: {},
  };
}

/**
 * Brings a page's stored annotations and the claims found now together.
 * - The reader's words and verdicts always win: a touched record keeps its fields, matches and engine version; only
 *   the words marked for a match are those of the sentence as it stands now.
 * - Nothing twice: a claim pairs with the record of the same sentence, also of a lightly edited one; of records of one
 *   sentence no more stay than the page has it times, save for what is touched.
 * - Untouched records take the engine's new word, or go if a newer engine no longer finds them.
 * - What the reader removed does not come back (tombstones).
 * - What is gone from the page is orphaned and kept.
 * - Beyond `MOST_OF_PAGE` claims are left out, those furthest down the page; before that, what is gone and was never
 *   touched makes room.
 * Doing it again with its own result changes nothing.
 */
export function reconcile(input: Reconciliation): Reconciled {
  const { stored, tombstones } = input;
  const claims = input.found.slice(0, MOST_OF_PAGE);
  const same = pairSame(stored, claims);
  const rest = without(stored, claims, same);
  const buried = new Set(tombstones.map((tombstone) => tombstone.quoteHash));
  const alive = rest.claims.filter((claim) => !buried.has(hashOf(claim)));
  const edited = pairEdited(rest.records, alive);
  const left = without(rest.records, alive, edited);

  const kept = new Map<Annotation, Annotation | null>();
  for (const pair of [...same, ...edited]) kept.set(pair.record, refreshed(pair, input));
  const article = input.article === null ? null : normaliseQuote(input.article);
  const standing = new Map<string, number>();
  for (const { record } of same.filter((pair) => isEngines(pair.record)))
    standing.set(hashOf(record), (standing.get(hashOf(record)) ?? 0) + 1);
  for (const record of left.records)
    kept.set(record, unfound(record, article, standing.get(hashOf(record)) ?? 0, input));
  makeRoom(kept, left.claims.length);
  const known = new Set<unknown>(stored);
  const after = stored.flatMap((record) => kept.get(record) ?? []);
  const room = Math.max(0, MOST_OF_PAGE - after.length);
  const found = left.claims.slice(0, room).map((claim) => fresh(claim, input));

  return {
    annotations: [...after, ...found],
    put: [...after.filter((record) => !known.has(record)), ...found],
    drop: stored.filter((record) => kept.get(record) === null).map(({ id }) => id),
  };
}

/** Drops of a page's records, where they are too many with those to come, what is gone and was never touched, oldest first. */
function makeRoom(kept: Map<Annotation, Annotation | null>, coming: number): void {
  const after = [...kept].filter(([, record]) => record !== null);
  const tooMany = Math.max(0, after.length + coming - MOST_OF_PAGE);
  const spare = after.filter(([, record]) => record?.anchor.state === 'orphaned' && !isTouched(record));
  spare.sort(([a], [b]) => (a.modified < b.modified ? -1 : 1));
  for (const [record] of spare.slice(0, tooMany)) kept.set(record, null);
}

function without(records: readonly Annotation[], claims: readonly Found[], pairs: readonly Pair[]) {
  const paired = new Set<unknown>(pairs.flatMap(({ record, claim }) => [record, claim]));
  return {
    records: records.filter((record) => !paired.has(record)),
    claims: claims.filter((claim) => !paired.has(claim)),
  };
}
