/** What a site in a tab may see and change there once the tab has gone on, or where it stands in another's frame. */
import { beforeEach, describe, expect, it } from 'vitest';
import { annotationsOfPage } from '../../../store/annotations';
import { first, KEY_A, ours, request, sender, setStage, stage, startSlowWorker, URL_A, visit } from './stage';

const { onTabUpdated } = await import('../../../services/tabs/injection');
const { forgetTab, readTab, updateTab } = await import('../../../services/tabs/tab-state');

const URL_B = 'https://b.example/seoul-by-another-name';
const at = (url: string, over: Parameters<typeof sender>[0] = {}) => sender({ url, ...over });
const go = async (url: string) => {
  stage.fake.tabs.set(1, { id: 1, url });
  await onTabUpdated(1, { url });
};
const load = async (url: string, from = at(url)) => {
  await go(url);
  await stage.handlers.fromPage['sentinel/verdict']({ relevant: true }, from);
};

beforeEach(setStage);

describe('a site in a frame of another', () => {
  const framed = at(URL_B, { frameId: 5 });
  it('is refused whatever it sends, and takes the place of nothing', async () => {
    const { id } = first(await visit());
    const before = await readTab(1);
    const { fromPage } = stage.handlers;
    for (const ask of [
      () => fromPage['sentinel/verdict']({ relevant: true }, framed),
      () => fromPage['page/analyse'](request({ visit: 'v9' }), framed),
      () => fromPage['page/in-view']({ visit: 'v1' }, framed),
      () => fromPage['annotation/verdict']({ id, verdict: 'dismissed' }, framed),
      () => fromPage['annotation/remove']({ id }, framed),
      () => fromPage['note/open']({ id }, framed),
    ])
      await expect(ask()).rejects.toMatchObject({ key: 'bad-sender' });
    expect(await readTab(1)).toEqual(before);
    expect((await annotationsOfPage(stage.store, KEY_A)).map((a) => a.verdict)).toContain('found');
  });

  it('is refused where only the record knows the address, or nobody', async () => {
    const analyse = () => stage.handlers.fromPage['page/analyse'](request(), framed);
    await visit();
    stage.fake.tabs.clear();
    await expect(analyse()).rejects.toMatchObject({ key: 'bad-sender' });
    await expect(visit({ visit: 'v2' }, sender({ frameId: 3 }))).resolves.toBeDefined();
    await updateTab(1, (record) => ({ ...record, url: '' }));
    await expect(analyse()).rejects.toMatchObject({ key: 'bad-sender' });
  });

  it('has no say in articles that a record should hold by mistake', async () => {
    const { id } = first(await visit());
    const stranger = at(URL_B);
    await expect(
      stage.handlers.fromPage['annotation/verdict']({ id, verdict: 'dismissed' }, stranger),
    ).rejects.toMatchObject({ key: 'not-yours' });
  });
});

describe('a tab that went to another site', () => {
  it('takes nothing of the one before along', async () => {
    // Both what is kept in the store and what is not.
    await visit({}, sender({ incognito: true }));
    await visit({ visit: 'v2', page: { ...request().page, key: `${URL_A}-2` } });
    await go(URL_B);
    const { inView, former, unsaved } = (await readTab(1)) ?? {};
    expect({ inView, former, unsaved }).toEqual({
      inView: null,
      former: {},
      unsaved: [],
    });
  });

  it.each(['en', 'ko'])('hands no unsaved annotation of a private window over (%s)', async (language) => {
    const inA = sender({ incognito: true });
    const [kept] = (await visit({}, inA)).annotations.map(({ id }) => id);
    const inB = at(URL_B, { incognito: true });
    await load(URL_B, inB);
    const text = language === 'ko' ? '서울은 동맹을 저울질한다.' : 'Seoul by another name.';
    const blocks = [{ start: 0, kind: 'paragraph' as const, text }];
    const { fromPage } = stage.handlers;
    const answer = await fromPage['page/analyse'](request({ visit: 'v2', blocks }), inB);
    expect(JSON.stringify(answer)).not.toContain(kept);
    for (const ask of [
      () => fromPage['annotation/verdict']({ id: kept ?? '', verdict: 'confirmed' }, inB),
      () => fromPage['note/open']({ id: kept ?? '' }, inB),
    ])
      await expect(ask()).rejects.toMatchObject({ key: 'not-yours' });
  });

  it('answers of an article in another language name that article’s unsaved annotations only', async () => {
    const inA = sender({ incognito: true });
    const { id } = first(await visit({}, inA));
    const other = at('https://www.news.example/world/another-of-the-same-site', { incognito: true });
    await load(other.url, other);
    const blocks = [{ start: 0, kind: 'paragraph' as const, text: '서울은 동맹을 저울질한다.' }];
    const answer = await stage.handlers.fromPage['page/analyse'](
      request({ visit: 'v2', page: { ...request().page, key: other.url }, blocks }),
      other,
    );
    expect(answer).toMatchObject({ status: 'not-analysed', annotations: [] });
    // Back within the site: the reader's work of the private window is still there.
    await load(URL_A, inA);
    expect((await visit({ visit: 'v3' }, inA)).annotations.map((a) => a.id)).toContain(id);
  });
});

