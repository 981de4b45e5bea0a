/**
 * What the search takes a text apart into: words, and of Korean, Chinese and Japanese, where no blanks set words apart,
 * pairs of characters.
 */
const CJK_RUN = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

/** Whether a text is one run of Korean, Chinese or Japanese characters. */
export const isCjk = (text: string): boolean => text.match(CJK_RUN)?.[0] === text;

const ASCII = /^[\t\n\r -~]*$/;
const WORD = /[\p{L}\p{N}]+/gu;
/** A consonant or vowel that is not a syllable yet: a word still being typed. */
const JAMO = /[\u3131-\u318e\u1100-\u11ff]+/g;

/** Characters of a run by twos, and the last alone, so that each of them begins a term. */
function pairs(run: string): string[] {
  const characters = [...run];
  return characters.map((character, i) => character + (characters[i + 1] ?? ''));
}

/** A text's terms: words in lower case without accents; pairs of characters where words are not set apart. */
export function termsOf(text: string): string[] {
  if (ASCII.test(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFKC');
  const terms: string[] = [];
  for (const [word] of plain.matchAll(WORD)) {
    let last = 0;
    for (const { 0: run, index } of word.matchAll(CJK_RUN)) {
      if (index > last) terms.push(word.slice(last, index));
      for (const pair of pairs(run)) terms.push(pair);
      last = index + run.length;
    }
    if (last < word.length) terms.push(word.slice(last));
  }
  return terms;
}

/** The terms of what a reader typed: as in a text, but without the last character alone and unfinished syllables. */
export function queryTerms(typed: string): string[] {
  const terms = termsOf(typed.replace(JAMO, ' '));
  return terms.filter((term, i) => {
    const before = terms[i - 1];
    const isRest = isCjk(term) && [...term].length === 1;
    return !(isRest && before?.endsWith(term) === true && [...before].length === 2);
  });
}
