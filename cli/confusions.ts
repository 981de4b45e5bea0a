import type { Gold, Predicted } from '../training/gold';

const NOTHING = '(nothing)';

/** What was taken for what in one sentence: what it missed beside what it showed wrongly, one by one. */
function confusionsIn(gold: Gold, predicted: Predicted | undefined): string[] {
  const wanted = gold.matches.map(({ argument }) => argument);
  const shown = predicted?.matches.map(({ argument }) => argument) ?? [];
  const missed = wanted.filter((argument) => !shown.includes(argument));
  const wrong = shown.filter((argument) => !wanted.includes(argument));
  return Array.from(
    { length: Math.max(missed.length, wrong.length) },
    (_, i) => `${missed[i] ?? NOTHING} → ${wrong[i] ?? NOTHING}`,
  );
}

/** What was taken for what, most frequent first: an argument that is labelled (or none) → one that is shown (or none). */
export function confusionsOf(
  gold: readonly Gold[],
  predicted: readonly Predicted[],
): { readonly pair: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  gold.forEach((sentence, at) => {
    for (const pair of confusionsIn(sentence, predicted[at])) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  });
  return [...counts].sort(([, a], [, b]) => b - a).map(([pair, count]) => ({ pair, count }));
}
