import {
  type Calibration,
  calibrationInputs,
  confidenceOf,
  type Evidence,
  FLOOR,
  regressed,
  sigmoid,
  treeInputs,
} from '../engine/calibration';
import type { Stance } from '../engine/types';
import { arguments_ } from '../essays/catalogue';
import type { ArgumentId } from '../essays/types';
import type { Example } from './examples';
import { fitTrees, type TreeOptions } from './methods/trees';
import type { Predicted } from './score';

/** A sentence scored by weights that were not fitted on it. */
export interface Unseen {
  readonly example: Example;
  readonly evidence: Evidence;
  /** How much it counts in the calibration. */
  readonly weight: number;
  /** Stance towards an argument, likewise by weights fitted without it. */
  readonly stanceTo: (argument: ArgumentId) => Stance;
}

type Regression = Omit<Calibration, 'trees'>;

/** How strongly the correction per argument is held small (in sentences). */
const HOLD = 20;
const ROUNDS = 400;

/** Columns of the design: the four inputs, the bias, one correction an argument. */
const SHARED = 5;

/** Small trees: larger ones gain nothing on articles they have not seen (docs/engine.md). */
const TREES: TreeOptions = {
  rounds: 200,
  leaves: 4,
  learningRate: 0.05,
  leastRows: 30,
  l2: 5,
  inputShare: 0.3,
  rowShare: 0.8,
};

/** One row a sentence and argument that is likely enough to be looked at. */
interface Pairs {
  readonly inputs: number[][];
  readonly at: number[];
  readonly evidence: Evidence[];
  readonly right: Uint8Array;
  readonly count: Float64Array;
}

function pairsOf(unseen: readonly Unseen[]): Pairs {
  const pairs = unseen.flatMap(({ example, evidence, weight }) =>
    arguments_.flatMap(({ id }, at) =>
      (evidence.own.perArgument[at] ?? 0) < FLOOR
        ? []
        : [
            {
              inputs: calibrationInputs(evidence.own, at),
              at,
              evidence,
              right: example.labels.some((label) => label.argument === id),
              weight,
            },
          ],
    ),
  );
  return {
    inputs: pairs.map(({ inputs }) => inputs),
    at: pairs.map(({ at }) => at),
    evidence: pairs.map(({ evidence }) => evidence),
    right: Uint8Array.from(pairs, ({ right }) => (right ? 1 : 0)),
    count: Float64Array.from(pairs, ({ weight }) => weight),
  };
}

/** Slope of the weighted log loss at `theta`, for each of its numbers. */
function slopeAt(theta: Float64Array, { inputs, at, right, count }: Pairs): Float64Array {
  const slope = theta.map((value, i) => (i < SHARED ? 0 : HOLD * value));
  inputs.forEach((row, pair) => {
    const own = SHARED + (at[pair] as number);
    let z = (theta[4] as number) + (theta[own] as number);
    for (let i = 0; i < 4; i++) z += (theta[i] as number) * (row[i] as number);
    const d = (sigmoid(z) - (right[pair] as number)) * (count[pair] as number);
    for (let i = 0; i < 4; i++) (slope[i] as number) += d * (row[i] as number);
    (slope[4] as number) += d;
    (slope[own] as number) += d;
  });
  return slope;
}

/**
 * Logistic regression over four numbers of the classifier, with a correction per argument held small. By Adam
 * (Kingma, Ba 2015) over all pairs at once.
 */
function regress(pairs: Pairs): Regression {
  const total = pairs.count.reduce((a, b) => a + b, 0) / 100 || 1;
  const theta = new Float64Array(SHARED + arguments_.length);
  theta.set([1, 0.5]);
  const mean = new Float64Array(theta.length);
  const square = new Float64Array(theta.length);
  for (let round = 1; round <= ROUNDS; round++) {
    const slope = slopeAt(theta, pairs);
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

/** Fits the confidence on unseen sentences, so that 0.8 means right four times in five: regression, then trees. */
export function fitCalibration(unseen: readonly Unseen[]): Calibration {
  const pairs = pairsOf(unseen);
  const regression = regress(pairs);
  const start = Float64Array.from(pairs.inputs, (row, i) => regressed(row, pairs.at[i] ?? 0, regression));
  const inputs = pairs.evidence.map((evidence, i) => treeInputs(evidence, pairs.at[i] ?? 0, start[i] ?? 0));
  const trees = fitTrees({ inputs, labels: pairs.right, sampleWeights: pairs.count, start }, TREES);
  return { ...regression, trees };
}

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
    .slice(0, 3)
    .map((at) => ({
      argument: idOf(at),
      stance: stanceTo(idOf(at)),
      confidence: confidence[at] ?? 0,
    }));
  return { matches, ranking: order.map(idOf) };
}

/**
 * For each sentence a confidence fitted without its article, so that thresholds and figures are not flattered.
 * @param foldOf which of `folds` parts a sentence belongs to; an article's sentences all to one
 */
export function crossFitted(
  unseen: readonly Unseen[],
  folds: number,
  foldOf: (example: Example) => number,
): Calibration[] {
  const perFold = Array.from({ length: folds }, (_, fold) =>
    fitCalibration(unseen.filter(({ example }) => foldOf(example) !== fold)),
  );
  return unseen.map(({ example }) => perFold[foldOf(example)] as Calibration);
}

/**
 * The threshold whose F1 over links is best, each sentence under its own calibration. F1 is the expected one, the
 * confidences taken at their word (Lipton, Elkan, Naryanaswamy 2014): what was found right on a thousand sentences
 * jumps about by chance, and the threshold would with it.
 */
export function bestThreshold(unseen: readonly Unseen[], calibrations: readonly Calibration[]): number {
  const all = unseen.map((one, at) =>
    shownAt(one, calibrations[at] as Calibration, 0.01).matches.map(({ confidence }) => confidence),
  );
  const sum = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0);
  const wanted = sum(all.flat());
  const curve = Array.from({ length: 56 }, (_, step) => {
    const threshold = (step + 15) / 100;
    const shown = all.flat().filter((confidence) => confidence >= threshold);
    return { threshold, f1: (2 * sum(shown)) / (shown.length + wanted || 1) };
  });
  const best = Math.max(...curve.map(({ f1 }) => f1));
  return curve.findLast(({ f1 }) => f1 === best)?.threshold ?? 0.5;
}
