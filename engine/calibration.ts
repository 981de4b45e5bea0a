import { arguments_ } from '../essays/catalogue';
import { clausesOf } from './en/clauses';
import { mostOfTrees, sumOfTrees, type Tree } from './trees';
import type { Sentence } from './types';

/** How raw scores become calibrated confidence: a logistic regression, then boosted trees on what it leaves. */
export interface Calibration {
  /** Weights of logit p(argument), logit p(on any point), being the best, and the lead over the next. */
  readonly weights: readonly number[];
  readonly bias: number;
  /** Correction per argument, in the order of `arguments`. */
  readonly perArgument: readonly number[];
  /** They look at `treeInputs`. */
  readonly trees: readonly Tree[];
}

/** What the classifiers say of a text: logits. */
export interface Logits {
  readonly perArgument: Float64Array;
  /** That it is on any argument's point. */
  readonly onPoint: number;
}

/** What the classifiers say of a sentence and of what stands about and inside it. */
export interface Evidence {
  readonly own: Logits;
  /** What each group of features adds to `own`, in the order of GROUP_NAMES: to each argument, then to `onPoint`. */
  readonly shares: readonly Float64Array[];
  /** Each null where there is none. */
  readonly before: Logits | null;
  readonly after: Logits | null;
  /** For each output the highest logit among its clauses; `own` where it is all one clause. */
  readonly clauses: Logits;
}

/** The logistic function. */
export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

/** What stands in for a text that nobody has scored yet. */
const UNKNOWN: Logits = {
  perArgument: new Float64Array(arguments_.length).fill(Number.NaN),
  onPoint: Number.NaN,
};

/** The logit that stands in where there is no neighbour: as if that were on no point (a quarter of a percent). */
const NOTHING = -6;
/**
 * Logits are kept within this on both sides of zero (one in a million), so that nothing is surer than the inputs of the
 * regression were.
 */
const LIMIT = 13.8;
/** The lead over the next argument, or the lag behind the best, counts up to this much (a logit). */
const LEAD_LIMIT = 3;
/** An argument less likely than this (a logit, 1%) is not looked at more closely. */
export const FLOOR = -4.6;

const within = (limit: number, z: number): number => Math.max(-limit, Math.min(limit, z));

/**
 * Gathers the evidence on a sentence; `score` is asked for its neighbours and clauses.
 * @param scored what its own features say, in all and group by group
 */
export function evidenceOf(
  sentence: Sentence,
  scored: Pick<Evidence, 'own' | 'shares'>,
  score: (s: Sentence) => Logits,
): Evidence {
  const { text, prev = '', next = '' } = sentence;
  return {
    ...scored,
    before: prev ? score({ text: prev, next: text }) : null,
    after: next ? score({ text: next, prev: text }) : null,
    clauses: highest(
      clausesOf(text).map((clause) => score({ text: clause, prev })),
      scored.own,
    ),
  };
}

/** For each output the highest of several logits; `otherwise` where there are none. */
function highest(all: readonly Logits[], otherwise: Logits): Logits {
  if (all.length === 0) return otherwise;
  return {
    perArgument: otherwise.perArgument.map((_, at) =>
      Math.max(...all.map(({ perArgument }) => perArgument[at] ?? NOTHING)),
    ),
    onPoint: Math.max(...all.map(({ onPoint }) => onPoint)),
  };
}

/** The highest logit of the other arguments. */
function rivalOf(perArgument: Float64Array, at: number): number {
  let rival = -LIMIT;
  for (let other = 0; other < perArgument.length; other++) {
    const z = perArgument[other] ?? NOTHING;
    if (other !== at && z > rival) rival = z;
  }
  return rival;
}

/**
 * What the regression looks at, for one argument.
 * @param at the argument's place in the catalogue
 * @returns numbers in the order of `Calibration.weights`
 */
export function calibrationInputs({ perArgument, onPoint }: Logits, at: number): number[] {
  const own = within(LIMIT, perArgument[at] ?? NOTHING);
  const rival = within(LIMIT, rivalOf(perArgument, at));
  return [own, within(LIMIT, onPoint), own >= rival ? 1 : 0, within(LEAD_LIMIT, own - rival)];
}

/**
 * What the regression makes of its inputs (Platt 1999, with one bias an argument).
 * @param at the argument's place in the catalogue
 * @returns a logit
 */
export function regressed(
  inputs: readonly number[],
  at: number,
  { weights, bias, perArgument }: Pick<Calibration, 'weights' | 'bias' | 'perArgument'>,
): number {
  let z = bias + (perArgument[at] ?? 0);
  inputs.forEach((input, i) => {
    z += input * (weights[i] ?? 0);
  });
  return z;
}

/**
 * What the trees look at, for one argument: the regression's logit first. By the groups' shares they see whether words
 * alone speak for it, or the actors and the order of meanings as well.
 * @param at the argument's place in the catalogue
 * @param z the regression's logit
 * @returns twelve numbers, then two for each group of features; a tree's steps ask for them by their places here
 */
export function treeInputs(
  { own, shares, before, after, clauses }: Evidence,
  at: number,
  z: number,
): number[] {
  const { perArgument, onPoint } = own;
  const score = perArgument[at] ?? NOTHING;
  let above = 0;
  for (const other of perArgument) if (other > score) above += 1;
  const around = [before?.onPoint ?? NOTHING, after?.onPoint ?? NOTHING] as const;
  const inputs = [
    z,
    // The sentence's own scores, and where the argument stands among all.
    score,
    onPoint,
    above,
    score - rivalOf(perArgument, at),
    // Its neighbours', …
    before?.perArgument[at] ?? NOTHING,
    around[0],
    after?.perArgument[at] ?? NOTHING,
    around[1],
    Math.max(...around),
    // … the highest of its clauses, …
    clauses.perArgument[at] ?? NOTHING,
    clauses.onPoint,
  ];
  // … and what each group of features adds to the argument's score and to "on any point".
  for (const share of shares) inputs.push(share[at] ?? 0, share[share.length - 1] ?? 0);
  return inputs;
}

/**
 * Calibrated probability, 0 to 1, that the sentence makes the argument's point.
 * @param evidence asked for only where the argument is likely enough to be looked at more closely
 * @param at the argument's place in the catalogue
 */
export function confidenceOf(
  own: Logits,
  evidence: () => Evidence,
  at: number,
  calibration: Calibration,
): number {
  const z = regressed(calibrationInputs(own, at), at, calibration);
  if ((own.perArgument[at] ?? NOTHING) < FLOOR) return sigmoid(z);
  return sigmoid(z + sumOfTrees(calibration.trees, treeInputs(evidence(), at, z)));
}

/**
 * Whether any argument's confidence may come to `least`, whatever the neighbours and clauses say: most sentences of an
 * article can be left at that, and scoring what stands about and inside them costs more than scoring them.
 * @param scored what the sentence's own features say
 * @param least a confidence, 0 to 1
 */
export function mayReach(
  least: number,
  sentence: Sentence,
  scored: Pick<Evidence, 'own' | 'shares'>,
  calibration: Calibration,
): boolean {
  const evidence = evidenceOf(sentence, scored, () => UNKNOWN);
  return scored.own.perArgument.some((score, at) => {
    const z = regressed(calibrationInputs(scored.own, at), at, calibration);
    const more = score < FLOOR ? 0 : mostOfTrees(calibration.trees, treeInputs(evidence, at, z));
    return sigmoid(z + more) >= least;
  });
}
