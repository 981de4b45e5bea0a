import type { FeatureGroup } from '../engine/en/feature-groups';
import { stanceFeaturesOf } from '../engine/en/stance-features';
import { STANCES, type Stance } from '../engine/types';
import type { ArgumentId } from '../essays/types';
import type { Example } from './examples';
import { fitLinear, type Linear, rawOutputs } from './fit';
import { Columns, type Grouped } from './matrix';

/** `+` groups are bound to the argument in question. */
export const STANCE_SCALES: Readonly<Record<string, number>> = {
  word: 1,
  pair: 1,
  triple: 0.5,
  gap: 0.5,
  beside: 0.5,
  meaning: 0.5,
  'meaning-beside': 0.4,
  'meaning-skeleton': 0.3,
  shape: 0.3,
  before: 0.3,
  '+word': 1,
  '+pair': 0.5,
  '+gap': 0.3,
  '+roles': 0.5,
  '+meaning': 0.8,
  '+meaning-beside': 0.4,
  '+meaning-skeleton': 0.4,
  '+argument': 1.5,
};

const REAL_COUNT = 2;

/** Single weights that ship. */
const WEIGHTS = 90_000;

export interface StanceFit {
  readonly columns: Columns;
  readonly linear: Linear;
}

/** Fits echoes, challenges and relates as rivals, over every labelled pair of sentence and argument. */
export function fitStances(
  examples: readonly Example[],
  features: readonly (readonly FeatureGroup[])[],
): StanceFit {
  const groups: Grouped[][] = [];
  const targets: Uint8Array[] = [];
  const counts: number[] = [];
  examples.forEach((example, at) => {
    for (const { argument, stance } of example.labels) {
      groups.push(stanceFeaturesOf(features[at] ?? [], argument));
      targets.push(Uint8Array.from(STANCES, (s) => (s === stance ? 1 : 0)));
      counts.push(example.real ? REAL_COUNT : 1);
    }
  });
  const columns = new Columns(groups, 2);
  const linear = fitLinear(
    groups.map((g) => columns.row(g, STANCE_SCALES)),
    targets,
    Float32Array.from(counts),
    {
      columns: columns.hashes.length,
      outputs: STANCES.length,
      epochs: 20,
      keep: WEIGHTS,
      pruneAfter: 6,
      rate: 0.2,
      decay: 1e-5,
      positives: 1,
      rivals: true,
    },
  );
  return { columns, linear };
}

/** The stance of a link by the unpacked weights. */
export function predictStance(
  { columns, linear }: StanceFit,
  groups: readonly FeatureGroup[],
  argument: ArgumentId,
): Stance {
  const z = rawOutputs(linear, columns.row(stanceFeaturesOf(groups, argument), STANCE_SCALES));
  return STANCES[z.indexOf(Math.max(...z))] ?? 'relates';
}
