/** The shape every format is written in: a head, the annotations bit by bit, a foot. */
import type { ArgumentNote, PageNote } from '../annotations/notes';
import type { SavedView } from '../annotations/saved-view';
import type { Annotation, Tombstone } from '../annotations/types';
import type { ArgumentId } from '../essays/types';
import { type Overview, overviewOf } from './overview';

/** What a file is written with, beside the annotations. */
export interface WriteOptions {
  /** ISO 8601 in UTC: when this is written. */
  readonly exported: string;
  /** What remains of removed annotations; only the lossless format carries them. */
  readonly tombstones?: readonly Tombstone[];
  /** The library's views that have a name; only JSON carries them. */
  readonly views?: readonly SavedView[];
  /** The reader's notes on arguments and on whole articles. */
  readonly argumentNotes?: readonly ArgumentNote[];
  readonly pageNotes?: readonly PageNote[];
  /** The argument all of it is about: its thesis and the reader's note on it come first. */
  readonly argument?: ArgumentId;
}

export interface Writer {
  readonly head: string;
  /**
   * The next annotations, as text. An article's annotations come together, and none of them later: the formats that
   * group by article rely on it.
   */
  readonly slice: (annotations: readonly Annotation[]) => string;
  readonly foot: () => string;
}

export type OpenWriter = (overview: Overview, options: WriteOptions) => Writer;

/** A whole list at once. */
export function writeWhole(
  open: OpenWriter,
  annotations: readonly Annotation[],
  options: WriteOptions,
): string {
  const { head, slice, foot } = open(overviewOf(annotations), options);
  return head + slice(annotations) + foot();
}

/** Joins pieces that come bit by bit: between any two of them stands the separator. */
export function joining(separator: string): (pieces: readonly string[]) => string {
  let isFirst = true;
  return (pieces) => {
    if (!pieces.length) return '';
    const text = (isFirst ? '' : separator) + pieces.join(separator);
    isFirst = false;
    return text;
  };
}

/** The reader's notes on articles, for a writer. */
interface PageNotes {
  /** The note on an article by its key; empty where there is none. */
  readonly on: (key: string) => string;
  /** Those not asked for: on articles of which no claim is written. */
  readonly others: () => PageNote[];
}

/** The notes on articles among the options. */
export function pageNotesIn({ pageNotes = [] }: WriteOptions): PageNotes {
  const byKey = new Map(pageNotes.map((note) => [note.page.key, note]));
  const asked = new Set<string>();
  return {
    on(key) {
      asked.add(key);
      return byKey.get(key)?.text ?? '';
    },
    others: () => [...byKey.values()].filter(({ page, text }) => text && !asked.has(page.key)),
  };
}

/** How many articles a file is about: those with claims, and those with a note alone. */
export function articlesIn({ keys }: Overview, { pageNotes = [] }: WriteOptions): number {
  return keys.size + pageNotes.filter(({ page, text }) => text && !keys.has(page.key)).length;
}
