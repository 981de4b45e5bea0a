/** The reader's notes on more than one claim: on an argument of the catalogue, on an article as a whole. */

import type { ArgumentId } from '../essays/types';
import { stampAfter } from './edit';
import type { Page } from './types';

/** A note on an argument; its text is the reader's own Markdown, empty where it was taken back. */
export interface ArgumentNote {
  readonly argument: ArgumentId;
  readonly text: string;
  /** ISO 8601 in UTC. */
  readonly modified: string;
}

/** A note on an article as a whole. */
export interface PageNote {
  readonly page: Page;
  readonly text: string;
  readonly modified: string;
}

/** What both kinds have: enough to say which of two versions is the later. */
type Dated = Pick<ArgumentNote, 'text' | 'modified'>;

/** The later of two versions of one note; the greater text where their times are the same. */
export function laterNote<N extends Dated>(a: N, b: N): N {
  if (a.modified !== b.modified) return a.modified > b.modified ? a : b;
  return a.text >= b.text ? a : b;
}

/**
 * One text of two that are no versions of each other: mine, and the paragraphs of theirs it has not. By paragraphs, so
 * that a longer version of theirs adds what is new in it, and joining once more changes nothing.
 */
export function joinTexts(mine: string, theirs: string): string {
  const had = new Set(mine.split('\n\n'));
  const more = theirs.split('\n\n').filter((paragraph) => !had.has(paragraph));
  return [mine, ...more].filter((text) => text !== '').join('\n\n');
}

/** The time of a note's next version: after the one before, also when the clock was set back. */
export function nextStamp(before: Dated | undefined, now: string): string {
  return stampAfter(before?.modified, now);
}
