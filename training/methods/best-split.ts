import { BINS } from './bins';

/** First and second derivatives of the loss by the logit, summed over some rows. */
export interface Derivatives {
  readonly gradient: number;
  readonly hessian: number;
}

/** What a split is chosen from. */
export interface SplitData {
  /** `bins[input][row]`: the bin of the row's value. */
  readonly bins: readonly Uint8Array[];
  /** First derivative of each row's loss by its logit. */
  readonly gradient: Float64Array;
  /** Second derivative. */
  readonly hessian: Float64Array;
  /** Rows that each side of a split must hold. */
  readonly leastRows: number;
  /** Added to the second derivative of every leaf, which keeps its value small (λ of XGBoost). */
  readonly l2: number;
}

/** Rows whose value of `input` is in `bin` or below go to one side, the others to the other. */
export interface Split {
  readonly gain: number;
  readonly input: number;
  readonly bin: number;
}

/** A split that gains less is none. */
const LEAST_GAIN = 1e-9;

/** Sums of both derivatives over some rows. */
export function derivativesOf(rows: readonly number[], { gradient, hessian }: SplitData): Derivatives {
  let [g, h] = [0, 0];
  for (const row of rows) {
    g += gradient[row] as number;
    h += hessian[row] as number;
  }
  return { gradient: g, hessian: h };
}

/** What a leaf takes off the loss, times two: G² / (H + λ) (Chen, Guestrin 2016, equation 6). */
const leafScore = (gradient: number, hessian: number, l2: number): number => gradient ** 2 / (hessian + l2);

/** Derivatives and rows in each bin of one input. */
function histogramOf(rows: readonly number[], bins: Uint8Array, { gradient, hessian }: SplitData) {
  const sums = {
    gradient: new Float64Array(BINS),
    hessian: new Float64Array(BINS),
    count: new Uint32Array(BINS),
  };
  for (const row of rows) {
    const bin = bins[row] as number;
    (sums.gradient[bin] as number) += gradient[row] as number;
    (sums.hessian[bin] as number) += hessian[row] as number;
    (sums.count[bin] as number) += 1;
  }
  return sums;
}

/** The best split by one input: bin after bin moves from the right side to the left. */
function bestSplitBy(
  input: number,
  rows: readonly number[],
  whole: Derivatives,
  data: SplitData,
): Split | null {
  const { leastRows, l2 } = data;
  const { gradient, hessian, count } = histogramOf(rows, data.bins[input] as Uint8Array, data);
  const unsplit = leafScore(whole.gradient, whole.hessian, l2);
  let best: Split | null = null;
  let [leftGradient, leftHessian, leftRows] = [0, 0, 0];
  for (let bin = 0; bin < BINS - 1; bin++) {
    leftGradient += gradient[bin] as number;
    leftHessian += hessian[bin] as number;
    leftRows += count[bin] as number;
    if (leftRows < leastRows) continue;
    if (rows.length - leftRows < leastRows) break;
    const gain =
      leafScore(leftGradient, leftHessian, l2) +
      leafScore(whole.gradient - leftGradient, whole.hessian - leftHessian, l2) -
      unsplit;
    if (gain > (best?.gain ?? LEAST_GAIN)) best = { gain, input, bin };
  }
  return best;
}

/**
 * The split of some rows that takes most off the loss, found in histograms (as LightGBM does: Ke et al. 2017).
 * @param inputs those that may be asked
 * @returns null where no split gains anything, or too few rows would be left on one side
 */
export function bestSplit(rows: readonly number[], inputs: readonly number[], data: SplitData): Split | null {
  if (rows.length < 2 * data.leastRows) return null;
  const whole = derivativesOf(rows, data);
  let best: Split | null = null;
  for (const input of inputs) {
    const split = bestSplitBy(input, rows, whole, data);
    if (split && split.gain > (best?.gain ?? LEAST_GAIN)) best = split;
  }
  return best;
}