describe('a private window that comes back to a site', () => {
  const inA = sender({ incognito: true });
  const inB = at(URL_B, { incognito: true });
  const leaveAndReturn = async () => {
    await load(URL_B, inB);
    await stage.handlers.fromPage['page/analyse'](request({ visit: 'v2' }), inB);
    await load(URL_A, inA);
    return visit({ visit: 'v3' }, inA);
  };

  it('has what the reader did there before; the other site was told nothing of it, and nothing is stored', async () => {
    const { id } = first(await visit({}, inA));
    await stage.handlers.fromPage['annotation/verdict']({ id, verdict: 'confirmed' }, inA);
    await go(URL_B);
    const { aside, ...given } = (await readTab(1)) ?? { aside: [] };
    expect(JSON.stringify(given)).not.toContain(id);
    expect(aside.map((a) => a.id)).toEqual([id]);
    const inBetween = await stage.handlers.fromPage['page/analyse'](request({ visit: 'v2' }), inB);
    expect(JSON.stringify(inBetween)).not.toContain(id);
    await expect(
      stage.handlers.fromPage['annotation/verdict']({ id, verdict: 'found' }, inB),
    ).rejects.toMatchObject({ key: 'not-yours' });
    const back = await leaveAndReturn();
    expect(back.annotations.find((a) => a.id === id)?.verdict).toBe('confirmed');
    expect(new Set(back.annotations.map(({ target }) => target.quote.exact)).size).toBe(
      back.annotations.length,
    );
    expect(await stage.store.annotations.count()).toBe(0);
  });

  it('has it also after the page was asked for by hand, or its sentinel said no', async () => {
    const { id } = first(await visit({}, inA));
    await stage.handlers.fromPage['annotation/verdict']({ id, verdict: 'confirmed' }, inA);
    await stage.handlers.fromExtension['tab/annotate']({ tabId: 1 }, ours);
    await stage.handlers.fromPage['sentinel/verdict']({ relevant: false }, inA);
    expect((await visit({ visit: 'v2' }, inA)).annotations.map((a) => a.id)).toContain(id);
  });

  it('keeps what the reader does while more of the article is being read', async () => {
    const [kept, removed] = (await visit({}, inA)).annotations.map(({ id }) => id);
    startSlowWorker(async () => {
      await stage.handlers.fromPage['annotation/verdict']({ id: kept ?? '', verdict: 'confirmed' }, inA);
      await stage.handlers.fromPage['annotation/remove']({ id: removed ?? '' }, inA);
    });
    const answer = await visit({ more: true }, inA);
    expect(answer.annotations.find(({ id }) => id === kept)?.verdict).toBe('confirmed');
    const { unsaved = [] } = (await readTab(1)) ?? {};
    expect(unsaved.find(({ id }) => id === kept)?.verdict).toBe('confirmed');
    expect(unsaved.map(({ id }) => id)).not.toContain(removed);
    expect(unsaved.filter(({ id }) => id === kept)).toHaveLength(1);
  });

  it('keeps nothing that was merely found, and ends with the tab', async () => {
    await visit({}, inA);
    await go(URL_B);
    expect(await readTab(1)).toMatchObject({ unsaved: [], aside: [] });
    await forgetTab(1);
    expect(await readTab(1)).toBeUndefined();
  });

  const close = async () => {
    stage.fake.tabs.clear();
    await forgetTab(1);
  };
  const inSession = () => [...stage.fake.browser.storage.session.data.keys()];

  it('leaves nothing where its tab is closed while an article is read', async () => {
    await load(URL_A, inA);
    startSlowWorker(close);
    await visit({}, inA);
    expect(inSession()).toEqual([]);
  });

  it('leaves nothing where its tab is closed while something is noted, or says so afterwards', async () => {
    const { id } = first(await visit({}, inA));
    const { fromPage } = stage.handlers;
    await Promise.all([
      fromPage['annotation/verdict']({ id, verdict: 'confirmed' }, inA).catch(() => undefined),
      updateTab(1, (now) => now),
      close(),
    ]);
    expect(inSession()).toEqual([]);
    await fromPage['page/left']({ visit: 'v1' }, inA);
    await expect(fromPage['annotation/verdict']({ id, verdict: 'found' }, inA)).rejects.toMatchObject({
      key: 'not-yours',
    });
    expect(inSession()).toEqual([]);
  });
});

