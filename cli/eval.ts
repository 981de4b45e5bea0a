/**
 * npm run eval -- FILE [--articles] [--model FILE] [--confusions N]: the engine beside plain baselines (a third one after
 * `npm --prefix cli/baselines ci`), and where the engine errs. FILE holds labelled sentences (.jsonl, or .tsv as the
 * training sentences are); with --articles whole articles (.tsv), which are read as pages are.
 */
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Model } from '../engine/model';
import { precisionOverAll } from '../training/average-precision';
import { eceOfChance } from '../training/calibration-error';
import { ExampleError } from '../training/examples';
import type { Gold, Predicted } from '../training/gold';
import { figuresOf, figuresPerArgument } from '../training/score';
import { bm25 } from './baselines/bm25';
import { baselineFigures } from './baselines/figures';
import { letterTfIdf } from './baselines/letters';
import type { Similarity } from './baselines/texts';
import { averagedVectors } from './baselines/vectors';
import { confusionsOf } from './confusions';
import { argumentsTable, figuresTable } from './figures-table';
import { type Judged, judgeArticles, judgeSentences } from './labelled';
import { loadModel } from './model';

const USAGE = 'usage: npm run eval -- FILE [--articles] [--model FILE] [--confusions N]';

function judged(file: string, isArticles: boolean, model: Model): Judged[] {
  try {
    return isArticles ? judgeArticles(file, model) : judgeSentences(file, model);
  } catch (error) {
    if (!(error instanceof ExampleError)) throw error;
    console.error(error.message);
    return process.exit(2);
  }
}

/** The engine's figures beside those of the baselines. */
function printFigures(
  gold: readonly Gold[],
  predicted: readonly Predicted[],
  vectors: Similarity | null,
): void {
  console.log(
    figuresTable([
      ['Tightrope', figuresOf(gold, predicted)],
      ['BM25', baselineFigures(gold, bm25())],
      ['TF-IDF 4-grams', baselineFigures(gold, letterTfIdf())],
      ...(vectors ? ([['averaged vectors', baselineFigures(gold, vectors)]] as const) : []),
    ]),
  );
}

/** What can be said of the engine's confidence that no threshold blurs. */
function printConfidence(all: readonly Judged[]): void {
  const ranked = all.map(
    ({ ranking }): Predicted => ({ matches: ranking.map((one) => ({ ...one, stance: null })), ranking: [] }),
  );
  const { detection, link } = precisionOverAll(
    all.map(({ gold }) => gold),
    ranked,
  );
  console.log(
    `Tightrope's average precision, under any threshold: detection ${detection.toFixed(3)}, link ${link.toFixed(3)}`,
  );
  const chance = eceOfChance(all.flatMap(({ matches }) => matches.map(({ confidence }) => confidence)));
  console.log(
    `ECE that so many marks would show of a confidence that is quite true: ${chance.mean.toFixed(3)} (nine times in ten under ${chance.most.toFixed(3)})`,
  );
}

function printArguments(gold: readonly Gold[], predicted: readonly Predicted[]): void {
  const table = argumentsTable(figuresPerArgument(gold, predicted));
  if (table) console.log(`\nTightrope's links, argument by argument: P / R / F1\n${table}`);
}

function printConfusions(gold: readonly Gold[], predicted: readonly Predicted[], most: number): void {
  console.log('\nmost frequent confusions: labelled → shown');
  for (const { pair, count } of confusionsOf(gold, predicted).slice(0, most))
    console.log(`${String(count).padStart(5)}  ${pair}`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      model: { type: 'string' },
      confusions: { type: 'string', default: '20' },
      articles: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  const confusions = Number(values.confusions);
  if (!file || positionals.length > 1 || !Number.isInteger(confusions) || confusions < 0) {
    console.error(USAGE);
    process.exit(2);
  }
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(`${file}: is a folder; name a file in it`);
    process.exit(2);
  }
  const all = judged(file, values.articles, await loadModel(values.model));
  if (all.length === 0) {
    console.error(`${file}: holds no labelled sentence`);
    process.exit(2);
  }
  const gold = all.map((one) => one.gold);
  const predicted = all.map(
    ({ matches, ranking }): Predicted => ({ matches, ranking: ranking.map(({ argument }) => argument) }),
  );
  console.log(
    `${gold.length} sentences, ${gold.filter(({ matches }) => matches.length > 0).length} with a labelled match`,
  );
  const vectors = averagedVectors();
  printFigures(gold, predicted, vectors);
  printConfidence(all);
  if (!vectors) console.log('averaged vectors: not installed (npm --prefix cli/baselines ci)');
  console.log(
    'Baselines: threshold chosen on this very file; stance always "echoes", confidence always 0.5.',
  );
  printArguments(gold, predicted);
  printConfusions(gold, predicted, confusions);
}

await main();
