/** The articles of a set of annotations as bibliographic items, for the formats of reference managers. */
import { hash32 } from '../annotations/quote-hash';
import type { Annotation, Page } from '../annotations/types';
import { byPage, dayOf, dismissalOf, linkOf, oneLine, STANCE_WORDS, safeUrl, wellFormed } from './citation';
import { pageNotesIn, type WriteOptions } from './writer';

export interface Item {
  /** Letters, digits and dashes; unique within one file, and the article's in any other, by which it may be cited. */
  readonly key: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly outlet: string;
  readonly url: string;
  readonly language: string;
  /** Year, month and day as far as known. */
  readonly published: readonly number[];
  /** ISO 8601: when it was last annotated. */
  readonly accessed: string;
  /** One line for the note on the article, where there is one, and one for each claim. */
  readonly notes: readonly string[];
  readonly tags: readonly string[];
}

interface Bibliography {
  /** One item for each article, in the order of first mention. */
  readonly itemsOf: (annotations: readonly Annotation[]) => Item[];
  /** The articles that have a note but no claim. */
  readonly others: () => Item[];
}

/** Makes items; their keys stay unique from call to call. */
export function bibliography(options: WriteOptions): Bibliography {
  const taken = new Map<string, number>();
  const pageNotes = pageNotesIn(options);
  const item = (page: Page, onPage: string, list: readonly Annotation[], accessed: string): Item => {
    const name = nameOf(page);
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    return {
      key: times === 1 ? name : `${name}-${times}`,
      title: clean(page.title || page.url),
      authors: (page.authors ?? []).map(clean).filter(Boolean),
      outlet: clean(page.outlet),
      url: safeUrl(page.url),
      language: clean(page.language),
      published: dateParts(page.published),
      accessed,
      notes: [clean(onPage), ...list.map(noteOf)].filter(Boolean),
      tags: [...new Set(list.flatMap((a) => a.tags.map(clean)).filter(Boolean))],
    };
  };
  const latest = (list: readonly Annotation[]) =>
    list.reduce((last, { modified }) => (modified > last ? modified : last), '');
  return {
    itemsOf: (annotations) =>
      byPage(annotations).map(({ page, annotations: list }) =>
        item(page, pageNotes.on(page.key), list, latest(list)),
      ),
    others: () => pageNotes.others().map(({ page, text, modified }) => item(page, text, [], modified)),
  };
}

/** In one line, and writable. */
const clean = (text: string) => wellFormed(oneLine(text));

function noteOf(a: Annotation): string {
  const link = linkOf(a);
  const about = [link && `${STANCE_WORDS[link.stance]} ${link.label}`, dismissalOf(a)]
    .filter(Boolean)
    .join(', ');
  return clean(`“${a.target.quote.exact}”${about && ` [${about}]`}${a.note && ` ${a.note}`}`);
}

/** A name from what an article says of itself, and four signs that are its own: many begin alike in one outlet and year. */
function nameOf({ key, outlet, published, title }: Page): string {
  const word = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9]+/g, '')
      .toLowerCase();
  const first =
    title
      .split(/\s+/)
      .map(word)
      .find((w) => w.length > 3) ?? '';
  const own = hash32(key).toString(36).slice(-4).padStart(4, '0');
  return [word(outlet).slice(0, 20), dateParts(published)[0], first.slice(0, 20), own]
    .filter(Boolean)
    .join('-');
}

function dateParts(published: string): number[] {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(dayOf(published) || published);
  return found ? found.slice(1).filter(Boolean).map(Number) : [];
}
