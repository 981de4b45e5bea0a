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
import { type Calibration, evidenceOf } from '../engine/calibration';
import { type FeatureGroup, hashOf } from '../engine/en/feature-groups';
import { featuresOf } from '../engine/en/features';
import { read } from '../engine/en/units';
import type { Sentence } from '../engine/types';
import { arguments_ } from '../essays/catalogue';
import { crossFitted, fitCalibration, type Unseen } from './calibrate';
import { type Example, readAuthored, readReal } from './examples';
import { fitLinks, LINK_SCALES, predictLinks, predictShares } from './links';
import { NEIGHBOUR, neighboursOf, readNeighbourLabels } from './neighbours';
import { figuresOf, precisionOverAll } from './score';
import { fitStances, predictStance, STANCE_SCALES } from './stances';
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

const FOLDS = 5;

const foldOf = (example: Example): number => hashOf(example.group) % FOLDS;

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

/** Examples with their features. */
interface Lot {
  readonly examples: readonly Example[];
  readonly features: readonly FeatureGroup[][];
}

/** Sentences in groups that share their words and differ in the side they take: fitted on, never judged by. */
interface Sided {
  /** They teach links and stances. */
  readonly contrasts: Lot;
  /** They teach stances only: as examples of links they cost real news what opinion gains (docs/engine.md). */
  readonly sides: Lot;
}

const joined = (...lots: readonly Lot[]): Lot => ({
  examples: lots.flatMap(({ examples }) => examples),
  features: lots.flatMap(({ features }) => features),
});

/** Links and stances, fitted on some examples and on what teaches the one or both. */
function fitOn(some: Lot, { contrasts, sides }: Sided) {
  const forLinks = joined(some, contrasts);
  const forStances = joined(forLinks, sides);
  return {
    links: fitLinks(forLinks.examples, forLinks.features),
    stances: fitStances(forStances.examples, forStances.features),
  };
}

/** Scores every example of the kind that calibrates by weights fitted without its group. */
function scoreUnseen(
  { examples, features }: Lot,
  sided: Sided,
  featuresAnew: (sentence: Sentence) => FeatureGroup[],
): Unseen[] {
  const out: Unseen[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const kept = [...examples.keys()].filter((i) => foldOf(examples[i] as Example) !== fold);
    const { links, stances } = fitOn(
      {
        examples: kept.map((i) => examples[i] as Example),
        features: kept.map((i) => features[i] as FeatureGroup[]),
      },
      sided,
    );
    examples.forEach((example, i) => {
      if (foldOf(example) !== fold || weightOf(example) === 0) return;
      const theirs = features[i] as FeatureGroup[];
      const scored = { own: predictLinks(links, theirs), shares: predictShares(links, theirs) };
      out.push({
        example,
        weight: weightOf(example),
        evidence: evidenceOf(example, scored, (near) => predictLinks(links, featuresAnew(near))),
        stanceTo: (argument) => predictStance(stances, theirs, argument),
      });
    });
    console.error(`fold ${fold + 1} of ${FOLDS} scored`);
  }
  return out;
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

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const sha256OfExamples = (examples: readonly Example[]): string =>
  sha256(Buffer.from(JSON.stringify(examples.map((e) => [e.labels, e.text, e.prev, e.next]))));

function main(): void {
  const authored = [...readAuthored(join(here, 'examples')), ...readAuthored(join(here, 'siblings'))];
  const files = [...values.extra, ...values.calibrate];
  const real = files.flatMap((file) => readReal(file, basename(file)));
  const neighbours = neighboursOf(real, readNeighbourLabels(join(here, 'neighbours', 'labels.tsv')));
  const examples = [...authored, ...real, ...neighbours];
  console.error(
    `${authored.length} authored and ${real.length} real sentences, ${neighbours.length} neighbours of these`,
  );
  const featuresAnew = (sentence: Sentence): FeatureGroup[] => featuresOf(sentence, read(sentence.text));
  const lotOf = (some: readonly Example[]): Lot => ({ examples: some, features: some.map(featuresAnew) });
  const lot = lotOf(examples);
  const sided = {
    contrasts: lotOf(readAuthored(join(here, 'contrasts'))),
    sides: lotOf(readAuthored(join(here, 'sides'))),
  };
  const unseen = scoreUnseen(lot, sided, featuresAnew);
  const calibration = fitCalibration(unseen);
  const judged = unseen.filter((one) => one.weight === 1);
  const crossed = crossFitted(unseen, FOLDS, foldOf).filter((_, at) => unseen[at]?.weight === 1);
  const threshold = bestThreshold(judged, crossed);
  report(judged, crossed, threshold);
  const { links, stances } = fitOn(lot, sided);
  const bytes = modelBytes(
    {
      arguments: arguments_.map((argument) => argument.id),
      scales: LINK_SCALES,
      stanceScales: STANCE_SCALES,
      bias: [...links.linear.bias],
      stanceBias: [...stances.linear.bias],
      calibration,
      threshold,
      fittedOn: {
        authored: sha256OfExamples(authored),
        contrasts: sha256OfExamples(sided.contrasts.examples),
        sides: sha256OfExamples(sided.sides.examples),
        neighbours: sha256OfExamples(neighbours),
        ...Object.fromEntries(files.map((file) => [basename(file), sha256(readFileSync(file))])),
      },
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
