/**
 * Hypothesis' quote matcher, restated from its published method (client, `src/annotator/anchoring/match-quote.ts`) for
 * comparison only: every stretch of the text that differs from the quote by at most half its letters (and 256) is a
 * match, and the one is taken that scores best of quote (50), prefix (20), suffix (20) and position (2). There is no
 * floor below which nothing is found. It is a restatement, not their code; the search is the package they use.
 */
import approximate, { type Match } from 'approx-string-match';
import type { Target } from '../../annotations/types';
import type { Span } from '../../engine/types';

const MOST_ERRORS = 256;
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };

function search(text: string, quote: string, errors: number): Match[] {
  const exact: Match[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    exact.push({ start: at, end: at + quote.length, errors: 0 });
  return exact.length > 0 ? exact : approximate(text, quote, errors);
}

/** How well a text agrees with what was stored, 0 to 1. */
function agreement(text: string, stored: string): number {
  if (stored === '') return 1;
  if (text === '') return 0;
  const [first] = search(text, stored, stored.length);
  return first ? 1 - first.errors / stored.length : 0;
}

/** Where the target is in the text; null where no stretch comes within half of its letters. */
export function matchQuote({ quote, position }: Target, text: string): Span | null {
  const { exact, prefix, suffix } = quote;
  let best: Span | null = null;
  let most = -1;
  for (const { start, end, errors } of search(text, exact, Math.min(MOST_ERRORS, exact.length / 2))) {
    const score =
      WEIGHTS.quote * (1 - errors / exact.length) +
      WEIGHTS.prefix * agreement(text.slice(Math.max(0, start - prefix.length), start), prefix) +
      WEIGHTS.suffix * agreement(text.slice(end, end + suffix.length), suffix) +
      WEIGHTS.position * (1 - Math.abs(start - position.start) / text.length);
    if (score <= most) continue;
    most = score;
    best = { start, end };
  }
  return best;
}
