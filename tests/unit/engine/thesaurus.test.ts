import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALIGNMENT } from '../../../engine/en/meanings/alignment';
import { POWER } from '../../../engine/en/meanings/power';
import { meaningsOf, THEMES } from '../../../engine/en/meanings/thesaurus';
import { stemOf } from '../../../engine/en/stems';
import { ENGINE_VERSION } from '../../../engine/version';

const entries = THEMES.flatMap((theme) => Object.entries(theme));
const wordsOf = (words: string): string[] => words.split(/\s+/);

describe('the thesaurus', () => {
  it.each([
    ['support', ['support']],
    ['backers', ['support']],
    ['lifeline', ['support']],
    ['coerced', ['pressure']],
    ['tightrope', ['balance']],
    ['forces', ['troops', 'pressure']],
    ['zyzzyva', []],
  ])('knows what "%s" means, the commoner meaning first', (word, meanings) => {
    expect(meaningsOf(stemOf(word))).toEqual(meanings);
  });

  it('keeps what points one way apart from what points the other', () => {
    for (const word of wordsOf(ALIGNMENT.improve ?? ''))
      expect(wordsOf(ALIGNMENT.worsen ?? '')).not.toContain(word);
    for (const word of wordsOf(POWER.yield ?? '')) expect(wordsOf(POWER.defy ?? '')).not.toContain(word);
  });

  it('names each meaning once', () => {
    const names = entries.map(([meaning]) => meaning);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('gives each stem one first meaning, and a second only beside a first', () => {
    const [first, second] = [false, true].map((bracketed) =>
      entries
        .flatMap(([, words]) => wordsOf(words))
        .filter((word) => word.startsWith('(') === bracketed)
        .map((word) => stemOf(word.replace(/^\(|\)$/g, ''))),
    ) as [string[], string[]];
    expect(first.filter((stem, at) => first.indexOf(stem) !== at)).toEqual([]);
    expect(second.filter((stem, at) => second.indexOf(stem) !== at)).toEqual([]);
    expect(second.filter((stem) => !first.includes(stem))).toEqual([]);
  });

  it('is the one the weights were fitted with: change a meaning, and train anew', () => {
    const released: Record<string, string> = JSON.parse(
      readFileSync('training/released-meanings.json', 'utf8'),
    );
    const stems = new Set(
      entries.flatMap(([, words]) => wordsOf(words).map((word) => stemOf(word.replace(/^\(|\)$/g, '')))),
    );
    const all = [...stems].sort().map((stem) => [stem, ...meaningsOf(stem)].join(' '));
    const sha256 = createHash('sha256').update(all.join('\n')).digest('hex');
    expect(
      released[ENGINE_VERSION],
      `once trained: "${ENGINE_VERSION}": "${sha256}" in training/released-meanings.json`,
    ).toBe(sha256);
  });
});
