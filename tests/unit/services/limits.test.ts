/** What a page's word is worth, which sites are left alone, and that badge and popup count the same. */
import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../annotations/settings';
import { tallyOf } from '../../../components/popup/tally';
import { annotationsOfPage, getAnnotation } from '../../../store/annotations';
import { annotation, target } from '../annotations/samples';
import { blocks, first, KEY_A, ours, request, sender, setStage, stage, startWorker, visit } from './stage';

// After the stage has put its browser in the place of the real one.
const { countShown } = await import('../../../services/tabs/badge');
const { isSameOrigin } = await import('../../../services/tabs/origins');
const { readTab } = await import('../../../services/tabs/tab-state');
const { isSiteOff, saveSettings, sitesOffWithout } = await import('../../../services/settings');

beforeEach(setStage);

describe('what a tab remembers without storing it', () => {
  it('is not counted once another article is in view', async () => {
    const url = 'https://www.news.example/world/another-article-altogether';
    await visit({}, sender({ incognito: true }));
    stage.fake.tabs.set(1, { id: 1, url });
    const page = { ...request().page, key: url, url };
    await visit({ visit: 'v2', page, blocks: blocks.slice(0, 1) }, sender({ incognito: true, url }));
    expect(stage.fake.badges.get(1)).toBe('1');
    expect((await readTab(1))?.unsaved).toHaveLength(3);
  });

  it('is what the engine says of it by now', async () => {
    const privately = sender({ incognito: true });
    await visit({}, privately);
    startWorker({ version: '2.0.0' });
    await visit({ visit: 'v2' }, privately);
    expect((await readTab(1))?.unsaved.map(({ engine }) => engine)).toEqual(['2.0.0', '2.0.0']);
  });

  it('of a file is for no other file', () => {
    expect(isSameOrigin('file:///a.html', 'file:///a.html#top')).toBe(true);
    expect(isSameOrigin('file:///a.html', 'file:///b.html')).toBe(false);
  });

  it('does not grow with every article of a site; what the reader did stays', async () => {
    const privately = (n: number) =>
      sender({ incognito: true, url: `https://www.news.example/world/seoul-${n}` });
    const read = async (n: number) => {
      const { url } = privately(n);
      stage.fake.tabs.set(1, { id: 1, url });
      return visit({ visit: `v${n}`, page: { ...request().page, key: url, url } }, privately(n));
    };
    const { fromPage } = stage.handlers;
    const [mine, gone] = (await read(0)).annotations.map(({ id }) => id);
    await fromPage['annotation/verdict']({ id: mine ?? '', verdict: 'confirmed' }, privately(0));
    await fromPage['annotation/remove']({ id: gone ?? '' }, privately(0));
    expect((await readTab(1))?.unsaved.map(({ id }) => id)).toEqual([mine]);
    for (let n = 1; n <= 40; n += 1) {
      await read(n);
      // Scrolled back to now and then, one stays known however long ago it was read.
      await fromPage['page/in-view']({ visit: 'v1' }, privately(1));
    }
    const { unsaved = [], inView } = (await readTab(1)) ?? {};
    const keys = new Set(unsaved.map(({ page }) => page.key));
    expect(keys.size).toBeLessThan(20);
    expect(unsaved.map(({ id }) => id)).toContain(mine);
    for (const n of [1, 39, 40]) expect(keys).toContain(`https://news.example/world/seoul-${n}`);
    expect(inView?.visit).toBe('v1');
  });
});

