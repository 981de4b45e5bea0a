import { type Folded, fold } from './fold';

/** Where each word of a folded text stands: word → its places in the order of words. */
interface WordIndex {
  readonly words: readonly string[];
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** A page's text with what searching needs, made when first asked for and shared by all quotes. */
export class Searchable {
  private foldedText: Folded | undefined;
  private wordIndex: WordIndex | undefined;

  /** @param text the page's text (`PageText.text`); all offsets are over it unless said otherwise. */
  constructor(readonly text: string) {}

  get folded(): Folded {
    this.foldedText ??= fold(this.text);
    return this.foldedText;
  }

  get index(): WordIndex {
    this.wordIndex ??= indexWords(wordsOf(this.folded));
    return this.wordIndex;
  }
}

/** The words of a folded text in order. */
export function wordsOf(folded: Folded): string[] {
  return folded.wordStarts.map((start, i) => folded.text.slice(start, folded.wordEnds[i]));
}

function indexWords(words: readonly string[]): WordIndex {
  const places = new Map<string, number[]>();
  for (const [place, word] of words.entries()) {
    const known = places.get(word);
    if (known) known.push(place);
    else places.set(word, [place]);
  }
  return { words, places };
}
