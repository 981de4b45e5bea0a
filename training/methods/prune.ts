import type { SparseRow } from './sparse';

/** For each feature the sum of its squared values over all rows. */
function squaredUse(rows: readonly SparseRow[], features: number): Float64Array {
  const use = new Float64Array(features);
  for (const { index, value } of rows)
    index.forEach((feature, k) => {
      (use[feature] as number) += (value[k] as number) ** 2;
    });
  return use;
}

/**
 * Sets all weights to zero but the `keep` with the greatest saliency: a weight's square times the squared use of its
 * feature, which is what leaving the weight out would change, taken over the training rows. (Optimal Brain Damage,
 * LeCun, Denker, Solla 1990, where the use stands for the second derivative. Keeping the largest weights instead, or
 * whole rows, costs seven points of link F1 at the same size: docs/engine-trials.md.)
 * @param weights features × outputs, row by row; changed in place
 * @param keep how many single weights may stay; fewer do where several are equally salient at the border
 * @returns for each weight whether it was kept: 1, else 0
 */
export function prune(
  weights: Float32Array,
  rows: readonly SparseRow[],
  outputs: number,
  keep: number,
): Uint8Array {
  const use = squaredUse(rows, weights.length / outputs);
  const saliency = weights.map((weight, i) => weight ** 2 * (use[Math.floor(i / outputs)] as number));
  const border =
    keep < saliency.length ? (saliency.slice().sort()[saliency.length - keep - 1] as number) : -1;
  return Uint8Array.from(saliency, (one, i) => {
    if (one > border) return 1;
    weights[i] = 0;
    return 0;
  });
}
