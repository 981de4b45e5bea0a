/**
 * A near-duplicate fingerprint of an article's text: MinHash over word shingles (A. Broder, "On the resemblance and
 * containment of documents", 1997), one byte of each minimum (b-bit minwise hashing, Li and König 2010).
 */
import { hash32, normaliseQuote } from './quote-hash';

/** Minima kept. The estimate's standard deviation is at most √(¼ / 64) = 0.0625. */
const HASHES = 64;
/** Words a shingle; shorter ones are shared by texts on one topic. */
const SHINGLE = 3;
/** Less text than this (a teaser, a paywall's notice) says nothing of identity. */
const FEWEST_WORDS = 80;

/**
 * From this resemblance on (share of common shingles) two texts have more in common than a topic: articles on one share
 * less than 0.1, save for paragraphs of background that an outlet prints again. Editing one word in ten leaves about
 * 0.9³ of the shingles whole, a resemblance of 0.57. 0.3 is more than three standard deviations from both.
 */
export const SHARED_TEXT = 0.3;
/** From this one on eight ninths of each text stand in the other too, which repeated background alone hardly makes. */
export const SAME_TEXT = 0.8;

const CHARACTERS = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu;

/** Odd multipliers and offsets of the 64 hash functions, from a fixed linear congruence (Numerical Recipes). */
const functions = (() => {
  let state = 20261121;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  return Array.from({ length: HASHES }, () => [next() | 1, next()] as const);
})();

/** A text's words, of scripts without blanks its characters, as fingerprints have them. */
export function wordsOf(text: string): readonly string[] {
  return normaliseQuote(text).match(CHARACTERS) ?? [];
}

/**
 * The fingerprint of an article's text.
 * @param text the article's blocks, joined
 * @returns 128 hex digits, or the empty string where there is too little text
 */
export function fingerprintOf(text: string): string {
  const words = wordsOf(text);
  if (words.length < FEWEST_WORDS) return '';
  const minima = new Uint32Array(HASHES).fill(0xffffffff);
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    const hash = hash32(words.slice(i, i + SHINGLE).join(' '));
    functions.forEach(([factor, offset], k) => {
      const mixed = Math.imul(hash ^ (hash >>> 15), factor) + offset;
      const value = (mixed ^ (mixed >>> 13)) >>> 0;
      if (value < (minima[k] ?? 0)) minima[k] = value;
    });
  }
  return Array.from(minima, (minimum) => (minimum & 0xff).toString(16).padStart(2, '0')).join('');
}

/**
 * How alike two fingerprinted texts are: estimated share of common shingles, 0 to 1. 0 where either has none.
 */
export function resemblance(a: string, b: string): number {
  if (a.length !== HASHES * 2 || b.length !== HASHES * 2) return 0;
  let same = 0;
  for (let i = 0; i < a.length; i += 2) if (a.slice(i, i + 2) === b.slice(i, i + 2)) same++;
  // One in 256 bytes agrees by chance.
  const chance = 1 / 256;
  return Math.max(0, (same / HASHES - chance) / (1 - chance));
}
