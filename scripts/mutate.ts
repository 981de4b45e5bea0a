/**
 * The mutation suite: `npm run mutate -- [--corpus DIR] [--seed N] [--quotes N] [--verbose]`.
 * Edits pages in many ways and reports how many quotes are found again: `.output/mutate.tsv` and standard output.
 * Without a folder the corpus is our own.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { missedBars } from './mutation/bars';
import { ownCorpus, readCorpus } from './mutation/corpus';
import { KINDS, runMutations } from './mutation/suite';
import { randomOf } from './random';

/** Cases that a run has at least. */
const CASES = 7500;
/** A folder of fewer pages than this borrows words and sentences from our own. */
const FEW = 12;

function main(): void {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string' },
      seed: { type: 'string', default: '1' },
      quotes: { type: 'string' },
      verbose: { type: 'boolean', default: false },
    },
  });
  const seed = wholeNumber('seed', values.seed);
  const own = () => ownCorpus('training/examples', randomOf(seed));
  const { pages, skipped } = values.corpus === undefined ? own() : readCorpus(values.corpus);
  for (const { name, reason } of skipped) console.error(`left out: ${name}: ${reason}`);
  const quotes = values.quotes
    ? wholeNumber('quotes', values.quotes)
    : Math.max(2, Math.ceil(CASES / (pages.length * KINDS.length)));
  console.error(`${pages.length} pages, ${quotes} quotes of each for each kind of edit`);
  const report = runMutations(pages, seed, quotes, pages.length < FEW ? own().pages : []);

  const header = ['kind', 'cases', 'right', 'uncertain', 'orphaned', 'wrong'].join('\t');
  const rows = report.tallies.map((t) =>
    [t.kind, t.cases, t.right, t.uncertain, t.orphaned, t.wrong].join('\t'),
  );
  const table = `${[header, ...rows].join('\n')}\n`;
  mkdirSync('.output', { recursive: true });
  writeFileSync('.output/mutate.tsv', table);
  process.stdout.write(table);
  if (report.twins > 0)
    console.error(
      `${report.twins} quotes left out: they stand on their page twice with the same surroundings.`,
    );
  if (report.returned > 0)
    console.error(
      `${report.returned} cases left out: what was taken away still stood elsewhere, word for word.`,
    );
  for (const { name, reason } of report.failures)
    console.error(`${name}: its markup could not be changed: ${reason}`);
  if (values.verbose) {
    for (const { kind, page, quote, found } of report.mistakes)
      console.error(`${kind} (${page})\n  wanted ${quote}\n  found  ${found}`);
  }
  const missed = missedBars(report.tallies);
  for (const bar of missed) console.error(bar);
  process.exitCode = missed.length > 0 ? 1 : 0;
}

/** @throws Error naming the option */
function wholeNumber(option: string, written: string): number {
  const number = Number(written);
  if (!Number.isSafeInteger(number) || number < 0)
    throw new Error(`--${option} takes a whole number, not “${written}”.`);
  return number;
}

try {
  main();
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : String(problem));
  process.exitCode = 2;
}
