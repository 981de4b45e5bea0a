import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { fitLinear, type LinearOptions } from '../../../training/methods/linear';
import { fitLogistic } from '../../../training/methods/logistic';
import { seededRandom } from '../../../training/methods/random';
import { fitTrees } from '../../../training/methods/trees';

/**
 * The released weights are rebuilt to the byte, which takes a training to see. Here small fits are held to what they
 * gave when the weights were released: a change of rate, order, seed or rule shows at once (but not another order of
 * adding up, which single precision and rounding mostly hide at this size). Who changes a method on purpose writes the
 * new hashes here, and releases new weights (docs/engine.md).
 */
const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 16);

const random = seededRandom(11);
const ROWS = 400;
const FEATURES = 60;

const rows = Array.from({ length: ROWS }, () => {
  const index = Int32Array.from({ length: 6 }, () => Math.floor(random() * FEATURES));
  return { index, value: Float32Array.from(index, () => 0.1 + random()) };
});
const classes = rows.map(({ index }) => ((index[0] ?? 0) + (index[1] ?? 0)) % 3);
const targets = classes.map((one) => Uint8Array.from([0, 1, 2], (output) => (output === one ? 1 : 0)));
const sampleWeights = Float32Array.from(rows, (_, i) => (i % 5 === 0 ? 3 : 1));
const dense = rows.map(({ value }) => [...value]);
const labels = Uint8Array.from(dense, ([a = 0, b = 0]) => (a * b > 0.3 ? 1 : 0));

const options: LinearOptions = {
  features: FEATURES,
  outputs: 3,
  epochs: 6,
  learningRate: 0.2,
  weightDecay: 1e-3,
  positiveWeight: 1.5,
  activation: 'sigmoid',
  pruneAfter: 2,
  keep: 100,
};

it.each([
  ['independent classifiers', 'sigmoid', 'bf38783a672eb0ba'],
  ['rivals', 'softmax', '4b0aedb8c395a19b'],
] as const)('linear classifiers come out the same to the bit: %s', (_, activation, hash) => {
  const { weights, bias } = fitLinear({ rows, targets, sampleWeights }, { ...options, activation });
  expect(sha256(Buffer.concat([weights, bias].map(({ buffer }) => Buffer.from(buffer))))).toBe(hash);
});

it('so does a logistic regression', () => {
  const groups = classes;
  const data = { inputs: dense, groups, labels, sampleWeights: Float64Array.from(sampleWeights) };
  const start = [1, 0.5, 0, 0, 0, 0];
  const fit = fitLogistic(data, { groups: 3, start, groupL2: 20, rounds: 50, learningRate: 0.05 });
  expect(sha256(JSON.stringify(fit))).toBe('a04a06d35ec05221');
});

it('so do boosted trees', () => {
  const start = Float64Array.from(dense, ([a = 0]) => a - 0.5);
  const trees = fitTrees(
    { inputs: dense, labels, sampleWeights: Float64Array.from(sampleWeights), start },
    { rounds: 30, leaves: 4, learningRate: 0.05, leastRows: 10, l2: 5, inputShare: 0.5, rowShare: 0.8 },
  );
  expect(sha256(JSON.stringify(trees))).toBe('4ba92856828d058f');
});
