/** Whether two pages of one site, read at different addresses, are one article. */
import { resemblance, SAME_TEXT, SHARED_TEXT, wordsOf } from './fingerprint';
import { publishedDay } from './local-day';
import type { Page } from './types';

/** Share of the shorter title's words from which on two titles are one, perhaps with a word before or after it. */
const SAME_TITLE = 2 / 3;

type Known = Pick<Page, 'title' | 'outlet' | 'published' | 'fingerprint'>;

/**
 * Whether two pages of one site are one article: a print view, an AMP twin, an article that moved or was updated.
 * Sharing text is not enough, since an agency's briefs of one week share paragraphs of background: two more of three
 * must agree, the day, the title, and nearly all of the text.
 * @param a, b each with its title, outlet, date (ISO 8601, empty where unknown) and fingerprint
 */
export function isSameArticle(a: Known, b: Known): boolean {
  const alike = resemblance(a.fingerprint, b.fingerprint);
  if (alike < SHARED_TEXT) return false;
  const agreeing = [isOfOneDay(a.published, b.published), hasOneTitle(a, b), alike >= SAME_TEXT];
  return agreeing.filter(Boolean).length >= 2;
}

/** Also where either is unknown: a print view often has no date. One time may be written with two offsets. */
function isOfOneDay(a: string, b: string): boolean {
  const [left, right] = [publishedDay(a), publishedDay(b)];
  return !left || !right || left === right || Date.parse(a) === Date.parse(b);
}

/** The outlet's name, which many pages add, is no part of a title. */
function hasOneTitle(a: Known, b: Known): boolean {
  const outlet = new Set([...wordsOf(a.outlet), ...wordsOf(b.outlet)]);
  const [left, right] = [a, b].map(
    ({ title }) => new Set(wordsOf(title).filter((word) => !outlet.has(word))),
  ) as [Set<string>, Set<string>];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared > 0 && shared >= SAME_TITLE * Math.min(left.size, right.size);
}
