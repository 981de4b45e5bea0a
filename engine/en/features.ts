import type { Sentence } from '../types';
import { actsOf } from './acts';
import { addBeside, sidesOf } from './beside';
import { type FeatureGroup, Group } from './feature-groups';
import { meaningFeatures, meaningsNear } from './meaning-features';
import { isStopWord } from './stop-words';
import type { Reading, Unit } from './units';
import { read } from './units';

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

/**
 * What is left of a sentence without its empty words, actors and content in order: "Beijing is the main backer of
 * Pyongyang" reads `<china> main backer <dprk>`. Pairs, pairs with one left out and triples of it.
 */
function skeleton({ units }: Reading): FeatureGroup {
  const group = new Group('skeleton');
  const bones = [...units.keys()].filter((at) => units[at]?.role || isContent(units[at] as Unit));
  const form = (at: number): string => units[at]?.form ?? '';
  bones.forEach((at, i) => {
    const [next, third] = [bones[i + 1], bones[i + 2]];
    if (next !== undefined) group.add(`${form(at)} ${form(next)}`, at, next + 1);
    if (next === undefined || third === undefined) return;
    group.add(`${form(at)} ${form(next)} ${form(third)}`, at, third + 1);
    group.add(`${form(at)} _ ${form(third)}`, at, third + 1);
  });
  return group.done();
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

const ANAPHOR =
  /\b(?:it|they|its|their|the two|both|the ally|allies|the country|he|she|that|this|we|our|ours|ourselves)\b/i;

/** What the sentence before, or the last that named the subject, names and this one may mean by "it", "we", "the ally". */
function carried(sentence: Sentence, here: Reading): FeatureGroup {
  const group = new Group('carried');
  const above = [sentence.prev, sentence.earlier].flatMap((text) => (text ? [...read(text).roles] : []));
  if (!sentence.prev && above.length === 0) return group.done();
  const there = new Set(above);
  group.add(setName(new Set([...here.roles, ...there])));
  const refers = ANAPHOR.test(sentence.text);
  for (const role of there) {
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

/** What the words of readings say by themselves: a sentence is met as itself and as the context of both its neighbours. */
const ownFeatures = new WeakMap<Reading, readonly FeatureGroup[]>();

function ownFeaturesOf(text: string, reading: Reading): readonly FeatureGroup[] {
  const known = ownFeatures.get(reading);
  if (known) return known;
  const features = [
    ...sequences(reading),
    letters(reading),
    roles(reading),
    ...roleWords(reading),
    acts(reading),
    skeleton(reading),
    ...meaningFeatures(text, reading),
  ];
  ownFeatures.set(reading, features);
  return features;
}

/**
 * All features of a sentence in its context, group by group in the order of GROUP_NAMES.
 * @param reading the sentence's text, read
 */
export function featuresOf(sentence: Sentence, reading: Reading): FeatureGroup[] {
  return [
    ...ownFeaturesOf(sentence.text, reading),
    meaningsNear(sentence),
    neighbour('before', sentence.prev, reading),
    neighbour('after', sentence.next, reading),
    carried(sentence, reading),
    shape(sentence, reading),
  ];
}
