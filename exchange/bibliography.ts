/** The articles of a set of annotations as bibliographic items, for the formats of reference managers. */
import type { Annotation, Page } from '../annotations/types';
import { byPage, linkOf, oneLine, STANCE_WORDS, safeUrl, wellFormed } from './citation';

export interface Item {
  /** Letters, digits and dashes; unique within one file. */
  readonly key: string;
  readonly title: string;
  readonly outlet: string;
  readonly url: string;
  readonly language: string;
  /** Year, month and day as far as known. */
  readonly published: readonly number[];
  /** ISO 8601: when it was last annotated. */
  readonly accessed: string;
  /** One line for each claim. */
  readonly notes: readonly string[];
  readonly tags: readonly string[];
}

/** One item for each article, in the order of first mention. */
export function itemsOf(annotations: readonly Annotation[]): Item[] {
  const taken = new Map<string, number>();
  return byPage(annotations).map(({ page, annotations: list }) => {
    const name = nameOf(page);
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    return {
      key: times === 1 ? name : `${name}-${times}`,
      title: clean(page.title || page.url),
      outlet: clean(page.outlet),
      url: safeUrl(page.url),
      language: clean(page.language),
      published: dateParts(page.published),
      accessed:
        list
          .map((a) => a.modified)
          .sort()
          .at(-1) ?? '',
      notes: list.map(noteOf),
      tags: [...new Set(list.flatMap((a) => a.tags.map(clean)).filter(Boolean))],
    };
  });
}

/** In one line, and writable. */
const clean = (text: string) => wellFormed(oneLine(text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ')));

function noteOf(a: Annotation): string {
  const link = linkOf(a);
  const about = link ? ` [${STANCE_WORDS[link.stance]} ${link.label}]` : '';
  return clean(`“${a.target.quote.exact}”${about}${a.note ? ` ${a.note}` : ''}`);
}

function nameOf({ outlet, published, title }: Page): string {
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
  return (
    [word(outlet).slice(0, 20), dateParts(published)[0], first.slice(0, 20)].filter(Boolean).join('-') ||
    'article'
  );
}

function dateParts(published: string): number[] {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(published);
  return found ? found.slice(1).filter(Boolean).map(Number) : [];
}
