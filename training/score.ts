import type { Stance } from '../engine/types';
import { seededRandom } from './methods/random';

/** A labelled sentence, as in the evaluation files. */
export interface Gold {
  readonly text: string;
  readonly prev?: string;
  readonly next?: string;
  readonly matches: readonly { readonly argument: string; readonly stance: string }[];
}

/** What a method says of it. */
export interface Predicted {
  readonly matches: readonly {
    readonly argument: string;
    readonly stance: Stance | null;
    readonly confidence: number;
  }[];
  readonly ranking: readonly string[];
}

/** Precision, recall and their harmonic mean. */
interface Rate {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

/** The figures of the evaluation's scorer, by its definitions. */
export interface Figures {
  readonly sentences: number;
  /** Sentences with a labelled match. */
  readonly positives: number;
  /** Of sentences: whether any link is shown. */
  readonly detection: Rate;
  /** Of pairs of sentence and argument. */
  readonly link: Rate;
  /** Mean F1 over arguments with at least ten gold pairs. */
  readonly macro: number;
  /** How often the first link shown is right: of the positives with a link, and of all positives. */
  readonly top1: number;
  readonly top1All: number;
  /** Mean average precision of the ranking, over positives. */
  readonly map: number;
  /** Accuracy, and mean F1, over right links. */
  readonly stance: number;
  readonly stanceMacro: number;
  /** Of the links shown: expected calibration error over ten bins, and Brier score. */
  readonly ece: number;
  readonly brier: number;
  /** Sentences with a link, of a thousand; and of a thousand that should have none. */
  readonly marks: number;
  readonly falseMarks: number;
}

const mean = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0) / (xs.length || 1);

function rate(hit: number, wrong: number, missed: number): Rate {
  const p = hit / (hit + wrong || 1);
  const r = hit / (hit + missed || 1);
  return { p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 };
}

function averagePrecision(hits: readonly boolean[], wanted: number): number {
  let [found, sum] = [0, 0];
  hits.forEach((hit, at) => {
    if (!hit) return;
    found += 1;
    sum += found / (at + 1);
  });
  return sum / (wanted || 1);
}

/** ECE over ten bins, and the Brier score, of confidences that turned out right or wrong. */
function calibration(shown: readonly { readonly confidence: number; readonly right: boolean }[]): {
  ece: number;
  brier: number;
} {
  const bins = Array.from({ length: 10 }, () => ({ sure: 0, right: 0 }));
  for (const { confidence, right } of shown) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (!bin) continue;
    bin.sure += confidence;
    bin.right += right ? 1 : 0;
  }
  return {
    ece: bins.reduce((sum, { sure, right }) => sum + Math.abs(right - sure), 0) / (shown.length || 1),
    brier: mean(shown.map(({ confidence, right }) => (confidence - (right ? 1 : 0)) ** 2)),
  };
}

function stanceFigures(pairs: readonly (readonly [gold: string, predicted: string | null])[]): {
  accuracy: number;
  macro: number;
} {
  const stances = [...new Set(pairs.map(([gold]) => gold))];
  const f1 = stances.map((s) => {
    const hit = pairs.filter(([g, p]) => g === s && p === s).length;
    return rate(
      hit,
      pairs.filter(([g, p]) => g !== s && p === s).length,
      pairs.filter(([g, p]) => g === s && p !== s).length,
    ).f1;
  });
  return { accuracy: mean(pairs.map(([g, p]) => (g === p ? 1 : 0))), macro: mean(f1) };
}

/** What came of one sentence. */
interface Outcome {
  /** Argument → stance, as labelled. */
  readonly wanted: ReadonlyMap<string, string>;
  /** The links shown, each argument's first alone. */
  readonly shown: readonly (Predicted['matches'][number] & { readonly right: boolean })[];
  /** Arguments that were labelled and not shown. */
  readonly missed: readonly string[];
  readonly averagePrecision: number;
}

function outcomeOf(sentence: Gold, { matches, ranking }: Predicted): Outcome {
  const wanted = new Map(sentence.matches.map(({ argument, stance }) => [argument, stance]));
  const named = matches.map(({ argument }) => argument);
  const shown = matches
    .filter(({ argument }, at) => named.indexOf(argument) === at)
    .map((match) => ({ ...match, right: wanted.has(match.argument) }));
  const order = [...new Set(ranking.length ? ranking : named)];
  return {
    wanted,
    shown,
    missed: [...wanted.keys()].filter((argument) => !named.includes(argument)),
    averagePrecision: averagePrecision(
      order.map((argument) => wanted.has(argument)),
      wanted.size,
    ),
  };
}

