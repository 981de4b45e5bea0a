/** Frames: which of a tab's is heard, and which holds the article of a page that no sentinel watches over. */
import { browser } from 'wxt/browser';
import { type FromPageHandlers, type PageSender, sendToPage } from '../../messages/background-side';
import { MessageError } from '../../messages/envelope';
import { isSameOrigin } from './origins';
import { addressOfTab, readTab } from './tab-state';

/** Characters of paragraphs from which a frame may hold the article. */
const ENOUGH = 600;

/**
 * The frame to annotate: the page itself, unless that is a shell around a large frame of its own origin.
 * @returns 0 also where the browser keeps us out
 */
export async function articleFrame(tabId: number): Promise<number> {
  const looks = await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, func: textOfFrame })
    .catch(() => []);
  const lengths = looks.map(({ frameId, result }) => ({ frameId, length: Number(result) || 0 }));
  const own = lengths.find(({ frameId }) => frameId === 0)?.length ?? 0;
  const [best] = lengths.filter(({ frameId }) => frameId !== 0).sort((a, b) => b.length - a.length);
  return best && best.length >= ENOUGH && best.length > 2 * own ? best.frameId : 0;
}

/** Whether the annotator answers in a frame. */
export function isAnnotatorIn(tabId: number, frameId: number): Promise<boolean> {
  return sendToPage(tabId, 'page/focus', { id: '' }, frameId).then(
    () => true,
    () => false,
  );
}

/**
 * A frame speaks for its tab only where it is of the page's own origin: a site in a frame of another could put its
 * article in the place of the page's, and be sent the page's annotations.
 * @throws MessageError `bad-sender` also where nobody knows the tab's address
 */
async function requireOwnFrame({ tabId, frameId, url }: PageSender): Promise<void> {
  if (frameId === 0 || isSameOrigin(url, await addressOfTab(tabId, await readTab(tabId)))) return;
  throw new MessageError('bad-sender', "Refused a message: its frame is not of its tab's own origin");
}

/** The handlers, closed to frames of other origins. */
export function toOwnFrames(handlers: FromPageHandlers): FromPageHandlers {
  type Handle = (request: unknown, sender: PageSender) => Promise<unknown>;
  const guard =
    (handle: Handle): Handle =>
    async (request, sender) => {
      await requireOwnFrame(sender);
      return handle(request, sender);
    };
  const guarded = Object.entries(handlers).map(([type, handle]) => [type, guard(handle as Handle)]);
  return Object.fromEntries(guarded) as FromPageHandlers;
}

/**
 * Runs in a frame (so it calls nothing of this module): the length of its paragraphs; 0, and nothing read, where it is
 * not the page's own, is small, or has no address of its own (`about:srcdoc`): messages from there are refused.
 */
export function textOfFrame(): number {
  if (!['http:', 'https:', 'file:'].includes(location.protocol)) return 0;
  for (let inner: Window = window; inner !== inner.parent; inner = inner.parent) {
    const { frameElement, parent } = inner;
    if (!frameElement) return 0;
    const { width, height } = frameElement.getBoundingClientRect();
    if (width < parent.innerWidth / 2 || height < parent.innerHeight / 2) return 0;
  }
  let length = 0;
  for (const p of document.querySelectorAll('p')) length += p.textContent?.length ?? 0;
  return length;
}
