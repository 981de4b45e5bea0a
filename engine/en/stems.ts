import { stemmer } from 'stemmer';

const stems = new Map<string, string>();

/**
 * Porter's stem (1980) of a lower-case word, remembered, since news repeats itself.
 */
export function stemOf(word: string): string {
  let stem = stems.get(word);
  if (stem === undefined) {
    if (stems.size > 50_000) stems.clear();
    stem = stemmer(word);
    stems.set(word, stem);
  }
  return stem;
}
