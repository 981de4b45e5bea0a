import { seededRandom, shuffle } from './methods/random';

/** A row's features: column numbers and their values. */
export interface SparseRow {
  readonly index: Int32Array;
  readonly value: Float32Array;
}

export interface FitOptions {
  readonly columns: number;
  readonly outputs: number;
  readonly epochs: number;
  /** How many single weights may be other than zero in the end; after `pruneAfter` epochs the others are let go. */
  readonly keep: number;
  readonly pruneAfter: number;
  readonly rate: number;
  readonly decay: number;
  /** Positives count this much more than negatives. */
  readonly positives: number;
  /** Outputs are rivals (softmax) instead of independent (sigmoid). */
  readonly rivals: boolean;
}

export interface Linear {
  /** `weights[column * outputs + output]`. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/**
 * Sets all weights to zero but the `keep` that matter most. What a weight matters is its square times how much its
 * feature is used: what leaving it out would change, taken over the training sentences. (Keeping the largest
 * weights instead, or whole rows, costs seven points of link F1 at the same size: docs/engine.md.)
 * @returns which were kept: 1, else 0
 */
export function prune(
  weights: Float32Array,
  rows: readonly SparseRow[],
  outputs: number,
  keep: number,
): Uint8Array {
  const used = new Float64Array(weights.length / outputs);
  for (const { index, value } of rows)
    index.forEach((column, k) => {
      (used[column] as number) += (value[k] as number) ** 2;
    });
  const matters = weights.map((w, i) => w ** 2 * (used[Math.floor(i / outputs)] as number));
  const least = keep < matters.length ? (matters.slice().sort()[matters.length - keep - 1] as number) : -1;
  return Uint8Array.from(matters, (m, i) => {
    if (m > least) return 1;
    weights[i] = 0;
    return 0;
  });
}

/**
 * Fits linear classifiers that share their features, by stochastic gradient descent with one AdaGrad rate a
 * feature (Duchi, Hazan, Singer 2011), in an order fixed by a seed. Pruned on the way, so that the weights that stay
 * make up for those that go.
 * @param rows features; `targets[i]` the outputs wanted (0 or 1), `counts[i]` how much the row counts
 */
export function fitLinear(
  rows: readonly SparseRow[],
  targets: readonly Uint8Array[],
  counts: Float32Array,
  options: FitOptions,
): Linear {
  const { columns, outputs, epochs, keep: most, pruneAfter, rate, decay, positives, rivals } = options;
  const weights = new Float32Array(columns * outputs);
  const bias = new Float32Array(outputs).fill(rivals ? 0 : -2);
  const squares = new Float32Array(columns).fill(1e-6);
  const order = Int32Array.from(rows, (_, i) => i);
  const random = seededRandom(1);
  const z = new Float64Array(outputs);
  const slope = new Float64Array(outputs);
  let kept: Uint8Array | null = null;
  for (let epoch = 0; epoch < epochs; epoch++) {
    if (epoch === pruneAfter) kept = prune(weights, rows, outputs, most);
    shuffle(order, random);
    const step = rate * (1 - (0.9 * epoch) / epochs);
    for (const i of order) {
      const { index, value } = rows[i] as SparseRow;
      const target = targets[i] as Uint8Array;
      const count = counts[i] as number;
      z.set(bias);
      for (let k = 0; k < index.length; k++) {
        const base = (index[k] as number) * outputs;
        const v = value[k] as number;
        for (let o = 0; o < outputs; o++) (z[o] as number) += (weights[base + o] as number) * v;
      }
      squash(z, rivals);
      let norm = 0;
      for (let o = 0; o < outputs; o++) {
        const wanted = target[o] as number;
        const d = ((z[o] as number) - wanted) * count * (wanted ? positives : 1);
        slope[o] = d;
        norm += d * d;
        (bias[o] as number) -= step * 0.1 * d;
      }
      for (let k = 0; k < index.length; k++) {
        const column = index[k] as number;
        const base = column * outputs;
        const v = value[k] as number;
        (squares[column] as number) += norm * v * v;
        const pace = step / Math.sqrt(squares[column] as number);
        const keep = 1 - pace * decay;
        for (let o = 0; o < outputs; o++)
          if (!kept || kept[base + o])
            weights[base + o] = (weights[base + o] as number) * keep - pace * v * (slope[o] as number);
      }
    }
  }
  return { weights, bias };
}

function squash(z: Float64Array, rivals: boolean): void {
  if (!rivals) {
    for (let o = 0; o < z.length; o++) z[o] = 1 / (1 + Math.exp(-(z[o] as number)));
    return;
  }
  const top = Math.max(...z);
  let sum = 0;
  for (let o = 0; o < z.length; o++) sum += z[o] = Math.exp((z[o] as number) - top);
  for (let o = 0; o < z.length; o++) (z[o] as number) /= sum;
}

/** Raw outputs (before the sigmoid or softmax) of one row. */
export function rawOutputs({ weights, bias }: Linear, { index, value }: SparseRow): Float64Array {
  const z = Float64Array.from(bias);
  for (let k = 0; k < index.length; k++) {
    const base = (index[k] as number) * z.length;
    const v = value[k] as number;
    for (let o = 0; o < z.length; o++) (z[o] as number) += (weights[base + o] as number) * v;
  }
  return z;
}
