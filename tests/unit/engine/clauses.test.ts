import { expect, it } from 'vitest';
import { clausesOf } from '../../../engine/en/clauses';

it('the clauses of a sentence are all of it, in order; one of seven words stands by itself', () => {
  const text =
    'Exports to China rose again last month, while officials in Seoul worried about pressure from Beijing, as before.';
  const clauses = clausesOf(text);
  expect(clauses).toHaveLength(2);
  expect(clauses.join(' ')).toBe(text);
  expect(clauses[0]).toBe('Exports to China rose again last month,');
});

it('a sentence that is all one piece has none, however long', () => {
  expect(clausesOf('The ministry in Seoul kept silent about the new missile shield all week.')).toEqual([]);
});
