import { describe, expect, it } from 'vitest';
import { fitLinear, logitsOf } from '../../../training/methods/linear';
import { prune } from '../../../training/methods/prune';
import { seededRandom } from '../../../training/methods/random';
import type { SparseRow } from '../../../training/methods/sparse';

const FEATURES = 40;
const row = (features: readonly number[]): SparseRow => ({
  index: Int32Array.from(features),
  value: new Float32Array(features.length).fill(1),
});

/** Features 0 and 1 tell the two outputs; all others are noise. */
function sample(count: number) {
  const random = seededRandom(5);
  const rows: SparseRow[] = [];
  const targets: Uint8Array[] = [];
  for (let i = 0; i < count; i++) {
    const told = [random() > 0.5, random() > 0.5] as const;
    const noise = Array.from({ length: 4 }, () => 2 + Math.floor(random() * (FEATURES - 2)));
    rows.push(row([...told.flatMap((yes, feature) => (yes ? [feature] : [])), ...new Set(noise)]));
    targets.push(Uint8Array.from(told, Number));
  }
  return { rows, targets, sampleWeights: new Float32Array(count).fill(1) };
}

describe('a pruned fit', () => {
  const data = sample(600);
  const { rows, targets } = data;
  const fitWith = (keep: number) =>
    fitLinear(data, {
      features: FEATURES,
      outputs: 2,
      epochs: 12,
      keep,
      pruneAfter: 4,
      learningRate: 0.2,
      weightDecay: 1e-5,
      positiveWeight: 1,
      activation: 'sigmoid',
    });

  it('keeps no more weights than it may, and those that tell something', () => {
    const { weights } = fitWith(4);
    const kept = [...weights.keys()].filter((i) => weights[i] !== 0);
    expect(kept).toHaveLength(4);
    expect(kept).toEqual(expect.arrayContaining([0, 3]));
  });

  it('goes on learning with what stays', () => {
    const pruned = fitWith(2);
    const right = rows.filter((one, i) =>
      logitsOf(pruned, one).every((z, o) => z > 0 === (targets[i]?.[o] === 1)),
    );
    expect(right.length / rows.length).toBeGreaterThan(0.95);
  });

  it('is whole where there is room for all', () => {
    expect([...fitWith(FEATURES * 2).weights].filter((w) => w !== 0).length).toBeGreaterThan(FEATURES);
  });
});

describe('prune', () => {
  it('weighs how much a feature is used, and not the weight’s size alone', () => {
    const weights = Float32Array.of(1, 0, 0, 2);
    const often = Array.from({ length: 9 }, () => row([0]));
    expect([...prune(weights, [...often, row([1])], 2, 1)]).toEqual([1, 0, 0, 0]);
    expect([...weights]).toEqual([1, 0, 0, 0]);
  });
});
