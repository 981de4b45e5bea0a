import type { ArgumentId } from '../essays/types';
import { confidenceOf, type Evidence, evidenceOf, type Logits } from './calibration';
import type { FeatureGroup } from './en/feature-groups';
import { featuresOf } from './en/features';
import { stanceFeaturesOf } from './en/stance-features';
import { type Reading, read } from './en/units';
import type { Model } from './model';
import { type Sentence, STANCES, type Stance } from './types';

/** What the classifier says of one sentence. */
export interface Scores {
  readonly groups: readonly FeatureGroup[];
  /** Calibrated confidence of each argument, in the model's order. */
  readonly confidence: Float64Array;
}

/** Adds what one group of features says to `sums`, one sum an output. */
function addGroup(sums: Float64Array, { name, features }: FeatureGroup, model: Model): void {
  const value = (model.header.scales[name] ?? 0) / Math.sqrt(features.length || 1);
  if (value === 0) return;
  for (const { hash } of features) {
    const row = model.links.rowOf(hash);
    if (row >= 0) model.links.addTo(sums, row, value);
  }
}

const asLogits = (sums: Float64Array): Logits => ({
  perArgument: sums.subarray(0, -1),
  onPoint: sums.at(-1) ?? 0,
});

function logitsOf(groups: readonly FeatureGroup[], model: Model): Logits {
  const sums = Float64Array.from(model.header.bias);
  for (const group of groups) addGroup(sums, group, model);
  return asLogits(sums);
}

/** The same, and what each group adds to it. */
function sharedLogitsOf(groups: readonly FeatureGroup[], model: Model): Pick<Evidence, 'own' | 'shares'> {
  const sums = Float64Array.from(model.header.bias);
  const nothing = new Float64Array(sums.length);
  const shares = groups.map((group) => {
    if (group.features.length === 0) return nothing;
    const share = new Float64Array(sums.length);
    addGroup(share, group, model);
    share.forEach((value, at) => {
      sums[at] = (sums[at] ?? 0) + value;
    });
    return share;
  });
  return { own: asLogits(sums), shares };
}

/** Scores every argument for a sentence read before. Its neighbours and clauses are only scored where that matters. */
export function scoresOf(sentence: Sentence, reading: Reading, model: Model): Scores {
  const groups = featuresOf(sentence, reading);
  const scored = sharedLogitsOf(groups, model);
  const { own } = scored;
  let known: Evidence | undefined;
  const evidence = (): Evidence => {
    known ??= evidenceOf(sentence, scored, (near) => logitsOf(featuresOf(near, read(near.text)), model));
    return known;
  };
  const confidence = own.perArgument.map((_, at) =>
    confidenceOf(own, evidence, at, model.header.calibration),
  );
  return { groups, confidence };
}

/**
 * The stance of a link: the likeliest of the three.
 * @param units how many the sentence has; 0 where nobody asks which of them spoke
 * @returns the stance, and by how much each unit spoke for it
 */
export function stanceOf(
  groups: readonly FeatureGroup[],
  argument: ArgumentId,
  model: Model,
  units: number,
): { readonly stance: Stance; readonly support: Float64Array } {
  const sums = Float64Array.from(model.header.stanceBias);
  const perUnit = STANCES.map(() => new Float64Array(units));
  for (const group of stanceFeaturesOf(groups, argument)) {
    const value = (model.header.stanceScales[group.name] ?? 0) / Math.sqrt(group.features.length || 1);
    for (const { hash, from, to } of group.features) {
      const row = model.stances.rowOf(hash);
      if (row < 0) continue;
      model.stances.addTo(sums, row, value);
      for (let unit = from; unit < to; unit++)
        STANCES.forEach((_, s) => {
          const share = perUnit[s];
          if (share)
            share[unit] = (share[unit] ?? 0) + (model.stances.weightAt(row, s) * value) / (to - from);
        });
    }
  }
  let best = 0;
  for (let s = 1; s < STANCES.length; s++) if ((sums[s] ?? 0) > (sums[best] ?? 0)) best = s;
  return { stance: STANCES[best] ?? 'relates', support: perUnit[best] ?? new Float64Array(units) };
}
