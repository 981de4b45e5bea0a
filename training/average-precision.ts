import type { Gold, Predicted } from './gold';

/**
 * Average precision of a ranking: the mean, over all that was wanted, of the precision down to where it stands (Manning,
 * Raghavan, Schütze 2008, section 8.4). What never comes counts as zero.
 * @param hits whether each place of the ranking is right, best first
 * @param wanted how many there are to be found
 */
export function averagePrecision(hits: readonly boolean[], wanted: number): number {
  let [found, sum] = [0, 0];
  hits.forEach((hit, at) => {
    if (!hit) return;
    found += 1;
    sum += found / (at + 1);
  });
  return sum / (wanted || 1);
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
