import type { Feature } from '../engine/en/feature-groups';
import type { SparseRow } from './methods/sparse';

/** A group of a sentence's features, as the engine reads them; for stances also those bound to an argument. */
export interface Grouped {
  readonly name: string;
  readonly features: readonly Feature[];
}

/** The features that classifiers have weights for: those seen often enough, numbered as they were first seen. */
export class Vocabulary {
  /** Each feature's hash, by its number. */
  readonly hashes: Uint32Array;
  readonly #numbers = new Map<number, number>();

  /**
   * @param sentences each as its groups of features
   * @param leastOften how often a feature must occur in all of them
   */
  constructor(sentences: Iterable<readonly Grouped[]>, leastOften: number) {
    const counts = new Map<number, number>();
    for (const groups of sentences)
      for (const { features } of groups)
        for (const { hash } of features) counts.set(hash, (counts.get(hash) ?? 0) + 1);
    for (const [hash, count] of counts) if (count >= leastOften) this.#numbers.set(hash, this.#numbers.size);
    this.hashes = Uint32Array.from(this.#numbers.keys());
  }

  /**
   * A sentence as a row of numbers. Each feature of a group has the value `scale / √(their number)`, so that a group
   * speaks with the same voice in a long sentence and in a short one; engine/scores.ts reads the weights by this rule.
   * @param scales by the groups' names; a group without one is left out
   */
  row(groups: readonly Grouped[], scales: Readonly<Record<string, number>>): SparseRow {
    const index: number[] = [];
    const value: number[] = [];
    for (const { name, features } of groups) {
      const each = (scales[name] ?? 0) / Math.sqrt(features.length || 1);
      if (each === 0) continue;
      for (const { hash } of features) {
        const number = this.#numbers.get(hash);
        if (number === undefined) continue;
        index.push(number);
        value.push(each);
      }
    }
    return { index: Int32Array.from(index), value: Float32Array.from(value) };
  }
}
