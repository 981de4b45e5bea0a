import { earlierOf, mayConcern } from './en/gate';
import { sentencesOf } from './en/sentences';
import type { Sentence } from './types';
import { visible } from './visible';

/** Words that the reader chose in an article. */
export interface Passage {
  readonly text: string;
  /** The article's text above and below, a line for each paragraph; as much as is near, empty where there is none. */
  readonly before: string;
  readonly after: string;
}

/** A passage with its neighbours, as `analyse` has them with a sentence of the article. */
export function sentenceOf({ text, before, after }: Passage): Sentence {
  const above = sentencesIn(before);
  const own = visible(text).text;
  const concerns = [...above, own].map(mayConcern);
  return {
    text: own,
    prev: above.at(-1) ?? '',
    next: sentencesIn(after)[0] ?? '',
    earlier: above[earlierOf(concerns, above.length) ?? -1] ?? '',
  };
}

/** The sentences of a text; what is left of one before or after the passage's own words has words, too. */
function sentencesIn(source: string): string[] {
  const { text } = visible(source);
  const sentences = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
  return sentences.filter((sentence) => /\p{L}/u.test(sentence));
}
