import { mayConcern } from './en/gate';
import { sentencesOf } from './en/sentences';
import { judge } from './judge';
import type { Model } from './model';
import type { Claim, Span } from './types';

export interface AnalyseOptions {
  readonly model: Model;
  /** Confidence from which a match is shown; the model's own default where left out. */
  readonly threshold?: number;
}

/**
 * Code units of the longest sentence that is read. Prose has none such; what nobody punctuated (a table, a list of
 * names, a page that means ill) would take time that grows with the square of its length.
 */
const LONGEST = 3_000;

/**
 * The engine's one public door: the claims of a text, in order.
 * @param text English prose; a line break ends a sentence (so pass paragraphs as lines, without breaks inside)
 * @returns claims with offsets into `text` in UTF-16 code units, half-open; none overlap
 */
export function analyse(text: string, { model, threshold }: AnalyseOptions): Claim[] {
  const claims: Claim[] = [];
  const sentences = sentencesOf(text);
  const words = (span: Span | undefined): string =>
    span && span.end - span.start <= LONGEST ? text.slice(span.start, span.end) : '';
  let last = false;
  sentences.forEach((span, at) => {
    const own = words(span);
    const concerns = mayConcern(own);
    // A sentence that names nobody may still mean those of the sentence before.
    const look = concerns || last;
    last = concerns;
    if (!look) return;
    const { matches } = judge(
      { text: own, prev: words(sentences[at - 1]), next: words(sentences[at + 1]) },
      model,
      threshold,
    );
    if (matches.length > 0) claims.push({ ...span, text: own, matches });
  });
  return claims;
}
