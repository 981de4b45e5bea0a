import type { Annotation } from '../../annotations/types';
import type { Placed } from '../article/reading';

/** A claim that can be shown: painted, listed, opened. */
export interface ShownClaim {
  readonly annotation: Annotation;
  readonly range: Range;
}

/** What was placed, as a claim with its anchor of today; undefined where it has no place. */
export function shownClaim({ annotation, anchor, range }: Placed): ShownClaim | undefined {
  return range && { annotation: { ...annotation, anchor }, range };
}
