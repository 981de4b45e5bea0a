import { localDay } from '../annotations/local-day';
import { bibliography, type Item } from './bibliography';
import { joining, type OpenWriter } from './writer';

function entry({ title, authors, outlet, url, language, published, accessed, notes, tags }: Item): string {
  const [year = '', month, day] = published.map((part) => String(part).padStart(2, '0'));
  const date = year && `${year}/${month ?? ''}/${day ?? ''}/`;
  const lines: [tag: string, value: string][] = [
    ['TY', 'NEWS'],
    ['TI', title],
    ...authors.map((author): [string, string] => ['AU', author]),
    ['T2', outlet],
    ['PY', year],
    ['DA', date],
    ['UR', url],
    ['LA', language],
    ['Y2', localDay(accessed).replaceAll('-', '/')],
    ...tags.map((tag): [string, string] => ['KW', tag]),
    ...notes.map((note): [string, string] => ['N1', note]),
  ];
  const filled = lines.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value}`);
  return [...filled, 'ER  - ', ''].join('\r\n');
}

/**
 * The articles in RIS, the exchange format of reference managers, with the claims and notes attached (one `N1` each).
 * A newspaper article on the web is of type NEWS; lines end in CRLF as the format asks.
 */
export const risWriter: OpenWriter = (_, options) => {
  const join = joining('\r\n');
  const { itemsOf, others } = bibliography(options);
  return {
    head: '',
    slice: (annotations) => join(itemsOf(annotations).map(entry)),
    foot: () => join(others().map(entry)),
  };
};
