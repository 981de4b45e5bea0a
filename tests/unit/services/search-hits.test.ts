import { expect, it } from 'vitest';
import { hitsOf } from '../../../services/search/search-hits';

const marked = (typed: string, text: string) => {
  const pattern = hitsOf(typed);
  return pattern && [...text.matchAll(pattern)].map(([hit]) => hit);
};
const TEXT = 'Its allies said the ally’s alliance, and ALLIANCES of allies, matter. (C++)';

it.each([
  // The last word may still be being typed; of the others the whole word is meant.
  ['alliance', ['alliance', 'ALLIANCE']],
  ['all', ['all', 'all', 'all', 'ALL', 'all']],
  ['ally matter', ['ally', 'matter']],
  ['tag:trade "allies said" site:example.org', ['allies', 'said', 'allies']],
  ['a.l*', []],
  ['동맹', []],
] as const)('marks of “%s” what the search took', (typed, hits) => {
  expect(marked(typed, TEXT)).toEqual(hits);
});

it('marks within a run of Korean, and nothing where no words are looked for', () => {
  expect(marked('한미동맹', '굳건한 한미동맹을')?.join('')).toContain('한미');
  for (const typed of ['', '  ', 'tag:trade', 'tag:']) expect(hitsOf(typed)).toBeNull();
});
