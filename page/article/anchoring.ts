import type { Anchor, Target } from '../../annotations/types';
import { sendUntilAnswered } from '../../messages/page-side';
import { behindDoor, closeDoor, openDoor } from '../doors';

/**
 * Finds a target in a text, wherever it stands by now: see `anchor`.
 * @param deadline milliseconds of `performance.now()` after which only exact finding is tried
 */
type FindIn = (text: string) => (target: Target, deadline: number) => Anchor;

/**
 * What finds quotes that moved or changed is a script of its own (`entrypoints/anchoring.ts`): at the first visit to an
 * article all of them stand where they were found.
 */
const DOOR = 'tightropeAnchoring';

/** The script says that it is there. */
export const openAnchoring = (find: FindIn) => openDoor(DOOR, find);

/** Forgets that of an older copy of the extension. */
export const forgetAnchoring = () => closeDoor(DOOR);

/** What finds quotes; undefined where its script is not there yet. */
export const anchoringThere = () => behindDoor(DOOR) as FindIn | undefined;

/**
 * Has the script put beside this one, if it is not there yet. Where it may not be, the next need asks again.
 * @param isWanted whether it still is; a page may have gone elsewhere meanwhile
 * @returns whether it is there
 */
export async function fetchAnchoring(isWanted: () => boolean): Promise<boolean> {
  try {
    if (!anchoringThere()) await sendUntilAnswered('script/load', { script: 'anchoring' }, isWanted);
  } catch (thrown) {
    console.error('Tightrope: what finds moved quotes could not be loaded:', thrown);
  }
  return anchoringThere() !== undefined;
}
