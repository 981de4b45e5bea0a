import type { ArgumentId } from '../essays/types';
import { confidenceOf, type Evidence, evidenceOf } from './calibration';
import type { FeatureGroup } from './en/feature-groups';
import { featuresOf } from './en/features';
import { stanceFeaturesOf } from './en/stance-features';
import { type Reading, read } from './en/units';
import type { Model } from './model';
import { type Sentence, STANCES, type Stance } from './types';

/** What one group of features adds to each output. */
function shareOf({ name, features }: FeatureGroup, model: Model): Float64Array {
  const share = new Float64Array(model.links.outputs);
  const value = (model.header.scales[name] ?? 0) / Math.sqrt(features.length || 1);
  if (value === 0) return share;
  for (const { hash } of features) {
    const row = model.links.rowOf(hash);
    if (row >= 0) model.links.addTo(share, row, value);
  }
  return share;
}

/** What a sentence's own features say, and what each group of them adds to it. */
export interface OwnScores extends Pick<Evidence, 'own' | 'shares'> {
  readonly groups: readonly FeatureGroup[];
}

/** Scores every argument for a sentence, by its own features alone. */
export function ownScoresOf(sentence: Sentence, reading: Reading, model: Model): OwnScores {
  const groups = featuresOf(sentence, reading);
  const shares = groups.map((group) => shareOf(group, model));
  const sums = Float64Array.from(model.header.bias);
  for (const share of shares)
    share.forEach((value, at) => {
      sums[at] = (sums[at] ?? 0) + value;
    });
  return { groups, shares, own: { perArgument: sums.subarray(0, -1), onPoint: sums.at(-1) ?? 0 } };
}

/**
 * The calibrated confidence of each argument, in the model's order. The sentence's neighbours and clauses are only scored
 * where that matters.
 */
export function confidencesOf(sentence: Sentence, scored: OwnScores, model: Model): Float64Array {
  const { own } = scored;
  let closer: Evidence | undefined;
  const evidence = (): Evidence => {
    closer ??= evidenceOf(sentence, scored, (near) => ownScoresOf(near, read(near.text), model).own);
    return closer;
  };
  return own.perArgument.map((_, at) => confidenceOf(own, evidence, at, model.header.calibration));
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
