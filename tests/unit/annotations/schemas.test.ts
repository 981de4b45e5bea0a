/** The schemas, by which files and messages are checked, and the types written beside them say the same. */
import type * as v from 'valibot';
import { expect, test } from 'vitest';
import type { ArgumentNote, PageNote } from '../../../annotations/notes';
import type {
  annotationSchema,
  argumentNoteSchema,
  pageNoteSchema,
  tombstoneSchema,
} from '../../../annotations/schemas';
import type { Annotation, Tombstone } from '../../../annotations/types';

type Frozen<T> = T extends string | number | boolean | null | undefined
  ? T
  : { readonly [K in keyof T]: Frozen<T[K]> };
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Says<S extends v.GenericSchema, T> = Same<Frozen<v.InferOutput<S>>, Frozen<T>>;

/** Does not compile where one of them has a field, or a value, that the other lacks. */
const alike: readonly [
  Says<typeof annotationSchema, Annotation>,
  Says<typeof tombstoneSchema, Tombstone>,
  Says<typeof argumentNoteSchema, ArgumentNote>,
  Says<typeof pageNoteSchema, PageNote>,
] = [true, true, true, true];

test('what is checked and what is typed are alike', () => {
  expect(alike).not.toContain(false);
});
