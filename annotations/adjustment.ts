/**
 * What the reader's verdicts say of the engine's confidence: for each argument one shift on the logistic scale, so
 * that "sure to 0.6" comes to mean, for this reader, what it should. Nothing else is learnt, and nothing is kept: it is
 * worked out anew from the verdicts, which makes it go away with them.
 */
import type { Match } from '../engine/types';
import type { ArgumentId } from '../essays/types';
import type { Settings } from './settings';
import type { Annotation } from './types';

/** What the verdicts on one argument add up to. */
interface Shift {
  readonly argument: ArgumentId;
  readonly right: number;
  readonly wrong: number;
  /** Added to the log-odds of a match; 0 leaves it alone. */
  readonly shift: number;
}

export type Adjustment = ReadonlyMap<ArgumentId, Shift>;

/** A match the reader judged: how sure the engine was, and whether it was right. */
interface JudgedMatch {
  readonly argument: ArgumentId;
  readonly confidence: number;
  readonly isRight: boolean;
}

/** How far a shift can go either way: 0.5 becomes 0.18 or 0.82, never certainty. */
const LIMIT = 1.5;
/** Variance of the shifts expected beforehand; small, so that a few verdicts move little. */
const VARIANCE = 0.5;

const logit = (p: number) => {
  const inside = Math.min(Math.max(p, 0.001), 0.999);
  return Math.log(inside / (1 - inside));
};
const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** The engine's own confidence in a match, before any adjustment. */
export const ownConfidence = (match: Match): number => match.engineConfidence ?? match.confidence;

/** What the reader's verdict says of the engine's first match; nothing for the reader's own claims. */
export function judgementsOf(
  annotations: readonly Annotation[],
  forgotten: Settings['forgotten'] = {},
): JudgedMatch[] {
  return annotations.flatMap((a): JudgedMatch[] => {
    const [first] = a.matches;
    const time = a.touched.verdict;
    if (!first || !time || (a.verdict !== 'confirmed' && a.verdict !== 'dismissed')) return [];
    const { argument } = first;
    if (time < (forgotten[argument] ?? '')) return [];
    const isCorrected = a.correction !== null && a.correction.argument !== argument;
    const isRight = a.verdict === 'confirmed' && !isCorrected;
    return [{ argument, confidence: ownConfidence(first), isRight }];
  });
}

/**
 * The most likely shift given the judgements, by Newton's method: logistic regression with the engine's log-odds as
 * offset, an intercept alone, and a normal prior around no shift.
 */
function shiftFor(judgements: readonly JudgedMatch[]): number {
  let shift = 0;
  for (let i = 0; i < 12; i++) {
    let slope = -shift / VARIANCE;
    let curve = -1 / VARIANCE;
    for (const { confidence, isRight } of judgements) {
      const p = logistic(logit(confidence) + shift);
      slope += Number(isRight) - p;
      curve -= p * (1 - p);
    }
    shift -= slope / curve;
  }
  return Math.min(Math.max(shift, -LIMIT), LIMIT);
}

/** The adjustment that follows from judgements; arguments without one are left alone. */
export function adjustmentOf(judgements: readonly JudgedMatch[]): Adjustment {
  const byArgument = new Map<ArgumentId, JudgedMatch[]>();
  for (const judgement of judgements) {
    const list = byArgument.get(judgement.argument);
    if (list) list.push(judgement);
    else byArgument.set(judgement.argument, [judgement]);
  }
  return new Map(
    [...byArgument].map(([argument, list]) => {
      const right = list.filter(({ isRight }) => isRight).length;
      return [argument, { argument, right, wrong: list.length - right, shift: shiftFor(list) }];
    }),
  );
}

/** A confidence of the engine's as the reader's verdicts have it. */
export function adjusted(confidence: number, shift: number): number {
  return shift === 0 ? confidence : logistic(logit(confidence) + shift);
}

/** The least confidence of the engine's that an adjustment can lift to a threshold; never above the threshold. */
export function leastFor(threshold: number, adjustment: Adjustment): number {
  const most = Math.max(0, ...[...adjustment.values()].map(({ shift }) => shift));
  return Math.min(threshold, adjusted(threshold, -most));
}

/**
 * Matches with the adjustment applied, best first; the engine's own confidence is kept beside it. What falls below the
 * threshold only by the adjustment stays, so that it can be counted as such; what never reaches it goes.
 */
export function adjustMatches(matches: readonly Match[], adjustment: Adjustment, threshold: number): Match[] {
  return matches
    .map((match) => {
      const shift = adjustment.get(match.argument)?.shift ?? 0;
      const confidence = adjusted(match.confidence, shift);
      return shift === 0 ? match : { ...match, confidence, engineConfidence: match.confidence };
    })
    .filter((match) => match.confidence >= threshold || ownConfidence(match) >= threshold)
    .sort((a, b) => b.confidence - a.confidence);
}
