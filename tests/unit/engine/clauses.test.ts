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

it('a long sentence is parted at its joints, each piece long enough to say something', () => {
  const text =
    'The ministry said on Monday that exports rose again last month, while officials in Seoul worried about pressure from Beijing over the shield, which arrived in spring.';
  const clauses = clausesOf(text);
  expect(clauses).toHaveLength(2);
  expect(clauses[1]).toMatch(/^while officials/);
  for (const clause of clauses) expect(clause.split(/\s+/).length).toBeGreaterThanOrEqual(7);
});

it.each(['', 'Seoul waits.', 'A short one, and done.'])('a short one is left whole: "%s"', (text) => {
  expect(clausesOf(text)).toEqual([]);
});
