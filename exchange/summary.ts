import type { Page } from '../annotations/types';
import { sourceOf, wellFormed } from './citation';
import { escapeMarkdown, link } from './markdown';

/**
 * A page's summary as Markdown: the sentences, and the article they are about.
 * @param sentences plain text, as the popup shows it
 */
export function summaryAsMarkdown(page: Page, sentences: readonly string[]): string {
  const facts = escapeMarkdown(sourceOf(page));
  const source = [link(page.title || page.url, page.url), facts].filter(Boolean).join(', ');
  return wellFormed(`${sentences.map(escapeMarkdown).join(' ')}\n\n${source}\n`);
}
