import { withField } from './edit';
import { joinTexts } from './notes';
import { sortedJson } from './sorted-json';
import { type Annotation, READER_FIELDS, type ReaderField } from './types';

/**
 * Whether the first of two (time, value) pairs is the later. Where the times are the same it is the greater value, so
 * that a tie is decided in the same way wherever two versions meet.
 */
function isLater(timeA: string, a: unknown, timeB: string, b: unknown): boolean {
  return timeA === timeB ? sortedJson(a) >= sortedJson(b) : timeA > timeB;
}

/** What is the engine's and the page's, not the reader's: taken whole from the version modified last. */
function engineSide({ id: _i, created: _c, modified: _m, touched: _t, ...rest }: Annotation): unknown {
  // Of two modified at the same time the one that knows the authors is the later: once they were not kept.
  return [rest.page.authors !== undefined, rest];
}

/**
 * Two versions of one annotation in one: each of the reader's fields as it was written last, the rest as it was
 * modified last. In any order and however often, the same result.
 * @returns an annotation with the first one's id
 */
export function merge(a: Annotation, b: Annotation): Annotation {
  const base = isLater(a.modified, engineSide(a), b.modified, engineSide(b)) ? a : b;
  const touched: Partial<Record<ReaderField, string>> = {};
  const merged: Writable<Annotation> = {
    ...base,
    id: a.id,
    created: a.created < b.created ? a.created : b.created,
    touched,
  };
  const take = <F extends ReaderField>(field: F, from: Annotation): void => {
    merged[field] = from[field];
  };
  for (const field of READER_FIELDS) {
    const [timeA, timeB] = [a.touched[field] ?? '', b.touched[field] ?? ''];
    if (timeA === '' && timeB === '') continue;
    take(field, isLater(timeA, a[field], timeB, b[field]) ? a : b);
    touched[field] = timeA > timeB ? timeA : timeB;
  }
  return merged;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Two annotations of one sentence that are no versions of each other (met in two profiles, or marked twice with another
 * tool) in one: as `merge` has it, but with the notes of both, one after the other, and the tags of both. What the first
 * one's reader emptied since stays empty.
 * @param now ISO 8601 in UTC: when what was joined is written, so that neither's own version takes its place again
 * @returns an annotation with the first one's id
 */
export function unite(a: Annotation, b: Annotation, now: string): Annotation {
  const merged = merge(a, b);
  const note = a.note === '' ? merged.note : joinTexts(a.note, b.note);
  const tags = a.tags.length === 0 ? merged.tags : [...new Set([...a.tags, ...b.tags])];
  const noted = note === merged.note ? merged : withField(merged, 'note', note, now);
  return tags.every((tag) => merged.tags.includes(tag)) ? noted : withField(noted, 'tags', tags, now);
}