/** How rightly links were shown: all of them, or those to one argument. */
function linkRate(outcomes: readonly Outcome[], only?: string): Rate {
  const isMeant = (argument: string) => only === undefined || argument === only;
  const shown = outcomes.flatMap((one) => one.shown.filter(({ argument }) => isMeant(argument)));
  const hit = shown.filter(({ right }) => right).length;
  const missed = outcomes.flatMap((one) => one.missed.filter(isMeant)).length;
  return rate(hit, shown.length - hit, missed);
}

/** Gold pairs from which an argument counts in the mean over arguments. */
const ENOUGH_PAIRS = 10;

function meanOverArguments(outcomes: readonly Outcome[]): number {
  const pairs = new Map<string, number>();
  for (const { wanted } of outcomes)
    for (const argument of wanted.keys()) pairs.set(argument, (pairs.get(argument) ?? 0) + 1);
  const counted = [...pairs].filter(([, count]) => count >= ENOUGH_PAIRS);
  return mean(counted.map(([argument]) => linkRate(outcomes, argument).f1));
}

/** Scores predictions, one for each gold sentence, in the same order. */
export function figuresOf(gold: readonly Gold[], predicted: readonly Predicted[]): Figures {
  const nothing: Predicted = { matches: [], ranking: [] };
  const outcomes = gold.map((sentence, at) => outcomeOf(sentence, predicted[at] ?? nothing));
  const positives = outcomes.filter(({ wanted }) => wanted.size > 0);
  const marked = outcomes.filter(({ shown }) => shown.length > 0);
  const found = positives.filter(({ shown }) => shown.length > 0);
  const falseMarks = marked.length - found.length;
  const firstRight = found.filter(({ shown: [first] }) => first?.right).length;
  const shown = outcomes.flatMap((one) => one.shown);
  const stance = stanceFigures(
    outcomes.flatMap(({ wanted, shown }) =>
      shown.flatMap(({ argument, stance, right }) =>
        right ? [[wanted.get(argument) ?? '', stance] as const] : [],
      ),
    ),
  );
  return {
    sentences: gold.length,
    positives: positives.length,
    detection: rate(found.length, falseMarks, positives.length - found.length),
    link: linkRate(outcomes),
    macro: meanOverArguments(outcomes),
    top1: firstRight / (found.length || 1),
    top1All: firstRight / (positives.length || 1),
    map: mean(positives.map((one) => one.averagePrecision)),
    stance: stance.accuracy,
    stanceMacro: stance.macro,
    ...calibration(shown),
    marks: (1000 * marked.length) / (gold.length || 1),
    falseMarks: (1000 * falseMarks) / (gold.length - positives.length || 1),
  };
}

/**
 * Average precision of the confidence, which no threshold blurs: of links, and of sentences by their surest link.
 * @param predicted with matches far below the threshold, too, best first
 */
export function precisionOverAll(
  gold: readonly Gold[],
  predicted: readonly Predicted[],
): { readonly detection: number; readonly link: number } {
  const inOrder = (rows: readonly { confidence: number; right: boolean }[]): boolean[] =>
    [...rows].sort((a, b) => b.confidence - a.confidence).map(({ right }) => right);
  const links = gold.flatMap(({ matches }, at) =>
    (predicted[at]?.matches ?? []).map(({ argument, confidence }) => ({
      confidence,
      right: matches.some((match) => match.argument === argument),
    })),
  );
  const sentences = gold.map(({ matches }, at) => ({
    confidence: predicted[at]?.matches[0]?.confidence ?? 0,
    right: matches.length > 0,
  }));
  return {
    detection: averagePrecision(inOrder(sentences), gold.filter(({ matches }) => matches.length).length),
    link: averagePrecision(
      inOrder(links),
      gold.reduce((sum, { matches }) => sum + matches.length, 0),
    ),
  };
}

/**
 * The ECE that confidences would show if each came true just as often as it says: no file of so many marks can tell a
 * true confidence from one that is off by less. From two thousand files drawn with a fixed seed.
 * @returns its mean, and what it stays under nine times in ten
 */
export function eceOfChance(confidences: readonly number[]): {
  readonly mean: number;
  readonly most: number;
} {
  const random = seededRandom(1);
  const drawn = Array.from(
    { length: 2_000 },
    () => calibration(confidences.map((confidence) => ({ confidence, right: random() < confidence }))).ece,
  ).sort((a, b) => a - b);
  return { mean: mean(drawn), most: drawn[1_800] ?? 0 };
}
