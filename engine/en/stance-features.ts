import type { ArgumentId } from '../../essays/types';
import { type FeatureGroup, hashOf } from './feature-groups';

/** Groups the stance is read from, as they are and bound to the argument in question. */
const SHARED: readonly string[] = [
  'word',
  'pair',
  'triple',
  'gap',
  'beside',
  'meaning',
  'meaning-beside',
  'meaning-skeleton',
  'shape',
  'before',
];
const BOUND: readonly string[] = [
  'word',
  'pair',
  'gap',
  'roles',
  'meaning',
  'meaning-beside',
  'meaning-skeleton',
];

/**
 * Features of a link's stance: which side a sentence takes is partly a matter of words alone ("denied"),
 * partly of words towards one argument ("no need to choose" echoes one and challenges another).
 * @returns groups named `word` … for the shared, `+word` … for those bound to the argument
 */
export function stanceFeaturesOf(
  groups: readonly FeatureGroup[],
  argument: ArgumentId,
): { readonly name: string; readonly features: FeatureGroup['features'] }[] {
  const salt = hashOf(argument);
  return [
    ...groups.filter((group) => SHARED.includes(group.name)),
    ...groups
      .filter((group) => BOUND.includes(group.name))
      .map((group) => ({
        name: `+${group.name}`,
        features: group.features.map((feature) => ({
          ...feature,
          hash: Math.imul(feature.hash ^ salt, 0x9e3779b1) >>> 0,
        })),
      })),
    { name: '+argument', features: [{ hash: Math.imul(salt, 0x9e3779b1) >>> 0, from: 0, to: 0 }] },
  ];
}
