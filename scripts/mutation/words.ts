/** Words, apostrophes within them included; what is written without blanks is parted further. */
const WORD = /[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d]+(?:[’'][\p{L}\p{N}\p{M}]+)*/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A word and where it begins in its text (code units). */
interface Word {
  readonly start: number;
  readonly text: string;
}

/** The words of a text in order; Chinese, Japanese and Thai by dictionary (`Intl.Segmenter`). */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: run, index }) => {
    if (!UNSPACED.test(run)) return [{ start: index, text: run }];
    return [...segmenter.segment(run)].map((part) => ({ start: index + part.index, text: part.segment }));
  });
}

/** The text with each word changed; `change` is given the word and its number. */
export function withEachWord(text: string, change: (word: string, at: number) => string): string {
  let changed = '';
  let end = 0;
  for (const [at, word] of wordsIn(text).entries()) {
    changed += text.slice(end, word.start) + change(word.text, at);
    end = word.start + word.text.length;
  }
  return changed + text.slice(end);
}

/** The different words of a text, in lower case. */
export function vocabularyOf(text: string): Set<string> {
  return new Set(wordsIn(text).map((word) => word.text.toLowerCase()));
}
