import type { Listed } from '../../annotations/listed';
import type { PageNote } from '../../annotations/notes';
import type { Annotation } from '../../annotations/types';

/** What there is in the library, as far as it is read, and what of it the filter leaves. */
export interface Collection {
  /** What passes the filter; null until the store has answered. */
  readonly claims: readonly Listed[] | null;
  /** How many there are in all. */
  readonly total: number;
  /** Whether all have been read; before that, the newest are there. */
  readonly isComplete: boolean;
  /** What keeps them from being read, in words. */
  readonly error: string | null;
  /** Every outlet in use. */
  readonly outlets: readonly string[];
  /** Every tag in use. */
  readonly tags: readonly string[];
  /** Notes on articles of which nothing is collected, newest first. */
  readonly notesAlone: readonly PageNote[];
  /** What was deleted in this session, the latest first. */
  readonly deleted: readonly Annotation[];
}
