import type { FeatureGroup } from '../engine/en/feature-groups';
import { stanceFeaturesOf } from '../engine/en/stance-features';
import { STANCES, type Stance } from '../engine/types';
import type { ArgumentId } from '../essays/types';
import { type Classifiers, fitClassifiers, sentenceLogits } from './classifiers';
import type { Example } from './examples';

/** How much each group of features counts; those with a `+` are bound to the argument in question. */
export const STANCE_SCALES: Readonly<Record<string, number>> = {
  word: 1,
  pair: 1,
  triple: 0.5,
  gap: 0.5,
  beside: 0.5,
  meaning: 0.5,
  'meaning-beside': 0.4,
  'meaning-skeleton': 0.3,
  shape: 0.3,
  before: 0.3,
  '+word': 1,
  '+pair': 0.5,
  '+gap': 0.3,
  '+roles': 0.5,
  '+meaning': 0.8,
  '+meaning-beside': 0.4,
  '+meaning-skeleton': 0.4,
  '+argument': 1.5,
};

/** Real sentences count twice; once is a little worse (docs/engine-trials.md, version 1.9.0). */
const REAL_SAMPLE_WEIGHT = 2;

/** Single weights that ship. */
const KEPT_WEIGHTS = 90_000;

/**
 * Fits echoes, challenges and relates as rivals, over every labelled pair of sentence and argument.
 * @param features of each example, as the engine reads it
 */
export function fitStances(
  examples: readonly Example[],
  features: readonly (readonly FeatureGroup[])[],
): Classifiers {
  const pairs = examples.flatMap(({ labels, real }, at) =>
    labels.map(({ argument, stance }) => ({
      groups: stanceFeaturesOf(features[at] ?? [], argument),
      target: Uint8Array.from(STANCES, (one) => (one === stance ? 1 : 0)),
      sampleWeight: real ? REAL_SAMPLE_WEIGHT : 1,
    })),
  );
  const labels = {
    targets: pairs.map(({ target }) => target),
    sampleWeights: Float32Array.from(pairs, ({ sampleWeight }) => sampleWeight),
  };
  return fitClassifiers(
    pairs.map(({ groups }) => groups),
    labels,
    STANCE_SCALES,
    { outputs: STANCES.length, activation: 'softmax', positiveWeight: 1, keep: KEPT_WEIGHTS },
  );
}

/** The stance of a link: the likeliest of the three. */
export function predictStance(
  stances: Classifiers,
  groups: readonly FeatureGroup[],
  argument: ArgumentId,
): Stance {
  const logits = sentenceLogits(stances, stanceFeaturesOf(groups, argument));
  return STANCES[logits.indexOf(Math.max(...logits))] ?? 'relates';
}
