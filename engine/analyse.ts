import { earlierOf, mayConcern } from './en/gate';
import { sentencesOf } from './en/sentences';
import { matchesOf, namesSubject } from './judge';
import type { Model } from './model';
import type { Claim, Sentence, Span } from './types';
import { visible } from './visible';

export interface AnalyseOptions {
  readonly model: Model;
  /** Confidence from which a match is shown, 0 to 1; the model's own default where left out. */
  readonly threshold?: number;
}

/**
 * Code units of the longest sentence that is read. Prose has none such; what nobody punctuated (a table, a list of
 * names, a page that means ill) would take time that grows with the square of its length.
 */
const LONGEST = 3_000;

/**
 * The claims of a text, in order: how pages, pasted text and documents are read.
 *
 * A sentence that names the subject, or refers back to one that does, is judged at once. An editorial says "we" and "the
 * alliance", a poll "66 percent" and a transcript "No.": where an article has made a claim, all its other sentences are
 * judged as well.
 * @param text English prose; a line break ends a sentence (so pass paragraphs as lines, without breaks inside)
 * @returns claims with offsets into `text` in UTF-16 code units, half-open; none overlap
 */
export function analyse(text: string, options: AnalyseOptions): Claim[] {
  const seen = visible(text);
  return claimsIn(seen.text, options).map(seen.inSource);
}

function claimsIn(text: string, { model, threshold }: AnalyseOptions): Claim[] {
  const sentences = sentencesOf(text);
  const words = (span: Span | undefined): string =>
    span && span.end - span.start <= LONGEST ? text.slice(span.start, span.end) : '';
  const concerns = sentences.map((span) => mayConcern(words(span)));
  const claims = new Map<number, Claim>();
  const sentenceAt = (at: number): Sentence => ({
    text: words(sentences[at]),
    prev: words(sentences[at - 1]),
    next: words(sentences[at + 1]),
    earlier: words(sentences[earlierOf(concerns, at) ?? -1]),
  });
  const add = (at: number, span: Span): void => {
    const sentence = sentenceAt(at);
    const matches = matchesOf(sentence, model, threshold);
    if (matches.length > 0) claims.set(at, { ...span, text: sentence.text, matches });
  };

  const heldBack: (() => void)[] = [];
  sentences.forEach((span, at) => {
    // A sentence that names nobody may still mean those of the sentence before.
    const mayName = concerns[at] || concerns[at - 1];
    if (mayName && namesSubject(sentenceAt(at))) add(at, span);
    else if (words(span)) heldBack.push(() => add(at, span));
  });

  // By the engine's own measure: a reader who wants to see less sure claims has not changed the article.
  const makesClaim = [...claims.values()].some(
    ({ matches: [best] }) => best && best.confidence >= model.header.threshold,
  );
  if (makesClaim) for (const read of heldBack) read();
  return [...claims].sort(([a], [b]) => a - b).map(([, claim]) => claim);
}
