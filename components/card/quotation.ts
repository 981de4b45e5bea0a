import type { Annotation } from '../../annotations/types';
import { dateWords, unquoted } from '../words';

/** A claim's sentence with its source, for a text of the reader's: quotation; authors, title, outlet and date. */
export function quotationOf({ target, page }: Annotation): string {
  const sentence = target.quote.exact.replace(/\s+/g, ' ').trim();
  const title = page.title && `“${unquoted(page.title)}”`;
  const day = page.published && dateWords(page.published);
  const source = [...(page.authors ?? []), title, page.outlet, day].filter(Boolean).join(', ');
  return [`“${unquoted(sentence)}”`, source].filter(Boolean).join('\n');
}
