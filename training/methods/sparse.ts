/** One row of a sparse matrix: the features that are not zero, and, side by side with them, their values. */
export interface SparseRow {
  /** Numbers of the features, from 0. */
  readonly index: Int32Array;
  readonly value: Float32Array;
}

/**
 * Adds a row times a matrix of weights to some sums.
 * @param sums one an output; changed in place
 * @param weights features × outputs, row by row: `weights[feature * outputs + output]`
 */
export function addProduct(sums: Float64Array, { index, value }: SparseRow, weights: Float32Array): void {
  const outputs = sums.length;
  for (let k = 0; k < index.length; k++) {
    const base = (index[k] as number) * outputs;
    const x = value[k] as number;
    for (let o = 0; o < outputs; o++) (sums[o] as number) += (weights[base + o] as number) * x;
  }
}
