import type { Sentence } from '../types';
import { actsOf } from './acts';
import { isStopWord } from './stop-words';
import type { Reading, Unit } from './units';
import { read } from './units';

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

/** Features of one kind share one scale: each counts `scale / √(how many of the kind)`. */
export interface FeatureGroup {
  readonly name: GroupName;
  readonly features: readonly Feature[];
}

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
  'kind',
  'role-kind',
  'skeleton',
  'kind-skeleton',
  'kind-beside',
  'before',
  'after',
  'carried',
  'shape',
] as const;
export type GroupName = (typeof GROUP_NAMES)[number];

/** Clusters of a word by meaning, coarse and fine; null for words without a vector. */
export type WordKinds = (word: string) => readonly [coarse: number, fine: number] | null;

/** FNV-1a, 32 bits, over UTF-16 code units (Fowler, Noll, Vo). */
export function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    hash ^= name.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

class Group {
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

const isContent = (unit: Unit): boolean => !unit.role && unit.form.length > 2 && !isStopWord(unit.surface);

function sequences({ units }: Reading): FeatureGroup[] {
  const [word, pair, triple, gap] = [
    new Group('word'),
    new Group('pair'),
    new Group('triple'),
    new Group('gap'),
  ];
  const form = (at: number): string => units[at]?.form ?? (at < 0 ? '^' : '$');
  for (let i = 0; i < units.length; i++) {
    word.add(form(i), i, i + 1);
    if (i === 0) pair.add(`^ ${form(0)}`, 0, 1);
    pair.add(`${form(i)} ${form(i + 1)}`, i, Math.min(i + 2, units.length));
    if (i + 2 < units.length) {
      triple.add(`${form(i)} ${form(i + 1)} ${form(i + 2)}`, i, i + 3);
      gap.add(`${form(i)} _ ${form(i + 2)}`, i, i + 3);
    }
    if (i + 3 < units.length) gap.add(`${form(i)} __ ${form(i + 3)}`, i, i + 4);
  }
  return [word.done(), pair.done(), triple.done(), gap.done()];
}

/** Letter sequences inside words, three to five long: forgiving of endings and compounds. */
function letters({ units }: Reading): FeatureGroup {
  const group = new Group('letters');
  units.forEach((unit, at) => {
    if (unit.role || unit.surface.length < 4) return;
    const marked = `^${unit.surface}$`;
    for (let n = 3; n <= 5; n++)
      for (let i = 0; i + n <= marked.length; i++) group.add(marked.slice(i, i + n), at, at + 1);
  });
  return group.done();
}

const setName = (roles: Iterable<string>): string => `{${[...roles].sort().join(',')}}`;

function roles({ units, roles: present }: Reading): FeatureGroup {
  const group = new Group('roles');
  const sorted = [...present].sort();
  group.add(setName(sorted));
  for (const a of sorted) {
    group.add(a);
    for (const b of sorted) if (a < b) group.add(`${a}+${b}`);
  }
  let last = -1;
  units.forEach((unit, at) => {
    if (!unit.role) return;
    const before = units[last]?.role;
    if (before && before !== unit.role) group.add(`${before}>${unit.role}`, last, at + 1);
    last = at;
  });
  return group.done();
}

/** For each unit the nearest actors before and after it, `0` where there is none. */
function sidesOf(units: readonly Unit[]): { readonly left: string; readonly right: string }[] {
  let [left, right] = ['0', '0'];
  const lefts = units.map(({ role }) => {
    const before = left;
    left = role ?? left;
    return before;
  });
  const rights = [...units].reverse().map(({ role }) => {
    const after = right;
    right = role ?? right;
    return after;
  });
  return lefts.map((before, at) => ({ left: before, right: rights[units.length - 1 - at] ?? '0' }));
}

type Sides = ReturnType<typeof sidesOf>;

/** A word, or the name of its cluster, with the nearest actors on its two sides. */
function addBeside(group: Group, name: string, sides: Sides, at: number): void {
  const { left = '0', right = '0' } = sides[at] ?? {};
  group.add(`${left}<${name}`, at, at + 1);
  group.add(`${name}>${right}`, at, at + 1);
  group.add(`${left}<${name}>${right}`, at, at + 1);
}

/** Each actor of the sentence with each of its content words, and each word with the actors on its two sides. */
function roleWords({ units, roles: present }: Reading): FeatureGroup[] {
  const [anywhere, beside] = [new Group('role-word'), new Group('beside')];
  const sides = sidesOf(units);
  units.forEach((unit, at) => {
    if (!isContent(unit)) return;
    for (const role of present) anywhere.add(`${role}×${unit.form}`, at, at + 1);
    addBeside(beside, unit.form, sides, at);
  });
  return [anywhere.done(), beside.done()];
}

/** Who does what to whom. */
function acts(reading: Reading): FeatureGroup {
  const group = new Group('acts');
  for (const { from, to, deed, at } of actsOf(reading)) {
    group.add(`${from}→${to}`, at, at + 1);
    group.add(`${from}→${to} ${deed}`, at, at + 1);
  }
  return group.done();
}

/** The same by clusters of meaning instead of words. */
function kinds({ units, roles: present }: Reading, kindsOf: WordKinds): FeatureGroup[] {
  const [kind, roleKind] = [new Group('kind'), new Group('role-kind')];
  units.forEach((unit, at) => {
    const found = unit.role ? null : kindsOf(unit.surface);
    if (!found) return;
    const [coarse, fine] = found;
    kind.add(`a${coarse}`, at, at + 1);
    kind.add(`b${fine}`, at, at + 1);
    for (const role of present) {
      roleKind.add(`${role}×a${coarse}`, at, at + 1);
      roleKind.add(`${role}×b${fine}`, at, at + 1);
    }
  });
  return [kind.done(), roleKind.done()];
}

/**
 * What is left of a sentence without its empty words, actors and content in order: "Beijing is the main backer of
 * Pyongyang" reads `<china> main backer <dprk>`. Pairs, pairs with one left out and triples of it, by words and by
 * clusters of meaning; and each cluster with the actors on its two sides.
 */
function skeletons({ units }: Reading, kindsOf: WordKinds): FeatureGroup[] {
  const [word, kind, beside] = [new Group('skeleton'), new Group('kind-skeleton'), new Group('kind-beside')];
  const sides = sidesOf(units);
  const bones = units.flatMap((unit, at) => {
    if (unit.role) return [{ at, form: unit.form, coarse: unit.form, fine: unit.form }];
    const [coarse, fine] = kindsOf(unit.surface) ?? [];
    if (coarse !== undefined && !isStopWord(unit.surface))
      for (const name of [`a${coarse}`, `b${fine}`]) addBeside(beside, name, sides, at);
    if (!isContent(unit)) return [];
    return [{ at, form: unit.form, coarse: coarse === undefined ? '' : `a${coarse}`, fine: `b${fine}` }];
  });
  bones.forEach((one, i) => {
    const [next, third] = [bones[i + 1], bones[i + 2]];
    if (!next) return;
    const [pair, three] = [next.at + 1, (third ?? next).at + 1];
    word.add(`${one.form} ${next.form}`, one.at, pair);
    if (third) word.add(`${one.form} ${next.form} ${third.form}`, one.at, three);
    if (third) word.add(`${one.form} _ ${third.form}`, one.at, three);
    if (!one.coarse) return;
    if (next.coarse) kind.add(`${one.fine} ${next.fine}`, one.at, pair);
    if (next.coarse) kind.add(`${one.coarse} ${next.coarse}`, one.at, pair);
    if (third?.coarse) kind.add(`${one.fine} _ ${third.fine}`, one.at, three);
    if (next.coarse && third?.coarse) kind.add(`${one.coarse} ${next.coarse} ${third.coarse}`, one.at, three);
  });
  return [word.done(), kind.done(), beside.done()];
}

function neighbour(name: 'before' | 'after', text: string | undefined, here: Reading): FeatureGroup {
  const group = new Group(name);
  if (!text) return group.done();
  const there = read(text);
  for (const unit of there.units) if (unit.role || !isStopWord(unit.surface)) group.add(unit.form);
  group.add(setName(there.roles));
  for (const a of there.roles) {
    group.add(`r${a}`);
    for (const b of here.roles) group.add(`r${a}×${b}`);
  }
  return group.done();
}

const ANAPHOR = /\b(?:it|they|its|their|the two|both|the ally|allies|the country|he|she|that|this)\b/i;

/** What the sentence before names and this one may mean by "it", "the ally", "the two". */
function carried(sentence: Sentence, here: Reading): FeatureGroup {
  const group = new Group('carried');
  if (!sentence.prev) return group.done();
  const there = read(sentence.prev);
  group.add(setName(new Set([...here.roles, ...there.roles])));
  const refers = ANAPHOR.test(sentence.text);
  for (const role of there.roles) {
    if (here.roles.has(role)) continue;
    group.add(`+${role}`);
    if (refers) group.add(`refers+${role}`);
    here.units.forEach((unit, at) => {
      if (isContent(unit)) group.add(`+${role}×${unit.form}`, at, at + 1);
    });
  }
  return group.done();
}

function shape({ text, prev, next }: Sentence, { units }: Reading): FeatureGroup {
  const group = new Group('shape');
  group.add(`length${Math.min(8, Math.floor(units.length / 6))}`);
  if (/[“"]/.test(text)) group.add('quotes');
  if (text.includes('?')) group.add('asks');
  if (!/[.?!”"]\s*$/.test(text)) group.add('headline');
  if (prev === '') group.add('first');
  if (next === '') group.add('last');
  return group.done();
}

/** All features of a sentence in its context, group by group in the order of GROUP_NAMES. */
export function featuresOf(sentence: Sentence, reading: Reading, kindsOf: WordKinds): FeatureGroup[] {
  return [
    ...sequences(reading),
    letters(reading),
    roles(reading),
    ...roleWords(reading),
    acts(reading),
    ...kinds(reading, kindsOf),
    ...skeletons(reading, kindsOf),
    neighbour('before', sentence.prev, reading),
    neighbour('after', sentence.next, reading),
    carried(sentence, reading),
    shape(sentence, reading),
  ];
}
