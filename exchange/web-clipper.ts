/**
 * Highlights exported by Obsidian Web Clipper (`exportHighlights` in github.com/obsidianmd/obsidian-clipper): a list of
 * pages, each `{url, highlights}`; of each highlight `text` (the HTML of what was marked) and `timestamp` (ISO 8601, the
 * time its id was made of). Its `title`, `notes` and a single `comment` are kept by some versions only.
 */

import * as v from 'valibot';
import { resolveReferences } from '../annotations/character-references';
import type { Annotation } from '../annotations/types';
import { annotationOf, timeOr } from './foreign';
import { FOREIGN, type Problem, problemOf } from './problems';
import { type Imported, imported, type RecordError } from './records';

const pageSchema = v.object({
  url: v.pipe(v.string(), v.regex(/^https?:\/\//, FOREIGN.httpAddress), v.url(FOREIGN.address)),
  title: v.nullish(v.string(), ''),
  highlights: v.array(v.unknown()),
});
const highlightSchema = v.object({
  text: v.pipe(v.string(), v.nonEmpty(FOREIGN.highlight)),
  timestamp: v.optional(v.unknown()),
  notes: v.nullish(v.array(v.string()), []),
  comment: v.nullish(v.string(), ''),
});

/** Whether a parsed file is one of the Web Clipper's. */
export function isWebClipper(file: unknown): file is unknown[] {
  const isPage = (one: unknown) =>
    typeof one === 'object' && one !== null && 'url' in one && 'highlights' in one;
  return Array.isArray(file) && file.some(isPage);
}

/**
 * The text of a piece of HTML, in one line. It is only ever shown as text, so what slips through does no harm. A tag ends
 * before the next `<`, or a text full of them would be searched to its end from each.
 */
export function textOfHtml(html: string): string {
  const text = html
    .replace(
      /<(br|hr|\/(?:p|div|section|article|li|dt|dd|t[dhr]|h\d|blockquote|pre|figcaption))\b[^<>]*>/gi,
      ' ',
    )
    .replace(/<\/?[a-z][^<>]*>/gi, '');
  return resolveReferences(text).replace(/\s+/g, ' ').trim();
}

/** Told of what is wrong, and where in a page's entry. */
type Fail = (path: string, problem: Problem) => void;

/** The annotation a highlight becomes; undefined where it is none, of which `fail` is told. */
function annotationIn(
  highlight: unknown,
  { url, title }: Pick<v.InferOutput<typeof pageSchema>, 'url' | 'title'>,
  now: string,
  fail: Fail,
): Annotation | undefined {
  const parsed = v.safeParse(highlightSchema, highlight);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    fail(v.getDotPath(issue) ?? '', problemOf(issue));
    return undefined;
  }
  const { text, timestamp, notes, comment } = parsed.output;
  const exact = textOfHtml(text);
  if (!exact) {
    fail('text', { key: 'only-markup', values: [] });
    return undefined;
  }
  const created = timeOr(timestamp, now);
  return annotationOf(
    {
      id: `${url} ${exact}`,
      url,
      title,
      exact,
      prefix: '',
      suffix: '',
      start: 0,
      // Where both are written, the comment is the first of the notes.
      note: [...new Set([...notes, comment])].filter(Boolean).join('\n\n'),
      tags: [],
      created,
      modified: created,
    },
    'web-clipper',
  );
}

/**
 * Annotations from a parsed export of the Web Clipper. Never throws: what is wrong is listed, what is right is taken.
 * @param now ISO 8601 in UTC: for highlights without a time
 */
export function fromWebClipper(file: readonly unknown[], now: string): Imported {
  const errors: RecordError[] = [];
  const records = file.flatMap((entry, i) => {
    const fail: Fail = (path, problem) => errors.push({ record: i + 1, id: '', path, problem });
    const page = v.safeParse(pageSchema, entry);
    if (!page.success) {
      const [issue] = page.issues;
      fail(v.getDotPath(issue) ?? '', problemOf(issue));
      return [];
    }
    return page.output.highlights.flatMap((highlight, n) => {
      const failHere: Fail = (path, problem) => fail(`highlights.${n}.${path}`, problem);
      return annotationIn(highlight, page.output, now, failHere) ?? [];
    });
  });
  return imported({ records, isForeign: true, errors });
}
