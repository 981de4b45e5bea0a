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
const row = v.object({
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
type Row = v.InferOutput<typeof row>;

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
  const name = user_info?.display_name || user.replace(/^acct:|@.*$/g, '');
  return text ? `${name}: ${text}` : `(${name})`;
}

/**
 * Annotations from a parsed export of Hypothesis. Never throws: what is wrong is listed, what is right is taken.
 * @param now ISO 8601 in UTC: for rows without a time
 */
export function fromHypothesis(file: unknown, now: string): Imported {
  const exporter = (file as { export_userid?: unknown }).export_userid;
  const errors: RecordError[] = [];
  const rows = (listIn(file) ?? []).flatMap((one, i): { row: Row; record: number }[] => {
    const parsed = v.safeParse(row, one);
    if (parsed.success) return [{ row: parsed.output, record: i + 1 }];
    const [issue] = parsed.issues;
    const id = (one as { id?: unknown } | null)?.id;
    errors.push({
      record: i + 1,
      id: typeof id === 'string' ? id.slice(0, 100) : '',
      path: v.getDotPath(issue) ?? '',
      problem: problemOf(issue),
    });
    return [];
  });

  /** Notes on pages that are not joined yet, each under its row's id. */
  const pageNotes: { readonly id: string; note: PageNote }[] = [];
  const records: { readonly id: string; annotation: Annotation }[] = [];
  for (const { row: one, record } of rows) {
    if (one.references.length) continue;
    const made = madeOf(one, exporter, now);
    if (!made)
      errors.push({ record, id: one.id, path: 'target', problem: { key: 'nothing-in-it', values: [] } });
    else if ('target' in made) records.push({ id: one.id, annotation: made });
    else pageNotes.push({ id: one.id, note: made });
  }

  const recordOf = new Map(records.map((one) => [one.id, one]));
  const noteOf = new Map(pageNotes.map((one) => [one.id, one]));
  // Answers follow what they answer, in the order of their times.
  const answers = rows
    .filter(({ row: { references } }) => references.length)
    .map((answer) => ({ ...answer, created: timeOr(answer.row.created, now) }))
    .sort((a, b) => (a.created < b.created ? -1 : 1));
  for (const { row: one, record, created } of answers) {
    const { id } = one;
    const [first] = one.references;
    const head = typeof first === 'string' && first ? first : null;
    const words = wordsOf(one, exporter);
    const answered = head === null ? undefined : recordOf.get(head);
    const onPage = head === null ? undefined : noteOf.get(head);
    const fail = (path: string, key: 'no-such-annotation' | 'no-words') =>
      errors.push({ record, id, path, problem: { key, values: [] } });
    if (!answered && !onPage) fail('references', 'no-such-annotation');
    else if (!words) fail('text', 'no-words');
    else if (answered) answered.annotation = withAnswer(answered.annotation, words, created);
    else if (onPage)
      onPage.note = {
        ...onPage.note,
        text: `${onPage.note.text}\n\n${words}`,
        modified: later(onPage.note.modified, created),
      };
  }
  return imported({
    records: records.map(({ annotation }) => annotation),
    pageNotes: joined(pageNotes.map(({ note }) => note)),
    isForeign: true,
    errors: errors.sort((a, b) => a.record - b.record),
  });
}

const later = (a: string, b: string) => (a > b ? a : b);

function withAnswer(annotation: Annotation, words: string, created: string): Annotation {
  const { note, modified, touched } = annotation;
  const time = later(modified, created);
  return {
    ...annotation,
    note: note ? `${note}\n\n${words}` : words,
    modified: time,
    touched: { ...touched, note: time },
  };
}

/** What a row that is no answer becomes; null where there is nothing in it. */
function madeOf(one: Row, exporter: unknown, now: string): Annotation | PageNote | null {
  const { id, uri, tags, document, target } = one;
  const selectors = target.flatMap(({ selector }) => selector ?? []);
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
