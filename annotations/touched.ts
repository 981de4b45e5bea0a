import type { Annotation, ReaderField } from './types';

/** Whether the reader has worked on an annotation: a verdict, correction, note, tags, a place, or it is their own. */
export function isTouched(a: Pick<Annotation, 'verdict' | 'touched'>): boolean {
  return a.verdict === 'added' || Object.keys(a.touched).length > 0;
}

type Mine = Pick<Annotation, 'verdict' | 'correction' | 'note' | 'tags'>;

/**
 * Whether an annotation is the reader's own work as it stands: confirmed, corrected, added, or written on. Narrower
 * than touched: a claim dismissed, or a note written and emptied again, must be kept but is nothing to show.
 */
export function isMine({ verdict, correction, note, tags }: Mine): boolean {
  return (
    verdict === 'confirmed' || verdict === 'added' || correction !== null || note !== '' || tags.length > 0
  );
}

/** Whether the reader wrote one field. */
export function isFieldTouched(a: Annotation, field: ReaderField): boolean {
  return a.touched[field] !== undefined;
}