describe('the browser’s room for what is not stored', () => {
  const privately = (tabId: number, n: number) =>
    sender({ tabId, incognito: true, url: `https://www.news.example/world/seoul-${n}` });
  const read = (tabId: number, n: number) => {
    const { url } = privately(tabId, n);
    stage.fake.tabs.set(tabId, { id: tabId, url });
    return visit({ visit: `v${n}`, page: { ...request().page, key: url, url } }, privately(tabId, n));
  };
  const used = () => JSON.stringify([...stage.fake.browser.storage.session.data]).length;
  const foundIn = async (tabId: number) =>
    (await readTab(tabId))?.unsaved.map(({ page }) => page.url.replace(/.*-/, ''));

  it('is made by what was merely found in articles out of view, of all tabs', async () => {
    for (const n of [1, 2, 3]) await read(1, n);
    const mine = first(await read(2, 4));
    await stage.handlers.fromPage['annotation/verdict'](
      { id: mine.id, verdict: 'confirmed' },
      privately(2, 4),
    );
    await read(2, 5);
    stage.fake.browser.storage.session.room = used() + 100;
    // Both at once, and neither waits for the other.
    const answers = await Promise.all([read(1, 6), read(2, 7)]);
    for (const { annotations } of answers) expect(annotations).toHaveLength(2);
    expect(new Set(await foundIn(1))).toEqual(new Set(['3', '6']));
    expect(new Set(await foundIn(2))).toEqual(new Set(['4', '5', '7']));
    expect((await readTab(2))?.unsaved).toContainEqual(
      expect.objectContaining({ id: mine.id, verdict: 'confirmed' }),
    );
  });

  it('ends: what the reader wrote before stands, what they write now is refused by name', async () => {
    const { id } = first(await read(1, 1));
    const { fromExtension, fromPage } = stage.handlers;
    const frame = { ...ours, tabId: 1, incognito: true };
    await fromExtension['note/write']({ id, note: 'Kept.' }, frame);
    stage.fake.browser.storage.session.room = used() + 50;
    const full = { key: 'memory-full' };
    await expect(fromExtension['note/write']({ id, note: 'x'.repeat(500) }, frame)).rejects.toMatchObject(
      full,
    );
    await expect(fromPage['note/open']({ id }, privately(1, 1))).rejects.toMatchObject(full);
    await expect(read(2, 2)).rejects.toMatchObject(full);
    const kept = await fromExtension['note/write']({ id }, frame);
    expect(kept.note).toBe('Kept.');
    // Room again.
    stage.fake.browser.storage.session.room *= 2;
    const written = await fromExtension['note/write']({ id, note: 'x'.repeat(500) }, frame);
    expect(written.note).toHaveLength(500);
  });
});

describe('badge and popup', () => {
  const settings = { ...DEFAULT_SETTINGS, mutedArguments: [] };
  it('count the same of every kind of annotation', () => {
    const all = (['anchored', 'uncertain', 'orphaned'] as const).flatMap((state) =>
      (['found', 'confirmed', 'dismissed', 'added'] as const).map((verdict) =>
        annotation({ id: `${state}-${verdict}`, verdict, anchor: { state } }),
      ),
    );
    expect(countShown(all, settings)).toBe(tallyOf(all, settings).visible.length);
    expect(countShown(all, settings)).toBe(6);
  });

  it('drop a claim once the page says that its text is gone', async () => {
    const answer = await visit();
    const before = Number(stage.fake.badges.get(1));
    expect(before).toBeGreaterThan(0);
    const { id } = first(answer);
    await stage.handlers.fromPage['page/anchors'](
      { visit: 'v1', anchors: [{ id, anchor: { state: 'orphaned', reason: 'text-gone' } }] },
      sender(),
    );
    expect(stage.fake.badges.get(1)).toBe(before > 1 ? String(before - 1) : '');
    const kept = await annotationsOfPage(stage.store, KEY_A);
    expect(tallyOf(kept, settings).visible).toHaveLength(before - 1);
    expect(kept.filter(({ anchor }) => anchor.state === 'orphaned')).toHaveLength(1);
  });
});

