/**
 * One-time addresses of the note editor's frame. A page can learn the address of a frame inside it once it has
 * loaded (resource timing); by then the token in it is spent.
 */
import { browser } from 'wxt/browser';
import { MessageError } from '../../messages/envelope';
import { keepInSession } from '../session';

interface Token {
  readonly id: string;
  readonly tabId: number;
  /** Milliseconds since the epoch. */
  readonly made: number;
}

/** A frame loads in well under this. */
const LIFE_MS = 60_000;
const keyOf = (token: string) => `note:${token}`;
/** Too old; or made later than now, where the clock was set back meanwhile. */
const isOver = ({ made }: Token, now: number) => Math.abs(now - made) > LIFE_MS;

/**
 * Makes an address at which one annotation's note can be edited, once, in one tab.
 * @returns the address of the frame
 */
export async function openNote(id: string, tabId: number, now = Date.now()): Promise<string> {
  await dropOld(now);
  const token = crypto.randomUUID();
  await keepInSession({ [keyOf(token)]: { id, tabId, made: now } satisfies Token });
  return `${browser.runtime.getURL('/note.html')}#${token}`;
}

/**
 * Spends a token.
 * @param tabId the tab of the frame that presents it
 * @returns the id of the annotation it stands for
 * @throws MessageError `token` where it is unknown, spent, too old or another tab's
 */
export async function claimNoteToken(
  token: string,
  tabId: number | undefined,
  now = Date.now(),
): Promise<string> {
  const key = keyOf(token);
  const found = (await browser.storage.session.get(key))[key] as Token | undefined;
  await browser.storage.session.remove(key);
  if (!found || found.tabId !== tabId || isOver(found, now))
    throw new MessageError('token', 'This note editor has already been used. Close it and open it again.');
  return found.id;
}

async function dropOld(now: number): Promise<void> {
  const all = await browser.storage.session.get(null);
  const old = Object.entries(all).filter(
    ([key, value]) => key.startsWith('note:') && isOver(value as Token, now),
  );
  if (old.length) await browser.storage.session.remove(old.map(([key]) => key));
}
