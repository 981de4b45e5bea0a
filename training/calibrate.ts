import type { Calibration } from '../engine/model';
import { calibrated, calibrationInputs } from '../engine/scores';
import type { Stance } from '../engine/types';
import { arguments_ } from '../essays/catalogue';
import type { ArgumentId } from '../essays/types';
import type { Example } from './examples';
import { lcg } from './fit';
import type { Predicted } from './score';

/** A sentence scored by weights that were not fitted on it. */
export interface Unseen {
  readonly example: Example;
  readonly perArgument: Float64Array;
  readonly onPoint: number;
  /** Stance towards an argument, likewise by weights fitted without it. */
  readonly stanceTo: (argument: ArgumentId) => Stance;
}

/** Links less likely than this are never shown and teach the calibration nothing. */
const FLOOR = 0.01;

/**
 * Fits the confidence on unseen sentences: logistic regression over four numbers of the classifier, with a
 * correction per argument held small, so that 0.8 means right four times in five.
 */
export function fitCalibration(unseen: readonly Unseen[]): Calibration {
  const pairs = unseen.flatMap(({ example, perArgument, onPoint }) =>
    arguments_.flatMap(({ id }, at) =>
      (perArgument[at] ?? 0) < FLOOR
        ? []
        : [
            {
              at,
              inputs: calibrationInputs(perArgument, onPoint, at),
              right: example.labels.some((l) => l.argument === id) ? 1 : 0,
            },
          ],
    ),
  );
  const weights = [1, 0.5, 0, 0];
  const perArgument = new Array<number>(arguments_.length).fill(0);
  let bias = 0;
  const random = lcg(3);
  const rounds = 60;
  for (let round = 0; round < rounds; round++) {
    const rate = 0.02 * (1 - round / rounds) + 0.0005;
    for (let n = 0; n < pairs.length; n++) {
      const pair = pairs[Math.floor(random() * pairs.length)];
      if (!pair) continue;
      const slope = calibrated(pair.inputs, pair.at, { weights, bias, perArgument }) - pair.right;
      pair.inputs.forEach((input, i) => {
        weights[i] = (weights[i] ?? 0) - rate * slope * input * 0.3;
      });
      bias -= rate * slope;
      const own = perArgument[pair.at] ?? 0;
      perArgument[pair.at] = own - rate * (slope + own * 0.1);
    }
  }
  const round = (x: number): number => Math.round(x * 1e4) / 1e4;
  return { weights: weights.map(round), bias: round(bias), perArgument: perArgument.map(round) };
}

/** Confidence of every argument for an unseen sentence. */
function confidenceOf({ perArgument, onPoint }: Unseen, calibration: Calibration): Float64Array {
  return perArgument.map((_, at) => calibrated(calibrationInputs(perArgument, onPoint, at), at, calibration));
}

/** What would be shown of an unseen sentence at a threshold, at most three, best first. */
export function shownAt(unseen: Unseen, calibration: Calibration, threshold: number): Predicted {
  const confidence = confidenceOf(unseen, calibration);
  const order = [...confidence.keys()].sort((a, b) => (confidence[b] ?? 0) - (confidence[a] ?? 0));
  const idOf = (at: number): ArgumentId => (arguments_[at] as (typeof arguments_)[number]).id;
  const matches = order
    .filter((at) => (confidence[at] ?? 0) >= threshold)
    .slice(0, 3)
    .map((at) => ({
      argument: idOf(at),
      stance: unseen.stanceTo(idOf(at)),
      confidence: confidence[at] ?? 0,
    }));
  return { matches, ranking: order.map(idOf) };
}

/** The threshold with the best F1 over links. */
export function bestThreshold(unseen: readonly Unseen[], calibration: Calibration): number {
  let best = { f1: 0, threshold: 0.5 };
  for (let step = 15; step <= 70; step++) {
    const threshold = step / 100;
    let [hit, shown, wanted] = [0, 0, 0];
    for (const one of unseen) {
      const gold = new Set<string>(one.example.labels.map((l) => l.argument));
      const { matches } = shownAt(one, calibration, threshold);
      shown += matches.length;
      wanted += gold.size;
      hit += matches.filter((match) => gold.has(match.argument)).length;
    }
    const f1 = (2 * hit) / (shown + wanted || 1);
    if (f1 > best.f1) best = { f1, threshold };
  }
  return best.threshold;
}
