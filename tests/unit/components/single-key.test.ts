// @vitest-environment jsdom
import { h, render } from 'preact';
import { expect, it, test } from 'vitest';
import { singleKey } from '../../../components/single-key';
import { SingleKeys, useSingleKeys } from '../../../components/use-single-keys';

test.each([
  ['a letter', 'j', 'KeyJ', 'j'],
  ['a letter with the shift key', 'J', 'KeyJ', 'j'],
  ['another Latin layout’s letter, wherever it is', 'j', 'KeyC', 'j'],
  ['an accented letter', 'é', 'KeyE', 'é'],
  ['a Korean layout', 'ㅓ', 'KeyJ', 'j'],
  ['a Korean layout with the shift key', 'ㄸ', 'KeyE', 'e'],
  ['a Cyrillic layout', 'о', 'KeyJ', 'j'],
  ['a sign', '?', 'Slash', '?'],
  ['a sign where others have a letter', '.', 'KeyE', '.'],
  ['a key with a name', 'ArrowDown', 'ArrowDown', 'ArrowDown'],
  ['what goes to an input method', 'Process', 'KeyJ', 'Process'],
])('%s', (_, key, code, expected) => {
  expect(singleKey({ key, code })).toBe(expected);
});

/** What the keys pressed come to, with letters and signs on or off. */
function pressed(isOn: boolean, keys: readonly (readonly [key: string, code: string])[]): string[] {
  const done: string[] = [];
  function Probe() {
    useSingleKeys({ c: () => done.push('c'), d: () => done.push('d'), Delete: () => done.push('Delete') });
    return null;
  }
  const place = document.createElement('div');
  const value = { isOn, choose: () => undefined };
  render(h(SingleKeys.Provider, { value }, h(Probe, {})), place);
  for (const [key, code] of keys) document.dispatchEvent(new KeyboardEvent('keydown', { key, code }));
  render(null, place);
  return done;
}

it('hears letters while a Korean layout is on', () => {
  expect(
    pressed(true, [
      ['ㅊ', 'KeyC'],
      ['ㅇ', 'KeyD'],
    ]),
  ).toEqual(['c', 'd']);
});

it('hears no letter where the reader has them off, and other keys all the same', () => {
  expect(
    pressed(false, [
      ['c', 'KeyC'],
      ['ㅇ', 'KeyD'],
      ['Delete', 'Delete'],
    ]),
  ).toEqual(['Delete']);
});
