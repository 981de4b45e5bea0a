import { describe, expect, test } from 'vitest';
import { missedBars } from '../../../scripts/mutation/bars';
import { ownCorpus } from '../../../scripts/mutation/corpus';
import { randomOf } from '../../../scripts/mutation/random';
import { runMutations } from '../../../scripts/mutation/suite';

describe('the mutation suite, a fixed part of it', () => {
  test('meets the bars of the release', () => {
    const corpus = ownCorpus('training/examples', randomOf(1));
    expect(corpus.length).toBeGreaterThanOrEqual(40);
    const { tallies, mistakes } = runMutations(corpus, 1, 2);
    const cases = tallies.reduce((sum, tally) => sum + tally.cases, 0);
    expect(cases).toBeGreaterThanOrEqual(1000);
    for (const tally of tallies) {
      expect(tally.right + tally.uncertain + tally.orphaned + tally.wrong, tally.kind).toBe(tally.cases);
    }
    expect(mistakes).toEqual([]);
    expect(missedBars(tallies)).toEqual([]);
  }, 60_000);

  test('notices an anchor that is wrong', () => {
    const tally = { kind: 'lookalike', cases: 480, right: 479, uncertain: 0, orphaned: 0, wrong: 1 };
    expect(missedBars([tally]).length).toBeGreaterThan(0);
  });
});
