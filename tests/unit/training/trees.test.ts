import { describe, expect, it } from 'vitest';
import { sigmoid } from '../../../engine/calibration';
import { sumOfTrees } from '../../../engine/trees';
import { seededRandom } from '../../../training/methods/random';
import { fitTrees, type TreeOptions, type TreeRows } from '../../../training/methods/trees';

const options: TreeOptions = {
  rounds: 60,
  leaves: 4,
  learningRate: 0.2,
  leastRows: 10,
  l2: 1,
  inputShare: 1,
  rowShare: 0.9,
};

/** Right where exactly one of two numbers is high (no sum of the two tells that); a third number says nothing. */
function rows(count: number): TreeRows {
  const random = seededRandom(3);
  const inputs = Array.from({ length: count }, () => [random(), random(), random()]);
  return {
    inputs,
    labels: Uint8Array.from(inputs, ([a = 0, b = 0]) => (a > 0.5 !== b > 0.5 ? 1 : 0)),
    sampleWeights: new Float64Array(count).fill(1),
    start: new Float64Array(count),
  };
}

describe('boosted trees', () => {
  it('learn what no sum of the inputs tells', () => {
    const learnt = fitTrees(rows(800), options);
    const { inputs, labels } = rows(1000);
    const unseen = inputs.slice(800);
    const hits = unseen.filter(
      (row, i) => sigmoid(sumOfTrees(learnt, row)) > 0.5 === (labels[800 + i] === 1),
    );
    expect(hits.length / unseen.length).toBeGreaterThan(0.9);
  });

  it('are the same every time', () => {
    expect(fitTrees(rows(200), options)).toEqual(fitTrees(rows(200), options));
  });

  it('keep their leaves small where few rows speak, and grow none where too few do', () => {
    const few = rows(15);
    for (const tree of fitTrees(few, options)) expect(tree.input).toEqual([]);
  });

  it('leave alone what the start explains', () => {
    const known = rows(400);
    const start = Float64Array.from(known.labels, (label) => (label ? 12 : -12));
    const trees = fitTrees({ ...known, start }, options);
    for (const row of known.inputs) expect(Math.abs(sumOfTrees(trees, row))).toBeLessThan(0.5);
  });
});
