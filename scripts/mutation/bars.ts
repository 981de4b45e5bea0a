import type { Tally } from './suite';

/**
 * Bars of the release, in words with the figures, where they are missed; empty where all are met.
 * @param deviations how many standard deviations a share may fall short by: 0 for the whole suite; a small part of it
 *   would fail by chance
 */
export function missedBars(tallies: readonly Tally[], deviations = 0): string[] {
  const sum = (key: 'cases' | 'wrong') => tallies.reduce((total, tally) => total + tally[key], 0);
  const of = (kind: string) => tallies.find((tally) => tally.kind === kind);
  const share = (kind: string) => (of(kind)?.right ?? 0) / Math.max(1, of(kind)?.cases ?? 0);
  const chance = (kind: string, bar: number) =>
    deviations * Math.sqrt((bar * (1 - bar)) / Math.max(1, of(kind)?.cases ?? 0));
  const missed: string[] = [];
  if (sum('wrong') > sum('cases') / 1000)
    missed.push(`wrong: ${sum('wrong')} of ${sum('cases')}, at most 1 in 1,000 allowed`);
  for (const { kind, wrong } of tallies) {
    if (/^(lookalike|deleted|rewrite)/.test(kind) && wrong > 0)
      missed.push(`${kind}: ${wrong} wrong, none allowed`);
  }
  for (const [kind, bar] of [
    ['words-10', 0.97],
    ['words-20', 0.85],
  ] as const) {
    if (share(kind) < bar - chance(kind, bar))
      missed.push(`${kind}: ${(100 * share(kind)).toFixed(1)}% right, at least ${100 * bar}% asked`);
  }
  return missed;
}
