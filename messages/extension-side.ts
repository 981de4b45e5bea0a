/** Messages as an extension page (popup, library, options, note frame) sends them to the background. */
import { browser } from 'wxt/browser';
import { unwrap } from './envelope';
import type { FromExtension } from './protocol';

/**
 * Sends a request to the background and waits for its reply.
 * @throws MessageError with the background's key, or `no-answer`
 */
export async function sendFromExtension<K extends keyof FromExtension>(
  type: K,
  request: FromExtension[K]['request'],
): Promise<FromExtension[K]['reply']> {
  const reply: unknown = await browser.runtime.sendMessage({ type, request });
  return unwrap(reply, type) as FromExtension[K]['reply'];
}
