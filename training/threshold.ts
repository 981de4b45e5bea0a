import { type Calibration, confidenceOf } from '../engine/calibration';
import { arguments_ } from '../essays/catalogue';
import type { ArgumentId } from '../essays/types';
import type { Unseen } from './calibrate';
import type { Predicted } from './gold';

/** At most so many arguments are linked to one sentence, as in engine/judge.ts. */
const MOST_MATCHES = 3;
/** What is less likely than this adds next to nothing to the expected F1. */
const NEGLIGIBLE = 0.01;
/** The thresholds tried: 0.15, 0.16 … 0.70. */
const THRESHOLDS = Array.from({ length: 56 }, (_, step) => (step + 15) / 100);

/** What would be shown of an unseen sentence at a threshold, at most three, best first. */
export function shownAt(
  { evidence, stanceTo }: Unseen,
  calibration: Calibration,
  threshold: number,
): Predicted {
  const confidence = evidence.own.perArgument.map((_, at) =>
    confidenceOf(evidence.own, () => evidence, at, calibration),
  );
  const order = [...confidence.keys()].sort((a, b) => (confidence[b] ?? 0) - (confidence[a] ?? 0));
  const idOf = (at: number): ArgumentId => (arguments_[at] as (typeof arguments_)[number]).id;
  const matches = order
    .filter((at) => (confidence[at] ?? 0) >= threshold)
    .slice(0, MOST_MATCHES)
    .map((at) => ({ argument: idOf(at), stance: stanceTo(idOf(at)), confidence: confidence[at] ?? 0 }));
  return { matches, ranking: order.map(idOf) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/**
 * The threshold whose F1 over links is best, each sentence under its own calibration; the highest of equals. F1 is the
 * expected one, the confidences taken at their word (Lipton, Elkan, Naryanaswamy 2014): what was found right on a
 * thousand sentences jumps about by chance, and the threshold would with it.
 */
export function bestThreshold(unseen: readonly Unseen[], calibrations: readonly Calibration[]): number {
  const confidences = unseen.flatMap((one, at) =>
    shownAt(one, calibrations[at] as Calibration, NEGLIGIBLE).matches.map(({ confidence }) => confidence),
  );
  const expectedLinks = sum(confidences);
  const curve = THRESHOLDS.map((threshold) => {
    const shown = confidences.filter((confidence) => confidence >= threshold);
    return { threshold, f1: (2 * sum(shown)) / (shown.length + expectedLinks || 1) };
  });
  const best = Math.max(...curve.map(({ f1 }) => f1));
  return curve.findLast(({ f1 }) => f1 === best)?.threshold ?? 0.5;
}
