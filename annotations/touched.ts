import type { Annotation, ReaderField } from './types';

/** Whether the reader has had a word on an annotation: a verdict, correction, note, tags, a place, or it is their own. */
export function isTouched(a: Pick<Annotation, 'verdict' | 'touched'>): boolean {
  return a.verdict === 'added' || Object.keys(a.touched).length > 0;
}

/** Whether the reader wrote one field. */
export function isFieldTouched(a: Annotation, field: ReaderField): boolean {
  return a.touched[field] !== undefined;
}
