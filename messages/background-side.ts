/** The background's end of every message: who sent it, is it well formed, who answers it. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { isEnvelope, MessageError, type Reply, refusal, unwrap } from './envelope';
import type { FromExtension, FromPage, ToPage } from './protocol';
import { fromExtensionSchemas, fromPageSchemas, LONGEST_ADDRESS } from './schemas';

/** What a browser says of a message's origin; the part of `runtime.MessageSender` used here. */
export interface RawSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
  readonly tab?:
    | { readonly id?: number | undefined; readonly url?: string | undefined; readonly incognito: boolean }
    | undefined;
}

/** A content script of ours, in a frame of a tab. */
export interface PageSender {
  readonly tabId: number;
  readonly frameId: number;
  /** The document in that frame, where the browser tells documents apart. */
  readonly documentId?: string;
  /** The frame's address, as the browser knows it. */
  readonly url: string;
  readonly incognito: boolean;
}

/** A page of ours; `tabId` where it is shown in a tab (or, as the note editor, in a frame of one). */
export interface ExtensionSender {
  readonly url: string;
  readonly tabId?: number;
  readonly incognito: boolean;
}

type Handlers<Protocol, Sender> = {
  readonly [K in keyof Protocol]: Protocol[K] extends { request: infer Request; reply: infer Answer }
    ? (request: Request, sender: Sender) => Promise<Answer>
    : never;
};
export type FromPageHandlers = Handlers<FromPage, PageSender>;
export type FromExtensionHandlers = Handlers<FromExtension, ExtensionSender>;

/** Who we are: the extension's id and the address its pages share. */
interface Self {
  readonly id: string;
  readonly root: string;
}

type Identified = { from: 'page'; sender: PageSender } | { from: 'extension'; sender: ExtensionSender };

function refuse(why: string): never {
  throw new MessageError('bad-sender', `Refused a message: ${why}`);
}

/**
 * Tells our own pages from content scripts, by what the browser says, never by the message.
 * @throws MessageError `bad-sender` for anyone else: another extension, a page without an address or tab, an origin
 *   that is not the address's, a frame of another origin than its tab's page
 */
export function identify(raw: RawSender, self: Self): Identified {
  if (raw.id !== self.id) refuse('its sender is not this extension');
  const address = URL.canParse(raw.url ?? '') ? new URL(raw.url ?? '') : refuse('its sender has no address');
  if (!mayBeOf(raw, address)) refuse("its sender's origin is not its address's");
  const incognito = raw.tab?.incognito ?? false;
  if (address.href.startsWith(self.root)) {
    const inTab = raw.tab?.id === undefined ? {} : { tabId: raw.tab.id };
    return { from: 'extension', sender: { url: address.href, incognito, ...inTab } };
  }
  if (!['http:', 'https:', 'file:'].includes(address.protocol))
    refuse(`no page of ours runs on ${address.protocol}`);
  if (raw.tab?.id === undefined || raw.frameId === undefined) refuse('its sender is in no tab');
  // Where the browser does not say the tab's address, `services/tabs/frames.ts` asks for it.
  if (raw.frameId !== 0 && raw.tab.url && !isOfOrigin(raw.tab.url, address))
    refuse("its frame is not of the origin of its tab's page");
  const document = raw.documentId === undefined ? {} : { documentId: raw.documentId };
  const { frameId } = raw;
  const url = addressOfFrame(raw, address);
  // It is stored with every claim of the page.
  if (url.length > LONGEST_ADDRESS) refuse('its address is too long');
  return { from: 'page', sender: { tabId: raw.tab.id, frameId, ...document, url, incognito } };
}

/**
 * Whether a sender's origin is that of its address. A file's is written `file://` or `null`, and a page that takes its
 * own away (a sandbox by its policy) is at its address all the same; a frame without one stands in for nobody, whatever
 * address it was sandboxed at. A blob of ours never sends messages.
 */
