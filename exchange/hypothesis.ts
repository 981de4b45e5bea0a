/**
 * Annotations exported by Hypothesis ("Export annotations, JSON": `export_userid`, `annotations`), or a plain list of
 * its API's rows. A note on a whole page becomes a page note; replies and what has no quote are named and passed over.
 */
import * as v from 'valibot';
import { pageKeyOf } from '../annotations/address';
import type { PageNote } from '../annotations/notes';
import type { Annotation } from '../annotations/types';
import { annotationOf, cleanTags, timeOr } from './foreign';
import { type Imported, imported, type RecordError } from './records';

const offset = v.fallback(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0);
const row = v.object({
  id: v.string(),
  uri: v.pipe(v.string(), v.regex(/^https?:\/\//, 'an http address'), v.url('an address')),
  text: v.optional(v.string(), ''),
  tags: v.optional(v.array(v.unknown()), []),
  created: v.optional(v.unknown()),
  updated: v.optional(v.unknown()),
  references: v.optional(v.array(v.unknown()), []),
  document: v.optional(v.object({ title: v.optional(v.unknown()) })),
  target: v.optional(
    v.array(v.object({ selector: v.optional(v.array(v.looseObject({ type: v.string() })), []) })),
    [],
  ),
});

const quoteSchema = v.object({
  type: v.literal('TextQuoteSelector'),
  exact: v.pipe(v.string(), v.nonEmpty()),
  prefix: v.optional(v.string(), ''),
  suffix: v.optional(v.string(), ''),
});
const positionSchema = v.object({ type: v.literal('TextPositionSelector'), start: offset });

/** Whether a parsed file is one of Hypothesis's. */
export function isHypothesis(file: unknown): file is { annotations: unknown[] } | unknown[] {
  const list = listIn(file);
  const [first] = list ?? [];
  return (
    typeof first === 'object' && first !== null && 'uri' in first && ('target' in first || 'text' in first)
  );
}

function listIn(file: unknown): readonly unknown[] | undefined {
  if (Array.isArray(file)) return file;
  const inner = (file as { annotations?: unknown; rows?: unknown } | null) ?? {};
  return [inner.annotations, inner.rows].find((list) => Array.isArray(list)) as unknown[] | undefined;
}

/**
 * Annotations from a parsed export of Hypothesis. Never throws: what is wrong is listed, what is right is taken.
 * @param now ISO 8601 in UTC: for rows without a time
 */
export function fromHypothesis(file: unknown, now: string): Imported {
  const records: Annotation[] = [];
  const pageNotes: PageNote[] = [];
  const errors: RecordError[] = [];
  (listIn(file) ?? []).forEach((one, i) => {
    const fail = (path: string, problem: string, id = '') => {
      errors.push({ record: i + 1, id, path, problem });
    };
    const parsed = v.safeParse(row, one);
    if (!parsed.success) {
      const [issue] = parsed.issues;
      fail(v.getDotPath(issue) ?? '', issue.message);
      return;
    }
    const { id, uri, text, tags, document, target, references } = parsed.output;
    if (references.length) {
      fail('references', 'A reply to another annotation has no passage of its own.', id);
      return;
    }
    const selectors = target.flatMap(({ selector }) => selector);
    const pick = <T>(schema: v.GenericSchema<unknown, T>) =>
      selectors.flatMap((selector) => {
        const result = v.safeParse(schema, selector);
        return result.success ? [result.output] : [];
      })[0];
    const quote = pick(quoteSchema);
    const created = timeOr(parsed.output.created, now);
    const modified = timeOr(parsed.output.updated, created);
    const titles = [document?.title].flat().filter((title) => typeof title === 'string');
    const title = titles[0] ?? '';
    if (quote) {
      const start = pick(positionSchema)?.start ?? 0;
      const passage = {
        ...quote,
        id,
        url: uri,
        title,
        start,
        note: text,
        tags: cleanTags(tags),
        created,
        modified,
      };
      records.push(annotationOf(passage, 'hypothesis'));
      return;
    }
    if (!text) {
      fail('target', 'There is neither a quote nor a text.', id);
      return;
    }
    const host = new URL(uri).hostname.replace(/^www\./, '');
    const page = {
      key: pageKeyOf(uri),
      url: uri,
      title,
      outlet: host,
      published: '',
      language: '',
      fingerprint: '',
    };
    const words = [
      text,
      cleanTags(tags)
        .map((tag) => `#${tag.replaceAll(' ', '-')}`)
        .join(' '),
    ];
    pageNotes.push({ page, text: words.filter(Boolean).join('\n\n'), modified });
  });
  return imported({ records, pageNotes: joined(pageNotes), errors });
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
