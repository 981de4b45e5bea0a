import { beforeEach, describe, expect, it } from 'vitest';
import type { PageSender } from '../../../messages/background-side';
import { first, ours, sender, setStage, stage, URL_A, visit } from './stage';

const { saveSettings, watchSettings } = await import('../../../services/settings');
const { onTabUpdated } = await import('../../../services/tabs/injection');
const { onSettingsChanged, stopWhereRevoked } = await import('../../../services/tabs/refresh');
const { readTab } = await import('../../../services/tabs/tab-state');
const { onCommand } = await import('../../../services/tabs/gestures');

beforeEach(setStage);

describe('who gets a script', () => {
  const verdict = (relevant: boolean, over: Partial<PageSender> = {}) =>
    stage.handlers.fromPage['sentinel/verdict']({ relevant }, sender(over));
  it('a page the sentinel says yes to', async () => {
    await verdict(false);
    expect(stage.fake.injected).toEqual([]);
    expect((await readTab(1))?.state.status).toBe('not-an-article');
    await verdict(true);
    expect(stage.fake.injected).toEqual([{ tabId: 1, file: '/annotator.js' }]);
    expect((await readTab(1))?.state.status).toBe('working');
    // Of what was annotated nothing is said any more where the same address turns out to be no article.
    await visit();
    await verdict(false);
    expect([(await readTab(1))?.state.status, stage.fake.badges.get(1)]).toEqual(['not-an-article', '']);
  });

  it('what few pages need, into the frame that asks for it', async () => {
    await verdict(true);
    await stage.handlers.fromPage['script/load']({ script: 'hand' }, sender({}));
    expect(stage.fake.injected.at(-1)).toEqual({ tabId: 1, file: '/hand.js' });
    await stage.handlers.fromPage['script/load']({ script: 'readability' }, sender({}));
    expect(stage.fake.injected.at(-1)).toEqual({ tabId: 1, file: '/readability.js' });
    await stage.handlers.fromPage['script/load']({ script: 'anchoring' }, sender({ frameId: 3 }));
    expect(stage.fake.injected.at(-1)).toEqual({ tabId: 1, frameId: 3, file: '/anchoring.js' });
    stage.fake.state.forbidden.add(1);
    await expect(stage.handlers.fromPage['script/load']({ script: 'hand' }, sender({}))).rejects.toThrow();
  });

  it.each(['forbidden', 'crashing'] as const)(
    'an error in words where the page can’t be read for want of a script: %s',
    async (why) => {
      await verdict(true);
      stage.fake.state[why].add(1);
      const load = (script: 'hand' | 'readability') =>
        stage.handlers.fromPage['script/load']({ script }, sender({}));
      await expect(load('hand')).rejects.toThrow();
      expect((await readTab(1))?.state.status).toBe('working');
      await expect(load('readability')).rejects.toThrow();
      expect((await readTab(1))?.state).toMatchObject({ status: 'error', error: 'failed' });
    },
  );

  it('none on a site that is off', async () => {
    await saveSettings({ sitesOff: ['news.example'] });
    await verdict(true);
    // Nor after a reload.
    await verdict(true);
    expect(stage.fake.injected).toEqual([]);
    expect(await stage.handlers.fromExtension['tab/state']({ tabId: 1 }, ours)).toMatchObject({
      status: 'off',
    });
  });

  it('any page the reader asks for, or a word where the browser forbids it', async () => {
    stage.fake.tabs.set(2, { id: 2, url: 'https://blog.example/x' });
    expect(await stage.handlers.fromExtension['tab/state']({ tabId: 2 }, ours)).toMatchObject({
      status: 'no-access',
      origin: 'https://blog.example',
    });
    expect(await stage.handlers.fromExtension['tab/annotate']({ tabId: 2 }, ours)).toMatchObject({
      status: 'working',
    });
    // A copy that runs there is told to stop, so that the page is read from scratch.
    expect(stage.fake.sent).toContainEqual({ tabId: 2, type: 'page/stop', request: {} });
    stage.fake.state.forbidden.add(2);
    await onCommand('annotate-page', 2);
    expect((await readTab(2))?.state.status).toBe('no-access');
    // An error page of a site that is allowed, say: to ask for access would lead nowhere.
    stage.fake.state.forbidden.add(1);
    expect(await stage.handlers.fromExtension['tab/annotate']({ tabId: 1 }, ours)).toMatchObject({
      status: 'error',
      error: 'failed',
    });
  });

  it('an error in words where the annotator does not come to life', async () => {
    stage.fake.state.crashing.add(1);
    await verdict(true);
    expect((await readTab(1))?.state).toEqual({
      status: 'error',
      error: 'failed',
      origin: 'https://www.news.example',
    });
    stage.fake.tabs.set(2, { id: 2, url: 'https://blog.example/x' });
    stage.fake.state.crashing.add(2);
    expect(await stage.handlers.fromExtension['tab/annotate']({ tabId: 2 }, ours)).toMatchObject({
      status: 'error',
    });
    // It can be tried again.
    stage.fake.state.crashing.clear();
    await verdict(true);
    expect((await readTab(1))?.state.status).toBe('working');
    stage.fake.state.forbidden.add(1);
    await verdict(true);
    expect((await readTab(1))?.state.status).toBe('no-access');
  });

  it('is said of the page that was meant, and of no other to which the tab went meanwhile', async () => {
    const next = 'https://www.news.example/world/another';
    const go = async (tabId: number, url: string) => {
      stage.fake.tabs.set(tabId, { id: tabId, url });
      await onTabUpdated(tabId, { url });
    };
    const { executeScript } = stage.fake.browser.scripting;
    for (const outcome of ['forbidden', 'crashing'] as const) {
      setStage();
      stage.fake.state[outcome].add(1);
      stage.fake.browser.scripting.executeScript = async (wish) => {
        await go(1, next);
        return executeScript(wish);
      };
      await verdict(true);
      expect(await readTab(1)).toMatchObject({ state: { status: 'not-an-article' } });
      setStage();
      stage.fake.state[outcome].add(1);
      stage.fake.browser.scripting.executeScript = async (wish) => {
        await go(1, next);
        return executeScript(wish);
      };
      await stage.handlers.fromExtension['tab/annotate']({ tabId: 1 }, ours);
      expect(await readTab(1)).toMatchObject({ state: { status: 'not-an-article' } });
    }
  });

  it('goes into the very document that spoke, where the browser tells documents apart', async () => {
    const targets: unknown[] = [];
    const { executeScript } = stage.fake.browser.scripting;
    stage.fake.browser.scripting.executeScript = async (wish) => {
      targets.push(wish.target);
      return executeScript(wish);
    };
    await verdict(true, { documentId: 'D1' });
    await verdict(true);
    expect(targets).toEqual([
      { tabId: 1, documentIds: ['D1'] },
      { tabId: 1, frameIds: [0] },
    ]);
  });

  it.each(['chrome-extension://tightrope-id/welcome.html', 'about:addons', 'chrome://newtab/'])(
    'none of the browser’s pages or ours, which nobody can grant: %s',
    async (url) => {
      stage.fake.tabs.set(2, { id: 2, url });
      expect(await stage.handlers.fromExtension['tab/state']({ tabId: 2 }, ours)).toMatchObject({
        status: 'no-access',
        origin: '',
      });
    },
  );

  it('a tab that went where the browser tells us nothing: nothing is said of the page before', async () => {
    await visit({}, sender({ incognito: true }));
    const state = () => stage.handlers.fromExtension['tab/state']({ tabId: 1 }, ours);
    expect(await state()).toMatchObject({ status: 'annotated', unsaved: [{}, {}] });
    // Of the browser's own pages; and of a site of nobody's, until the popup is opened over it.
    for (const url of ['', 'https://blog.example/x']) {
      stage.fake.tabs.set(1, { id: 1, url });
      expect(await state()).toEqual({
        status: 'no-access',
        origin: url && 'https://blog.example',
      });
    }
    // Of another page of the same site, of which nothing was heard yet.
    stage.fake.tabs.set(1, { id: 1, url: 'https://www.news.example/other' });
    expect(await state()).toEqual({ status: 'not-an-article', origin: 'https://www.news.example' });
    // The page itself is there, and the permission to know its address was taken back.
    stage.fake.tabs.set(1, { id: 1, url: '' });
    stage.fake.state.answers['page/focus'] = { found: false };
    expect(await state()).toMatchObject({ status: 'annotated', unsaved: [{}, {}] });
  });

  it('a page the reader asked for, again after a reload, as long as the browser lets us in', async () => {
    stage.fake.tabs.set(2, { id: 2, url: 'https://blog.example/x' });
    await onCommand('annotate-page', 2);
    await onTabUpdated(2, { status: 'complete' });
    // All of it at once: by the time there is need of it the browser may keep us out.
    const all = ['/annotator.js', '/hand.js', '/readability.js', '/anchoring.js'].map((file) => ({
      tabId: 2,
      file,
    }));
    expect(stage.fake.injected).toEqual([...all, ...all]);
    stage.fake.state.answers['page/focus'] = { found: false };
    await onTabUpdated(2, { status: 'complete' });
    expect(stage.fake.injected).toHaveLength(8);
    stage.fake.state.answers = {};
    stage.fake.state.forbidden.add(2);
    await onTabUpdated(2, { status: 'complete' });
    expect(await readTab(2)).toBeUndefined();
  });

  it('nothing new, where the annotator was quicker than the sentinel’s word', async () => {
    await visit();
    await stage.handlers.fromPage['sentinel/verdict']({ relevant: true }, sender());
    expect((await readTab(1))?.state).toMatchObject({ status: 'annotated', count: 2 });
  });

  it('none any more after a reload it is kept out of; what was done in a private window is not lost', async () => {
    const own = sender({ incognito: true });
    await stage.handlers.fromExtension['tab/annotate']({ tabId: 1 }, ours);
    const { id } = first(await visit({}, own));
    await stage.handlers.fromPage['annotation/verdict']({ id, verdict: 'confirmed' }, own);
    stage.fake.state.forbidden.add(1);
    await onTabUpdated(1, { status: 'complete' });
    expect(await readTab(1)).toMatchObject({
      state: { status: 'no-access' },
      aside: [{ id, verdict: 'confirmed' }],
    });
  });

  it('the sentinel wakes where the address changes without a load, not for a fragment', async () => {
    await verdict(true);
    await visit();
    await onTabUpdated(1, { url: `${URL_A}#comments` });
    expect(stage.fake.sent.filter(({ type }) => type === 'sentinel/wake')).toEqual([]);
    await onTabUpdated(1, { url: 'https://www.news.example/other' });
    expect(stage.fake.sent.at(-1)).toMatchObject({ type: 'sentinel/wake', tabId: 1 });
    expect(stage.fake.badges.get(1)).toBe('');
    // Nothing is shown at the new address yet; what the page still shows for a moment can be edited.
    const record = await readTab(1);
    expect(record).toMatchObject({ inView: null, state: { status: 'not-an-article' } });
    expect(Object.keys(record?.former ?? {})).toHaveLength(1);
  });

  it('the sentinel wakes at another route of a hash router, too', async () => {
    await verdict(true, { url: `${URL_A}#/article/1` });
    await onTabUpdated(1, { url: `${URL_A}#/article/1` });
    expect(stage.fake.sent.filter(({ type }) => type === 'sentinel/wake')).toEqual([]);
    await onTabUpdated(1, { url: `${URL_A}#/article/2` });
    expect(stage.fake.sent.at(-1)).toMatchObject({ type: 'sentinel/wake', tabId: 1 });
  });

  it('a tab whose annotator goes along to another address is at work until that says what stands there', async () => {
    await visit();
    stage.fake.state.answers['page/focus'] = { found: false };
    const url = 'https://www.news.example/other';
    stage.fake.tabs.set(1, { id: 1, url });
    await onTabUpdated(1, { url });
    const state = () => stage.handlers.fromExtension['tab/state']({ tabId: 1 }, ours);
    expect(await state()).toMatchObject({ status: 'working' });
    expect(stage.fake.badges.get(1)).toBe('');
    await stage.handlers.fromPage['page/in-view']({ visit: null }, sender({ url }));
    expect(await state()).toMatchObject({ status: 'not-an-article' });
  });

  it('a site switched off falls silent at once', async () => {
    await visit();
    stage.fake.state.answers['page/stop'] = undefined;
    const stopped = () => stage.fake.sent.filter(({ type }) => type === 'page/stop').length;
    const work: Promise<void>[] = [];
    const unwatch = watchSettings((now, before) => work.push(onSettingsChanged(now, before)));
    await saveSettings({ sitesOff: ['other.example'] });
    await Promise.all(work);
    expect(stopped()).toBe(0);
    await saveSettings({ sitesOff: ['other.example', 'news.example'] });
    await Promise.all(work);
    unwatch();
    // Of all that is stored, tabs' records too, only the settings are heard of.
    expect([work.length, stopped()]).toEqual([2, 1]);
    expect(stage.fake.sent.at(-1)).toMatchObject({ type: 'page/stop' });
    expect(stage.fake.badges.get(1)).toBe('');
  });

  it('a site whose permission is taken back falls silent at once, and no other', async () => {
    await visit();
    stage.fake.state.answers['page/stop'] = undefined;
    const stopped = () => stage.fake.sent.filter(({ type }) => type === 'page/stop').length;
    const state = async () => (await readTab(1))?.state;
    // Allowed still, by another permission; another site's.
    await stopWhereRevoked(['*://*.news.example/*']);
    stage.fake.state.granted = [];
    await stopWhereRevoked(['*://*.other.example/*', 'file:///*']);
    await stopWhereRevoked([]);
    expect([stopped(), (await state())?.status, stage.fake.badges.get(1)]).toEqual([0, 'annotated', '2']);
    expect(stage.fake.sent.filter(({ type }) => type === 'site/revoked')).toEqual([]);
    await stopWhereRevoked(['*://*.news.example/*']);
    expect([stopped(), stage.fake.badges.get(1)]).toEqual([1, '']);
    expect(stage.fake.sent.filter(({ type }) => type === 'site/revoked')).toHaveLength(1);
    expect(await state()).toEqual({ status: 'no-access', origin: 'https://www.news.example' });
    // As the settings ask for sites, as the browser's own menu of a site does, and all at once.
    for (const pattern of ['*://www.news.example/*', 'https://www.news.example/*', '*://*/*', '<all_urls>']) {
      setStage();
      await visit();
      stage.fake.state.granted = [];
      await stopWhereRevoked([pattern]);
      expect((await state())?.status).toBe('no-access');
    }
  });
});