describe('an answer that comes when the tab has gone on', () => {
  const NEXT = 'https://www.news.example/world/quite-another-article';
  const fail = async () => {
    throw new Error('broken');
  };

  it('leaves the new address’s state and badge; the old article stays editable', async () => {
    startSlowWorker(async () => {
      await go(NEXT);
      await stage.handlers.fromPage['sentinel/verdict']({ relevant: false }, at(NEXT));
    });
    const { id } = first(await visit());
    const record = await readTab(1);
    expect(record).toMatchObject({ url: NEXT, state: { status: 'not-an-article' } });
    expect(record?.inView).toBeNull();
    expect(stage.fake.badges.get(1)).toBe('');
    await stage.handlers.fromPage['annotation/verdict']({ id, verdict: 'confirmed' }, at(NEXT));
  });

  it('of another site leaves nothing at all', async () => {
    startSlowWorker(() => load(URL_B));
    await visit({}, sender({ incognito: true }));
    expect((await readTab(1))?.state.status).toBe('working');
    const { url, inView, former, unsaved } = (await readTab(1)) ?? {};
    expect({ url, inView, former, unsaved }).toEqual({ url: URL_B, inView: null, former: {}, unsaved: [] });
  });

  it('says no error of the new one where it fails', async () => {
    const next = at(NEXT);
    const page = { ...request().page, key: NEXT };
    const blocks = [{ start: 0, kind: 'paragraph' as const, text: '서울은 동맹을 저울질한다.' }];
    startSlowWorker(async () => {
      await load(NEXT);
      // Needs no model, so it is done at once.
      await stage.handlers.fromPage['page/analyse'](request({ visit: 'v2', page, blocks }), next);
      await fail();
    });
    await expect(visit()).rejects.toThrow('broken');
    expect((await readTab(1))?.state.status).toBe('not-analysed');
  });

  it('leaves the new address busy until the page says what stands there: perhaps the same article', async () => {
    const corrected = `${URL_A}-2`;
    startSlowWorker(() => load(corrected));
    const answer = await visit();
    expect(await readTab(1)).toMatchObject({ url: corrected, inView: null, state: { status: 'working' } });
    // Where the claims of the former one stand is told late, too, and is no count of this one.
    const anchors = answer.annotations.map(({ id }) => ({ id, anchor: { state: 'anchored' as const } }));
    await stage.handlers.fromPage['page/anchors']({ visit: 'v1', anchors }, at(corrected));
    expect((await readTab(1))?.state.status).toBe('working');
    expect(stage.fake.badges.get(1)).toBe('');
    await visit({ visit: 'v2' }, at(corrected));
    expect(await readTab(1)).toMatchObject({ url: corrected, state: { status: 'annotated' } });
    expect(stage.fake.badges.get(1)).not.toBe('');
  });

  it('counts at once where the address gained no more than a parameter for the site’s statistics', async () => {
    const same = `${URL_A}?utm_source=front`;
    await load(URL_A);
    stage.fake.sent.length = 0;
    startSlowWorker(() => go(same));
    await visit();
    expect(await readTab(1)).toMatchObject({ url: same, state: { status: 'annotated' } });
    await go(URL_A);
    expect(await readTab(1)).toMatchObject({ url: URL_A, state: { status: 'annotated' } });
    expect(stage.fake.sent.filter(({ type }) => type === 'sentinel/wake')).toEqual([]);
    expect(stage.fake.badges.get(1)).not.toBe('');
  });

  it('is not taken for the new article where the browser was slower than the page', async () => {
    startSlowWorker(async () => void stage.fake.tabs.set(1, { id: 1, url: NEXT }));
    await visit();
    expect((await readTab(1))?.inView).toBeNull();
    // What the browser tells late is still news.
    stage.fake.state.answers['sentinel/wake'] = undefined;
    await onTabUpdated(1, { url: NEXT });
    expect(stage.fake.sent.at(-1)).toMatchObject({ type: 'sentinel/wake' });
  });

  it('says no error of the tab where late text of an article out of view fails', async () => {
    await visit();
    await visit({ visit: 'v2', page: { ...request().page, key: NEXT } });
    startSlowWorker(fail);
    await expect(visit({ more: true })).rejects.toThrow('broken');
    expect((await readTab(1))?.state.status).toBe('annotated');
    await expect(visit({ visit: 'v2', more: true })).rejects.toThrow('broken');
    expect(await stage.handlers.fromExtension['tab/state']({ tabId: 1 }, ours)).toMatchObject({
      status: 'error',
    });
  });
});
