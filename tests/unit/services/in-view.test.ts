/** Several articles of one document in a tab: which is in view, what is counted, what can be edited. */
import { beforeEach, describe, expect, it } from 'vitest';
import { first, ours, sender, setStage, stage, startSlowWorker, URL_A, visit } from './stage';

const { onTabUpdated } = await import('../../../services/tabs/injection');
const { readTab } = await import('../../../services/tabs/tab-state');

const URL_B = 'https://www.news.example/world/seoul-sleeps-over-it';
const KEY_B = 'https://news.example/world/seoul-sleeps-over-it';
const other = Array.from({ length: 120 }, (_, i) => `other${i % 89}`).join(' ');
const next = {
  visit: 'v2',
  page: { key: '', url: URL_B, title: 'B', outlet: '', published: '', language: 'en', fingerprint: '' },
  blocks: [{ start: 9000, kind: 'paragraph' as const, text: `Seoul sleeps over it. ${other}.` }],
};
const at = (url: string) => sender({ url });
const turn = (to: string | null, url: string) =>
  stage.handlers.fromPage['page/in-view']({ visit: to }, at(url));
const state = () => stage.handlers.fromExtension['tab/state']({ tabId: 1 }, ours);
const move = async (url: string) => {
  stage.fake.tabs.set(1, { id: 1, url });
  await onTabUpdated(1, { url });
};

beforeEach(setStage);

describe('articles under each other', () => {
  it('each has its own key; the one in view is counted, whichever of page and browser speaks first', async () => {
    const count = (await visit()).annotations.length;
    const atA = await state();
    // The page was quicker.
    await visit(next, at(URL_B));
    await move(URL_B);
    expect(await state()).toMatchObject({ status: 'annotated', pageKey: KEY_B, count: 1 });
    // The browser was quicker.
    await move(URL_A);
    expect((await readTab(1))?.state.status).toBe('not-an-article');
    expect(await turn('v1', URL_A)).toEqual({ known: true });
    expect(await state()).toMatchObject({ pageKey: atA.pageKey, count });
    expect(stage.fake.badges.get(1)).toBe(String(count));
  });

  it('late text of the one above belongs to it and does not come into view', async () => {
    await visit();
    const key = (await readTab(1))?.inView?.page.key;
    await move(URL_B);
    await visit(next, at(URL_B));
    const late = { ...next, visit: 'v1', more: true };
    const answer = await visit(
      { ...late, blocks: [{ start: 3000, kind: 'paragraph', text: 'Seoul decided later.' }] },
      at(URL_B),
    );
    expect(answer.annotations.map(({ page }) => page.key)).toEqual(answer.annotations.map(() => key));
    expect(await state()).toMatchObject({ pageKey: KEY_B, count: 1 });
  });

  it('claims of both can be edited, and both are repainted, also where a note is open', async () => {
    const above = first(await visit());
    await visit(next, at(URL_B));
    await stage.handlers.fromPage['note/open']({ id: above.id }, at(URL_B));
    stage.fake.sent.length = 0;
    await stage.handlers.fromPage['annotation/verdict']({ id: above.id, verdict: 'confirmed' }, at(URL_B));
    const told = stage.fake.sent.filter(({ type }) => type === 'page/refresh');
    expect(told).toHaveLength(2);
    expect(JSON.stringify(told.at(-1))).toContain('"visit":"v1"');
    expect(JSON.stringify(told.at(-1))).toContain('confirmed');
    // Deleted, it goes from both.
    stage.fake.sent.length = 0;
    await stage.handlers.fromPage['annotation/remove']({ id: above.id }, at(URL_B));
    const again = stage.fake.sent.filter(({ type }) => type === 'page/refresh');
    expect(again).toHaveLength(2);
    expect(JSON.stringify(again)).not.toContain(above.id);
  });

  it('of a private window: what the reader does in one while the next is read stands, and stands once', async () => {
    const privately = (url: string) => sender({ url, incognito: true });
    const { id } = first(await visit({}, privately(URL_A)));
    await move(URL_B);
    startSlowWorker(() =>
      stage.handlers.fromPage['annotation/verdict']({ id, verdict: 'confirmed' }, privately(URL_B)),
    );
    await visit(next, privately(URL_B));
    const kept = (await readTab(1))?.unsaved.filter((a) => a.id === id);
    expect(kept).toMatchObject([{ verdict: 'confirmed' }]);
  });

  it('one that is none of ours is not counted; one nobody knows of is said to be unknown', async () => {
    await visit();
    await turn(null, URL_B);
    expect((await readTab(1))?.state).toMatchObject({ status: 'not-an-article', count: 0 });
    // The sentinel, a moment later, says the same: what was above is still known.
    await stage.handlers.fromPage['sentinel/verdict']({ relevant: false }, at(URL_B));
    expect(await turn('v1', URL_A)).toEqual({ known: true });
    expect(await turn('v7', URL_A)).toEqual({ known: false });
    expect(await turn('__proto__', URL_A)).toEqual({ known: false });
    expect((await readTab(1))?.state.status).toBe('annotated');
  });
});

