import { stemOf } from '../stems';
import { ACTION } from './action';
import { ALIGNMENT } from './alignment';
import { ARMS } from './arms';
import { DEGREE } from './degree';
import { ECONOMY } from './economy';
import { ELSEWHERE } from './elsewhere';
import { EVENTS } from './events';
import { POWER } from './power';
import { SOCIETY } from './society';
import { SPEECH } from './speech';
import type { Meanings } from './types';

/** The whole thesaurus, theme by theme. */
export const THEMES: readonly Meanings[] = [
  SPEECH,
  POWER,
  ALIGNMENT,
  EVENTS,
  ARMS,
  ECONOMY,
  SOCIETY,
  DEGREE,
  ACTION,
  ELSEWHERE,
];

/** A word in its second meaning. */
const BRACKETED = /^\((.+)\)$/;

function byStem(): Map<string, string[]> {
  const first = new Map<string, string[]>();
  const second: [stem: string, meaning: string][] = [];
  for (const [meaning, words] of THEMES.flatMap((theme) => Object.entries(theme)))
    for (const word of words.split(/\s+/)) {
      const bracketed = BRACKETED.exec(word)?.[1];
      if (bracketed) second.push([stemOf(bracketed), meaning]);
      else first.set(stemOf(word), [meaning]);
    }
  for (const [stem, meaning] of second) first.get(stem)?.push(meaning);
  return first;
}

let known: ReadonlyMap<string, readonly string[]> | undefined;
const NONE: readonly string[] = [];

/**
 * What a word means in news on this subject: the commoner meaning first, at most two, none for words unknown.
 * @param stem Porter's stem, as `Unit.form` has it
 */
export function meaningsOf(stem: string): readonly string[] {
  known ??= byStem();
  return known.get(stem) ?? NONE;
}
