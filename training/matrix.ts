import type { Feature } from '../engine/en/feature-groups';
import type { SparseRow } from './fit';

/** Features in named groups, as the engine reads them. */
export interface Grouped {
  readonly name: string;
  readonly features: readonly Feature[];
}

/** Columns of a matrix: the features seen often enough, numbered in the order they were first seen. */
export class Columns {
  readonly hashes: Uint32Array;
  readonly #number = new Map<number, number>();

  constructor(rows: Iterable<readonly Grouped[]>, atLeast: number) {
    const counts = new Map<number, number>();
    for (const groups of rows)
      for (const { features } of groups)
        for (const { hash } of features) counts.set(hash, (counts.get(hash) ?? 0) + 1);
    for (const [hash, count] of counts) if (count >= atLeast) this.#number.set(hash, this.#number.size);
    this.hashes = Uint32Array.from(this.#number.keys());
  }

  /** A row of the matrix: each group's features count `scale / √(their number)`. */
  row(groups: readonly Grouped[], scales: Readonly<Record<string, number>>): SparseRow {
    const index: number[] = [];
    const value: number[] = [];
    for (const { name, features } of groups) {
      const each = (scales[name] ?? 0) / Math.sqrt(features.length || 1);
      if (each === 0) continue;
      for (const { hash } of features) {
        const column = this.#number.get(hash);
        if (column === undefined) continue;
        index.push(column);
        value.push(each);
      }
    }
    return { index: Int32Array.from(index), value: Float32Array.from(value) };
  }
}
