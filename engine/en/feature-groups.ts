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

/** FNV-1a, 32 bits, over UTF-16 code units (Fowler, Noll, Vo); after the hash of what stands before the name, if any. */
export function hashOf(name: string, before = 0x811c9dc5): number {
  let hash = before;
  for (let i = 0; i < name.length; i++) {
    hash ^= name.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** A feature's name begins with its group's: that much of the hash is worked out once. */
const PREFIXES = Object.fromEntries(GROUP_NAMES.map((name) => [name, hashOf(`${name}:`)])) as Record<
  GroupName,
  number
>;

/** A group being filled; a feature counts once, where it stands first. */
export class Group {
  readonly features: Feature[] = [];
  readonly #seen = new Set<number>();
  readonly #name: GroupName;
  readonly #prefix: number;
  constructor(name: GroupName) {
    this.#name = name;
    this.#prefix = PREFIXES[name];
  }
  add(feature: string, from = 0, to = from): void {
    const hash = hashOf(feature, this.#prefix);
    if (this.#seen.has(hash)) return;
    this.#seen.add(hash);
    this.features.push({ hash, from, to });
  }
  done(): FeatureGroup {
    return { name: this.#name, features: this.features };
  }
}
