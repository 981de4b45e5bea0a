/** Quotes that stand where they stood: all of them at the first visit to an article. */
import type { Target } from '../../annotations/types';

/** A quote of at least this many characters is told by one of its sides where it stands once on a page, in its place. */
const TELLING = 24;

/**
 * Whether the quote stands, letter for letter and with the same surroundings, where it was last seen. On one side these
 * may have changed, or been written down from less than the page, if it stands there alone. A side of which nothing was
 * written down agrees: a headline has nothing before it, and below it a line with the author, which is no block.
 */
export function standsWhereItWas(target: Target, text: string): boolean {
  const { start, end } = target.position;
  const { exact, prefix, suffix } = target.quote;
  if (end - start !== exact.length || text.slice(start, end) !== exact || exact.trim() === '') return false;
  const [before, after] = [agreesBefore(text, start, prefix), agreesAfter(text, end, suffix)];
  if (before && after) return true;
  const isTold = (before || after) && exact.length >= TELLING;
  return isTold && text.indexOf(exact) === start && text.indexOf(exact, end) < 0;
}

/** Compares backwards from `at`, blanks left out of account on both sides. */
function agreesBefore(text: string, at: number, prefix: string): boolean {
  if (at >= prefix.length && text.slice(at - prefix.length, at) === prefix) return true;
  for (let i = at - 1, k = prefix.length - 1; k >= 0; ) {
    const stored = prefix.charCodeAt(k);
    const found = text.charCodeAt(i);
    if (stored === found) {
      i--;
      k--;
    } else if (isBlank(stored)) k--;
    else if (isBlank(found)) i--;
    else return false;
  }
  return true;
}

function agreesAfter(text: string, at: number, suffix: string): boolean {
  if (text.slice(at, at + suffix.length) === suffix) return true;
  for (let i = at, k = 0; k < suffix.length; ) {
    const stored = suffix.charCodeAt(k);
    const found = text.charCodeAt(i);
    if (stored === found) {
      i++;
      k++;
    } else if (isBlank(stored)) k++;
    else if (isBlank(found)) i++;
    else return false;
  }
  return true;
}

/** What `\s` means, without a regular expression for each character: East Asian pages write U+3000. */
function isBlank(code: number): boolean {
  if (code < 0xa0) return code === 32 || (code >= 9 && code <= 13);
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}
