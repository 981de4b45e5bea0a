import { withoutTracking } from '../../annotations/address';
import { withoutFragment } from '../../annotations/route';
import type { Span } from '../../engine/types';

/** Words taken at each end, and of context, before the whole quote is written out. */
const FEWEST = 3;
const MOST = 8;

/**
 * The shortest link that opens a page at a span and nowhere else: `url#:~:text=[prefix-,]start[,end][,-suffix]`.
 * @param url the page's address; a fragment of its own is dropped, unless it is a route, and so is what tracks a reader.
 * @param span half-open code units over `text`.
 * @param text the page's text.
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function textFragmentLink(url: string, span: Span, text: string): string {
  const page = squeeze(text.slice(0, span.start)).trimStart();
  const quote = squeeze(text.slice(span.start, span.end)).trim();
  const rest = squeeze(text.slice(span.end));
  const whole = (page + quote + rest).toLowerCase();
  const at = page.length;
  const address = withoutTracking(withoutFragment(url));
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${directive(quote, page, rest, whole, at)}`;
}

function directive(quote: string, before: string, after: string, whole: string, at: number): string {
  const words = quote.split(' ');
  for (let n = FEWEST; n * 2 < words.length && n <= MOST; n++) {
    const start = words.slice(0, n).join(' ');
    const end = words.slice(-n).join(' ');
    const firstEnd = whole.indexOf(end.toLowerCase(), at + start.length);
    if (whole.indexOf(start.toLowerCase()) === at && firstEnd + end.length === at + quote.length) {
      return `${escaped(start)},${escaped(end)}`;
    }
  }
  if (whole.indexOf(quote.toLowerCase()) === at) return escaped(quote);
  const left = lineBefore(before);
  const right = lineAfter(after);
  for (let n = FEWEST; n <= MOST; n++) {
    const prefix = left.slice(-n).join(' ');
    const suffix = right.slice(0, n).join(' ');
    const found = whole.indexOf(`${prefix} ${quote}`.toLowerCase());
    if (prefix && found >= 0 && found + prefix.length + 1 === at)
      return `${escaped(prefix)}-,${escaped(quote)}`;
    if (suffix && whole.indexOf(`${quote} ${suffix}`.toLowerCase()) === at) {
      return `${escaped(quote)},-${escaped(suffix)}`;
    }
  }
  const prefix = left.slice(-MOST).join(' ');
  const suffix = right.slice(0, MOST).join(' ');
  return `${prefix ? `${escaped(prefix)}-,` : ''}${escaped(quote)}${suffix ? `,-${escaped(suffix)}` : ''}`;
}

/** Words before the quote, joined to it by a blank; without one the word before may be glued to it by a block's end. */
function lineBefore(before: string): string[] {
  return before.endsWith(' ') ? before.trim().split(' ') : [];
}

function lineAfter(after: string): string[] {
  return after.startsWith(' ') ? after.trim().split(' ') : [];
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/**
 * Percent-encoded; commas and ampersands part directives, a hyphen marks context, so it is encoded as well. Half a
 * surrogate pair, which a page may hold, has no encoding: it becomes U+FFFD, as it does when the page is sent as UTF-8.
 */
function escaped(text: string): string {
  const whole = text.replace(/\p{Surrogate}/gu, '\ufffd');
  return encodeURIComponent(whole).replace(/-/g, '%2D');
}
