/**
 * npm run eval -- FILE [--articles] [--model FILE] [--confusions N]: the engine beside plain baselines (a third one after
 * `npm --prefix cli/baselines ci`), and where the engine errs. FILE holds labelled sentences (.jsonl, or .tsv as the
 * training sentences are); with --articles whole articles (.tsv), which are read as pages are.
 */
import { parseArgs } from 'node:util';
import type { Model } from '../engine/model';
import { precisionOverAll } from '../training/average-precision';
import { eceOfChance } from '../training/calibration-error';
import { ExampleError } from '../training/examples';
import type { Gold, Predicted } from '../training/gold';
import { type Figures, figuresOf } from '../training/score';
import { bm25 } from './baselines/bm25';
import { letterTfIdf } from './baselines/letters';
import { catalogueTexts, type Similarity } from './baselines/texts';
import { averagedVectors } from './baselines/vectors';
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

/** A baseline shows its best argument above a threshold: the best one for this very file, which flatters it. */
function baseline(gold: readonly Gold[], similarity: Similarity): Figures {
  const scored = gold.map(({ text }) => {
    const scores = similarity(text);
    const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
    return { best: scores[order[0] ?? 0] ?? 0, ranking: order.map((at) => catalogueTexts[at]?.id ?? '') };
  });
  const bests = scored.map((s) => s.best).sort((a, b) => a - b);
  const thresholds = Array.from({ length: 60 }, (_, i) => bests[Math.floor((i / 60) * bests.length)] ?? 0);
  const at = (threshold: number): Figures =>
    figuresOf(
      gold,
      scored.map(
        ({ best, ranking }): Predicted => ({
          matches:
            best >= threshold ? [{ argument: ranking[0] ?? '', stance: 'echoes', confidence: 0.5 }] : [],
          ranking,
        }),
      ),
    );
  return thresholds.map(at).reduce((a, b) => (b.link.f1 > a.link.f1 ? b : a));
}

const rows: readonly (readonly [string, (f: Figures) => string])[] = [
  ['detection P / R / F1', ({ detection: d }) => `${d.p.toFixed(3)} ${d.r.toFixed(3)} ${d.f1.toFixed(3)}`],
  ['link P / R / F1', ({ link: l }) => `${l.p.toFixed(3)} ${l.r.toFixed(3)} ${l.f1.toFixed(3)}`],
  ['link macro F1', (f) => f.macro.toFixed(3)],
  ['top1', (f) => f.top1.toFixed(3)],
  ['top1 over all', (f) => f.top1All.toFixed(3)],
  ['MAP', (f) => f.map.toFixed(3)],
  ['stance accuracy', (f) => f.stance.toFixed(3)],
  ['stance macro F1', (f) => f.stanceMacro.toFixed(3)],
  ['ECE', (f) => f.ece.toFixed(3)],
  ['Brier', (f) => f.brier.toFixed(3)],
  ['marks per 1,000', (f) => f.marks.toFixed(1)],
  ['false per 1,000', (f) => f.falseMarks.toFixed(1)],
];

function printTable(columns: readonly (readonly [string, Figures])[]): void {
  console.log(
    ['', ...columns.map(([name]) => name)].map((c, i) => (i ? c.padStart(20) : c.padEnd(22))).join(''),
  );
  for (const [label, figure] of rows)
    console.log(
      [label, ...columns.map(([, f]) => figure(f))]
        .map((c, i) => (i ? c.padStart(20) : c.padEnd(22)))
        .join(''),
    );
}

/** What the engine took for what, most frequent first: gold argument (or none) → shown argument (or none). */
function printConfusions(gold: readonly Gold[], predicted: readonly Predicted[], most: number): void {
  const counts = new Map<string, number>();
  gold.forEach((sentence, at) => {
    const wanted = sentence.matches.map((m) => m.argument);
    const shown = predicted[at]?.matches.map((m) => m.argument) ?? [];
    const missed = wanted.filter((a) => !shown.includes(a));
    const wrong = shown.filter((a) => !wanted.includes(a));
    const count = (from: string, to: string): void => {
      counts.set(`${from} → ${to}`, (counts.get(`${from} → ${to}`) ?? 0) + 1);
    };
    missed.forEach((a, i) => {
      count(a, wrong[i] ?? '(nothing)');
    });
    for (const a of wrong.slice(missed.length)) count('(nothing)', a);
  });
  console.log('\nmost frequent confusions: labelled → shown');
  for (const [pair, n] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, most))
    console.log(`${String(n).padStart(5)}  ${pair}`);
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
  if (!file) {
    console.error(USAGE);
    process.exit(2);
  }
  const model = await loadModel(values.model);
  const all = judged(file, values.articles, model);
  const gold = all.map((one) => one.gold);
  const predicted = all.map(
    ({ matches, ranking }): Predicted => ({ matches, ranking: ranking.map((r) => r.argument) }),
  );
  const unblurred = precisionOverAll(
    gold,
    all.map(({ ranking }) => ({ matches: ranking.map((r) => ({ ...r, stance: null })), ranking: [] })),
  );
  const vectors = averagedVectors();
  console.log(
    `${gold.length} sentences, ${gold.filter((g) => g.matches.length).length} with a labelled match`,
  );
  printTable([
    ['Tightrope', figuresOf(gold, predicted)],
    ['BM25', baseline(gold, bm25())],
    ['TF-IDF 4-grams', baseline(gold, letterTfIdf())],
    ...(vectors ? ([['averaged vectors', baseline(gold, vectors)]] as const) : []),
  ]);
  console.log(
    `Tightrope's average precision, under any threshold: detection ${unblurred.detection.toFixed(3)}, link ${unblurred.link.toFixed(3)}`,
  );
  const chance = eceOfChance(predicted.flatMap(({ matches }) => matches.map((m) => m.confidence)));
  console.log(
    `ECE that so many marks would show of a confidence that is quite true: ${chance.mean.toFixed(3)} (nine times in ten under ${chance.most.toFixed(3)})`,
  );
  if (!vectors) console.log('averaged vectors: not installed (npm --prefix cli/baselines ci)');
  console.log(
    'Baselines: threshold chosen on this very file; stance always "echoes", confidence always 0.5.',
  );
  printConfusions(gold, predicted, Number(values.confusions));
}

await main();
