import { prune } from './prune';
import { seededRandom, shuffle } from './random';
import { addProduct, type SparseRow } from './sparse';

/** Linear classifiers that share their features, one an output. A row's logits are `bias + row × weights`. */
export interface LinearModel {
  /** Features × outputs, row by row: `weights[feature * outputs + output]`. */
  readonly weights: Float32Array;
  /** One an output. */
  readonly bias: Float32Array;
}

/** What linear classifiers learn from: three lists side by side. */
export interface LabelledRows {
  readonly rows: readonly SparseRow[];
  /** For each row and output 1 where that output is wanted, else 0. */
  readonly targets: readonly Uint8Array[];
  /** How often each row counts. */
  readonly sampleWeights: Float32Array;
}

export interface LinearOptions {
  readonly features: number;
  readonly outputs: number;
  /** Passes over all rows. */
  readonly epochs: number;
  /** In the first epoch; it falls in a straight line to about a tenth. */
  readonly learningRate: number;
  /** Share of itself that a weight loses in a step of length one (an L2 penalty). */
  readonly weightDecay: number;
  /** An output that is wanted counts this much more than one that is not. */
  readonly positiveWeight: number;
  /** Whether outputs are independent of each other (sigmoid) or rivals, of which one holds (softmax). */
  readonly activation: 'sigmoid' | 'softmax';
  /** Before this epoch all weights are pruned but `keep` … */
  readonly pruneAfter: number;
  /** … single weights; the others stay zero. */
  readonly keep: number;
}

/** Biases to begin with: an independent output holds of few rows (a probability of 0.12), rivals are equally likely. */
const FIRST_BIAS = { sigmoid: -2, softmax: 0 } as const;
/** The bias, which every row moves, takes plain steps of this share of the learning rate. */
const BIAS_PACE = 0.1;
/** Where AdaGrad's accumulators begin, so that nothing is divided by zero. */
const LEAST_SQUARE = 1e-6;
/** Share of the learning rate that is given up from the first epoch to where one after the last would be. */
const COOLING = 0.9;

/** A fit under way. */
interface Fit {
  readonly model: LinearModel;
  readonly options: LinearOptions;
  /** AdaGrad's accumulator: for each feature the squares of its gradients so far, summed over outputs. */
  readonly squaredGradients: Float32Array;
  /** For each weight whether pruning kept it, 1 or 0; null before. */
  readonly kept: Uint8Array | null;
}

/**
 * Fits linear classifiers to the log loss by stochastic gradient descent, row by row in an order fixed by a seed, with
 * one AdaGrad rate a feature (Duchi, Hazan, Singer 2011). Pruned on the way, so that the weights that stay make up for
 * those that go.
 */
export function fitLinear(
  { rows, targets, sampleWeights }: LabelledRows,
  options: LinearOptions,
): LinearModel {
  const { features, outputs, epochs, activation } = options;
  const weights = new Float32Array(features * outputs);
  const bias = new Float32Array(outputs).fill(FIRST_BIAS[activation]);
  const model = { weights, bias };
  const squaredGradients = new Float32Array(features).fill(LEAST_SQUARE);
  const order = Int32Array.from(rows, (_, i) => i);
  const random = seededRandom(1);
  const probabilities = new Float64Array(outputs);
  const gradient = new Float64Array(outputs);
  let kept: Uint8Array | null = null;
  for (let epoch = 0; epoch < epochs; epoch++) {
    if (epoch === options.pruneAfter) kept = prune(weights, rows, outputs, options.keep);
    const fit: Fit = { model, options, squaredGradients, kept };
    const learningRate = options.learningRate * (1 - (COOLING * epoch) / epochs);
    shuffle(order, random);
    for (const i of order) {
      const row = rows[i] as SparseRow;
      probabilities.set(bias);
      addProduct(probabilities, row, weights);
      toProbabilities(probabilities, activation);
      setGradient(gradient, probabilities, targets[i] as Uint8Array, sampleWeights[i] as number, options);
      stepBias(bias, gradient, learningRate);
      stepWeights(fit, row, gradient, learningRate);
    }
  }
  return model;
}

/** Turns logits into probabilities, in place. */
function toProbabilities(logits: Float64Array, activation: LinearOptions['activation']): void {
  if (activation === 'sigmoid') {
    for (let o = 0; o < logits.length; o++) logits[o] = 1 / (1 + Math.exp(-(logits[o] as number)));
    return;
  }
  // The greatest is taken off first, so that nothing overflows.
  const greatest = Math.max(...logits);
  let sum = 0;
  for (let o = 0; o < logits.length; o++) sum += logits[o] = Math.exp((logits[o] as number) - greatest);
  for (let o = 0; o < logits.length; o++) (logits[o] as number) /= sum;
}

/** Gradient of a row's log loss by its logits: probability less target, for sigmoid and softmax alike. */
function setGradient(
  gradient: Float64Array,
  probabilities: Float64Array,
  target: Uint8Array,
  sampleWeight: number,
  { positiveWeight }: LinearOptions,
): void {
  for (let o = 0; o < gradient.length; o++) {
    const wanted = target[o] as number;
    gradient[o] = ((probabilities[o] as number) - wanted) * sampleWeight * (wanted ? positiveWeight : 1);
  }
}

function stepBias(bias: Float32Array, gradient: Float64Array, learningRate: number): void {
  for (let o = 0; o < bias.length; o++)
    (bias[o] as number) -= learningRate * BIAS_PACE * (gradient[o] as number);
}

/** A step down the gradient for the weights of the row's features: by a feature's value × the gradient by its logit. */
function stepWeights(
  { model: { weights }, options: { weightDecay }, squaredGradients, kept }: Fit,
  { index, value }: SparseRow,
  gradient: Float64Array,
  learningRate: number,
): void {
  const outputs = gradient.length;
  let squaredNorm = 0;
  for (let o = 0; o < outputs; o++) squaredNorm += (gradient[o] as number) * (gradient[o] as number);
  for (let k = 0; k < index.length; k++) {
    const feature = index[k] as number;
    const base = feature * outputs;
    const x = value[k] as number;
    (squaredGradients[feature] as number) += squaredNorm * x * x;
    const step = learningRate / Math.sqrt(squaredGradients[feature] as number);
    const shrunk = 1 - step * weightDecay;
    for (let o = 0; o < outputs; o++)
      if (!kept || kept[base + o])
        weights[base + o] = (weights[base + o] as number) * shrunk - step * x * (gradient[o] as number);
  }
}

/** Logits of one row, before the sigmoid or softmax. */
export function logitsOf({ weights, bias }: LinearModel, row: SparseRow): Float64Array {
  const logits = Float64Array.from(bias);
  addProduct(logits, row, weights);
  return logits;
}
