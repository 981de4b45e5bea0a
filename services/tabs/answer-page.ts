/** What a page that asks for its analysis is answered, and what its tab's record says after it. */
import type { PageSender } from '../../messages/background-side';
import { errorKeyOf } from '../../messages/envelope';
import type { FromPage, PageAnswer, TabState } from '../../messages/protocol';
import { analysePage, type Surroundings } from '../annotate';
import { isSiteOff, loadSettings } from '../settings';
import { isInView, mayWrite, standsStill, withTurn } from './in-view';
import { mayRead } from './may-read';
import { originOf } from './origins';
import { annotationsOfTab, showCount } from './refresh';
import { addressOfTab, latest, readTab, unsavedAfter, updateTab, visitIn, withFormer } from './tab-state';

/**
 * Has (a part of) a page annotated, and notes in its tab's record what came of it: where the reader looks at it still,
 * badge and popup tell of it.
 * @param surroundings read once the tab is known
 * @throws what the analysis throws; the tab's state then names the error
 */
export async function answerPage(
  request: FromPage['page/analyse']['request'],
  sender: PageSender,
  surroundings: () => Promise<Surroundings>,
): Promise<PageAnswer> {
  const { tabId, url, incognito } = sender;
  const record = await readTab(tabId);
  const asked = await addressOfTab(tabId, record);
  /** Where the tab is by now, and whether the article that was asked about stands in it still. */
  const look = async () => {
    const there = await addressOfTab(tabId, await readTab(tabId));
    return { there, isStill: await standsStill(request.page, sender, asked, there) };
  };
  let isBarred = false;
  try {
    const around = await surroundings();
    const { answer, page, unsaved } = await analysePage(
      {
        page: request.page,
        blocks: request.blocks,
        more: request.more,
        known: record && visitIn(record, request.visit),
        url,
        isPrivate: incognito,
        isWished: record?.isWished ?? false,
        mayRead: async (page) => {
          isBarred = !(await mayRead(sender, page));
          return !isBarred && !(await isLeftAlone(sender));
        },
        unsaved: record?.unsaved ?? [],
      },
      around,
    );
    const { there, isStill } = await look();
    let isShown = false;
    const updated = await updateTab(tabId, (now) => {
      if (!mayWrite(there, url)) return now;
      const left = page ? unsavedAfter(now.unsaved, page.key, record?.unsaved ?? [], unsaved) : now.unsaved;
      const next = { ...now, unsaved: left, isPrivate: incognito };
      isShown = isInView(now, request, isStill);
      if (!isShown) return page ? withFormer(next, request.visit, page) : next;
      const state = {
        ...(isBarred ? { status: 'no-access' as const } : stateAfter(answer)),
        ...(page ? { pageKey: page.key } : {}),
        origin: originOf(url),
      };
      return withTurn(next, request.visit, page ?? undefined, sender, there, state);
    });
    if (isShown && answer.status === 'ok')
      await showCount(tabId, await annotationsOfTab(around.store, updated, incognito));
    return 'annotations' in answer ? { ...answer, annotations: latest(answer.annotations, updated) } : answer;
  } catch (thrown) {
    const error = errorKeyOf(thrown);
    const { there, isStill } = await look();
    await updateTab(tabId, (now) =>
      mayWrite(there, url) && isInView(now, request, isStill)
        ? { ...now, state: { status: 'error', error, origin: originOf(url) } }
        : now,
    );
    throw thrown;
  }
}

/** Whether the reader has switched the site off, perhaps a moment ago, and not asked for the page. */
async function isLeftAlone({ tabId, url }: PageSender): Promise<boolean> {
  return isSiteOff(await loadSettings(), url) && !(await readTab(tabId))?.isWished;
}

function stateAfter(answer: PageAnswer): TabState {
  if (answer.status === 'off') return { status: 'off' };
  if (answer.status === 'not-analysed') return { status: 'not-analysed', language: answer.language };
  return { status: answer.annotations.length ? 'annotated' : 'nothing-found' };
}
