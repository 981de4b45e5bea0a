import type { Span } from '../types';

/** A word, number or mark of the text. `lower` has typographic apostrophes made plain. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  readonly word: boolean;
}

// Dotted abbreviations first ("U.S.", "D.P.R.K."), then words with inner apostrophes, numbers, single marks.
const TOKEN =
  /(?:\p{Lu}\.){2,}|\p{Lu}\.(?=\s?\p{Lu})|[\p{L}\p{M}]+(?:['’](?![sS]\b)[\p{L}]+)*|['’][sS]\b|\d+(?:[.,]\d+)*|[^\s\p{L}\p{M}\d]/gu;

/**
 * Cuts a sentence into tokens. Possessive 's is a token of its own; hyphens separate words, so that
 * "U.S.-South Korea" shows both its actors.
 * @param text any text; offsets are UTF-16 code units into it
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const token = match[0];
    const lower = token.toLowerCase().replaceAll('’', "'");
    const word = /[\p{L}\d]/u.test(token) && lower !== "'s";
    tokens.push({ start: match.index, end: match.index + token.length, text: token, lower, word });
  }
  return tokens;
}
