import { sendUntilAnswered } from '../../messages/page-side';
import { behindDoor, closeDoor, openDoor } from '../doors';
import { type Copy, copyOf } from './copy';
import type { Scope } from './scope';
import type { PageText } from './text';

/**
 * Finds an article's body where the page's markup leaves doubt, in steps: after each, what it yields is waited for.
 * @returns indices (in `PageText.nodes`) of the body's text nodes
 */
export type FindBody = (
  document: Document,
  pageText: PageText,
  scope: Scope,
) => Generator<Promise<unknown> | undefined, Set<number>, void>;

/** Judges by a copy that was made when the page's text was read. @returns as `FindBody` */
export type JudgeBody = (copy: Copy, document: Document, pageText: PageText, scope: Scope) => Set<number>;

/** Readability is a script of its own (`entrypoints/readability.ts`), because few pages need it. */
const DOOR = 'tightropeReadability';

/** Readability's script says that it is there. */
export const openReadability = (judge: JudgeBody) => openDoor(DOOR, judge);

/** Forgets that of an older copy of the extension. */
export const forgetReadability = () => closeDoor(DOOR);

/** Has Readability put beside this script where it is not there yet. The page is copied at once. */
export const findBodyInDoubt: FindBody = function* (document, pageText, scope) {
  const copy = copyOf(document, pageText, scope);
  yield behindDoor(DOOR) ? undefined : sendUntilAnswered('script/load', { script: 'readability' });
  const judge = behindDoor(DOOR) as JudgeBody | undefined;
  if (!judge) throw new Error('Readability’s script did not start.');
  return judge(copy, document, pageText, scope);
};
