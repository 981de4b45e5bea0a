import type { Sentence } from '../types';
import { addBeside, sidesOf } from './beside';
import { type FeatureGroup, Group } from './feature-groups';
import { meaningsOf } from './meanings/thesaurus';
import { type Reading, read, type Unit } from './units';

const DENIALS = new Set('not no never without nor neither hardly cannot nobody nothing none'.split(' '));
const CONTRACTED = /n't$/;
/** "Not only Seoul" denies nothing. */
const AFFIRMING = new Set('only just merely simply solely least'.split(' '));
const SUPPOSITIONS = new Set('would could may might should if must can whether'.split(' '));
/** Words before the month of May. */
const BEFORE_MONTH = new Set('in of on since by until till last this next late early mid from'.split(' '));
/** How many units a denial and a supposition reach. */
const [DENIED_WITHIN, SUPPOSED_WITHIN] = [4, 3];

/** Too vague to be one of a skeleton's bones. */
const VAGUE = new Set(
  'time place quantity go put object body see make take give difficult begin know try wait'.split(' '),
);

/** A word that the thesaurus knows. */
interface Known {
  readonly at: number;
  readonly meanings: readonly string[];
  /** The sign its meaning carries after a denial, and after a supposition. */
  readonly denied: '' | '!';
  readonly supposed: '' | '?';
}

/** An actor, or a word under its first meaning. */
interface Bone {
  readonly at: number;
  readonly name: string;
  readonly isActor: boolean;
  /** All it may mean, without signs. */
  readonly senses: readonly string[];
}

function denies({ surface }: Unit, next: Unit | undefined): boolean {
  if (surface === 'not') return !AFFIRMING.has(next?.surface ?? '');
  if (surface === 'no') return next?.form !== '#';
  return DENIALS.has(surface) || CONTRACTED.test(surface);
}

/** A headline may write "Seoul May Join", so its capital alone does not make it the month. */
function isMonth(unit: Unit, before: Unit | undefined, next: Unit | undefined, text: string): boolean {
  if (unit.surface !== 'may' || text[unit.start] !== 'M') return false;
  return BEFORE_MONTH.has(before?.surface ?? '') || (next?.form.startsWith('#') ?? false);
}

function knownOf({ units }: Reading, text: string): Known[] {
  let [denial, supposition] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return units.flatMap((unit, at) => {
    if (unit.role) return [];
    const meanings = meaningsOf(unit.form);
    const denied = at - denial <= DENIED_WITHIN ? '!' : '';
    const supposed = at - supposition <= SUPPOSED_WITHIN ? '?' : '';
    // Only now, since no word denies itself: "never" means a denial, and not a denied one.
    const [before, next] = [units[at - 1], units[at + 1]];
    if (denies(unit, next)) denial = at;
    if (SUPPOSITIONS.has(unit.surface) && !isMonth(unit, before, next, text)) supposition = at;
    return meanings.length === 0 ? [] : [{ at, meanings, denied, supposed }];
  });
}

/** Actors and words that mean something, in order: "Beijing backs Pyongyang" is `<china> support <dprk>`. */
function bonesOf(units: readonly Unit[], known: readonly Known[]): Bone[] {
  const byPlace = new Map(known.map((one) => [one.at, one]));
  return units.flatMap(({ role, form }, at): Bone[] => {
    if (role) return [{ at, name: form, isActor: true, senses: [form] }];
    const { meanings = [], denied = '' } = byPlace.get(at) ?? {};
    const [first] = meanings;
    if (first === undefined || VAGUE.has(first)) return [];
    const senses = meanings.filter((meaning) => !VAGUE.has(meaning));
    return [{ at, name: denied + first, isActor: false, senses }];
  });
}

/** Each meaning alone, with every actor of the sentence, and with the actors on its two sides. */
function alone({ units, roles }: Reading, known: readonly Known[]): FeatureGroup[] {
  const meaning = new Group('meaning');
  const roleMeaning = new Group('role-meaning');
  const beside = new Group('meaning-beside');
  const sides = sidesOf(units);
  for (const { at, meanings, denied, supposed } of known)
    for (const one of meanings) {
      meaning.add(one, at, at + 1);
      if (denied) meaning.add(denied + one, at, at + 1);
      if (supposed) meaning.add(supposed + one, at, at + 1);
      for (const role of roles) roleMeaning.add(`${role}×${one}`, at, at + 1);
      addBeside(beside, one, sides, at);
      if (denied) beside.add(`${sides[at]?.left}<${denied}${one}>${sides[at]?.right}`, at, at + 1);
    }
  return [meaning.done(), roleMeaning.done(), beside.done()];
}

/** Bones in order: pairs, pairs with one and two left out, triples, and fours with an actor among them. */
function skeleton(bones: readonly Bone[]): FeatureGroup {
  const group = new Group('meaning-skeleton');
  bones.forEach((one, i) => {
    const [second, third, fourth] = bones.slice(i + 1, i + 4);
    if (second) group.add(`${one.name} ${second.name}`, one.at, second.at + 1);
    if (!second || !third) return;
    group.add(`${one.name} ${second.name} ${third.name}`, one.at, third.at + 1);
    group.add(`${one.name} _ ${third.name}`, one.at, third.at + 1);
    if (!fourth) return;
    group.add(`${one.name} __ ${fourth.name}`, one.at, fourth.at + 1);
    if ([one, second, third, fourth].some(({ isActor }) => isActor))
      group.add(`${one.name} ${second.name} ${third.name} ${fourth.name}`, one.at, fourth.at + 1);
  });
  return group.done();
}

/** Two of a pair are at most this many bones apart. */
const APART = 5;

/** Two bones near each other, in either order. */
function pairs(bones: readonly Bone[]): FeatureGroup {
  const group = new Group('meaning-pair');
  bones.forEach((bone, i) => {
    for (const other of bones.slice(i + 1, i + 1 + APART))
      for (const x of bone.senses)
        for (const y of other.senses)
          if (x !== y) group.add(x < y ? `${x}+${y}` : `${y}+${x}`, bone.at, other.at + 1);
  });
  return group.done();
}

/** What the neighbouring sentences' words mean. */
export function meaningsNear({ prev, next }: Sentence): FeatureGroup {
  const group = new Group('meaning-near');
  const add = (side: string, text: string | undefined): void => {
    if (!text) return;
    for (const { meanings } of knownOf(read(text), text))
      for (const meaning of meanings) group.add(`${side} ${meaning}`);
  };
  add('before', prev);
  add('after', next);
  return group.done();
}

/**
 * What a sentence says by the thesaurus (`meanings/`), where words of one meaning are one: "main backer", "chief
 * patron" and "lifeline" are learnt together. In the order of GROUP_NAMES.
 */
export function meaningFeatures(text: string, reading: Reading): FeatureGroup[] {
  const known = knownOf(reading, text);
  const bones = bonesOf(reading.units, known);
  return [...alone(reading, known), skeleton(bones), pairs(bones)];
}
