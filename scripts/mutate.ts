/**
 * The mutation suite: `npm run mutate -- [--corpus DIR] [--seed N] [--quotes N]`.
 * Edits articles in many ways and reports how many quotes are found again: `.output/mutate.tsv` and standard output.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { missedBars } from './mutation/bars';
import { ownCorpus, readCorpus } from './mutation/corpus';
import { randomOf } from './mutation/random';
import { runMutations } from './mutation/suite';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    seed: { type: 'string', default: '1' },
    quotes: { type: 'string', default: '10' },
    verbose: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const corpus = values.corpus ? readCorpus(values.corpus) : ownCorpus('training/examples', randomOf(seed));
const { tallies, mistakes, leftOut } = runMutations(corpus, seed, Number(values.quotes));

const header = ['kind', 'cases', 'right', 'uncertain', 'orphaned', 'wrong'].join('\t');
const rows = tallies.map((t) => [t.kind, t.cases, t.right, t.uncertain, t.orphaned, t.wrong].join('\t'));
const table = `${[header, ...rows].join('\n')}\n`;
mkdirSync('.output', { recursive: true });
writeFileSync('.output/mutate.tsv', table);
process.stdout.write(table);
if (leftOut > 0) console.error(`${leftOut} quotes left out: they stand on their page more than once.`);
if (values.verbose) {
  for (const { kind, quote, found } of mistakes)
    console.error(`${kind}\n  wanted ${quote}\n  found  ${found}`);
}
const missed = missedBars(tallies);
for (const bar of missed) console.error(bar);
process.exitCode = missed.length > 0 ? 1 : 0;