function mayBeOf({ origin, url, frameId }: RawSender, { protocol }: URL): boolean {
  if (origin === undefined || protocol === 'file:') return true;
  return origin === 'null' ? frameId === 0 : url?.startsWith(`${origin}/`) === true;
}

/** Frames of files count as foreign to one another, as both browsers have it. */
function isOfOrigin(url: string, { origin }: URL): boolean {
  return origin !== 'null' && URL.canParse(url) && new URL(url).origin === origin;
}

/**
 * A frame's address now. `sender.url` may be the one the document was loaded at (Firefox), while a page changes its
 * address without a load; the tab's is up to date, but counts only for the top frame and within one origin.
 */
function addressOfFrame(raw: RawSender, loaded: URL): string {
  const now = raw.frameId === 0 && URL.canParse(raw.tab?.url ?? '') ? new URL(raw.tab?.url ?? '') : loaded;
  return now.origin === loaded.origin ? now.href : loaded.href;
}

function parse<Request>(schema: v.GenericSchema<unknown, Request>, request: unknown, type: string): Request {
  const result = v.safeParse(schema, request, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new MessageError('bad-message', `${type}: ${v.getDotPath(issue) ?? 'request'}: ${issue.message}`);
}

/**
 * Checks one message and has it answered.
 * @throws MessageError `bad-sender`, `unknown-message`, `bad-message` (with the path of what does not fit)
 */
export async function dispatch(
  message: unknown,
  raw: RawSender,
  self: Self,
  fromPage: FromPageHandlers,
  fromExtension: FromExtensionHandlers,
): Promise<unknown> {
  const { from, sender } = identify(raw, self);
  if (!isEnvelope(message)) throw new MessageError('bad-message', 'A message must name its type');
  const { type, request } = message;
  const [schemas, handlers] =
    from === 'page' ? [fromPageSchemas, fromPage] : [fromExtensionSchemas, fromExtension];
  if (!Object.hasOwn(schemas, type))
    throw new MessageError('unknown-message', `No ${from} may ask for ${JSON.stringify(type.slice(0, 80))}`);
  // Schema and handler of one type belong together; the compiler cannot follow a key known only at run time.
  const schema = (schemas as Record<string, v.GenericSchema<unknown, unknown>>)[type];
  const handle = (
    handlers as unknown as Record<string, (request: unknown, sender: unknown) => Promise<unknown>>
  )[type];
  if (!schema || !handle) throw new MessageError('unknown-message', `Nobody answers ${type}`);
  return handle(parse(schema, request, type), sender);
}

/**
 * Answers messages from content scripts and from our own pages. Call it while the worker starts, so that the message
 * that woke it is heard.
 */
export function listen(fromPage: FromPageHandlers, fromExtension: FromExtensionHandlers): void {
  const self = { id: browser.runtime.id, root: browser.runtime.getURL('/') };
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: RawSender, respond: (reply: Reply) => void): true => {
      dispatch(message, sender, self, fromPage, fromExtension).then(
        (value) => respond({ ok: true, value }),
        (thrown) => respond(refusal(thrown)),
      );
      return true;
    },
  );
}

/**
 * Asks the content scripts of a tab, of one frame where it is given.
 * @throws MessageError with the page's key, or `no-answer` where no script of ours runs there
 */
export async function sendToPage<K extends keyof ToPage>(
  tabId: number,
  type: K,
  request: ToPage[K]['request'],
  frameId?: number,
): Promise<ToPage[K]['reply']> {
  let reply: unknown;
  try {
    reply = await browser.tabs.sendMessage(
      tabId,
      { type, request },
      frameId === undefined ? {} : { frameId },
    );
  } catch (thrown) {
    throw new MessageError('no-answer', `Tab ${tabId} did not answer ${type}: ${String(thrown)}`);
  }
  return unwrap(reply, type) as ToPage[K]['reply'];
}
