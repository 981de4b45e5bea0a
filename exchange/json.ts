/** The lossless format: everything we hold of an annotation, in a versioned envelope. */
import * as v from 'valibot';
import { annotationSchema, tombstoneSchema } from '../annotations/schemas';
import type { Annotation, Tombstone } from '../annotations/types';
import type { WriteOptions } from './formats';

const FORMAT = 'tightrope-annotations';
/** Raised whenever a reader of the old form could not read the new. */
const VERSION = 1;

/** What is wrong with one record of a file; the others are taken. */
export interface RecordError {
  /** Place in the file's list, from 1; 0: the file itself. */
  readonly record: number;
  /** The record's id, where it has one. */
  readonly id: string;
  /** Where in the record, such as `target.quote.exact`. */
  readonly path: string;
  /** What is there and what is expected. */
  readonly problem: string;
}

export interface Imported {
  readonly records: readonly Annotation[];
  readonly tombstones: readonly Tombstone[];
  readonly errors: readonly RecordError[];
}

/** Annotations as JSON, one to a line. */
export function toJson(
  annotations: readonly Annotation[],
  { exported, tombstones = [] }: WriteOptions,
): string {
  const lines = (list: readonly unknown[]) =>
    list.length ? `[\n${list.map((one) => JSON.stringify(one)).join(',\n')}\n]` : '[]';
  return [
    `{"format":"${FORMAT}","version":${VERSION},"exported":${JSON.stringify(exported)},`,
    `"annotations":${lines(annotations)},`,
    `"tombstones":${lines(tombstones)}}`,
    '',
  ].join('\n');
}

/**
 * Annotations from JSON as `toJson` writes it. Never throws: what is wrong is listed, what is right is taken.
 */
export function fromJson(text: string): Imported {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (thrown) {
    return failed('', `This is not JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  const envelope = v.safeParse(
    v.object({
      format: v.literal(FORMAT),
      version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
      annotations: v.array(v.unknown()),
      tombstones: v.optional(v.array(v.unknown()), []),
    }),
    file,
  );
  if (!envelope.success) {
    const [issue] = envelope.issues;
    return failed(
      v.getDotPath(issue) ?? '',
      `This is no export of Tightrope (${issue.message}). Choose a file that "Export, JSON" wrote.`,
    );
  }
  const { version, annotations, tombstones } = envelope.output;
  if (version > VERSION)
    return failed(
      'version',
      `The file is of version ${version}, this Tightrope reads up to ${VERSION}. Update the extension.`,
    );
  const records = checked(annotations, annotationSchema, '');
  const graves = checked(tombstones, tombstoneSchema, 'tombstones.');
  return { records: records.taken, tombstones: graves.taken, errors: [...records.errors, ...graves.errors] };
}

function failed(path: string, problem: string): Imported {
  return { records: [], tombstones: [], errors: [{ record: 0, id: '', path, problem }] };
}

/** Checks records one by one. */
function checked<T>(list: readonly unknown[], schema: v.GenericSchema<unknown, T>, under: string) {
  const taken: T[] = [];
  const errors: RecordError[] = [];
  list.forEach((record, index) => {
    const result = v.safeParse(schema, record);
    if (result.success) {
      taken.push(result.output);
      return;
    }
    const id = (record as { id?: unknown } | null)?.id;
    for (const issue of result.issues)
      errors.push({
        record: index + 1,
        id: typeof id === 'string' ? id.slice(0, 100) : '',
        path: under + (v.getDotPath(issue) ?? ''),
        problem: problemOf(issue),
      });
  });
  return { taken, errors };
}

function problemOf(issue: v.BaseIssue<unknown>): string {
  const { received } = issue;
  const found = received.length > 60 ? `${received.slice(0, 59)}…` : received;
  return `expected ${issue.expected ?? issue.message}, found ${found}`;
}
