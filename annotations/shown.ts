import type { Match } from '../engine/types';
import type { Listed } from './listed';
import type { Settings } from './settings';
import { isTouched } from './touched';
import type { Annotation, Shown } from './types';

/** Every link of an annotation, best first: the reader's correction alone where there is one, else the matches. */
export function linksOf(a: Pick<Listed, 'correction' | 'matches'>): readonly Shown[] {
  if (a.correction) return [{ ...a.correction, confidence: 1 }];
  return a.matches.map(({ argument, stance, confidence }) => ({ argument, stance, confidence }));
}

/** What tells what an annotation is shown with. */
type Showable = Pick<Listed, 'correction' | 'matches' | 'verdict' | 'touched'>;

/**
 * What an annotation says: the reader's correction, else its first match.
 * @param threshold confidence, 0 to 1, below which the engine's word does not count; the reader's always does
 * @returns null where there is nothing to show
 */
export function shownOf(a: Showable, threshold = 0): Shown | null {
  const [first] = linksOf(a);
  if (!first) return null;
  return first.confidence >= threshold || isTouched(a) ? first : null;
}

/** The engine's match to the argument shown; undefined where only the reader sees that argument in it. */
export function shownMatch(a: Annotation): Match | undefined {
  const shown = shownOf(a);
  return a.matches.find(({ argument }) => argument === shown?.argument);
}

/** The engine's matches to other arguments than the one shown. */
export function otherMatches(a: Annotation): readonly Match[] {
  const shown = shownOf(a);
  return a.matches.filter(({ argument }) => argument !== shown?.argument);
}

/** The settings that decide what of an annotation is seen. */
export type Visibility = Pick<Settings, 'threshold' | 'mutedArguments'>;

/** Whether an annotation is painted and counted: not dismissed, its argument not muted, sure enough. */
export function isVisible(a: Showable, { threshold, mutedArguments }: Visibility): boolean {
  const shown = shownOf(a, threshold);
  return shown !== null && a.verdict !== 'dismissed' && !mutedArguments.includes(shown.argument);
}
