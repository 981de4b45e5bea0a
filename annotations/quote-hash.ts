const PLAIN = /^[\t\n\r -~]*$/;

/**
 * A quote without what typesetting changes: form, case, kinds of quotation marks and dashes, signs that show nothing,
 * spacing. Two quotes with the same normal form are the same sentence.
 */
export function normaliseQuote(quote: string): string {
  // Most quotes are plain: no sign of theirs has another form.
  if (PLAIN.test(quote)) return quote.replace(/\s+/g, ' ').trim().toLowerCase();
  return quote
    .normalize('NFKC')
    .replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** 32-bit hash of a text, unsigned: one lane of MurmurHash3's mixing (Appleby, public domain) over UTF-16 code units. */
export function hash32(text: string, seed = 0): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0xcc9e2d51);
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * 64-bit hash of a quote's normal form, 16 hex digits: tells the sentences of one page apart and keeps nothing of
 * their text. Not cryptographic.
 */
export function quoteHash(quote: string): string {
  const text = normaliseQuote(quote);
  return [0x9747b28c, 0x3c6ef372].map((seed) => hash32(text, seed).toString(16).padStart(8, '0')).join('');
}
