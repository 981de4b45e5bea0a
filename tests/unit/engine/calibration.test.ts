import { describe, expect, it } from 'vitest';
import {
  type Calibration,
  confidenceOf,
  type Evidence,
  evidenceOf,
  type Logits,
  mayReach,
  sigmoid,
  treeInputs,
} from '../../../engine/calibration';
import { leafOf, mostOfTrees, sumOfTrees, type Tree } from '../../../engine/trees';

const logits = (onPoint: number, ...perArgument: number[]): Logits => ({
  perArgument: Float64Array.from(perArgument),
  onPoint,
});

/** Input 0 up to 1: leaf 0; else input 1 up to 5: leaf 1, else leaf 2. */
const tree: Tree = { input: [0, 1], at: [1, 5], yes: [-1, -2], no: [1, -3], leaves: [0.5, -1, 2] };

describe('trees', () => {
  it.each([
    ['at the edge', [1, 9], 0],
    ['over it, second edge', [1.1, 5], 1],
    ['over both', [2, 6], 2],
    ['inputs missing count as 0', [], 0],
  ])('lead to a leaf: %s', (_, inputs, leaf) => {
    expect(leafOf(tree, inputs)).toBe(leaf);
  });

  it('add up, and a tree without steps is its one leaf', () => {
    const stump: Tree = { input: [], at: [], yes: [], no: [], leaves: [0.25] };
    expect(sumOfTrees([tree, stump], [2, 6])).toBe(2.25);
  });

  it.each([
    ['all inputs known', [2, 5], -1],
    ['the second unknown, and asked for', [2, Number.NaN], 2],
    ['the second unknown, and not asked for', [1, Number.NaN], 0.5],
    ['none known', [Number.NaN, Number.NaN], 2],
  ])('add up to this much at most: %s', (_, inputs, most) => {
    expect(mostOfTrees([tree], inputs)).toBe(most);
  });
});

describe('evidence', () => {
  it('asks for the neighbours in each other’s context, and keeps the highest of the clauses', () => {
    const asked: unknown[] = [];
    const evidence = evidenceOf(
      {
        text: 'One two three four five six seven, eight nine ten eleven twelve thirteen fourteen.',
        prev: 'Before.',
      },
      { own: logits(0, 1, 2), shares: [Float64Array.of(2, 3, 1)] },
      (sentence) => {
        asked.push(sentence);
        return logits(asked.length, -asked.length, asked.length);
      },
    );
    expect(asked[0]).toMatchObject({ text: 'Before.', next: expect.stringContaining('One two') });
    expect(asked).toHaveLength(3);
    expect(evidence.shares).toEqual([Float64Array.of(2, 3, 1)]);
    expect(evidence.after).toBeNull();
    expect([...evidence.clauses.perArgument]).toEqual([-2, 3]);
    expect(evidence.clauses.onPoint).toBe(3);
  });
});

describe('confidence', () => {
  const calibration: Calibration = {
    weights: [1, 0.5, 0, 0],
    bias: -0.5,
    perArgument: [0, 1],
    trees: [{ input: [6], at: [0], yes: [-1], no: [-2], leaves: [-0.3, 0.7] }],
  };
  const evidence = (before: Logits | null): Evidence => {
    const own = logits(1, 2, -9);
    return {
      own,
      shares: [Float64Array.of(2, -5, 0.75), Float64Array.of(0, -4, 0.25)],
      before,
      after: null,
      clauses: own,
    };
  };

  it('is the regression, and what the trees make of the neighbours', () => {
    const quiet = evidence(logits(-4, -4, -4));
    const loud = evidence(logits(3, 1, -4));
    expect(confidenceOf(quiet.own, () => quiet, 0, calibration)).toBeCloseTo(sigmoid(2 + 0.5 - 0.5 - 0.3));
    expect(confidenceOf(loud.own, () => loud, 0, calibration)).toBeCloseTo(sigmoid(2 + 0.5 - 0.5 + 0.7));
  });

  it('asks for no evidence on an argument that is out of the question', () => {
    const own = evidence(null).own;
    const never = (): Evidence => {
      throw new Error('asked');
    };
    expect(confidenceOf(own, never, 1, calibration)).toBeCloseTo(sigmoid(-9 + 0.5 - 0.5 + 1));
  });

  it('may come to as much as the neighbours could make of it, where there are any', () => {
    const { own, shares } = evidence(null);
    const [quiet, loud] = [sigmoid(2 + 0.5 - 0.5 - 0.3), sigmoid(2 + 0.5 - 0.5 + 0.7)];
    const may = (least: number, prev: string) =>
      mayReach(least, { text: 'Here.', prev }, { own, shares }, calibration);
    expect(may(loud, 'Before.')).toBe(true);
    expect(may(loud + 0.01, 'Before.')).toBe(false);
    expect(may(quiet, '')).toBe(true);
    expect(may(loud, '')).toBe(false);
  });

  it('looks at twelve numbers, the regression’s first, and at what each group of features adds', () => {
    const inputs = treeInputs(evidence(null), 0, 1.5);
    expect(inputs).toHaveLength(12 + 2 * 2);
    expect(inputs[0]).toBe(1.5);
    expect(inputs.slice(12)).toEqual([2, 0.75, 0, 0.25]);
    expect(inputs.every(Number.isFinite)).toBe(true);
  });
});
