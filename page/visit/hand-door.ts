import { sendUntilAnswered } from '../../messages/page-side';
import { behindDoor, closeDoor, openDoor } from '../doors';
import type { Visit } from './visit';

/**
 * What the reader does with the claims of one article, and all that is drawn for it: the card, the buttons, the
 * keyboard's list. Its own script (`entrypoints/hand.ts`), since most pages are only passed by.
 */
export interface Hand {
  /** Draws the keyboard's list and the open card as things stand. */
  draw(): void;
  /** Follows the ground the page's text stands on. */
  follow(): void;
  /** Whether an event of the page came from within what is drawn. */
  owns(target: EventTarget | null): boolean;
  /** Opens the card of a claim. @param point where in the window it was clicked */
  show(id: string, point: { x: number; y: number }): void;
  /** Closes the card. */
  hide(): void;
  /** Offers a button for the card of a claim in a link, whose clicks are the link's. @param on what the pointer is over */
  hover(on: EventTarget | undefined): void;
  /** Offers a button for what is selected, or takes it away. */
  consider(): void;
  /** Goes to a claim and opens its card. @returns false where it has no place on the page */
  focus(id: string): boolean;
  /** Opens the card of the next or previous claim. */
  step(direction: 'next' | 'previous'): void;
  /** Opens the picker for what is selected. @returns false where no text of the article is */
  pick(): boolean;
  /** Says that nothing is selected that could be linked. */
  askForText(): void;
  /** Lets the reader select where a claim stands now. @returns false where it is none of this article's */
  placeAnew(id: string): boolean;
  /** Takes away all that is drawn, and hears nothing more. */
  close(): void;
}

/** What the script brings. */
type CreateHand = (document: Document, visit: Visit) => Hand;

/** Says in the reader's words why nothing can be linked on a page in translation. @returns what takes it away */
export type RefuseTranslated = (document: Document) => () => void;

const HAND = 'tightropeHand';
const REFUSAL = 'tightropeRefusal';

/** The script says that it is there. */
export function openHand(create: CreateHand, refuse: RefuseTranslated): void {
  openDoor(HAND, create);
  openDoor(REFUSAL, refuse);
}

/** Forgets those of an older copy of the extension. */
export function forgetHand(): void {
  closeDoor(HAND);
  closeDoor(REFUSAL);
}

/** What makes a hand, and what refuses; undefined where the script is not there yet. */
export const handThere = () => behindDoor(HAND) as CreateHand | undefined;
export const refusalThere = () => behindDoor(REFUSAL) as RefuseTranslated | undefined;

/**
 * Has the script put beside this one, if it is not there yet.
 * @param isWanted whether it still is; a page may have gone elsewhere meanwhile
 * @throws MessageError where it may not be; the next need asks again
 */
export async function fetchHand(isWanted: () => boolean): Promise<void> {
  if (!handThere()) await sendUntilAnswered('script/load', { script: 'hand' }, isWanted);
}
