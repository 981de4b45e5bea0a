import type { Stance } from '../engine/types';
import { lcg } from './fit';

/** A labelled sentence, as in the evaluation files. */
export interface Gold {
  readonly id: string;
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

interface Rate {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

/** The figures of the evaluation's scorer, by its definitions. */
export interface Figures {
  readonly sentences: number;
  readonly positives: number;
  readonly detection: Rate;
  readonly link: Rate;
  /** Mean F1 over arguments with at least ten gold pairs. */
  readonly macro: number;
  readonly top1: number;
  readonly top1All: number;
  readonly map: number;
  readonly stance: number;
  readonly stanceMacro: number;
  readonly ece: number;
  readonly brier: number;
  readonly marks: number;
  readonly falseMarks: number;
}

const mean = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0) / (xs.length || 1);

function rate(hit: number, wrong: number, missed: number): Rate {
  const p = hit / (hit + wrong || 1);
  const r = hit / (hit + missed || 1);
  return { p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 };
}

class Tally {
  hit = 0;
  wrong = 0;
  missed = 0;
  rate(): Rate {
    return rate(this.hit, this.wrong, this.missed);
  }
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

/** Scores predictions, one for each gold sentence, in the same order. */
export function figuresOf(gold: readonly Gold[], predicted: readonly Predicted[]): Figures {
  const [detection, link] = [new Tally(), new Tally()];
  const byArgument = new Map<string, Tally>();
  const tallyOf = (argument: string): Tally =>
    byArgument.get(argument) ?? byArgument.set(argument, new Tally()).get(argument) ?? new Tally();
  const shown: { confidence: number; right: boolean }[] = [];
  const pairs: [string, string | null][] = [];
  const [top, ap]: [number[], number[]] = [[], []];
  let topHits = 0;
  gold.forEach((sentence, at) => {
    const wanted = new Map(sentence.matches.map((m) => [m.argument, m.stance]));
    const { matches = [], ranking = [] } = predicted[at] ?? {};
    if (wanted.size && matches.length) detection.hit += 1;
    else if (matches.length) detection.wrong += 1;
    else if (wanted.size) detection.missed += 1;
    const given = new Set<string>();
    for (const { argument, stance, confidence } of matches) {
      if (given.has(argument)) continue;
      given.add(argument);
      const right = wanted.has(argument);
      for (const tally of [link, tallyOf(argument)]) tally[right ? 'hit' : 'wrong'] += 1;
      if (right) pairs.push([wanted.get(argument) ?? '', stance]);
      shown.push({ confidence, right });
    }
    for (const argument of wanted.keys())
      if (!given.has(argument)) for (const tally of [link, tallyOf(argument)]) tally.missed += 1;
    if (wanted.size === 0) return;
    const first = matches[0] && wanted.has(matches[0].argument) ? 1 : 0;
    topHits += first;
    if (matches.length) top.push(first);
    const order = new Set(ranking.length ? ranking : matches.map((m) => m.argument));
    ap.push(
      averagePrecision(
        [...order].map((argument) => wanted.has(argument)),
        wanted.size,
      ),
    );
  });
  const stance = stanceFigures(pairs);
  const positives = gold.filter((g) => g.matches.length).length;
  const marks = predicted.filter((p) => p.matches.length).length;
  return {
    sentences: gold.length,
    positives,
    detection: detection.rate(),
    link: link.rate(),
    macro: mean([...byArgument.values()].filter((t) => t.hit + t.missed >= 10).map((t) => t.rate().f1)),
    top1: mean(top),
    top1All: topHits / (positives || 1),
    map: mean(ap),
    stance: stance.accuracy,
    stanceMacro: stance.macro,
    ...calibration(shown),
    marks: (1000 * marks) / (gold.length || 1),
    falseMarks: (1000 * detection.wrong) / (gold.length - positives || 1),
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
  const random = lcg(1);
  const drawn = Array.from(
    { length: 2_000 },
    () => calibration(confidences.map((confidence) => ({ confidence, right: random() < confidence }))).ece,
  ).sort((a, b) => a - b);
  return { mean: mean(drawn), most: drawn[1_800] ?? 0 };
}
