import type { Calibration } from '../engine/model';
import { calibrated, calibrationInputs } from '../engine/scores';
import type { Stance } from '../engine/types';
import { arguments_ } from '../essays/catalogue';
import type { ArgumentId } from '../essays/types';
import type { Example } from './examples';
import type { Predicted } from './score';

/** A sentence scored by weights that were not fitted on it. */
export interface Unseen {
  readonly example: Example;
  readonly perArgument: Float64Array;
  readonly onPoint: number;
  /** How much it counts in the calibration. */
  readonly weight: number;
  /** Stance towards an argument, likewise by weights fitted without it. */
  readonly stanceTo: (argument: ArgumentId) => Stance;
}

/** Links less likely than this are never shown and teach the calibration nothing. */
const FLOOR = 0.01;
/** How strongly the correction per argument is held small (in sentences). */
const HOLD = 20;
const ROUNDS = 400;

/** Columns of the design: the four inputs, the bias, one correction an argument. */
const SHARED = 5;

interface Design {
  readonly inputs: Float64Array;
  readonly at: Uint8Array;
  readonly right: Uint8Array;
  readonly count: Float64Array;
}

function designOf(unseen: readonly Unseen[]): Design {
  const [inputs, at, right, count]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (const { example, perArgument, onPoint, weight } of unseen)
    arguments_.forEach(({ id }, argument) => {
      if ((perArgument[argument] ?? 0) < FLOOR) return;
      inputs.push(...calibrationInputs(perArgument, onPoint, argument));
      at.push(argument);
      right.push(example.labels.some((label) => label.argument === id) ? 1 : 0);
      count.push(weight);
    });
  return {
    inputs: Float64Array.from(inputs),
    at: Uint8Array.from(at),
    right: Uint8Array.from(right),
    count: Float64Array.from(count),
  };
}

/** Slope of the weighted log loss at `theta`, for each of its numbers. */
function slopeAt(theta: Float64Array, { inputs, at, right, count }: Design): Float64Array {
  const slope = theta.map((value, i) => (i < SHARED ? 0 : HOLD * value));
  for (let pair = 0; pair < at.length; pair++) {
    const own = SHARED + (at[pair] as number);
    let z = (theta[4] as number) + (theta[own] as number);
    for (let i = 0; i < 4; i++) z += (theta[i] as number) * (inputs[pair * 4 + i] as number);
    const d = (1 / (1 + Math.exp(-z)) - (right[pair] as number)) * (count[pair] as number);
    for (let i = 0; i < 4; i++) (slope[i] as number) += d * (inputs[pair * 4 + i] as number);
    (slope[4] as number) += d;
    (slope[own] as number) += d;
  }
  return slope;
}

/**
 * Fits the confidence on unseen sentences: logistic regression over four numbers of the classifier, with a
 * correction per argument held small, so that 0.8 means right four times in five. By Adam (Kingma, Ba 2015)
 * over all pairs at once.
 */
export function fitCalibration(unseen: readonly Unseen[]): Calibration {
  const design = designOf(unseen);
  const total = design.count.reduce((a, b) => a + b, 0) / 100 || 1;
  const theta = new Float64Array(SHARED + arguments_.length);
  theta.set([1, 0.5]);
  const mean = new Float64Array(theta.length);
  const square = new Float64Array(theta.length);
  for (let round = 1; round <= ROUNDS; round++) {
    const slope = slopeAt(theta, design);
    slope.forEach((d, i) => {
      const g = d / total;
      mean[i] = 0.9 * (mean[i] as number) + 0.1 * g;
      square[i] = 0.999 * (square[i] as number) + 0.001 * g * g;
      const step = (mean[i] as number) / (1 - 0.9 ** round);
      (theta[i] as number) -=
        (0.05 * step) / (Math.sqrt((square[i] as number) / (1 - 0.999 ** round)) + 1e-8);
    });
  }
  const rounded = [...theta].map((x) => Math.round(x * 1e4) / 1e4);
  return { weights: rounded.slice(0, 4), bias: rounded[4] ?? 0, perArgument: rounded.slice(SHARED) };
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

/** F1 given up for a surer threshold: the curve is flat at its top, and a reader minds a wrong mark more. */
const SLACK = 0.004;

/** The highest threshold whose F1 over links is as good as the best. */
export function bestThreshold(unseen: readonly Unseen[], calibration: Calibration): number {
  const curve: { readonly threshold: number; readonly f1: number }[] = [];
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
    curve.push({ threshold, f1: (2 * hit) / (shown + wanted || 1) });
  }
  const best = Math.max(...curve.map(({ f1 }) => f1));
  return curve.findLast(({ f1 }) => f1 >= best - SLACK)?.threshold ?? 0.5;
}
