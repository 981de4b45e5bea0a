import type { FeatureGroup } from '../engine/en/feature-groups';
import { featuresOf } from '../engine/en/features';
import { read } from '../engine/en/units';
import type { Sentence } from '../engine/types';
import type { Example } from './examples';

/** Examples and, side by side with them, their features. */
export interface Dataset {
  readonly examples: readonly Example[];
  readonly features: readonly (readonly FeatureGroup[])[];
}

/** A sentence's features as the engine reads it on a page. */
export const featuresAnew = (sentence: Sentence): FeatureGroup[] => featuresOf(sentence, read(sentence.text));

/** Examples with their features. */
export const datasetOf = (examples: readonly Example[]): Dataset => ({
  examples,
  features: examples.map(featuresAnew),
});

/** Some of a dataset's examples. */
export function only({ examples, features }: Dataset, isWanted: (example: Example) => boolean): Dataset {
  const wanted = [...examples.keys()].filter((i) => isWanted(examples[i] as Example));
  return {
    examples: wanted.map((i) => examples[i] as Example),
    features: wanted.map((i) => features[i] as readonly FeatureGroup[]),
  };
}

/** Several datasets as one, in this order. */
export const joined = (...datasets: readonly Dataset[]): Dataset => ({
  examples: datasets.flatMap(({ examples }) => examples),
  features: datasets.flatMap(({ features }) => features),
});
