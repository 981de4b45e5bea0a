import { localDay } from '../annotations/local-day';
import { bibliography, type Item } from './bibliography';
import { joining, type OpenWriter } from './writer';

function entry({ key, title, authors, outlet, url, language, published, accessed, notes, tags }: Item) {
  return {
    id: key,
    type: 'article-newspaper',
    title,
    // As they stand: which part is the family's name, a byline does not say.
    ...(authors.length ? { author: authors.map((literal) => ({ literal })) } : {}),
    ...(outlet ? { 'container-title': outlet } : {}),
    ...(url ? { URL: url } : {}),
    ...(language ? { language } : {}),
    ...(published.length ? { issued: { 'date-parts': [published] } } : {}),
    accessed: { 'date-parts': [localDay(accessed).split('-').map(Number)] },
    ...(tags.length ? { keyword: tags.join(', ') } : {}),
    note: notes.join('\n'),
  };
}

/** The articles as CSL-JSON (citationstyles.org, schema 1.0.2), with the claims and notes in `note`. */
export const cslWriter: OpenWriter = (_, options) => {
  const join = joining(',\n');
  const written = (items: readonly Item[]) => join(items.map((item) => JSON.stringify(entry(item), null, 1)));
  const { itemsOf, others } = bibliography(options);
  return {
    head: '[\n',
    slice: (annotations) => written(itemsOf(annotations)),
    foot: () => `${written(others())}\n]\n`,
  };
};
