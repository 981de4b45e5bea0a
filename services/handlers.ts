/** Who answers which message: the background's side of the protocol, put together from the use cases. */
import { anchoredAt } from '../annotations/anchored';
import {
  type ExtensionSender,
  type FromExtensionHandlers,
  type FromPageHandlers,
  type PageSender,
  sendToPage,
} from '../messages/background-side';
import { MessageError } from '../messages/envelope';
import type { FromPage, TabState } from '../messages/protocol';
import { facetsOf } from '../store/annotations';
import type { Store } from '../store/database';
import { recordAnchors } from '../store/visits';
import type { Engine, Surroundings } from './annotate';
import { annotationEdits } from './edits';
import { analysePasted } from './pasted';
import { loadSettings } from './settings';
import { answerPage } from './tabs/answer-page';
import { toOwnFrames } from './tabs/frames';
import { leaveFrame, leaveIfGone, turnTo } from './tabs/in-view';
import { annotateTab, loadFor, onSentinel, stateOfTab } from './tabs/injection';
import { openLibrary } from './tabs/library';
import { claimNoteToken, openNote } from './tabs/note-tokens';
import { placeInTab } from './tabs/placing';
import { annotationsOfTab, refreshPages, showCount } from './tabs/refresh';
import { pageSelectedIn, selected } from './tabs/selection';
import { editsOfTab } from './tabs/tab-edits';
import { readTab, updateTab, visitIn } from './tabs/tab-state';

export interface Handlers {
  readonly fromPage: FromPageHandlers;
  readonly fromExtension: FromExtensionHandlers;
}

/** How many arguments are proposed for a selection. */
const BEST = 5;

const done = async (work: Promise<unknown>): Promise<undefined> => {
  await work;
  return undefined;
};

/** The handlers of every message, over one store and one engine. */
export function handlersOn(store: Store, engine: Engine): Handlers {
  const edits = annotationEdits(store, (keys) => refreshPages(store, keys));
  const surroundings = async (): Promise<Surroundings> => ({
    store,
    engine,
    settings: await loadSettings(),
    now: new Date().toISOString(),
    newId: () => crypto.randomUUID(),
  });
  const inTab = ({ tabId, incognito, url }: PageSender) =>
    editsOfTab(store, edits, { tabId, isPrivate: incognito, by: url });
  const inFrame = ({ tabId, incognito }: ExtensionSender) => {
    if (tabId === undefined) throw new MessageError('bad-sender', 'A note editor must be in a tab');
    return editsOfTab(store, edits, { tabId, isPrivate: incognito });
  };

  return {
    fromPage: toOwnFrames({
      'sentinel/verdict': ({ relevant }, sender) => done(onSentinel(sender, relevant)),
      'page/analyse': (request, sender) => answerPage(request, sender, surroundings),
      'page/in-view': ({ visit }, sender) => turnTo(store, visit, sender),
      'page/left': ({ visit }, { tabId }) => done(leaveFrame(tabId, visit)),
      'page/anchors': (request, sender) => done(noteAnchors(store, request, sender)),
      'annotation/verdict': ({ id, verdict }, sender) => inTab(sender).write(id, 'verdict', verdict),
      'annotation/correct': ({ id, correction }, sender) => inTab(sender).write(id, 'correction', correction),
      'annotation/place': async ({ id, target }, sender) => {
        const placed = await inTab(sender).write(id, 'target', target);
        const anchor = anchoredAt(target);
        await recordAnchors(store, new Map([[id, anchor]]));
        return { ...placed, anchor };
      },
      'annotation/remove': ({ id }, sender) => done(inTab(sender).remove(id)),
      'annotation/restore': ({ id }, sender) => inTab(sender).restore(id),
      'selection/rank': async (passage) => ({
        ranking: engine.suggest(passage, await engine.loadModel(), BEST),
      }),
      'selection/add': async (request, sender) =>
        inTab(sender).add(selected(await pageSelectedIn(request, sender), request, engine.version)),
      'note/open': async ({ id }, sender) => {
        await inTab(sender).get(id);
        return { url: await openNote(id, sender.tabId) };
      },
      'library/open': ({ id }, { tabId }) => done(openLibrary({ id }, tabId)),
      'script/load': ({ script }, sender) => done(loadFor(sender, script)),
    }),
    fromExtension: {
      'tab/state': ({ tabId }) => stateWithUnsaved(tabId),
      'tab/annotate': ({ tabId }) => annotateTab(tabId),
      'tab/focus': async ({ tabId, id }) => {
        const record = await readTab(tabId);
        return sendToPage(tabId, 'page/focus', { id }, record?.frameId ?? 0);
      },
      'tab/place': ({ tabId, id }) => placeInTab(store, id, tabId),
      'text/analyse': async (request, { incognito }) => {
        if (request.store && incognito)
          throw new MessageError('private-window', 'In a private window nothing is stored');
        return analysePasted(request, await surroundings());
      },
      'pages/refresh': ({ pageKeys }) => done(refreshPages(store, pageKeys)),
      'note/claim': async ({ token }, sender) => ({
        annotation: await inFrame(sender).get(await claimNoteToken(token, sender.tabId)),
        tagsInUse: (await facetsOf(store)).tags,
      }),
      'note/write': async ({ id, note, tags }, sender) => {
        const mine = inFrame(sender);
        if (note !== undefined) await mine.write(id, 'note', note);
        if (tags !== undefined) await mine.write(id, 'tags', tags);
        return mine.get(id);
      },
    },
  };

  async function stateWithUnsaved(tabId: number): Promise<TabState> {
    await leaveIfGone(tabId);
    const [state, record] = await Promise.all([stateOfTab(tabId), readTab(tabId)]);
    // Without an article of ours in view, what is known of the tab is about where it was before.
    if (!record?.unsaved.length || state.pageKey === undefined) return state;
    return { ...state, unsaved: await annotationsOfTab(store, record, record.isPrivate) };
  }
}

/** Anchors count for the sender's own articles only; those of unsaved annotations stay with the tab. */
async function noteAnchors(
  store: Store,
  { visit, anchors }: FromPage['page/anchors']['request'],
  { tabId, incognito }: PageSender,
): Promise<void> {
  const record = await readTab(tabId);
  const page = record && visitIn(record, visit);
  if (!page) return;
  const mine = new Set((await annotationsOfTab(store, record, incognito, [page.key])).map(({ id }) => id));
  const map = new Map(anchors.filter(({ id }) => mine.has(id)).map(({ id, anchor }) => [id, anchor]));
  if (!incognito) await recordAnchors(store, map);
  const updated = await updateTab(tabId, (now) => ({
    ...now,
    unsaved: now.unsaved.map((a) => ({ ...a, anchor: map.get(a.id) ?? a.anchor })),
  }));
  // What the page has lost is no longer counted.
  await showCount(tabId, await annotationsOfTab(store, updated, incognito));
}
