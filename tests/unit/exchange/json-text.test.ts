import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonBreak } from '../../../exchange/json-text';
import { hostile } from './arbitrary';

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};
/** JSON written with and without room in it. */
const json = fc
  .tuple(fc.jsonValue(), fc.constantFrom(0, 1, '\t'))
  .map(([value, room]) => JSON.stringify(value, null, room));

it.each([
  ['', 0],
  ['[1,2', 4],
  ['[1,]', 3],
  ['[1 2]', 3],
  ['{"a":1,}', 7],
  ['{a:1}', 1],
  ['{"a"1}', 4],
  ['[01]', 2],
  ['[1]]', 3],
  ['"a\nb"', 2],
  ['"a\\x"', 2],
  ['["a', 3],
  ["['a']", 1],
  ['nul', 0],
  ['{]', 1],
  ['[NaN]', 1],
  ['\u00a0[]', 0],
  [' [1, {"a": "\\u00e9\\n", "b": [-1.5e+3, true]}] ', -1],
])('%j stops being JSON at %i', (text, at) => expect(jsonBreak(text)).toBe(at));

it('says so of the same texts as the browser does', () => {
  fc.assert(
    fc.property(json, fc.nat(), fc.nat(3), hostile, (text, where, length, other) => {
      const start = where % (text.length + 1);
      const mangled = text.slice(0, start) + other + text.slice(start + length);
      expect(jsonBreak(mangled) === -1).toBe(isJson(mangled));
    }),
    { numRuns: 2000 },
  );
});

it('takes a long string and deep brackets', () => {
  expect(jsonBreak(`["${'x\\n'.repeat(1_000_000)}"`)).toBe(3_000_003);
  expect(jsonBreak('['.repeat(1_000_000))).toBe(1_000_000);
});
