/** Messages as a content script sends and receives them. No polyfill and no validation library: it must stay tiny. */
import { isEnvelope, MessageError, type Reply, refusal, unwrap } from './envelope';
import type { FromPage, ToPage } from './protocol';

/** The little of the extension API that is used here; the same in both browsers. */
interface Runtime {
  readonly id?: string;
  getURL(path: string): string;
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: {
    addListener(listener: Listener): void;
    removeListener(listener: Listener): void;
  };
}
type Listener = (
  message: unknown,
  sender: { readonly id?: string },
  respond: (reply: Reply) => void,
) => boolean | undefined;

/**
 * The extension's runtime. A page can put a `<form id=browser>` where the name is looked up, so a namespace counts
 * only if its `runtime.getURL` is a function.
 * @throws MessageError `extension-gone` where there is none: the extension was updated or removed under this page
 */
function runtime(): Runtime {
  const scope = globalThis as unknown as Record<'browser' | 'chrome', { runtime?: Runtime } | undefined>;
  // One after the other: to look into a namespace is to have the browser make it.
  for (const name of ['browser', 'chrome'] as const) {
    const found = scope[name]?.runtime;
    if (typeof found?.getURL === 'function') return found;
  }
  throw new MessageError('extension-gone', 'The extension was updated or removed. Reload the page.');
}

/** Whether this script's extension is still there; false after an update or removal under the open page. */
export function isExtensionAlive(): boolean {
  try {
    return runtime().id !== undefined;
  } catch {
    return false;
  }
}

/**
 * Sends a request to the background and waits for its reply.
 * @throws MessageError with a key: the background's, or `extension-gone`, `no-answer`
 */
export async function sendFromPage<K extends keyof FromPage>(
  type: K,
  request: FromPage[K]['request'],
): Promise<FromPage[K]['reply']> {
  let reply: unknown;
  try {
    reply = await runtime().sendMessage({ type, request });
  } catch (thrown) {
    if (thrown instanceof MessageError) throw thrown;
    throw new MessageError(isExtensionAlive() ? 'no-answer' : 'extension-gone', String(thrown));
  }
  return unwrap(reply, type) as FromPage[K]['reply'];
}

/** When to ask again where nobody answered, in milliseconds: a background that was ended at work starts anew. */
const AGAIN = [500, 2500];

/**
 * The same for what may be asked twice: asks again where the background was ended before it answered.
 * @param isWanted whether the answer still is; a page may have gone elsewhere meanwhile
 * @throws MessageError as `sendFromPage`
 */
export async function sendUntilAnswered<K extends 'sentinel/verdict' | 'page/analyse' | 'script/load'>(
  type: K,
  request: FromPage[K]['request'],
  isWanted: () => boolean = () => true,
): Promise<FromPage[K]['reply']> {
  for (const wait of AGAIN) {
    try {
      return await sendFromPage(type, request);
    } catch (thrown) {
      if (!(thrown instanceof MessageError) || thrown.key !== 'no-answer') throw thrown;
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (!isWanted()) throw thrown;
    }
  }
  return sendFromPage(type, request);
}

type ToPageHandlers = {
  readonly [K in keyof ToPage]?: (
    request: ToPage[K]['request'],
  ) => ToPage[K]['reply'] | Promise<ToPage[K]['reply']>;
};

/**
 * Answers the background's requests. Types without a handler are left to this page's other scripts.
 * @returns a function that stops listening
 */
export function onToPage(handlers: ToPageHandlers): () => void {
  const { id, onMessage } = runtime();
  const listener: Listener = (message, sender, respond) => {
    if (sender.id !== id || !isEnvelope(message) || !Object.hasOwn(handlers, message.type)) return;
    const handle = handlers[message.type as keyof ToPage] as (request: unknown) => unknown;
    // `respond` and `true` rather than a promise: that much every Chromium and Firefox understands.
    new Promise((resolve) => resolve(handle(message.request))).then(
      (value) => respond({ ok: true, value }),
      (thrown) => respond(refusal(thrown)),
    );
    return true;
  };
  onMessage.addListener(listener);
  return () => onMessage.removeListener(listener);
}
