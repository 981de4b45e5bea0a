import { describe, expect, it } from 'vitest';
import { fitLinear, prune, rawOutputs, type SparseRow } from '../../../training/fit';
import { seededRandom } from '../../../training/methods/random';

const COLUMNS = 40;
const row = (columns: readonly number[]): SparseRow => ({
  index: Int32Array.from(columns),
  value: new Float32Array(columns.length).fill(1),
});

/** Columns 0 and 1 tell the two outputs; all others are noise. */
function sample(count: number) {
  const random = seededRandom(5);
  const rows: SparseRow[] = [];
  const targets: Uint8Array[] = [];
  for (let i = 0; i < count; i++) {
    const told = [random() > 0.5, random() > 0.5] as const;
    const noise = Array.from({ length: 4 }, () => 2 + Math.floor(random() * (COLUMNS - 2)));
    rows.push(row([...told.flatMap((yes, column) => (yes ? [column] : [])), ...new Set(noise)]));
    targets.push(Uint8Array.from(told, Number));
  }
  return { rows, targets };
}

describe('a pruned fit', () => {
  const { rows, targets } = sample(600);
  const fitWith = (keep: number) =>
    fitLinear(rows, targets, new Float32Array(rows.length).fill(1), {
      columns: COLUMNS,
      outputs: 2,
      epochs: 12,
      keep,
      pruneAfter: 4,
      rate: 0.2,
      decay: 1e-5,
      positives: 1,
      rivals: false,
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
      rawOutputs(pruned, one).every((z, o) => z > 0 === (targets[i]?.[o] === 1)),
    );
    expect(right.length / rows.length).toBeGreaterThan(0.95);
  });

  it('is whole where there is room for all', () => {
    expect([...fitWith(COLUMNS * 2).weights].filter((w) => w !== 0).length).toBeGreaterThan(COLUMNS);
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
