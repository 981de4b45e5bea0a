import type { Evidence, Logits } from '../engine/calibration';
import type { FeatureGroup, GroupName } from '../engine/en/feature-groups';
import { arguments_ } from '../essays/catalogue';
import type { Example } from './examples';
import { fitLinear, type Linear, rawOutputs } from './fit';
import { Columns } from './matrix';

export const OUTPUTS = arguments_.length + 1;

/** How much each group of features counts; chosen on the open part of the development data (docs/engine.md). */
export const LINK_SCALES: Readonly<Record<GroupName, number>> = {
  word: 1,
  pair: 1,
  triple: 0.7,
  gap: 0.7,
  letters: 1,
  roles: 1,
  'role-word': 1,
  beside: 0.5,
  acts: 0.5,
  skeleton: 0.7,
  meaning: 0.7,
  'role-meaning': 0.7,
  'meaning-beside': 0.7,
  'meaning-skeleton': 0.7,
  'meaning-pair': 0.7,
  'meaning-near': 0.4,
  before: 0.6,
  after: 0.3,
  carried: 0.6,
  shape: 0.3,
};

/** Real sentences count threefold: they are what the engine will meet. */
const REAL_COUNT = 3;

/** Single weights that ship; chosen so that the whole build stays under 2 MB gzipped. */
const WEIGHTS = 600_000;

export interface LinkFit {
  readonly columns: Columns;
  readonly linear: Linear;
}

function targetOf(example: Example): Uint8Array {
  const target = new Uint8Array(OUTPUTS);
  for (const { argument } of example.labels) target[arguments_.findIndex((a) => a.id === argument)] = 1;
  target[OUTPUTS - 1] = example.labels.length > 0 ? 1 : 0;
  return target;
}

/** Fits the 28 argument classifiers and the one for "on any point at all". */
export function fitLinks(
  examples: readonly Example[],
  features: readonly (readonly FeatureGroup[])[],
): LinkFit {
  const columns = new Columns(features, 2);
  const rows = features.map((groups) => columns.row(groups, LINK_SCALES));
  const counts = Float32Array.from(examples, (example) => (example.real ? REAL_COUNT : 1));
  const linear = fitLinear(rows, examples.map(targetOf), counts, {
    columns: columns.hashes.length,
    outputs: OUTPUTS,
    epochs: 20,
    keep: WEIGHTS,
    pruneAfter: 6,
    rate: 0.2,
    decay: 1e-5,
    positives: 1.5,
    rivals: false,
  });
  return { columns, linear };
}

/** Logits of each argument, and of any, before calibration. */
export function predictLinks({ columns, linear }: LinkFit, groups: readonly FeatureGroup[]): Logits {
  const z = rawOutputs(linear, columns.row(groups, LINK_SCALES));
  return { perArgument: z.subarray(0, -1), onPoint: z.at(-1) ?? 0 };
}

/** What each group of features adds to the logits, by the unpacked weights. */
export function predictShares(
  { columns, linear }: LinkFit,
  groups: readonly FeatureGroup[],
): Evidence['shares'] {
  const plain = { ...linear, bias: linear.bias.map(() => 0) };
  return groups.map((group) => rawOutputs(plain, columns.row([group], LINK_SCALES)));
}
