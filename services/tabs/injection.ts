/** Which tabs get which script, and when. */
import { browser } from 'wxt/browser';
import { withoutFragment } from '../../annotations/route';
import type { Settings } from '../../annotations/settings';
import { type PageSender, sendToPage } from '../../messages/background-side';
import { errorKeyOf, MessageError } from '../../messages/envelope';
import type { TabState } from '../../messages/protocol';
import { isPaused, isSiteOff, loadSettings } from '../settings';
import { showBadge } from './badge';
import { articleFrame, isAnnotatorIn } from './frames';
import { canRead, isSameAddress, originOf } from './origins';
import {
  addressOfTab,
  forgetTab,
  freshTab,
  leaveAddress,
  readTab,
  startTab,
  type TabRecord,
  updateTab,
} from './tab-state';

/** Where the build puts the annotator: an unlisted script. */
const ANNOTATOR = '/annotator.js';
/**
 * What few pages need: what the reader does on a page and what is drawn for it, what finds an article where its markup
 * leaves doubt, and what finds quotes that moved or changed.
 */
const MORE = { hand: '/hand.js', readability: '/readability.js', anchoring: '/anchoring.js' } as const;

/** States that tell what was found; an annotator asked again says nothing new. */
const SETTLED: ReadonlySet<TabState['status']> = new Set(['annotated', 'nothing-found', 'not-analysed']);

/** What becomes of a page on the subject that nobody asked for. */
function statusBy(settings: Settings, url: string): 'off' | 'paused' | 'working' {
  if (isSiteOff(settings, url)) return 'off';
  return isPaused(settings) ? 'paused' : 'working';
}

/** The sentinel's word on a page. On a yes the annotator is injected, unless the reader wants to be left alone. */
export async function onSentinel(
  { tabId, frameId, url, documentId }: PageSender,
  relevant: boolean,
): Promise<void> {
  const record = await readTab(tabId);
  const address = withoutFragment(frameId === 0 ? url : await urlOfTab(tabId));
  const isSame = record?.url === address;
  if (!relevant) {
    // A no counts for nothing from a frame (the page around it may be an article), against the reader's own wish, and
    // where the annotator has said the same already, as it does when the reader scrolls on to another article.
    if (frameId !== 0 || (isSame && (record.isWished || record.state.status === 'not-an-article'))) return;
    await startTab(tabId, address, { status: 'not-an-article', origin: originOf(url) });
    await showBadge(tabId, 0);
    return;
  }
  const settings = await loadSettings();
  const isWished = isSame && record.isWished;
  const status = isWished ? 'working' : statusBy(settings, url);
  // A reload keeps what is known of the visit; what is not stored (private windows) lives there. Asked again within the
  // queue of changes: where a page goes elsewhere by itself, the annotator may have been quicker.
  await updateTab(tabId, (now) => {
    if (now.url !== address || status !== 'working')
      return freshTab(address, { status, origin: originOf(url) }, now);
    return SETTLED.has(now.state.status) ? now : { ...now, state: { status, origin: originOf(url) } };
  });
  if (status !== 'working') return;
  await inject(tabId, address, frameId, documentId).catch(() =>
    // A frame whose sentinel spoke a moment ago is not closed to us but gone.
    sayOf(tabId, address, { status: frameId === 0 ? 'no-access' : 'not-an-article', origin: originOf(url) }),
  );
}

/**
 * Injects the annotator. Where it does not come to life the tab says so instead of being at work for ever.
 * @param address of the tab's page that is meant: of another one, to which the tab went meanwhile, nothing is said
 * @param documentId the document meant, where it spoke: no other that stands in the frame by now
 * @throws where the browser keeps us out, or the page has gone
 */
async function inject(tabId: number, address: string, frameId: number, documentId?: string): Promise<void> {
  await updateTab(tabId, (now) => (now.url === address ? { ...now, frameId } : now));
  const results = await browser.scripting.executeScript({
    target: documentId ? { tabId, documentIds: [documentId] } : { tabId, frameIds: [frameId] },
    files: [ANNOTATOR],
  });
  // A script that throws makes nothing reject: Firefox tells of it in the result's `error`, Chromium not at all. Only
  // one that came to its end gives its word.
  if (results.some(({ result }) => result !== true))
    await sayOf(tabId, address, { status: 'error', error: 'failed', origin: originOf(address) });
}

/**
 * Puts scripts that the annotator of a frame has need of beside it.
 * @returns whether they came to life
 * @throws where the browser keeps us out, or the page has gone
 */
async function injectMore(
  tabId: number,
  frameId: number,
  ...scripts: readonly (keyof typeof MORE)[]
): Promise<boolean> {
  const files = scripts.map((script) => MORE[script]);
  const results = await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files });
  return results.every(({ result }) => result === true);
}

/**
 * Puts a script beside the annotator that asks for it. A page that can't be read without says so in its tab.
 * @throws where the browser keeps us out, the page has gone, or the script did not come to life
 */
export async function loadFor({ tabId, frameId, url }: PageSender, script: keyof typeof MORE): Promise<void> {
  try {
    if (!(await injectMore(tabId, frameId, script))) throw new Error(`${MORE[script]} did not start.`);
  } catch (thrown) {
    if (script === 'readability') {
      const address = withoutFragment(frameId === 0 ? url : await urlOfTab(tabId));
      await sayOf(tabId, address, { status: 'error', error: 'failed', origin: originOf(url) });
    }
    throw thrown;
  }
}

/** All at once, where the reader asked for the page: access by `activeTab` may be gone by the time there is need. */
async function injectAll(tabId: number, address: string): Promise<void> {
  const frameId = await articleFrame(tabId);
  await inject(tabId, address, frameId);
  await injectMore(tabId, frameId, 'hand', 'readability', 'anchoring');
}

