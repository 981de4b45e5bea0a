/** The lossless format: everything we hold of an annotation, in a versioned envelope. */
import * as v from 'valibot';
import {
  annotationSchema,
  argumentNoteSchema,
  pageNoteSchema,
  savedViewSchema,
  tombstoneSchema,
} from '../annotations/schemas';
import { fromJsonLd } from './jsonld';
import { shapesOf } from './problems';
import { checkRecords, failedFile, type Imported, imported, type OnChecked } from './records';
import { joining, type OpenWriter } from './writer';

const FORMAT = 'tightrope-annotations';
/** Raised whenever a reader of the old form could not read the new. */
const VERSION = 1;

const lines = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one));
const listed = (list: readonly unknown[]) => (list.length ? `[\n${lines(list).join(',\n')}\n]` : '[]');

/** Annotations as JSON, one to a line. */
export const jsonWriter: OpenWriter = (
  _,
  { exported, tombstones = [], argumentNotes = [], pageNotes = [], views = [] },
) => {
  const join = joining(',\n');
  let isEmpty = true;
  return {
    head: `{"format":"${FORMAT}","version":${VERSION},"exported":${JSON.stringify(exported)},\n"annotations":[`,
    slice(annotations) {
      if (!annotations.length) return '';
      const text = (isEmpty ? '\n' : '') + join(lines(annotations));
      isEmpty = false;
      return text;
    },
    foot: () =>
      [
        `${isEmpty ? '' : '\n'}],`,
        ...(argumentNotes.length ? [`"argumentNotes":${listed(argumentNotes)},`] : []),
        ...(pageNotes.length ? [`"pageNotes":${listed(pageNotes)},`] : []),
        ...(views.length ? [`"views":${listed(views)},`] : []),
        `"tombstones":${listed(tombstones)}}`,
        '',
      ].join('\n'),
  };
};

/**
 * Annotations from a parsed file of ours, JSON or JSON-LD. Never throws: what is wrong is listed, what is right is taken.
 * @param onChecked told now and then how many records are checked, and of how many
 */
export function fromJson(file: unknown, onChecked?: OnChecked): Imported {
  if (typeof file === 'object' && file !== null && '@context' in file) return fromJsonLd(file, onChecked);
  const envelope = v.safeParse(
    v.object({
      format: v.literal(FORMAT),
      version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
      annotations: v.array(v.unknown()),
      tombstones: v.optional(v.array(v.unknown()), []),
      argumentNotes: v.optional(v.array(v.unknown()), []),
      pageNotes: v.optional(v.array(v.unknown()), []),
      views: v.optional(v.array(v.unknown()), []),
    }),
    file,
  );
  if (!envelope.success) {
    const [issue] = envelope.issues;
    return failedFile(v.getDotPath(issue) ?? '', { key: 'no-export', values: shapesOf(issue) });
  }
  const { version, annotations, tombstones, argumentNotes, pageNotes, views } = envelope.output;
  if (version > VERSION)
    return failedFile('version', { key: 'newer-version', values: [String(version), String(VERSION)] });
  const records = checkRecords(annotations, annotationSchema, '', onChecked);
  const removals = checkRecords(tombstones, tombstoneSchema, 'tombstones.');
  const onArguments = checkRecords(argumentNotes, argumentNoteSchema, 'argumentNotes.');
  const onPages = checkRecords(pageNotes, pageNoteSchema, 'pageNotes.');
  const named = checkRecords(views, savedViewSchema, 'views.');
  return imported({
    records: records.taken,
    tombstones: removals.taken,
    argumentNotes: onArguments.taken,
    pageNotes: onPages.taken,
    views: named.taken,
    errors: [
      ...records.errors,
      ...removals.errors,
      ...onArguments.errors,
      ...onPages.errors,
      ...named.errors,
    ],
  });
}
