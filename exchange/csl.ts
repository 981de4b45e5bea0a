import type { Annotation } from '../annotations/types';
import { itemsOf } from './bibliography';
import { dayOf } from './citation';

/** The articles as CSL-JSON (citationstyles.org, schema 1.0.2), with the claims and notes in `note`. */
export function toCsl(annotations: readonly Annotation[]): string {
  const items = itemsOf(annotations).map(
    ({ key, title, outlet, url, language, published, accessed, notes, tags }) => ({
      id: key,
      type: 'article-newspaper',
      title,
      ...(outlet ? { 'container-title': outlet } : {}),
      ...(url ? { URL: url } : {}),
      ...(language ? { language } : {}),
      ...(published.length ? { issued: { 'date-parts': [published] } } : {}),
      accessed: { 'date-parts': [dayOf(accessed).split('-').map(Number)] },
      ...(tags.length ? { keyword: tags.join(', ') } : {}),
      note: notes.join('\n'),
    }),
  );
  return `${JSON.stringify(items, null, 2)}\n`;
}
