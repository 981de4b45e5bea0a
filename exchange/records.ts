/** Reading a file of ours: good records are taken, bad ones are named. */
import * as v from 'valibot';
import type { ArgumentNote, PageNote } from '../annotations/notes';
import type { SavedView } from '../annotations/saved-view';
import type { Annotation, Tombstone } from '../annotations/types';
import { type Problem, problemOf } from './problems';

/** What is wrong with one record of a file; the others are taken. */
export interface RecordError {
  /** Place in the file's list, from 1; 0: the file itself. */
  readonly record: number;
  /** The record's id, where it has one. */
  readonly id: string;
  /** Where in the record, such as `target.quote.exact`. */
  readonly path: string;
  readonly problem: Problem;
}

export interface Imported {
  readonly records: readonly Annotation[];
  readonly tombstones: readonly Tombstone[];
  readonly argumentNotes: readonly ArgumentNote[];
  readonly pageNotes: readonly PageNote[];
  readonly views: readonly SavedView[];
  /** Made by another tool: a note on an article stands beside ours, neither is a version of the other. */
  readonly isForeign: boolean;
  readonly errors: readonly RecordError[];
}

const NOTHING: Imported = {
  records: [],
  tombstones: [],
  argumentNotes: [],
  pageNotes: [],
  views: [],
  isForeign: false,
  errors: [],
};

/** An import of these and nothing else. */
export function imported(parts: Partial<Imported>): Imported {
  return { ...NOTHING, ...parts };
}

/** A file nothing could be taken from: why. */
export function failedFile(path: string, problem: Problem): Imported {
  return imported({ errors: [{ record: 0, id: '', path, problem }] });
}

/** Told how many records are checked, and of how many. */
export type OnChecked = (done: number, total: number) => void;
const OFTEN = 2000;

/**
 * Checks records one by one; `undefined` is none, but has its place.
 * @param under what to put before the path of a problem
 */
export function checkRecords<T>(
  list: readonly unknown[],
  schema: v.GenericSchema<unknown, T>,
  under: string,
  onChecked?: OnChecked,
) {
  const taken: T[] = [];
  const errors: RecordError[] = [];
  list.forEach((record, index) => {
    if (index % OFTEN === 0) onChecked?.(index, list.length);
    if (record === undefined) return;
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
