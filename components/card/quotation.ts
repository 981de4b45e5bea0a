import type { Annotation } from '../../annotations/types';
import { dateWords, unquoted } from '../words';

/** A claim's sentence with its source, for a text of the reader's: quotation; title, outlet and date. */
export function quotationOf({ target, page }: Annotation): string {
  const sentence = target.quote.exact.replace(/\s+/g, ' ').trim();
  const title = page.title && `“${unquoted(page.title)}”`;
  const source = [title, page.outlet, page.published && dateWords(page.published)].filter(Boolean).join(', ');
  return [`“${unquoted(sentence)}”`, source].filter(Boolean).join('\n');
}