describe('an article in a frame', () => {
  const shell = 'https://www.news.example/shell';
  const inFrame = sender({ frameId: 4, url: URL_A });
  const show = async () => {
    stage.fake.tabs.set(1, { id: 1, url: shell });
    // The annotator in the frame.
    stage.fake.state.answers['page/focus'] = { found: false };
    await stage.handlers.fromPage['sentinel/verdict']({ relevant: true }, inFrame);
    return (await visit({}, inFrame)).annotations.length;
  };

  it('stands for the tab, under its own key', async () => {
    const count = await show();
    expect(await readTab(1)).toMatchObject({ url: shell, frameId: 4 });
    expect(await state()).toMatchObject({ status: 'annotated', count });
  });

  it('counts for nothing once the frame says that it goes away; what stands around it is looked at again', async () => {
    await show();
    await stage.handlers.fromPage['page/left']({ visit: 'v9' }, inFrame);
    expect(await state()).toMatchObject({ status: 'annotated' });
    await stage.handlers.fromPage['page/left']({ visit: 'v1' }, inFrame);
    expect(await state()).toMatchObject({ status: 'not-an-article' });
    expect((await state()).pageKey).toBeUndefined();
    expect(stage.fake.badges.get(1)).toBe('');
    expect(stage.fake.sent.at(-1)).toMatchObject({ type: 'sentinel/wake' });
  });

  it('the same where it has gone without a word', async () => {
    await show();
    stage.fake.state.answers = {};
    expect(await state()).toMatchObject({ status: 'not-an-article' });
    expect(stage.fake.badges.get(1)).toBe('');
  });

  it('is asked for again where the address around it changed', async () => {
    const count = await show();
    stage.fake.injected.length = 0;
    await move(`${shell}/two`);
    expect(stage.fake.injected).toEqual([{ tabId: 1, frameId: 4, file: '/annotator.js' }]);
    // The annotator in the frame, injected once more, says what it shows.
    expect(await stage.handlers.fromPage['page/in-view']({ visit: 'v1' }, inFrame)).toEqual({ known: true });
    expect(await state()).toMatchObject({ status: 'annotated', count });
  });

  it('counts too where the address around it changed while it was read', async () => {
    await show();
    startSlowWorker(() => move(`${shell}/three`));
    await visit({ visit: 'v2' }, inFrame);
    expect(await state()).toMatchObject({ status: 'annotated' });
  });

  it('that turns to nothing of ours has no say in what stands in another', async () => {
    await show();
    await stage.handlers.fromPage['page/in-view']({ visit: null }, sender({ frameId: 7, url: URL_A }));
    expect(await state()).toMatchObject({ status: 'annotated' });
  });
});
