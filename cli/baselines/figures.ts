import type { Gold, Predicted } from '../../training/gold';
import { type Figures, figuresOf } from '../../training/score';
import { catalogueTexts, type Similarity } from './texts';

/** Thresholds tried: so many of the scores that occur, evenly spread. */
const THRESHOLDS = 60;

interface Scored {
  /** The best argument's score. */
  readonly best: number;
  /** The arguments' ids, best first. */
  readonly ranking: readonly string[];
}

function scoredBy(similarity: Similarity, text: string): Scored {
  const scores = similarity(text);
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  return { best: scores[order[0] ?? 0] ?? 0, ranking: order.map((at) => catalogueTexts[at]?.id ?? '') };
}

const shownFrom = (threshold: number, { best, ranking }: Scored): Predicted => ({
  matches: best >= threshold ? [{ argument: ranking[0] ?? '', stance: 'echoes', confidence: 0.5 }] : [],
  ranking,
});

/** A baseline shows its best argument above a threshold: the best one for this very file, which flatters it. */
export function baselineFigures(gold: readonly Gold[], similarity: Similarity): Figures {
  const scored = gold.map(({ text }) => scoredBy(similarity, text));
  const scores = scored.map(({ best }) => best).sort((a, b) => a - b);
  const figuresAt = (threshold: number): Figures =>
    figuresOf(
      gold,
      scored.map((one) => shownFrom(threshold, one)),
    );
  return Array.from(
    { length: THRESHOLDS },
    (_, i) => scores[Math.floor((i / THRESHOLDS) * scores.length)] ?? 0,
  )
    .map(figuresAt)
    .reduce((best, figures) => (figures.link.f1 > best.link.f1 ? figures : best));
}
