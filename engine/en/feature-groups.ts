/**
 * The classifier's features of a sentence, as 32-bit hashes of their names. A feature remembers which units
 * of the sentence it spans, so that its weight can be shown on the sentence's own words.
 */
export interface Feature {
  readonly hash: number;
  /** Half-open range of units it spans; `from === to` where it comes from the context or the whole. */
  readonly from: number;
  readonly to: number;
}

/** Features of one group share one scale: each counts `scale / √(how many in the group)`. */
export interface FeatureGroup {
  readonly name: GroupName;
  readonly features: readonly Feature[];
}

/** In the order in which `featuresOf` gives them and the weights are scaled by. */
export const GROUP_NAMES = [
  'word',
  'pair',
  'triple',
  'gap',
  'letters',
  'roles',
  'role-word',
  'beside',
  'acts',
  'skeleton',
  'meaning',
  'role-meaning',
  'meaning-beside',
  'meaning-skeleton',
  'meaning-pair',
  'meaning-near',
  'before',
  'after',
  'carried',
  'shape',
] as const;
export type GroupName = (typeof GROUP_NAMES)[number];

/** FNV-1a, 32 bits, over UTF-16 code units (Fowler, Noll, Vo). */
export function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    hash ^= name.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** A group being filled; a feature counts once, where it stands first. */
export class Group {
  readonly features: Feature[] = [];
  readonly #seen = new Set<number>();
  readonly #name: GroupName;
  constructor(name: GroupName) {
    this.#name = name;
  }
  add(feature: string, from = 0, to = from): void {
    const hash = hashOf(`${this.#name}:${feature}`);
    if (this.#seen.has(hash)) return;
    this.#seen.add(hash);
    this.features.push({ hash, from, to });
  }
  done(): FeatureGroup {
    return { name: this.#name, features: this.features };
  }
}
