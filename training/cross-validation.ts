import { evidenceOf } from '../engine/calibration';
import { type FeatureGroup, hashOf } from '../engine/en/feature-groups';
import type { Unseen } from './calibrate';
import { type Dataset, featuresAnew, only } from './dataset';
import type { Example } from './examples';
import { type Fitted, fitOn, type Sided } from './fitted';
import { predictLinks, predictShares } from './links';
import { predictStance } from './stances';

/** Parts that the examples are dealt into; each is scored by weights fitted on the others. */
export const FOLDS = 5;

/** The part an example belongs to: an article's sentences, and what was written after them, all to one. */
export const foldOf = (example: Example): number => hashOf(example.group) % FOLDS;

function scored(
  example: Example,
  features: readonly FeatureGroup[],
  weight: number,
  { links, stances }: Fitted,
): Unseen {
  const own = { own: predictLinks(links, features), shares: predictShares(links, features) };
  return {
    example,
    weight,
    evidence: evidenceOf(example, own, (near) => predictLinks(links, featuresAnew(near))),
    stanceTo: (argument) => predictStance(stances, features, argument),
  };
}

/**
 * Scores every example that counts in the calibration by weights fitted without its part of the examples: five-fold
 * cross-validation by group. Says on standard error how far it is.
 * @param weightOf how much an example counts in the calibration; 0 for not at all
 * @returns part by part, each in the examples' order
 */
export function scoreUnseen(
  dataset: Dataset,
  sided: Sided,
  weightOf: (example: Example) => number,
): Unseen[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const fitted = fitOn(
      only(dataset, (example) => foldOf(example) !== fold),
      sided,
    );
    const unseen = dataset.examples.flatMap((example, i) => {
      const weight = foldOf(example) === fold ? weightOf(example) : 0;
      return weight === 0 ? [] : [scored(example, dataset.features[i] ?? [], weight, fitted)];
    });
    console.error(`fold ${fold + 1} of ${FOLDS} scored`);
    return unseen;
  }).flat();
}
