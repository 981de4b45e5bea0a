/**
 * A compact word list that tells an article on our subject from others; for the sentinel alone.
 * It errs on the side of yes: the engine decides about sentences.
 */

const KOREA = /\b(?:korea|koreas|koreans?|seoul|rok|pyongyang|yongsan|cheong wa dae|blue house)\b/gi;
const CHINA = /\b(?:china|chinese|beijing|prc|xi jinping|thaad)\b/gi;
// Case counts here: "us" is no country.
const AMERICA =
  /\bU\.S\.|\b(?:US|USA|USFK|IPEF|Quad|[Uu]nited [Ss]tates|America|Americans?|AMERICA|Washington|WASHINGTON|White House|Pentagon|Biden|Trump)\b/g;
const INDIA = /\b(?:india|indian|new delhi|delhi|modi)\b/gi;
const RUSSIA = /\b(?:russia|russian|moscow|kremlin|putin|s-400)\b/gi;
const POLICY =
  /\b(?:allian\w+|ally|allies|diploma\w+|foreign|security|defen[cs]e|military|missiles?|troops|treaty|summit|sanctions|tariffs?|minister\w*|ambassador|strateg\w+|autonomy|nuclear|deterrence|indo-pacific|export controls|semiconductors?|trade war|rivalry|president)\b/gi;

/** Characters of the text that are looked at. */
const LOOKED_AT = 12_000;

/** More of any kind of term says nothing more. */
const ENOUGH = 2;

/**
 * Whether a text is on South Korea between the United States and China, or on India between Russia and America.
 * @param title the page's headline; a term in it is enough of its kind.
 * @param text the beginning of its body, plain text.
 */
export function isOnSubject(title: string, text: string): boolean {
  const body = text.slice(0, LOOKED_AT);
  const count = (terms: RegExp) => (occurrences(title, terms) > 0 ? ENOUGH : occurrences(body, terms));
  const america = count(AMERICA);
  const policy = () => count(POLICY);
  const between = (home: number, other: number) =>
    home >= 2 && ((america >= 1 && other >= 1) || (america + other >= 2 && policy() >= 2));
  if (between(count(KOREA), count(CHINA))) return true;
  return between(count(INDIA), count(RUSSIA)) && policy() >= 1;
}

/** Occurrences of global terms, counted no further than is needed. */
function occurrences(text: string, terms: RegExp): number {
  terms.lastIndex = 0;
  let found = 0;
  while (found < ENOUGH && terms.test(text)) found++;
  return found;
}
