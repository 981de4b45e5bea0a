import { sigmoid } from '../../engine/calibration';
import { adam } from './adam';

/** Rows of a logistic regression: four lists side by side. */
export interface LogisticRows {
  /** The numbers a row is told by; equally many in each. */
  readonly inputs: readonly (readonly number[])[];
  /** The group a row belongs to, from 0. */
  readonly groups: readonly number[];
  /** 1 where the row is positive, else 0. */
  readonly labels: Uint8Array;
  /** How often the row counts. */
  readonly sampleWeights: Float64Array;
}

export interface LogisticOptions {
  readonly groups: number;
  /** Weights of the inputs to begin with; the other parameters begin at zero. */
  readonly start: readonly number[];
  /** L2 penalty of each group's correction, in rows. */
  readonly groupL2: number;
  readonly rounds: number;
  readonly learningRate: number;
}

/** A logistic regression: a row's logit is `bias + perGroup[group] + inputs · weights`. */
export interface Logistic {
  readonly weights: readonly number[];
  readonly bias: number;
  readonly perGroup: readonly number[];
}

/** The gradient is that of so many rows on average, however many there are. (Adam all but ignores its size.) */
const ROWS_A_STEP = 100;

/** Fits a logistic regression with a correction per group, held small, to the log loss. All are rounded to four decimals. */
export function fitLogistic(rows: LogisticRows, options: LogisticOptions): Logistic {
  const { groups, start, rounds, learningRate } = options;
  const width = start.length;
  // In this order: a weight for each input, the bias, a correction for each group.
  const parameters = new Float64Array(width + 1 + groups);
  parameters.set(start);
  const scale = rows.sampleWeights.reduce((a, b) => a + b, 0) / ROWS_A_STEP || 1;
  const gradientAt = (at: Float64Array) => lossGradient(at, rows, options).map((slope) => slope / scale);
  adam(gradientAt, parameters, rounds, learningRate);
  const rounded = [...parameters].map((x) => Math.round(x * 1e4) / 1e4);
  return {
    weights: rounded.slice(0, width),
    bias: rounded[width] ?? 0,
    perGroup: rounded.slice(width + 1),
  };
}

/** Gradient of the weighted log loss and the penalty, by each parameter. */
function lossGradient(
  parameters: Float64Array,
  { inputs, groups, labels, sampleWeights }: LogisticRows,
  { start: { length: width }, groupL2 }: LogisticOptions,
): Float64Array {
  const gradient = parameters.map((value, i) => (i <= width ? 0 : groupL2 * value));
  inputs.forEach((input, row) => {
    const group = width + 1 + (groups[row] as number);
    let logit = (parameters[width] as number) + (parameters[group] as number);
    for (let i = 0; i < width; i++) logit += (parameters[i] as number) * (input[i] as number);
    const slope = (sigmoid(logit) - (labels[row] as number)) * (sampleWeights[row] as number);
    for (let i = 0; i < width; i++) (gradient[i] as number) += slope * (input[i] as number);
    (gradient[width] as number) += slope;
    (gradient[group] as number) += slope;
  });
  return gradient;
}
