/**
 * Rebuilds the engine's weights, to the byte:
 *   npm run train [-- [--extra FILE.jsonl]… [--calibrate FILE.jsonl]… [--out FILE]]
 * Both add real labelled sentences that are not in the repository, and the weights keep their SHA-256. The
 * confidence is fitted above all on those of `--calibrate`, each scored by weights fitted without its article, and
 * judged by them alone.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Calibration } from '../engine/calibration';
import { arguments_ } from '../essays/catalogue';
import { precisionOverAll } from './average-precision';
import { crossFitted, fitCalibration, type Unseen } from './calibrate';
import { FOLDS, foldOf, scoreUnseen } from './cross-validation';
import { datasetOf } from './dataset';
import { type Example, ExampleError, readAuthored } from './examples';
import { fitOn } from './fitted';
import { LINK_SCALES } from './links';
import { NEIGHBOUR, neighboursOf, readNeighbourLabels } from './neighbours';
import { readReal } from './real';
import { figuresOf } from './score';
import { STANCE_SCALES } from './stances';
import { bestThreshold, shownAt } from './threshold';
import { modelBytes } from './write-model';

/** The folder of this program; programs are run from the project's root (scripts/run-ts.mjs). */
const here = 'training';
const { values } = parseArgs({
  options: {
    extra: { type: 'string', multiple: true, default: [] },
    calibrate: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: 'public/engine/model.bin' },
  },
});
/** The files of real sentences. */
const files = [...values.extra, ...values.calibrate];

/** Registers the engine meets for which there are only sentences of our own. */
const OPINION: readonly string[] = ['editorial', 'think-tank', 'column', 'paraphrase'];

/**
 * How much an example counts in the calibration: the real sentences given for it; half as much other real ones;
 * a fifth as much our own in the registers of opinion; all of our own where no real ones are given. Neighbours count as
 * other real ones, whatever file they stand in: our readers' labels shape the confidence, but no figure stands on them.
 */
function weightOf({ batch, real, style }: Example): number {
  if (values.calibrate.length === 0) return real ? 0 : 1;
  const judges = style !== NEIGHBOUR && values.calibrate.some((file) => basename(file) === batch);
  if (real) return judges ? 1 : 0.5;
  return OPINION.includes(style) ? 0.2 : 0;
}

/** Everything to fit on: our own sentences, real ones, and the neighbours of these. */
function readExamples() {
  const names = files.map((file) => basename(file));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice)
    throw new ExampleError(`two files are named ${twice}; a file's name is how its sentences are known`);
  const authored = [...readAuthored(join(here, 'examples')), ...readAuthored(join(here, 'siblings'))];
  const real = files.flatMap((file) => readReal(file, basename(file)));
  const neighbours = neighboursOf(real, readNeighbourLabels(join(here, 'neighbours', 'labels.tsv')));
  console.error(
    `${authored.length} authored and ${real.length} real sentences, ${neighbours.length} neighbours of these`,
  );
  const contrasts = readAuthored(join(here, 'contrasts'));
  const sides = readAuthored(join(here, 'sides'));
  return { authored, real, neighbours, contrasts, sides };
}

/** Figures on sentences whose articles neither weights nor calibration were fitted on. */
function report(unseen: readonly Unseen[], calibrations: readonly Calibration[], threshold: number): void {
  const gold = unseen.map(({ example }) => ({ text: example.text, matches: example.labels }));
  const shownFrom = (least: number) =>
    unseen.map((one, at) => shownAt(one, calibrations[at] as Calibration, least));
  const figures = { ...figuresOf(gold, shownFrom(threshold)), ap: precisionOverAll(gold, shownFrom(0.005)) };
  console.error(
    `cross-validated on ${FOLDS} folds: ${JSON.stringify(figures, (_, x) => (typeof x === 'number' ? Math.round(x * 1e3) / 1e3 : x))}`,
  );
}

/** The confidence, and the threshold that is best on the sentences that judge, with figures on these. */
function calibrate(unseen: readonly Unseen[]): { calibration: Calibration; threshold: number } {
  const calibration = fitCalibration(unseen);
  const judged = unseen.filter(({ weight }) => weight === 1);
  const crossed = crossFitted(unseen, FOLDS, foldOf).filter((_, at) => unseen[at]?.weight === 1);
  const threshold = bestThreshold(judged, crossed);
  report(judged, crossed, threshold);
  return { calibration, threshold };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const sha256OfExamples = (examples: readonly Example[]): string =>
  sha256(Buffer.from(JSON.stringify(examples.map((e) => [e.labels, e.text, e.prev, e.next]))));

/** SHA-256 of all that was fitted on, by name. */
function provenanceOf({ authored, contrasts, sides, neighbours }: ReturnType<typeof readExamples>) {
  return {
    authored: sha256OfExamples(authored),
    contrasts: sha256OfExamples(contrasts),
    sides: sha256OfExamples(sides),
    neighbours: sha256OfExamples(neighbours),
    ...Object.fromEntries(files.map((file) => [basename(file), sha256(readFileSync(file))])),
  };
}

function main(): void {
  const read = readExamples();
  const dataset = datasetOf([...read.authored, ...read.real, ...read.neighbours]);
  const sided = { contrasts: datasetOf(read.contrasts), sides: datasetOf(read.sides) };
  const { calibration, threshold } = calibrate(scoreUnseen(dataset, sided, weightOf));
  const { links, stances } = fitOn(dataset, sided);
  const bytes = modelBytes(
    {
      arguments: arguments_.map(({ id }) => id),
      scales: LINK_SCALES,
      stanceScales: STANCE_SCALES,
      bias: [...links.linear.bias],
      stanceBias: [...stances.linear.bias],
      calibration,
      threshold,
      fittedOn: provenanceOf(read),
    },
    links,
    stances,
  );
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, bytes);
  console.error(
    `${values.out}: ${bytes.length} bytes, ${gzipSync(bytes).length} gzipped, threshold ${threshold}, sha256 ${sha256(bytes)}`,
  );
}

main();
