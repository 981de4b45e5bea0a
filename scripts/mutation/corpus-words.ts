import { pick, type Random } from '../random';
import { type CorpusPage, isQuotable } from './corpus';
import { sentencesIn } from './page';
import { vocabularyOf, wordsIn } from './words';

/** Shares of a sentence's words that make another one its lookalike: half at least, but not two in three. */
const LOOKALIKE = { least: 1 / 2, below: 2 / 3 };

/** What a corpus offers to edits of one of its pages. */
export interface Stock {
  /** Words of three letters or more; of any length where they are written without blanks. */
  readonly words: readonly string[];
  /** Sentences of the other pages. */
  readonly sentences: readonly string[];
  /** A sentence that resembles this one; undefined where there is none. */
  readonly lookalike: (text: string, random: Random) => string | undefined;
}

/** The words and sentences of a corpus. */
export class CorpusWords {
  private readonly words: readonly string[];
  private readonly vocabularies: readonly ReadonlySet<string>[];
  /** Word → numbers of the sentences it stands in. */
  private readonly places = new Map<string, number[]>();

  /** @param sentences all of them, none twice */
  private constructor(private readonly sentences: readonly string[]) {
    this.words = [...new Set(sentences.flatMap((text) => wordsIn(text).map((word) => word.text)))].filter(
      (word) => word.length >= 3 || /[^ -ɏ]/u.test(word),
    );
    this.vocabularies = sentences.map(vocabularyOf);
    for (const [i, vocabulary] of this.vocabularies.entries()) {
      for (const word of vocabulary) {
        const known = this.places.get(word);
        if (known) known.push(i);
        else this.places.set(word, [i]);
      }
    }
  }

  static of(pages: readonly CorpusPage[]): CorpusWords {
    const sentences = pages.flatMap(({ page }) => sentencesIn(page).map(({ text }) => text));
    return new CorpusWords([...new Set(sentences)].filter(isQuotable));
  }

  /** What there is for edits of this page. */
  without({ page }: CorpusPage): Stock {
    const own = new Set(sentencesIn(page).map(({ text }) => text));
    return {
      words: this.words,
      sentences: this.sentences.filter((text) => !own.has(text)),
      lookalike: (text, random) => this.lookalike(text, random),
    };
  }

  private lookalike(text: string, random: Random): string | undefined {
    const own = vocabularyOf(text);
    const shared = new Map<number, number>();
    for (const word of own)
      for (const i of this.places.get(word) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1);
    const found: string[] = [];
    for (const [i, count] of shared) {
      // Whichever of the two the share is counted of.
      const share = count / Math.max(own.size, this.vocabularies[i]?.size ?? 0);
      const ofOwn = count / own.size;
      if (share >= LOOKALIKE.least && ofOwn < LOOKALIKE.below) found.push(this.sentences[i] ?? '');
    }
    return found.length > 0 ? pick(found, random) : undefined;
  }
}
