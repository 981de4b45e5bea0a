/** The lossless format: everything we hold of an annotation, in a versioned envelope. */
import * as v from 'valibot';
import { annotationSchema, tombstoneSchema } from '../annotations/schemas';
import type { Annotation } from '../annotations/types';
import type { WriteOptions } from './formats';
import { fromJsonLd } from './jsonld';
import { checkRecords, type Imported } from './records';

const FORMAT = 'tightrope-annotations';
/** Raised whenever a reader of the old form could not read the new. */
const VERSION = 1;

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
 * Annotations from JSON as `toJson` or `toJsonLd` writes it. Never throws: what is wrong is listed, what is right is taken.
 */
export function fromJson(text: string): Imported {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (thrown) {
    return failed('', `This is not JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  if (typeof file === 'object' && file !== null && '@context' in file) return fromJsonLd(file);
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
  const records = checkRecords(annotations, annotationSchema, '');
  const graves = checkRecords(tombstones, tombstoneSchema, 'tombstones.');
  return { records: records.taken, tombstones: graves.taken, errors: [...records.errors, ...graves.errors] };
}

function failed(path: string, problem: string): Imported {
  return { records: [], tombstones: [], errors: [{ record: 0, id: '', path, problem }] };
}
