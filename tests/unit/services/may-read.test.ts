/** What is read, and kept, of a site without a permission: what the reader asked for, and nothing else. */
import { beforeEach, describe, expect, it } from 'vitest';
import { countAnnotations } from '../../../store/annotations';
import {
  KEY_A,
  ours,
  request,
  sender,
  setStage,
  stage,
  startSlowWorker,
  startWorker,
  URL_A,
  visit,
} from './stage';

const { onTabUpdated } = await import('../../../services/tabs/injection');
const { loadSettings, saveSettings } = await import('../../../services/settings');
const { onSettingsChanged, showCount, stopWhereRevoked } = await import('../../../services/tabs/refresh');
const { readTab } = await import('../../../services/tabs/tab-state');

beforeEach(setStage);

const revoke = () => {
  stage.fake.state.granted = [];
  return stopWhereRevoked(['*://*.news.example/*']);
};
const analyse = (over: Parameters<typeof request>[0] = {}, from = sender()) =>
  stage.handlers.fromPage['page/analyse'](request(over), from);
const state = async () => (await readTab(1))?.state;
const closed = { status: 'no-access', origin: 'https://www.news.example' };

describe('a permission taken back', () => {
  it.each([
    ['read', false, false],
    ['read in a private window', true, false],
    ['more of is read', false, true],
  ])('while an article is %s: nothing of that is kept, counted or told', async (_, incognito, more) => {
    const from = sender({ incognito });
    await visit({ blocks: [] }, from);
    startSlowWorker(revoke);
    expect(await analyse({ more }, from)).toEqual({ status: 'off' });
    expect(await countAnnotations(stage.store)).toBe(0);
    expect((await readTab(1))?.unsaved).toEqual([]);
    expect([await state(), stage.fake.badges.get(1)]).toEqual([closed, '']);
  });

  it.each(['nobody', 'the annotator'])(
    'while the tab is on its way to another article, with %s there',
    async (who) => {
      await visit();
      if (who === 'the annotator') stage.fake.state.answers['page/focus'] = { found: false };
      const url = 'https://www.news.example/world/quite-another-article';
      stage.fake.tabs.set(1, { id: 1, url });
      await onTabUpdated(1, { url });
      stage.fake.sent.length = 0;
      await revoke();
      expect(stage.fake.sent.map(({ type }) => type)).toContain('site/revoked');
      expect(await state()).toEqual(closed);
    },
  );

  it('and given again: the article is read', async () => {
    await visit();
    await revoke();
    stage.fake.state.granted = ['https://www.news.example'];
    expect((await visit({ visit: 'v2' })).annotations).toHaveLength(2);
  });
});

it.each([
  ['asked for', true],
  ['read by itself', false],
])('a site switched off while an article of it is read: nothing of it is kept (%s)', async (_, isWished) => {
  if (isWished) await stage.handlers.fromExtension['tab/annotate']({ tabId: 1 }, ours);
  else await visit({ blocks: [] });
  startSlowWorker(async () => {
    const before = await loadSettings();
    await onSettingsChanged(await saveSettings({ sitesOff: ['news.example'] }), before);
  });
  expect(await analyse()).toEqual({ status: 'off' });
  expect(await countAnnotations(stage.store)).toBe(0);
  expect([(await state())?.status, stage.fake.badges.get(1)]).toEqual(['off', '']);
});

it('a site switched off has no count any more, also of claims that were read from the store before', async () => {
  const { annotations } = await visit();
  const before = await loadSettings();
  await onSettingsChanged(await saveSettings({ sitesOff: ['news.example'] }), before);
  await showCount(1, annotations);
  expect(await state()).toMatchObject({ status: 'off', count: 0 });
  expect(stage.fake.badges.get(1)).toBe('');
});

it('a page asked for on a site that is off is annotated again where it is loaded anew', async () => {
  await saveSettings({ sitesOff: ['news.example'] });
  await stage.handlers.fromExtension['tab/annotate']({ tabId: 1 }, ours);
  stage.fake.injected.length = 0;
  await stage.handlers.fromPage['sentinel/verdict']({ relevant: true }, sender());
  expect(stage.fake.injected).toEqual([{ tabId: 1, file: '/annotator.js' }]);
  expect((await state())?.status).toBe('working');
});

it('a page asked for gave way to another: that one is not annotated in its stead once it is loaded', async () => {
  await stage.handlers.fromExtension['tab/annotate']({ tabId: 1 }, ours);
  stage.fake.injected.length = 0;
  // Its end is heard of before its address is written down.
  stage.fake.tabs.set(1, { id: 1, url: 'https://www.news.example/on-something-else' });
  await onTabUpdated(1, { status: 'complete' });
  expect(stage.fake.injected).toEqual([]);
});

describe('a page of another site the reader asked for', () => {
  const NEXT = 'https://www.news.example/world/quite-another-article';
  const next = { visit: 'v2', page: { ...request().page, key: NEXT } };
  const other = [{ start: 0, kind: 'paragraph' as const, text: 'Seoul waits for what comes.' }];
  const go = async (url: string) => {
    stage.fake.tabs.set(1, { id: 1, url });
    await onTabUpdated(1, { url });
  };
  beforeEach(async () => {
    stage.fake.state.granted = [];
    await stage.handlers.fromExtension['tab/annotate']({ tabId: 1 }, ours);
    await visit();
    stage.fake.state.answers['page/focus'] = { found: false };
  });

  it('is read, and what comes late of it', async () => {
    const late = [{ start: 5000, kind: 'paragraph' as const, text: 'Later Seoul spoke again.' }];
    expect((await visit({ blocks: late, more: true })).annotations).toHaveLength(3);
  });

  it('is read, too, where a frame of it holds the article', async () => {
    const inFrame = sender({ frameId: 4, url: NEXT });
    expect((await visit({ ...next, blocks: other }, inFrame)).annotations).toHaveLength(1);
  });

  it.each(['told', 'not told yet'])('is all that is read: not what it turns to (%s)', async (when) => {
    stage.fake.tabs.set(1, { id: 1, url: NEXT });
    if (when === 'told') await go(NEXT);
    expect(await analyse({ ...next, blocks: other }, sender({ url: NEXT }))).toEqual({ status: 'off' });
    expect([await state(), await countAnnotations(stage.store)]).toEqual([closed, 2]);
    // Nor what that turns to; but the article that was asked for, where the reader goes back.
    const third = `${NEXT}-still`;
    await go(third);
    const page = { ...request().page, key: third };
    expect(await analyse({ visit: 'v3', page, blocks: other }, sender({ url: third }))).toEqual({
      status: 'off',
    });
    await go(URL_A);
    expect((await visit({ visit: 'v4' })).annotations).toHaveLength(2);
  });

  it('is read on where the same article gets another address', async () => {
    await go(NEXT);
    const [found] = (await visit(next, sender({ url: NEXT }))).annotations;
    expect(found?.page.key).toBe(KEY_A);
  });

  it('is one of many once the site is allowed, or the next is asked for, too', async () => {
    await go(NEXT);
    await stage.handlers.fromExtension['tab/annotate']({ tabId: 1 }, ours);
    expect((await visit({ ...next, blocks: other }, sender({ url: NEXT }))).annotations).toHaveLength(1);
    const third = `${NEXT}-still`;
    await go(third);
    stage.fake.state.granted = ['https://www.news.example'];
    startWorker();
    const page = { ...request().page, key: third };
    const read = await visit({ visit: 'v3', page, blocks: other }, sender({ url: third }));
    expect(read.annotations).toHaveLength(1);
  });
});
