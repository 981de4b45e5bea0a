/** Which of a tab's articles its reader looks at, by the word of the page and of the browser. */
import { withoutFragment } from '../../annotations/route';
import type { Page } from '../../annotations/types';
import { type PageSender, sendToPage } from '../../messages/background-side';
import type { FromPage, TabState } from '../../messages/protocol';
import type { Store } from '../../store/database';
import { showBadge } from './badge';
import { isAnnotatorIn } from './frames';
import { isSameAddress, isSameOrigin, originOf } from './origins';
import { annotationsOfTab, showCount } from './refresh';
import { addressOfTab, readTab, type TabRecord, updateTab, visitIn, withInView } from './tab-state';

/** A document that the tab has left for another site has no say in the tab any more. */
export const mayWrite = (there: string, url: string) => there === '' || isSameOrigin(there, url);

/**
 * Whether the article that was asked about stands in the tab still. Not where the tab's address changed meanwhile: what
 * stands at the new one is said by the page once it knows, be it another article or the same.
 * @param asked, there the tab's address when the page asked, and now
 */
export async function standsStill(
  page: Page,
  { tabId, frameId, url }: PageSender,
  asked: string,
  there: string,
): Promise<boolean> {
  if (asked === '' || withoutFragment(asked) === withoutFragment(there)) return true;
  // Of a frame the tab's address says nothing.
  if (frameId !== 0) return isAnnotatorIn(tabId, frameId);
  // The browser's word on the address may be behind the page's own.
  const own = isSameOrigin(page.url, url) ? [url, page.url] : [url];
  return own.some((one) => withoutFragment(one) === withoutFragment(there) || isSameAddress(one, there));
}

/** Whether an answer is about what the reader looks at, and no late text of an article they have scrolled past. */
export function isInView(
  { inView }: TabRecord,
  { visit, more }: FromPage['page/analyse']['request'],
  isStill: boolean,
): boolean {
  return inView?.visit === visit || (!more && isStill);
}

/** The record of a tab that shows an article of a page (none of ours where none is given), in a state. */
export function withTurn(
  now: TabRecord,
  visit: string,
  page: Page | undefined,
  { frameId, url }: PageSender,
  there: string,
  state: TabState,
): TabRecord {
  const own = isSameAddress(url, there) ? there : url;
  // The browser may yet have to tell that the page changed its address.
  const address = frameId === 0 ? own : now.url || there;
  return { ...withInView(now, visit, page), frameId, url: withoutFragment(address), state };
}

/** The reader scrolled on to another article of the document, or back; null: to one that is none of ours. */
export async function turnTo(
  store: Store,
  visit: string | null,
  sender: PageSender,
): Promise<{ known: boolean }> {
  const { tabId, frameId, url, incognito } = sender;
  const there = await addressOfTab(tabId, await readTab(tabId));
  let known = true;
  const record = await updateTab(tabId, (now) => {
    const page = visit === null ? undefined : visitIn(now, visit);
    known = visit === null || page !== undefined;
    // A frame that turns to nothing of ours leaves alone what stands beside it.
    if (!known || (!page && frameId !== 0 && frameId !== now.frameId)) return now;
    const isSame = visit !== null && now.inView?.visit === visit;
    const status = page ? 'nothing-found' : 'not-an-article';
    const state =
      isSame && now.state.status === 'not-analysed'
        ? now.state
        : ({ status, ...(page ? { pageKey: page.key } : {}), origin: originOf(url) } as const);
    return withTurn(now, visit ?? '', page, sender, there, state);
  });
  if (known) await showCount(tabId, await annotationsOfTab(store, record, incognito));
  return { known };
}

/** The article of a visit stood in a frame that has gone: nothing of it is shown or counted any more. */
export async function leaveFrame(tabId: number, visit: string): Promise<void> {
  let isLeft = false;
  await updateTab(tabId, (now) => {
    isLeft = now.frameId !== 0 && now.inView?.visit === visit;
    if (!isLeft) return now;
    const state = { status: 'not-an-article', origin: originOf(now.url) } as const;
    return { ...withInView(now, '', undefined), frameId: 0, state };
  });
  if (!isLeft) return;
  await showBadge(tabId, 0);
  // What the frame stood before may be an article too.
  await sendToPage(tabId, 'sentinel/wake', {}, 0).catch(() => undefined);
}

/** A frame that is taken out of its page may not get round to say so: asked for, before a tab's state is told. */
export async function leaveIfGone(tabId: number): Promise<void> {
  const record = await readTab(tabId);
  if (!record?.inView || record.frameId === 0) return;
  const isThere = await isAnnotatorIn(tabId, record.frameId);
  if (!isThere) await leaveFrame(tabId, record.inView.visit);
}
