import type { Evidence, Logits } from '../engine/calibration';
import type { FeatureGroup, GroupName } from '../engine/en/feature-groups';
import { arguments_ } from '../essays/catalogue';
import { type Classifiers, fitClassifiers, sentenceLogits } from './classifiers';
import type { Example } from './examples';
import { addProduct } from './methods/sparse';

/** One for each argument, in the catalogue's order, and one for "on any point at all". */
const OUTPUTS = arguments_.length + 1;

/** How much each group of features counts; chosen on the open part of the development data (docs/engine-trials.md). */
export const LINK_SCALES: Readonly<Record<GroupName, number>> = {
  word: 1,
  pair: 1,
  triple: 0.7,
  gap: 0.7,
  letters: 1,
  roles: 1,
  'role-word': 1,
  beside: 0.5,
  acts: 0.5,
  skeleton: 0.7,
  meaning: 0.7,
  'role-meaning': 0.7,
  'meaning-beside': 0.7,
  'meaning-skeleton': 0.7,
  'meaning-pair': 0.7,
  'meaning-near': 0.4,
  before: 0.6,
  after: 0.3,
  carried: 0.6,
  shape: 0.3,
};

/** Real sentences count threefold: they are what the engine will meet. Two and four times were tried (docs/engine-trials.md). */
const REAL_SAMPLE_WEIGHT = 3;

/** Links are rare; once and three times were no worse (docs/engine-trials.md, version 1.0.0). */
const POSITIVE_WEIGHT = 1.5;

/** Single weights that ship; chosen so that the whole build stays under 2 MB gzipped. */
const KEPT_WEIGHTS = 600_000;

function targetOf({ labels }: Example): Uint8Array {
  const target = new Uint8Array(OUTPUTS);
  for (const { argument } of labels) target[arguments_.findIndex(({ id }) => id === argument)] = 1;
  target[OUTPUTS - 1] = labels.length > 0 ? 1 : 0;
  return target;
}

/**
 * Fits the 28 argument classifiers and the one for "on any point at all".
 * @param features of each example, as the engine reads it
 */
export function fitLinks(
  examples: readonly Example[],
  features: readonly (readonly FeatureGroup[])[],
): Classifiers {
  const labels = {
    targets: examples.map(targetOf),
    sampleWeights: Float32Array.from(examples, ({ real }) => (real ? REAL_SAMPLE_WEIGHT : 1)),
  };
  return fitClassifiers(features, labels, LINK_SCALES, {
    outputs: OUTPUTS,
    activation: 'sigmoid',
    positiveWeight: POSITIVE_WEIGHT,
    keep: KEPT_WEIGHTS,
  });
}

/** Logits of each argument, and of any, before calibration. */
export function predictLinks(links: Classifiers, groups: readonly FeatureGroup[]): Logits {
  const logits = sentenceLogits(links, groups);
  return { perArgument: logits.subarray(0, -1), onPoint: logits.at(-1) ?? 0 };
}

/** What each group of features adds to the logits, without the bias: groups × outputs. */
export function predictShares(
  { vocabulary, scales, linear }: Classifiers,
  groups: readonly FeatureGroup[],
): Evidence['shares'] {
  return groups.map((group) => {
    const share = new Float64Array(OUTPUTS);
    addProduct(share, vocabulary.row([group], scales), linear.weights);
    return share;
  });
}
