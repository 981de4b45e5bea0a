import type { Page } from '../annotations/types';
import { dayOf, oneLine, safeUrl, wellFormed } from './citation';
import { escapeMarkdown } from './markdown';

/**
 * A page's summary as Markdown: the sentences, and the article they are about.
 * @param sentences plain text, as the popup shows it
 */
export function summaryAsMarkdown(page: Page, sentences: readonly string[]): string {
  const title = escapeMarkdown(oneLine(page.title || page.url));
  const url = safeUrl(page.url).replace(
    /[()<>]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const facts = [oneLine(page.outlet), dayOf(page.published)].filter(Boolean).map(escapeMarkdown).join(', ');
  const source = [url ? `[${title}](${url})` : title, facts].filter(Boolean).join(', ');
  return wellFormed(`${sentences.map(escapeMarkdown).join(' ')}\n\n${source}\n`);
}
