import { averagePrecision } from './average-precision';
import { calibrationError } from './calibration-error';
import type { Gold, Predicted } from './gold';

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
  /** Links shown with the right stance, of all gold pairs. */
  readonly stanceOverGold: number;
  /** Of the links shown: expected calibration error over ten bins, and Brier score. */
  readonly ece: number;
  readonly brier: number;
  /** Sentences with a link, of a thousand; and of a thousand that should have none. */
  readonly marks: number;
  readonly falseMarks: number;
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => a + b, 0) / (numbers.length || 1);

/** From how many were shown rightly, shown wrongly, and not shown. */
function rate(hit: number, wrong: number, missed: number): Rate {
  const p = hit / (hit + wrong || 1);
  const r = hit / (hit + missed || 1);
  return { p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 };
}

/** Accuracy of the stances of right links, and the mean of F1 over the stances that are labelled. */
function stanceFigures(links: readonly { readonly wanted: string; readonly shown: string | null }[]): {
  accuracy: number;
  macro: number;
} {
  const count = (isMeant: (link: (typeof links)[number]) => boolean): number => links.filter(isMeant).length;
  const stances = [...new Set(links.map(({ wanted }) => wanted))];
  const perStance = stances.map((stance) =>
    rate(
      count(({ wanted, shown }) => wanted === stance && shown === stance),
      count(({ wanted, shown }) => wanted !== stance && shown === stance),
      count(({ wanted, shown }) => wanted === stance && shown !== stance),
    ),
  );
  return {
    accuracy: mean(links.map(({ wanted, shown }) => (wanted === shown ? 1 : 0))),
    macro: mean(perStance.map(({ f1 }) => f1)),
  };
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

/** How rightly the links to one argument were shown. */
export interface ArgumentFigures extends Rate {
  readonly argument: string;
  /** Gold pairs. */
  readonly pairs: number;
}

function perArgument(outcomes: readonly Outcome[]): ArgumentFigures[] {
  const pairs = new Map<string, number>();
  for (const { wanted } of outcomes)
    for (const argument of wanted.keys()) pairs.set(argument, (pairs.get(argument) ?? 0) + 1);
  return [...pairs].map(([argument, count]) => ({
    argument,
    pairs: count,
    ...linkRate(outcomes, argument),
  }));
}

const meanOverArguments = (outcomes: readonly Outcome[]): number =>
  mean(
    perArgument(outcomes)
      .filter(({ pairs }) => pairs >= ENOUGH_PAIRS)
      .map(({ f1 }) => f1),
  );

/** What came of each gold sentence; one that nothing is predicted for shows nothing. */
function outcomesOf(gold: readonly Gold[], predicted: readonly Predicted[]): Outcome[] {
  const nothing: Predicted = { matches: [], ranking: [] };
  return gold.map((sentence, at) => outcomeOf(sentence, predicted[at] ?? nothing));
}

/** The links argument by argument, of those with a gold pair, in the order of their names; predictions as for `figuresOf`. */
export function figuresPerArgument(
  gold: readonly Gold[],
  predicted: readonly Predicted[],
): ArgumentFigures[] {
  return perArgument(outcomesOf(gold, predicted)).sort((a, b) => (a.argument < b.argument ? -1 : 1));
}

/** Scores predictions, one for each gold sentence, in the same order. */
export function figuresOf(gold: readonly Gold[], predicted: readonly Predicted[]): Figures {
  const outcomes = outcomesOf(gold, predicted);
  const positives = outcomes.filter(({ wanted }) => wanted.size > 0);
  const marked = outcomes.filter(({ shown }) => shown.length > 0);
  const found = positives.filter(({ shown }) => shown.length > 0);
  const falseMarks = marked.length - found.length;
  const firstRight = found.filter(({ shown: [first] }) => first?.right).length;
  const shown = outcomes.flatMap((one) => one.shown);
  const rightLinks = outcomes.flatMap(({ wanted, shown }) =>
    shown.flatMap(({ argument, stance, right }) =>
      right ? [{ wanted: wanted.get(argument) ?? '', shown: stance }] : [],
    ),
  );
  const stance = stanceFigures(rightLinks);
  const pairs = outcomes.reduce((sum, { wanted }) => sum + wanted.size, 0);
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
    stanceOverGold: (stance.accuracy * rightLinks.length) / (pairs || 1),
    ...calibrationError(shown),
    marks: (1000 * marked.length) / (gold.length || 1),
    falseMarks: (1000 * falseMarks) / (gold.length - positives.length || 1),
  };
}
