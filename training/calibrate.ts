import {
  type Calibration,
  calibrationInputs,
  type Evidence,
  FLOOR,
  regressed,
  treeInputs,
} from '../engine/calibration';
import type { Stance } from '../engine/types';
import { arguments_ } from '../essays/catalogue';
import type { ArgumentId } from '../essays/types';
import type { Example } from './examples';
import { fitLogistic, type LogisticOptions } from './methods/logistic';
import { fitTrees, type TreeOptions } from './methods/trees';

/** A sentence scored by weights that were not fitted on its article ("out of fold"). */
export interface Unseen {
  readonly example: Example;
  readonly evidence: Evidence;
  /** How much it counts in the calibration. */
  readonly weight: number;
  /** Stance towards an argument, likewise by weights fitted without it. */
  readonly stanceTo: (argument: ArgumentId) => Stance;
}

/**
 * An argument's score counts fully at first, that of "on any point at all" half; what is learnt of a single argument is
 * held small, since for some of them there are few sentences.
 */
const LOGISTIC: LogisticOptions = {
  groups: arguments_.length,
  start: [1, 0.5, 0, 0],
  groupL2: 20,
  rounds: 400,
  learningRate: 0.05,
};

/** Small trees: larger ones gain nothing on articles they have not seen (docs/engine-trials.md, versions 1.1.0 and 1.5.0). */
const TREES: TreeOptions = {
  rounds: 200,
  leaves: 4,
  learningRate: 0.05,
  leastRows: 30,
  l2: 5,
  inputShare: 0.3,
  rowShare: 0.8,
};

/** A sentence and an argument that is likely enough for it to be looked at. */
interface Pair {
  readonly evidence: Evidence;
  /** The argument's place in the catalogue. */
  readonly at: number;
  readonly isLabelled: boolean;
  readonly weight: number;
}

function likelyPairs(unseen: readonly Unseen[]): Pair[] {
  return unseen.flatMap(({ example: { labels }, evidence, weight }) =>
    arguments_.flatMap(({ id }, at) =>
      (evidence.own.perArgument[at] ?? 0) < FLOOR
        ? []
        : [{ evidence, at, isLabelled: labels.some(({ argument }) => argument === id), weight }],
    ),
  );
}

/**
 * Fits the confidence on unseen sentences, so that 0.8 means right four times in five. First a logistic regression over
 * four numbers of the classifiers (Platt 1999, with a correction per argument), then trees on what that leaves.
 */
export function fitCalibration(unseen: readonly Unseen[]): Calibration {
  const pairs = likelyPairs(unseen);
  const labels = Uint8Array.from(pairs, ({ isLabelled }) => (isLabelled ? 1 : 0));
  const sampleWeights = Float64Array.from(pairs, ({ weight }) => weight);
  const inputs = pairs.map(({ evidence, at }) => calibrationInputs(evidence.own, at));
  const groups = pairs.map(({ at }) => at);
  const { weights, bias, perGroup } = fitLogistic({ inputs, groups, labels, sampleWeights }, LOGISTIC);
  const regression = { weights, bias, perArgument: perGroup };
  const start = Float64Array.from(pairs, ({ at }, i) => regressed(inputs[i] ?? [], at, regression));
  const looked = pairs.map(({ evidence, at }, i) => treeInputs(evidence, at, start[i] ?? 0));
  const trees = fitTrees({ inputs: looked, labels, sampleWeights, start }, TREES);
  return { ...regression, trees };
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
