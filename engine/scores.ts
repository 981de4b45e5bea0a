import type { ArgumentId } from '../essays/types';
import { type FeatureGroup, featuresOf } from './en/features';
import { stanceFeaturesOf } from './en/stance-features';
import type { Reading } from './en/units';
import type { Model } from './model';
import { type Sentence, STANCES, type Stance } from './types';

/** The logistic function. */
export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

/** Inverse of the logistic function, kept finite. */
export function logit(p: number): number {
  const q = Math.min(1 - 1e-6, Math.max(1e-6, p));
  return Math.log(q / (1 - q));
}

/** What the classifier says of one sentence. */
export interface Scores {
  readonly groups: readonly FeatureGroup[];
  /** Probability of each argument, in the model's order, before calibration. */
  readonly perArgument: Float64Array;
  /** Probability that the sentence is on any argument's point. */
  readonly onPoint: number;
  /** Calibrated confidence of each argument. */
  readonly confidence: Float64Array;
}

/** Scores every argument for a sentence read before. */
export function scoresOf(sentence: Sentence, reading: Reading, model: Model): Scores {
  const groups = featuresOf(sentence, reading, model.kindsOf);
  const sums = Float64Array.from(model.header.bias);
  for (const group of groups) {
    const value = (model.header.scales[group.name] ?? 0) / Math.sqrt(group.features.length || 1);
    if (value === 0) continue;
    for (const { hash } of group.features) {
      const row = model.links.rowOf(hash);
      if (row >= 0) model.links.addTo(sums, row, value);
    }
  }
  const perArgument = sums.subarray(0, -1).map(sigmoid);
  const onPoint = sigmoid(sums.at(-1) ?? 0);
  return { groups, perArgument, onPoint, confidence: calibrate(perArgument, onPoint, model) };
}

/** What calibration looks at, for one argument: the numbers its weights are for. */
export function calibrationInputs(perArgument: Float64Array, onPoint: number, at: number): number[] {
  const own = perArgument[at] ?? 0;
  let rival = 0;
  perArgument.forEach((p, other) => {
    if (other !== at && p > rival) rival = p;
  });
  return [
    logit(own),
    logit(onPoint),
    own >= rival ? 1 : 0,
    Math.max(-3, Math.min(3, logit(own) - logit(rival))),
  ];
}

/** Calibrated probability of a link out of its inputs: a logistic regression (Platt, 1999), one bias an argument. */
export function calibrated(
  inputs: readonly number[],
  at: number,
  { weights, bias, perArgument }: Model['header']['calibration'],
): number {
  let z = bias + (perArgument[at] ?? 0);
  inputs.forEach((input, i) => {
    z += input * (weights[i] ?? 0);
  });
  return sigmoid(z);
}

function calibrate(perArgument: Float64Array, onPoint: number, model: Model): Float64Array {
  return perArgument.map((_, at) =>
    calibrated(calibrationInputs(perArgument, onPoint, at), at, model.header.calibration),
  );
}

/** The stance of a link: the likeliest of the three, and by how much each unit of the sentence spoke for it. */
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
