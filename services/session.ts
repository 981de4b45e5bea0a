/** What the background remembers until the browser closes: storage.session, which both browsers hold to 10 MB. */
import { browser } from 'wxt/browser';
import { MessageError } from '../messages/envelope';

/** @throws MessageError `memory-full` where there is no room; what was kept before stands */
export async function keepInSession(items: Readonly<Record<string, unknown>>): Promise<void> {
  try {
    await browser.storage.session.set(items);
  } catch (thrown) {
    // All that both browsers' words for it have in common.
    if (!/quota/i.test(String(thrown))) throw thrown;
    throw new MessageError('memory-full', `No room left in storage.session: ${String(thrown)}`);
  }
}
