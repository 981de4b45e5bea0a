import { argumentOf, essayOf } from './catalogue';
import { paragraphEnds } from './paragraphs';
import type { ArgumentId, Essay } from './types';

/** Percent-encodes a text directive's part; `-`, `,` and `&` are its syntax (WICG Scroll To Text Fragment). */
function directivePart(text: string): string {
  return encodeURIComponent(text).replace(/-/g, '%2D');
}

/** The essay's address, opening at the argument's paragraph in browsers that know text fragments. */
export function paragraphLink(id: ArgumentId): string {
  const { essay, paragraph } = argumentOf(id);
  const ends = paragraphEnds[essay][paragraph];
  const url = essayOf(essay).url;
  return ends ? `${url}#:~:text=${ends.map(directivePart).join(',')}` : url;
}

/** "Robert Kelly, CGTN, 2 April 2021"; publisher and date alone where the text names no author. */
export function creditOf(essay: Essay, locale = 'en-GB'): string {
  const [year = 0, month = 1, day] = essay.published.split('-').map(Number);
  const date = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    ...(day ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(Date.UTC(year, month - 1, day ?? 1));
  return [essay.author, essay.publisher, date].filter(Boolean).join(', ');
}