async function urlOfTab(tabId: number): Promise<string> {
  return (await browser.tabs.get(tabId)).url ?? '';
}

/** Says what came of the work on a page, if the tab is still at it. */
function sayOf(tabId: number, address: string, state: TabState): Promise<unknown> {
  const isMeant = ({ url, state: { status } }: TabRecord) => url === address && status === 'working';
  return updateTab(tabId, (now) => (isMeant(now) ? { ...now, state } : now));
}

/**
 * Annotates a tab by the reader's wish, whatever the sentinel thinks of it.
 * @returns the tab's state: `working`, `no-access` where the browser keeps us out, or `error` with what else failed
 */
export async function annotateTab(tabId: number): Promise<TabState> {
  const { url = '' } = await browser.tabs.get(tabId);
  const origin = originOf(url);
  const address = withoutFragment(url);
  const isClosed = !(await canRead(origin));
  await startTab(tabId, address, { status: 'working', origin }, { isWished: true, isClosed });
  try {
    // One that is already there is told to stop first, so that the page is analysed as wished and from scratch.
    await sendToPage(tabId, 'page/stop', {}).catch(() => undefined);
    await injectAll(tabId, address);
  } catch (thrown) {
    // Where a permission stands, or the failure is our own, it is no leave that is wanting.
    const isKeptOut = isClosed && !(thrown instanceof MessageError);
    const error = { status: 'error', error: errorKeyOf(thrown), origin } as const;
    await sayOf(tabId, address, isKeptOut ? { status: 'no-access', origin } : error);
  }
  return (await readTab(tabId))?.state ?? { status: 'no-access', origin };
}

/** A tab's state, worked out where nothing was heard from the tab. */
export async function stateOfTab(tabId: number): Promise<TabState> {
  const { url = '' } = await browser.tabs.get(tabId).catch(() => ({ url: '' }));
  const record = await recordAt(tabId, url);
  const settings = await loadSettings();
  const origin = originOf(url);
  if (!record?.isWished && url) {
    if (isSiteOff(settings, url)) return { ...record?.state, status: 'off', origin };
    if (isPaused(settings) && record?.state.status !== 'annotated')
      return { ...record?.state, status: 'paused', origin };
  }
  if (record) return { origin, ...record.state };
  const { content_scripts = [] } = browser.runtime.getManifest();
  const isWatched = /^https?:/.test(url) && (await canRead(origin));
  if (isWatched && content_scripts.length) return { status: 'not-an-article', origin };
  return { status: 'no-access', origin };
}

/**
 * What is known of a tab, as far as it is about what stands there now. The browser tells no address of its own pages, nor
 * that a tab went to one: there the annotator is asked whether it still is where it was.
 */
async function recordAt(tabId: number, url: string): Promise<TabRecord | undefined> {
  const record = await readTab(tabId);
  if (!record) return undefined;
  const isThere = url
    ? record.url === withoutFragment(url) || isWaiting(record, originOf(url))
    : await isAnnotatorIn(tabId, record.frameId);
  return isThere ? record : undefined;
}

/**
 * A tab went to another address. A new document reports by itself; where a page changed its address without a load,
 * the sentinel is woken to look again.
 */
export async function onTabUpdated(
  tabId: number,
  change: { status?: string | undefined; url?: string | undefined },
): Promise<void> {
  const record = await readTab(tabId);
  if (change.url !== undefined && record?.url !== withoutFragment(change.url)) {
    if (record) {
      const { state } = await leaveAddress(tabId, withoutFragment(change.url));
      if (isSameAddress(record.url, change.url)) return;
      await showBadge(tabId, state.count ?? 0);
      // The article in a frame may stand there still, whatever the address around it; it says so when asked.
      if (record.frameId !== 0) await askFrame(tabId, record.frameId);
      // The annotator went along, and will say what stands there once it knows.
      else if (await isAnnotatorIn(tabId, 0)) await waitForWord(tabId, change.url);
    }
    // No answer: not one of the sites, or the new document's sentinel has not started yet and will look by itself.
    await sendToPage(tabId, 'sentinel/wake', {}, 0).catch(() => undefined);
  } else if (change.status === 'complete' && record?.isWished) await annotateAgain(tabId, record);
}

/** Nobody has said yet what stands at the address a tab went to: it is at work. */
async function waitForWord(tabId: number, url: string): Promise<void> {
  const state = { status: 'working', origin: originOf(url) } as const;
  await updateTab(tabId, (now) => (now.url === '' ? { ...now, state } : now));
}

const isWaiting = ({ url, state }: TabRecord, origin: string) =>
  url === '' && state.status === 'working' && state.origin === origin;

async function askFrame(tabId: number, frameId: number): Promise<void> {
  if (!(await isAnnotatorIn(tabId, frameId))) return;
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, files: [ANNOTATOR] }).catch(() => undefined);
}

/** A page the reader wanted annotated was loaded anew: the wish still holds, if the browser still lets us in. */
async function annotateAgain(tabId: number, record: TabRecord): Promise<void> {
  const { frameId, url } = record;
  // Firefox may tell of a quick page's end before it is written down that the tab went there.
  if (!isSameAddress(url, await addressOfTab(tabId, record))) return;
  if (await isAnnotatorIn(tabId, frameId)) return;
  await injectAll(tabId, url).catch(() => forgetWish(tabId, url));
}

/** Nothing is known of the tab any more, unless it is elsewhere by now, or the reader's work of a private window is. */
async function forgetWish(tabId: number, address: string): Promise<void> {
  const record = await readTab(tabId);
  if (record?.url !== address) return;
  if (record.unsaved.length + record.aside.length === 0) await forgetTab(tabId);
  else await startTab(tabId, '', { status: 'no-access', origin: originOf(address) });
}
