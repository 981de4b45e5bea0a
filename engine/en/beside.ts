import type { Group } from './feature-groups';
import type { Unit } from './units';

/** For each unit the roles of the nearest actors before and after it, `0` where there is none. */
export function sidesOf(units: readonly Unit[]): { readonly left: string; readonly right: string }[] {
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

/** What `sidesOf` gives. */
export type Sides = ReturnType<typeof sidesOf>;

/**
 * Adds a word, or its meaning, with the nearest actors on its two sides: with each alone, and with both.
 * @param at the word's place among the units
 */
export function addBeside(group: Group, name: string, sides: Sides, at: number): void {
  const { left = '0', right = '0' } = sides[at] ?? {};
  group.add(`${left}<${name}`, at, at + 1);
  group.add(`${name}>${right}`, at, at + 1);
  group.add(`${left}<${name}>${right}`, at, at + 1);
}
