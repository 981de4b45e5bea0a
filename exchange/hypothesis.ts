/**
 * Annotations exported by Hypothesis (`JSONExportContent` and `APIAnnotationData` in github.com/hypothesis/client), or
 * a plain list of its API's rows. A note on a whole page becomes a page note, a reply a part of the note it answers;
 * words of other people are marked with their names. What cannot be taken is named.
 */
import * as v from 'valibot';
import type { PageNote } from '../annotations/notes';
import type { Annotation } from '../annotations/types';
import { annotationOf, cleanTags, pageOf, timeOr } from './foreign';
import { FOREIGN, problemOf } from './problems';
import { type Imported, imported, type RecordError } from './records';

const offset = v.fallback(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0);
const rowSchema = v.object({
  /** Missing only before the server has seen the annotation. */
  id: v.nullish(v.string(), ''),
  uri: v.pipe(v.string(), v.regex(/^https?:\/\//, FOREIGN.httpAddress), v.url(FOREIGN.address)),
  text: v.nullish(v.string(), ''),
  tags: v.nullish(v.array(v.unknown()), []),
  created: v.optional(v.unknown()),
  updated: v.optional(v.unknown()),
  /** `acct:name@host` */
  user: v.nullish(v.string(), ''),
  user_info: v.nullish(v.object({ display_name: v.nullish(v.string(), '') })),
  /** Of a reply: the annotation at the head of the thread, then each answer to it down to the one answered. */
  references: v.nullish(v.array(v.unknown()), []),
  /** The client's types call the title a text; the server sends a list of one. */
  document: v.nullish(v.object({ title: v.optional(v.unknown()) })),
  target: v.nullish(
    v.array(v.object({ selector: v.nullish(v.array(v.looseObject({ type: v.string() })), []) })),
    [],
  ),
});
type Row = v.InferOutput<typeof rowSchema>;

const quoteSchema = v.object({
  type: v.literal('TextQuoteSelector'),
  exact: v.pipe(v.string(), v.nonEmpty()),
  prefix: v.optional(v.string(), ''),
  suffix: v.optional(v.string(), ''),
});
const positionSchema = v.object({ type: v.literal('TextPositionSelector'), start: offset });

/** Whether a parsed file is one of Hypothesis's. */
export function isHypothesis(file: unknown): file is object {
  if (typeof file !== 'object' || file === null) return false;
  if ('annotations' in file && 'export_userid' in file) return true;
  return (listIn(file) ?? []).some(
    (one) => typeof one === 'object' && one !== null && 'uri' in one && ('target' in one || 'text' in one),
  );
}

function listIn(file: unknown): readonly unknown[] | undefined {
  if (Array.isArray(file)) return file;
  const inner = (file as { annotations?: unknown; rows?: unknown } | null) ?? {};
  return [inner.annotations, inner.rows].find((list) => Array.isArray(list)) as unknown[] | undefined;
}

/** Somebody's words: with their name where they are not the exporter's. */
function wordsOf({ text, user, user_info }: Row, exporter: unknown): string {
  const isOwn = typeof exporter !== 'string' || exporter === '' || user === '' || user === exporter;
  if (isOwn) return text;
  const name = user_info?.display_name || (user.replace(/^acct:/, '').split('@', 1)[0] ?? '');
  return text ? `${name}: ${text}` : `(${name})`;
}

/** A row, and its place in the file's list, from 1. */
interface PlacedRow {
  readonly row: Row;
  readonly record: number;
}

/** The rows of a file that have the shape of one, and what is wrong with the others. */
function rowsIn(file: unknown): { readonly rows: PlacedRow[]; readonly errors: RecordError[] } {
  const rows: PlacedRow[] = [];
  const errors: RecordError[] = [];
  (listIn(file) ?? []).forEach((one, index) => {
    const record = index + 1;
    const parsed = v.safeParse(rowSchema, one);
    if (parsed.success) {
      rows.push({ row: parsed.output, record });
      return;
    }
    const [issue] = parsed.issues;
    const id = (one as { id?: unknown } | null)?.id;
    errors.push({
      record,
      id: typeof id === 'string' ? id.slice(0, 100) : '',
      path: v.getDotPath(issue) ?? '',
      problem: problemOf(issue),
    });
  });
  return { rows, errors };
}

/** What is wrong with a row that has the shape of one. */
function errorIn(
  { row: { id }, record }: PlacedRow,
  path: string,
  key: 'nothing-in-it' | 'no-such-annotation' | 'no-words',
): RecordError {
  return { record, id, path, problem: { key, values: [] } };
}

/**
 * Annotations from a parsed export of Hypothesis. Never throws: what is wrong is listed, what is right is taken.
 * @param now ISO 8601 in UTC: for rows without a time
 */
export function fromHypothesis(file: unknown, now: string): Imported {
  const exporter = (file as { export_userid?: unknown }).export_userid;
  const { rows, errors } = rowsIn(file);
  const isAnswer = ({ row }: PlacedRow) => row.references.length > 0;
  const threads: Thread[] = [];
  for (const placed of rows.filter((one) => !isAnswer(one))) {
    const head = madeOf(placed.row, exporter, now);
    if (head) threads.push({ id: placed.row.id, head });
    else errors.push(errorIn(placed, 'target', 'nothing-in-it'));
  }
  errors.push(...joinAnswers(threads, rows.filter(isAnswer), exporter, now));
  const made = threads.map(({ head }) => head);
  return imported({
    records: made.filter(isAnnotation),
    pageNotes: joined(made.flatMap((one) => (isAnnotation(one) ? [] : [one]))),
    isForeign: true,
    errors: errors.sort((a, b) => a.record - b.record),
  });
}

/** What the row at the head of a thread became; the answers to it are joined to it one by one. */
interface Thread {
  readonly id: string;
  head: Annotation | PageNote;
}

const isAnnotation = (made: Annotation | PageNote): made is Annotation => 'target' in made;

/**
 * Joins answers to what they answer, in the order of their times.
 * @returns what is wrong with those that answer nothing, or say nothing
 */
function joinAnswers(
  threads: readonly Thread[],
  answers: readonly PlacedRow[],
  exporter: unknown,
  now: string,
): RecordError[] {
  const threadOf = new Map<unknown, Thread>(threads.map((thread) => [thread.id, thread]));
  const inOrder = answers
    .map((placed) => ({ placed, created: timeOr(placed.row.created, now) }))
    .sort((a, b) => (a.created < b.created ? -1 : 1));
  return inOrder.flatMap(({ placed, created }) => {
    const [head] = placed.row.references;
    const answered = head ? threadOf.get(head) : undefined;
    const words = wordsOf(placed.row, exporter);
    if (!answered) return [errorIn(placed, 'references', 'no-such-annotation')];
    if (!words) return [errorIn(placed, 'text', 'no-words')];
    answered.head = withAnswer(answered.head, words, created);
    return [];
  });
}

const later = (a: string, b: string) => (a > b ? a : b);

function withAnswer(head: Annotation | PageNote, words: string, created: string): Annotation | PageNote {
  const modified = later(head.modified, created);
  if (!isAnnotation(head)) return { ...head, text: `${head.text}\n\n${words}`, modified };
  const note = head.note ? `${head.note}\n\n${words}` : words;
  // All of it is of this time: nothing here was written by the reader, as an import to come will ask.
  const touched = Object.fromEntries(
    ['note', ...Object.keys(head.touched)].map((field) => [field, modified]),
  );
  return { ...head, note, modified, touched };
}

/** What a row that is no answer becomes; null where there is nothing in it. */
function madeOf(one: Row, exporter: unknown, now: string): Annotation | PageNote | null {
  const { id, uri, tags, document, target } = one;
  const selectors = target.flatMap(({ selector }) => selector);
  const pick = <T>(schema: v.GenericSchema<unknown, T>) =>
    selectors.flatMap((selector) => {
      const result = v.safeParse(schema, selector);
      return result.success ? [result.output] : [];
    })[0];
  const quote = pick(quoteSchema);
  const created = timeOr(one.created, now);
  const modified = timeOr(one.updated, created);
  const [title = ''] = [document?.title].flat().filter((text) => typeof text === 'string');
  const text = wordsOf(one, exporter);
  if (quote) {
    const start = pick(positionSchema)?.start ?? 0;
    return annotationOf(
      {
        ...quote,
        id: id || `${uri} ${created} ${quote.exact}`,
        url: uri,
        title,
        start,
        note: text,
        tags: cleanTags(tags),
        created,
        modified,
      },
      'hypothesis',
    );
  }
  if (!one.text) return null;
  const hashtags = cleanTags(tags).map((tag) => `#${tag.replaceAll(' ', '-')}`);
  const page = pageOf(uri, title);
  return { page, text: [text, hashtags.join(' ')].filter(Boolean).join('\n\n'), modified };
}

/** Several notes on one page as one, in their order, with the latest's time. */
function joined(notes: readonly PageNote[]): PageNote[] {
  const byPage = new Map<string, PageNote>();
  for (const note of [...notes].sort((a, b) => (a.modified < b.modified ? -1 : 1))) {
    const before = byPage.get(note.page.key);
    byPage.set(note.page.key, before ? { ...note, text: `${before.text}\n\n${note.text}` } : note);
  }
  return [...byPage.values()];
}
