/** Where the words a reader looks for stand in a text. */
import { queryIn } from './search-query';
import { isCjk, queryTerms } from './search-terms';

/**
 * What to mark in a text that was found: the words of what was typed, as the search takes them (the last one by its
 * beginning). A word found in spite of a typing error or without its accents stays unmarked.
 * @returns a pattern with the flag `g`; null where no words are looked for
 */
export function hitsOf(typed: string): RegExp | null {
  const terms = queryTerms(queryIn(typed).words);
  if (terms.length === 0) return null;
  // Terms are letters and digits only.
  const parts = terms.map((term, i) => {
    if (isCjk(term)) return term;
    return `(?<![\\p{L}\\p{N}])${term}${i === terms.length - 1 ? '' : '(?![\\p{L}\\p{N}])'}`;
  });
  return new RegExp(parts.join('|'), 'giu');
}
