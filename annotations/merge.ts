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

/**
 * The reader's annotation of a passage marked with another tool, and that tool's version of it by now. The tool knows of
 * note and tags alone: verdict, page and place stay. What the reader wrote since a version was taken last is not
 * replaced by a later one but joined to it.
 * @param theirs its fields bear the time it was modified there
 * @param now ISO 8601 in UTC: when what was joined is written
 */
export function followed(mine: Annotation, theirs: Annotation, now: string): Annotation {
  // What nobody has written here bears the time of the version taken last, as the place does.
  const taken = mine.touched.target;
  const isOwn = (field: ReaderField) => (mine.touched[field] ?? taken) !== taken;
  const { note, tags, modified } = theirs;
  const touched = Object.fromEntries(
    READER_FIELDS.flatMap((field) => {
      const isSaid =
        field === 'note' || field === 'tags' ? theirs.touched[field] : mine.touched[field] === taken;
      return isSaid ? [[field, modified]] : [];
    }),
  );
  const merged = merge(mine, { ...mine, note, tags, modified, touched });
  const joins = (field: 'note' | 'tags') =>
    mine[field].length > 0 && isOwn(field) && sortedJson(merged[field]) !== sortedJson(mine[field]);
  const noted = joins('note') ? withField(merged, 'note', joinTexts(mine.note, note), now) : merged;
  return joins('tags') ? withField(noted, 'tags', [...new Set([...mine.tags, ...tags])], now) : noted;
}
