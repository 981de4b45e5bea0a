import type { ArgumentId } from '../essays/types';
import { mayReach } from './calibration';
import { canBeCue, decidingUnits, spansOf, supportOf } from './cues';
import { actsOf } from './en/acts';
import type { FeatureGroup } from './en/feature-groups';
import { isOnSubject } from './en/gate';
import { type Reading, read } from './en/units';
import type { Model } from './model';
import { type Passage, sentenceOf } from './passage';
import { confidencesOf, ownScoresOf, stanceOf } from './scores';
import type { Explanation, Match, Sentence, Stance } from './types';

/** At most so many arguments are linked to one sentence (the labelling guide's number). */
const MOST_MATCHES = 3;

/** An argument's place in the ranking for a sentence. */
export interface Ranked {
  readonly argument: ArgumentId;
  readonly confidence: number;
}

/** An argument offered for a sentence, with the stance the sentence would have. */
export interface Suggestion extends Ranked {
  readonly stance: Stance;
}

/** What the engine says of one sentence. */
export interface Judgement {
  /** Best first, at most three, each at least as sure as the threshold; empty off the subject. */
  readonly matches: readonly Match[];
  /** All arguments, best first, whatever their confidence. */
  readonly ranking: readonly Ranked[];
}

/** A sentence read and scored: what its ranking and each of its matches are made from. */
interface Scored {
  readonly text: string;
  readonly reading: Reading;
  readonly groups: readonly FeatureGroup[];
  /** Calibrated confidence of each argument, in the model's order. */
  readonly confidence: Float64Array;
  /** The arguments' columns, surest first. */
  readonly order: readonly number[];
  readonly model: Model;
}

/**
 * Judges one sentence in its context. Deterministic; never throws on any text.
 * @param threshold confidence from which a match is given, 0 to 1; the model's own where left out
 */
export function judge(sentence: Sentence, model: Model, threshold = model.header.threshold): Judgement {
  const reading = read(sentence.text);
  const scored = scoredOf(sentence, reading, model);
  const ranking = scored.order.map((column) => ({
    argument: argumentAt(scored, column),
    confidence: confidenceAt(scored, column),
  }));
  return { matches: namesSubject(sentence, reading) ? shownOf(scored, threshold) : [], ranking };
}

/**
 * The matches of a sentence, in an article that is on the subject: as `judge` gives them, but they need not wait for a
 * name, and a sentence that can come to none is not looked at closely.
 */
export function matchesOf(
  sentence: Sentence,
  model: Model,
  threshold = model.header.threshold,
): readonly Match[] {
  const reading = read(sentence.text);
  const own = ownScoresOf(sentence, reading, model);
  if (!mayReach(threshold, sentence, own, model.header.calibration)) return [];
  return shownOf(scoredOf(sentence, reading, model, own), threshold);
}

/** Whether a sentence, or the one before where it refers back, names the subject. Costs little beside judging it. */
export function namesSubject(sentence: Sentence, reading = read(sentence.text)): boolean {
  return isOnSubject(sentence, reading, sentence.prev ? read(sentence.prev) : null);
}

/**
 * The arguments likeliest for words the reader chose, whatever their confidence and whether or not these are on the
 * subject.
 * @param most how many, best first
 */
export function suggest(passage: Passage, model: Model, most = 5): Suggestion[] {
  const sentence = sentenceOf(passage);
  const scored = scoredOf(sentence, read(sentence.text), model);
  return scored.order.slice(0, most).map((column) => {
    const argument = argumentAt(scored, column);
    const { stance } = stanceOf(scored.groups, argument, model, 0);
    return { argument, stance, confidence: round(confidenceAt(scored, column)) };
  });
}

function scoredOf(
  sentence: Sentence,
  reading: Reading,
  model: Model,
  own = ownScoresOf(sentence, reading, model),
): Scored {
  const confidence = confidencesOf(sentence, own, model);
  const order = [...confidence.keys()].sort((a, b) => at(confidence, b) - at(confidence, a));
  return { text: sentence.text, reading, groups: own.groups, confidence, order, model };
}

/** At most three matches that are sure enough, best first. */
const shownOf = (scored: Scored, threshold: number): Match[] =>
  scored.order
    .filter((column) => confidenceAt(scored, column) >= threshold)
    .slice(0, MOST_MATCHES)
    .map((column) => matchOf(scored, column));

const at = (numbers: Float64Array, index: number): number => numbers[index] ?? 0;
const confidenceAt = ({ confidence }: Scored, column: number): number => at(confidence, column);
const argumentAt = ({ model }: Scored, column: number): ArgumentId =>
  model.header.arguments[column] as ArgumentId;

/** One argument's match: its stance, the words that decided, and why. */
function matchOf(scored: Scored, column: number): Match {
  const { text, reading, groups, model } = scored;
  const { units } = reading;
  const argument = argumentAt(scored, column);
  // What speaks for "on any point" counts by its weight in the calibration beside the argument's own.
  const [own, any] = model.header.calibration.weights;
  const support = supportOf(groups, model, column, (any ?? 0) / (own || 1), units.length);
  const { stance, support: sided } = stanceOf(groups, argument, model, units.length);
  const chosen = decidingUnits(units, support, text);
  return {
    argument,
    stance,
    confidence: round(confidenceAt(scored, column)),
    cues: spansOf(units, chosen, text),
    why: explain(scored, column, support, sided, chosen),
  };
}

/**
 * Why a match was made.
 * @param support how much each unit spoke for the argument
 * @param sided how much each spoke for the stance
 * @param chosen the units that are the cues
 */
function explain(
  scored: Scored,
  column: number,
  support: Float64Array,
  sided: Float64Array,
  chosen: readonly number[],
): Explanation {
  const { reading, groups, order, model } = scored;
  // The next below: a second match is not compared with the first, which is shown beside it.
  const rival = order[order.indexOf(column) + 1];
  const against = rival === undefined ? support : supportOf(groups, model, rival, 0, reading.units.length);
  const lead = support.map((value, i) => value - at(against, i));
  // A deed that did not decide is as often read amiss as not.
  const act = actsOf(reading).find((one) => chosen.includes(one.at));
  return {
    actors: [...reading.roles],
    ...(act ? { direction: { from: act.from, to: act.to } } : {}),
    ...(rival === undefined
      ? {}
      : {
          runnerUp: {
            argument: argumentAt(scored, rival),
            behind: round(confidenceAt(scored, column) - confidenceAt(scored, rival)),
          },
        }),
    deciding: strongest(reading, lead, 4),
    stanceWords: strongest(reading, sided, 3, IF),
  };
}

/** What may set a stance besides: that something might be, or is under a condition. */
const IF = /^(?:if|can|could|would|should)$/;

/** The words with the greatest positive numbers that tell a reader something, as written in the claim, without repeats. */
function strongest({ units }: Reading, numbers: Float64Array, most: number, also?: RegExp): string[] {
  const ranked = [...units.keys()]
    .filter((i) => at(numbers, i) > 0.02 && (canBeCue(units[i]) || also?.test(units[i]?.surface ?? '')))
    .sort((a, b) => at(numbers, b) - at(numbers, a));
  return [...new Set(ranked.map((i) => units[i]?.surface ?? ''))].slice(0, most);
}

const round = (x: number): number => Math.round(x * 1e4) / 1e4;
