/**
 * Meanings and their words: one form for every stem, near-synonyms side by side. A word in brackets has its first
 * meaning elsewhere.
 */
export type Meanings = Readonly<Record<string, string>>;
