import type { ArgumentId } from '../essays/types';
import { decidingUnits, spansOf, supportOf } from './cues';
import { actsOf } from './en/acts';
import { isOnSubject } from './en/gate';
import { type Reading, read } from './en/units';
import type { Model } from './model';
import { type Scores, scoresOf, stanceOf } from './scores';
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

/**
 * Judges one sentence in its context. Deterministic; never throws on any text.
 * @param threshold confidence from which a match is given; the model's own where left out
 */
export function judge(sentence: Sentence, model: Model, threshold = model.header.threshold): Judgement {
  const reading = read(sentence.text);
  const scores = scoresOf(sentence, reading, model);
  const order = [...scores.confidence.keys()].sort(
    (a, b) => at(scores.confidence, b) - at(scores.confidence, a),
  );
  const ranking = order.map((column) => ({
    argument: model.header.arguments[column] as ArgumentId,
    confidence: at(scores.confidence, column),
  }));
  const before = sentence.prev ? read(sentence.prev) : null;
  if (!isOnSubject(sentence, reading, before)) return { matches: [], ranking };
  const matches = order
    .filter((column) => at(scores.confidence, column) >= threshold)
    .slice(0, MOST_MATCHES)
    .map((column) => matchOf(sentence, reading, scores, order, column, model));
  return { matches, ranking };
}

/**
 * The arguments likeliest for a sentence the reader chose, whatever their confidence and whether or not the
 * sentence is on the subject.
 * @param most how many, best first
 */
export function suggest(sentence: Sentence, model: Model, most = 5): Suggestion[] {
  const scores = scoresOf(sentence, read(sentence.text), model);
  return [...scores.confidence.keys()]
    .sort((a, b) => at(scores.confidence, b) - at(scores.confidence, a))
    .slice(0, most)
    .map((column) => {
      const argument = model.header.arguments[column] as ArgumentId;
      const { stance } = stanceOf(scores.groups, argument, model, 0);
      return { argument, stance, confidence: round(at(scores.confidence, column)) };
    });
}

const at = (numbers: Float64Array, index: number): number => numbers[index] ?? 0;

function matchOf(
  { text }: Sentence,
  reading: Reading,
  scores: Scores,
  order: readonly number[],
  column: number,
  model: Model,
): Match {
  const { units } = reading;
  const argument = model.header.arguments[column] as ArgumentId;
  const confidence = at(scores.confidence, column);
  const [own, any] = model.header.calibration.weights;
  const support = supportOf(scores.groups, model, column, (any ?? 0) / (own || 1), units.length);
  const chosen = decidingUnits(units, support, text);
  const { stance, support: sided } = stanceOf(scores.groups, argument, model, units.length);
  // The next below: a second match is not compared with the first, which is shown beside it.
  const rival = order[order.indexOf(column) + 1];
  return {
    argument,
    stance,
    confidence: round(confidence),
    cues: spansOf(units, chosen, text),
    why: explain(reading, scores, rival, support, sided, model, confidence),
  };
}

function explain(
  reading: Reading,
  scores: Scores,
  rival: number | undefined,
  support: Float64Array,
  sided: Float64Array,
  model: Model,
  confidence: number,
): Explanation {
  const { units, roles } = reading;
  const against = rival === undefined ? support : supportOf(scores.groups, model, rival, 0, units.length);
  const lead = support.map((value, i) => value - at(against, i));
  const [act] = actsOf(reading);
  return {
    actors: [...roles],
    ...(act ? { direction: { from: act.from, to: act.to } } : {}),
    ...(rival === undefined
      ? {}
      : {
          runnerUp: {
            argument: model.header.arguments[rival] as ArgumentId,
            behind: round(confidence - at(scores.confidence, rival)),
          },
        }),
    deciding: strongest(reading, lead, 4),
    stanceWords: strongest(reading, sided, 3),
  };
}

/** The words with the greatest positive numbers, as written in the claim, without repeats. */
function strongest({ units }: Reading, numbers: Float64Array, most: number): string[] {
  const ranked = [...units.keys()]
    .filter((i) => at(numbers, i) > 0.02)
    .sort((a, b) => at(numbers, b) - at(numbers, a));
  return [...new Set(ranked.map((i) => units[i]?.surface ?? ''))].slice(0, most);
}

const round = (x: number): number => Math.round(x * 1e4) / 1e4;