describe('a site that is switched off', () => {
  const off = { ...DEFAULT_SETTINGS, sitesOff: ['news.example', ''] };
  it.each([
    ['https://news.example/a', true],
    ['https://www.news.example/a', true],
    ['https://m.news.example/a', true],
    ['https://www.news.example./a', true],
    ['https://english.world.news.example/a', true],
    ['https://fakenews.example/a', false],
    ['https://news.example.org/a', false],
    ['about:blank', false],
  ])('%s: %s', (url, isOff) => expect(isSiteOff(off, url)).toBe(isOff));

  it('comes back with every entry that covers it', () => {
    expect(sitesOffWithout(['news.example', 'm.news.example', 'other.example'], 'm.news.example')).toEqual([
      'other.example',
    ]);
  });

  it('falls silent in open tabs, subdomains too', async () => {
    await visit();
    await saveSettings({ sitesOff: ['news.example'] });
    expect((await stage.handlers.fromPage['page/analyse'](request(), sender())).status).toBe('off');
  });
});

describe('a page that sends what no page of ours would', () => {
  it.each(['__proto__', 'constructor', 'toString'])('gets nowhere with a visit called %s', async (name) => {
    const answer = await visit({ visit: name, more: true });
    expect(first(answer).page.key).toBe(KEY_A);
    const again = await visit({ visit: name, more: true });
    expect([...new Set(again.annotations.map(({ page }) => page.key))]).toEqual([KEY_A]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('adds claims to its own address only, whatever article it says they are of', async () => {
    const stranger = sender({ tabId: 2, url: 'https://evil.example/a' });
    stage.fake.tabs.set(2, { id: 2, url: stranger.url });
    const link = { argument: 'kelly/bases-limit-drift', stance: 'echoes' } as const;
    const said = {
      visit: 'v9',
      page: { ...request().page, key: KEY_A, url: KEY_A },
      target: target('Mine.'),
      ...link,
    };
    const added = await stage.handlers.fromPage['selection/add'](said, stranger);
    expect(added.page).toMatchObject({ key: stranger.url, url: stranger.url });
    expect(added.touched).toMatchObject({
      verdict: added.created,
      correction: added.created,
      target: added.created,
    });
    expect(await annotationsOfPage(stage.store, KEY_A)).toEqual([]);
  });

  it('can neither read, change nor remove what belongs to another page', async () => {
    const { annotations } = await visit();
    const [id = '', second = ''] = annotations.map((a) => a.id);
    const stranger = sender({ tabId: 2, url: 'https://evil.example/a' });
    stage.fake.tabs.set(2, { id: 2, url: stranger.url });
    await visit({ visit: 'v2', blocks: [] }, stranger);
    const { fromPage } = stage.handlers;
    for (const ask of [
      () => fromPage['annotation/verdict']({ id, verdict: 'dismissed' }, stranger),
      () => fromPage['annotation/correct']({ id, correction: null }, stranger),
      () => fromPage['annotation/remove']({ id }, stranger),
      () => fromPage['note/open']({ id }, stranger),
      async () => {
        await fromPage['annotation/remove']({ id: second }, sender());
        return fromPage['annotation/restore']({ id: second }, stranger);
      },
    ])
      await expect(ask()).rejects.toMatchObject({ key: 'not-yours' });
    expect(await getAnnotation(stage.store, second)).toBeUndefined();
    const [kept] = await annotationsOfPage(stage.store, KEY_A);
    expect(kept).toMatchObject({ id, verdict: 'found' });
  });

  it('learns nothing of a note: its messages carry the annotations of its own page only', async () => {
    const { id } = first(await visit());
    await stage.handlers.fromExtension['note/write']({ id, note: 'Mine alone.' }, { ...ours, tabId: 1 });
    expect(JSON.stringify(await visit())).toContain('Mine alone.');
    const stranger = sender({ tabId: 2, url: 'https://evil.example/seoul-weighs-its-allies' });
    stage.fake.tabs.set(2, { id: 2, url: stranger.url });
    // It claims to be the other page: by its canonical address, its key and a visit it has seen.
    const answer = await visit({ page: { ...request().page, key: KEY_A, url: KEY_A } }, stranger);
    expect([...new Set(answer.annotations.map(({ page }) => page.key))]).toEqual([stranger.url]);
    expect(JSON.stringify(answer)).not.toContain('Mine alone.');
  });
});
