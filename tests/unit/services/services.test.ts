import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../annotations/settings';
import type { Annotation } from '../../../annotations/types';
import type { Model } from '../../../engine/model';
import type { Claim } from '../../../engine/types';
import type { PageSender } from '../../../messages/background-side';
import type { Block, FromPage, PageAnswer } from '../../../messages/protocol';
import type { Engine } from '../../../services/annotate';
import type { Handlers } from '../../../services/handlers';
import { annotationsOfPage, countAnnotations, getAnnotation } from '../../../store/annotations';
import { openStore, type Store } from '../../../store/database';
import { tombstonesOfPage } from '../../../store/visits';
import { match, page as samplePage, target } from '../annotations/samples';
import { fakeBrowser } from './fake-browser';

let fake = fakeBrowser();
vi.mock('wxt/browser', () => ({
  get browser() {
    return fake.browser;
  },
}));

const { handlersOn } = await import('../../../services/handlers');
const { saveSettings, loadSettings, readSettings } = await import('../../../services/settings');
const { onTabUpdated, injectIntoOpenTabs } = await import('../../../services/injection');
const { onStorageChanged } = await import('../../../services/refresh');
const { readTab } = await import('../../../services/tab-state');
const { exportNotes } = await import('../../../services/exporting');
const { importNotes } = await import('../../../services/importing');
const { onCommand } = await import('../../../services/gestures');
const { expire } = await import('../../../services/upkeep');

/** Finds every sentence with "Seoul"; `!` in it makes it sure, `?` unsure. */
function analyse(text: string, { threshold }: { model: Model; threshold: number }): Claim[] {
  return [...text.matchAll(/[^.\n]*Seoul[^.\n]*\./g)]
    .map(({ index, 0: sentence }) => ({
      text: sentence,
      start: index,
      end: index + sentence.length,
      matches: [match({ confidence: sentence.includes('?') ? 0.4 : 0.9 })],
    }))
    .filter(({ matches }) => (matches[0]?.confidence ?? 0) >= threshold);
}
const engine: Engine = {
  version: '1.0.0',
  reads: ['en'],
  languageOf: (text) => (/[가-힣]/.test(text) ? 'ko' : 'en'),
  analyse,
  judge: () => ({
    ranking: Array.from({ length: 28 }, () => ({
      argument: 'kelly/bases-limit-drift',
      stance: 'echoes',
      confidence: 0.1,
    })),
  }),
  loadModel: async () => ({}) as Model,
};

const URL_A = 'https://www.news.example/world/seoul-weighs-its-allies';
const KEY_A = 'https://news.example/world/seoul-weighs-its-allies';
const filler = Array.from({ length: 120 }, (_, i) => `word${i % 97}`).join(' ');
const blocks: Block[] = [
  { start: 10, kind: 'headline', text: 'Seoul weighs its allies.' },
  { start: 50, kind: 'paragraph', text: `First some text. Then Seoul decides. ${filler}.` },
  { start: 2000, kind: 'paragraph', text: 'Nothing here. Is Seoul sure?.' },
];

let store: Store;
let handlers: Handlers;
/** A new worker: new memory, the same storage. */
function startWorker(other: Engine = engine) {
  handlers = handlersOn(store, other);
}
beforeEach(() => {
  fake = fakeBrowser();
  fake.tabs.set(1, { id: 1, url: URL_A });
  store = openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  startWorker();
});

const sender = (over: Partial<PageSender> = {}): PageSender => ({
  tabId: 1,
  frameId: 0,
  url: URL_A,
  incognito: false,
  ...over,
});
const request = (
  over: Partial<FromPage['page/analyse']['request']> = {},
): FromPage['page/analyse']['request'] => ({
  visit: 'v1',
  page: { ...samplePage, key: URL_A, fingerprint: '' },
  blocks,
  more: false,
  ...over,
});
async function visit(
  over: Partial<FromPage['page/analyse']['request']> = {},
  from = sender(),
): Promise<Extract<PageAnswer, { status: 'ok' }>> {
  const answer = await handlers.fromPage['page/analyse'](request(over), from);
  if (answer.status !== 'ok') throw new Error(answer.status);
  return answer;
}
const first = (answer: { annotations: readonly Annotation[] }): Annotation => {
  const [a] = answer.annotations;
  if (!a) throw new Error('nothing found');
  return a;
};

describe('a page is annotated', () => {
  it('with spans over the page’s text, selectors with context, paragraph and headline', async () => {
    const { annotations, stored } = await visit();
    expect(stored).toBe(true);
    expect(annotations.map((a) => a.target.quote.exact)).toEqual([
      'Seoul weighs its allies.',
      ' Then Seoul decides.',
    ]);
    const [, second] = annotations;
    const { start, end } = second?.target.position ?? { start: 0, end: 0 };
    expect(blocks[1]?.text.slice(start - 50, end - 50)).toBe(' Then Seoul decides.');
    expect(second?.target).toMatchObject({
      quote: { prefix: 'First some text.', suffix: expect.stringMatching(/^ word0 word1/) },
      paragraph: blocks[1]?.text,
      headline: 'Seoul weighs its allies.',
    });
    expect(second?.page).toMatchObject({
      key: KEY_A,
      url: URL_A,
      language: 'en',
      fingerprint: expect.stringMatching(/^[0-9a-f]{128}$/),
    });
    expect(await annotationsOfPage(store, KEY_A)).toEqual(annotations);
  });

  it('and counted in badge and tab state, which outlive the worker', async () => {
    await visit();
    startWorker();
    expect(fake.badges.get(1)).toBe('2');
    expect(
      await handlers.fromExtension['tab/state']({ tabId: 1 }, { url: '', incognito: false }),
    ).toMatchObject({
      status: 'annotated',
      pageKey: KEY_A,
      count: 2,
      origin: 'https://www.news.example',
    });
  });

  it('once, however often it is visited, and with what the reader wrote', async () => {
    const { id } = first(await visit());
    await handlers.fromPage['annotation/verdict']({ id, verdict: 'dismissed' }, sender());
    expect(fake.badges.get(1)).toBe('1');
    startWorker();
    const again = await visit({ visit: 'v2' });
    expect(again.annotations).toHaveLength(2);
    expect(again.annotations.find((a) => a.id === id)?.verdict).toBe('dismissed');
  });

  it('in parts, as they come', async () => {
    await visit();
    const late: Block = { start: 5000, kind: 'paragraph', text: 'Later Seoul spoke again.' };
    const { annotations } = await visit({ blocks: [late], more: true });
    expect(annotations.filter((a) => a.anchor.state === 'anchored')).toHaveLength(3);
    expect(await countAnnotations(store)).toBe(3);
  });

  it('under the address it is known by, when it moves', async () => {
    await visit();
    const moved = 'https://www.news.example/politics/20261234567';
    const { annotations } = await visit(
      { visit: 'v2', page: { ...samplePage, key: moved } },
      sender({ url: moved, tabId: 2 }),
    );
    expect(first({ annotations }).page.key).toBe(KEY_A);
    expect(await countAnnotations(store)).toBe(2);
  });

  it('under its own address, whatever another site’s key it claims', async () => {
    const { annotations } = await visit({
      page: { ...samplePage, key: 'https://other.example/secret-article-of-theirs' },
    });
    expect(first({ annotations }).page.key).toBe(KEY_A);
  });

  it('again by a newer engine, save what is touched', async () => {
    const answer = await visit();
    const { id } = first(answer);
    await handlers.fromPage['annotation/verdict']({ id, verdict: 'confirmed' }, sender());
    startWorker({ ...engine, version: '2.0.0', analyse: () => [] });
    const after = await visit({ visit: 'v2' });
    expect(after.annotations.map((a) => [a.id, a.engine])).toEqual([[id, '1.0.0']]);
  });

  it('not where it cannot be read, and says in which language', async () => {
    const korean: Block[] = [{ start: 0, kind: 'paragraph', text: '서울은 결정한다.' }];
    const answer = await handlers.fromPage['page/analyse'](request({ blocks: korean }), sender());
    expect(answer).toMatchObject({ status: 'not-analysed', language: 'ko', annotations: [] });
    expect((await readTab(1))?.state).toMatchObject({ status: 'not-analysed', language: 'ko' });
  });

  it('not on a site that is off or in a pause, unless the reader asks for it', async () => {
    await saveSettings({ sitesOff: ['news.example'] });
    expect(await handlers.fromPage['page/analyse'](request(), sender())).toEqual({ status: 'off' });
    await saveSettings({ sitesOff: [], pausedUntil: '2999-01-01T00:00:00.000Z' });
    expect(await handlers.fromPage['page/analyse'](request(), sender())).toEqual({ status: 'off' });
    expect(await countAnnotations(store)).toBe(0);
    await handlers.fromExtension['tab/annotate']({ tabId: 1 }, { url: '', incognito: false });
    expect((await visit()).annotations).toHaveLength(2);
  });

  it('and an engine that fails is said, in the answer and in the popup', async () => {
    const broken = Object.assign(new Error('gone'), { key: 'engine-missing' });
    startWorker({ ...engine, loadModel: () => Promise.reject(broken) });
    await expect(handlers.fromPage['page/analyse'](request(), sender())).rejects.toBe(broken);
    expect((await readTab(1))?.state).toMatchObject({ status: 'error', error: 'engine-missing' });
  });
});

describe('a content script', () => {
  it('gets at annotations of its own page only', async () => {
    const { id } = first(await visit());
    const stranger = sender({ tabId: 9, url: 'https://evil.example/' });
    for (const attempt of [
      handlers.fromPage['annotation/verdict']({ id, verdict: 'dismissed' }, stranger),
      handlers.fromPage['annotation/remove']({ id }, stranger),
      handlers.fromPage['note/open']({ id }, stranger),
    ])
      await expect(attempt).rejects.toMatchObject({ key: 'not-yours' });
    await visit({ page: { ...samplePage, key: 'https://evil.example/x' } }, stranger);
    await expect(handlers.fromPage['annotation/remove']({ id }, stranger)).rejects.toMatchObject({
      key: 'not-yours',
    });
    await handlers.fromPage['page/anchors'](
      { visit: 'v1', anchors: [{ id, anchor: { state: 'orphaned' } }] },
      stranger,
    );
    expect(await getAnnotation(store, id)).toMatchObject({ verdict: 'found', anchor: { state: 'anchored' } });
  });

  it('removes and restores, and what is removed does not come back', async () => {
    const { id } = first(await visit());
    await handlers.fromPage['annotation/remove']({ id }, sender());
    expect((await visit({ visit: 'v2' })).annotations).toHaveLength(1);
    expect(await tombstonesOfPage(store, KEY_A)).toHaveLength(1);
    startWorker();
    expect(await handlers.fromPage['annotation/restore']({ id }, sender())).toMatchObject({ id });
    expect((await visit({ visit: 'v3' })).annotations).toHaveLength(2);
  });

  it('reports anchors, adds the reader’s selection, asks for its best five', async () => {
    const { id } = first(await visit());
    await handlers.fromPage['page/anchors'](
      { visit: 'v1', anchors: [{ id, anchor: { state: 'uncertain', reason: 'changed' } }] },
      sender(),
    );
    expect((await getAnnotation(store, id))?.anchor).toEqual({ state: 'uncertain', reason: 'changed' });
    const added = await handlers.fromPage['selection/add'](
      {
        visit: 'v1',
        page: samplePage,
        target: target('Seoul said so', 700),
        argument: 'diplomat/china-pressure',
        stance: 'relates',
      },
      sender(),
    );
    expect(added).toMatchObject({
      verdict: 'added',
      correction: { argument: 'diplomat/china-pressure' },
      page: { key: KEY_A },
    });
    expect(await getAnnotation(store, added.id)).toEqual(added);
    const { ranking } = await handlers.fromPage['selection/rank'](
      { text: 'x', prev: '', next: '' },
      sender(),
    );
    expect(ranking).toHaveLength(5);
  });

  it('places an orphan anew', async () => {
    const { id } = first(await visit());
    const placed = await handlers.fromPage['annotation/place'](
      { id, target: target('Seoul weighs', 77) },
      sender(),
    );
    expect(placed).toMatchObject({
      target: { position: { start: 77 } },
      anchor: { state: 'anchored', span: { start: 77 } },
    });
    expect(await getAnnotation(store, id)).toEqual(placed);
  });
});

describe('the note editor’s frame', () => {
  const frame = { url: 'chrome-extension://tightrope-id/note.html', tabId: 1, incognito: false };
  it('opens with a token that works once, in its tab', async () => {
    const { id } = first(await visit());
    const token = async () =>
      (await handlers.fromPage['note/open']({ id }, sender())).url.split('#')[1] ?? '';
    const spent = await token();
    expect(await handlers.fromExtension['note/claim']({ token: spent }, frame)).toMatchObject({ id });
    for (const [bad, from] of [
      [spent, frame],
      ['guess', frame],
      [await token(), { ...frame, tabId: 2 }],
    ] as const)
      await expect(handlers.fromExtension['note/claim']({ token: bad }, from)).rejects.toMatchObject({
        key: 'token',
      });
    const late = await token();
    vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ['Date'] });
    await expect(handlers.fromExtension['note/claim']({ token: late }, frame)).rejects.toMatchObject({
      key: 'token',
    });
    vi.useRealTimers();
  });

  it('writes through, and the page repaints', async () => {
    const { id } = first(await visit());
    fake.state.answers['page/refresh'] = undefined;
    await handlers.fromExtension['note/write']({ id, note: 'mine', tags: ['x'] }, frame);
    expect(await getAnnotation(store, id)).toMatchObject({ note: 'mine', tags: ['x'] });
    expect(fake.sent.at(-1)).toMatchObject({ tabId: 1, type: 'page/refresh' });
  });
});

describe('what is kept', () => {
  const privately = sender({ incognito: true });
  it('in a private window is nothing, and edits work all the same', async () => {
    const answer = await visit({}, privately);
    const { id } = first(answer);
    expect(answer).toMatchObject({ stored: false });
    await handlers.fromPage['annotation/verdict']({ id, verdict: 'confirmed' }, privately);
    await handlers.fromPage['annotation/remove']({ id: answer.annotations[1]?.id ?? '' }, privately);
    startWorker();
    expect(
      await handlers.fromExtension['tab/state']({ tabId: 1 }, { url: '', incognito: false }),
    ).toMatchObject({
      count: 1,
      unsaved: [{ id, verdict: 'confirmed' }],
    });
    for (const table of store.tables) expect(await table.count()).toBe(0);
  });

  it('is what the reader touched, where they want it so', async () => {
    await saveSettings({ keep: 'touched' });
    const { id } = first(await visit());
    expect(await countAnnotations(store)).toBe(0);
    await handlers.fromPage['annotation/verdict']({ id, verdict: 'confirmed' }, sender());
    expect(await countAnnotations(store)).toBe(1);
    const again = await visit({ visit: 'v2' });
    expect(again.annotations).toHaveLength(2);
    expect(again.annotations.filter((a) => a.id === id)).toHaveLength(1);
    expect(await countAnnotations(store)).toBe(1);
    expect(
      (await handlers.fromExtension['tab/state']({ tabId: 1 }, { url: '', incognito: false })).unsaved,
    ).toHaveLength(2);
  });

  it('expires where it is untouched and the reader wants it so', async () => {
    const { id } = first(await visit());
    await handlers.fromPage['annotation/verdict']({ id, verdict: 'confirmed' }, sender());
    const inAYear = Date.now() + 365 * 86_400_000;
    expect(await expire(store, inAYear)).toBe(0);
    await saveSettings({ expireDays: 30 });
    expect(await expire(store, inAYear)).toBe(1);
    expect(await getAnnotation(store, id)).toBeDefined();
  });
});

describe('who gets a script', () => {
  const verdict = (relevant: boolean, over: Partial<PageSender> = {}) =>
    handlers.fromPage['sentinel/verdict']({ relevant }, sender(over));
  it('a page the sentinel says yes to', async () => {
    await verdict(false);
    expect(fake.injected).toEqual([]);
    expect((await readTab(1))?.state.status).toBe('not-an-article');
    await verdict(true);
    expect(fake.injected).toEqual([{ tabId: 1, file: '/annotator.js' }]);
    expect((await readTab(1))?.state.status).toBe('working');
  });

  it('none on a site that is off', async () => {
    await saveSettings({ sitesOff: ['news.example'] });
    await verdict(true);
    expect(fake.injected).toEqual([]);
    expect(
      await handlers.fromExtension['tab/state']({ tabId: 1 }, { url: '', incognito: false }),
    ).toMatchObject({ status: 'off' });
  });

  it('any page the reader asks for, or a word where the browser forbids it', async () => {
    fake.tabs.set(2, { id: 2, url: 'https://blog.example/x' });
    expect(
      await handlers.fromExtension['tab/state']({ tabId: 2 }, { url: '', incognito: false }),
    ).toMatchObject({ status: 'no-access', origin: 'https://blog.example' });
    expect(
      await handlers.fromExtension['tab/annotate']({ tabId: 2 }, { url: '', incognito: false }),
    ).toMatchObject({ status: 'working' });
    fake.state.forbidden.add(2);
    await onCommand('annotate-page', 2);
    expect((await readTab(2))?.state.status).toBe('no-access');
  });

  it('a page the reader asked for, again after a reload, as long as the browser lets us in', async () => {
    fake.tabs.set(2, { id: 2, url: 'https://blog.example/x' });
    await onCommand('annotate-page', 2);
    await onTabUpdated(2, { status: 'complete' });
    expect(fake.injected).toHaveLength(2);
    fake.state.answers['page/focus'] = { found: false };
    await onTabUpdated(2, { status: 'complete' });
    expect(fake.injected).toHaveLength(2);
    fake.state.answers = {};
    fake.state.forbidden.add(2);
    await onTabUpdated(2, { status: 'complete' });
    expect(await readTab(2)).toBeUndefined();
  });

  it('the sentinel wakes where the address changes without a load, not for a fragment', async () => {
    await verdict(true);
    await visit();
    await onTabUpdated(1, { url: `${URL_A}#comments` });
    expect(fake.sent.filter(({ type }) => type === 'sentinel/wake')).toEqual([]);
    await onTabUpdated(1, { url: 'https://www.news.example/other' });
    expect(fake.sent.at(-1)).toMatchObject({ type: 'sentinel/wake', tabId: 1 });
    expect(fake.badges.get(1)).toBe('');
    expect(await readTab(1)).toBeUndefined();
  });

  it('pages that were open before the extension came', async () => {
    await injectIntoOpenTabs();
    expect(fake.injected).toEqual([{ tabId: 1, file: '/sentinel.js' }]);
  });

  it('a site switched off falls silent at once', async () => {
    await visit();
    fake.state.answers['page/stop'] = undefined;
    await onStorageChanged(
      {
        settings: {
          oldValue: DEFAULT_SETTINGS,
          newValue: { ...DEFAULT_SETTINGS, sitesOff: ['news.example'] },
        },
      },
      'local',
    );
    expect(fake.sent.at(-1)).toMatchObject({ type: 'page/stop' });
    expect(fake.badges.get(1)).toBe('');
  });
});

describe('pasted text', () => {
  const text = 'A mail.\n\nThen Seoul decides.\nMore of it.\n \n\n  Last Seoul line.  ';
  it('is analysed, and stored only if asked', async () => {
    const ask = (isStored: boolean) =>
      handlers.fromExtension['text/analyse'](
        { title: 'Mail', text, store: isStored },
        { url: '', incognito: false },
      );
    const answer = await ask(false);
    expect(answer).toMatchObject({ status: 'ok', stored: false });
    expect(await countAnnotations(store)).toBe(0);
    const stored = await ask(true);
    if (stored.status !== 'ok') throw new Error(stored.status);
    for (const a of stored.annotations) {
      const { start, end } = a.target.position;
      expect(text.slice(start, end)).toBe(a.target.quote.exact);
    }
    expect(stored.annotations).toHaveLength(2);
    await ask(true);
    expect(await countAnnotations(store)).toBe(2);
  });
});

describe('out and in again', () => {
  it('an export of everything into an empty profile gives the same records', async () => {
    const { id } = first(await visit());
    await handlers.fromPage['annotation/verdict']({ id, verdict: 'confirmed' }, sender());
    const file = await exportNotes(store, 'json', {}, '2026-03-02T00:00:00.000Z');
    expect(file).toMatchObject({ name: 'Tightrope notes 2026-03-02.json', mime: 'application/json' });
    const empty = openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
    expect(await importNotes(empty, file.text)).toEqual({ added: 2, updated: 0, unchanged: 0, errors: [] });
    expect(await empty.annotations.toArray()).toEqual(await store.annotations.toArray());
    expect(await importNotes(empty, file.text)).toEqual({ added: 0, updated: 0, unchanged: 2, errors: [] });
  });

  it('merges the later word in, says beforehand what it would do, and takes the good of a bad file', async () => {
    const { id } = first(await visit());
    const file = (await exportNotes(store, 'json', { pageKey: KEY_A })).text;
    await handlers.fromPage['annotation/verdict']({ id, verdict: 'confirmed' }, sender());
    expect(await importNotes(store, file)).toMatchObject({ updated: 0, unchanged: 2 });
    expect((await getAnnotation(store, id))?.verdict).toBe('confirmed');

    const other = openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
    await importNotes(other, file);
    const newer = (await exportNotes(store, 'json', {})).text.replace(
      '"stance":"echoes"',
      '"stance":"sideways"',
    );
    const dry = await importNotes(other, newer, { dryRun: true });
    expect(dry).toMatchObject({ added: 0, errors: [{ path: 'matches.0.stance' }] });
    expect((await getAnnotation(other, id))?.verdict).toBe('found');
    expect(dry.updated + dry.unchanged).toBe(1);
  });

  it('counts the same sentence of the same page as the same, under another id', async () => {
    await visit();
    const elsewhere = (await exportNotes(store, 'json', {})).text.replaceAll(
      /"id":"[^"]+"/g,
      () => `"id":"${crypto.randomUUID()}"`,
    );
    expect(await importNotes(store, elsewhere)).toMatchObject({ added: 0 });
    expect(await countAnnotations(store)).toBe(2);
  });

  it('a file that is none changes nothing', async () => {
    expect(await importNotes(store, 'no json')).toMatchObject({ added: 0, errors: [{ record: 0 }] });
  });

  it('names a page’s export after the page', async () => {
    await visit();
    const { name, text } = await exportNotes(
      store,
      'markdown',
      { pageKey: KEY_A },
      '2026-03-02T00:00:00.000Z',
    );
    expect(name).toBe('Seoul weighs its allies 2026-03-02.md');
    expect(text).toContain('> Then Seoul decides.');
  });
});

describe('settings', () => {
  it('fall back field by field', async () => {
    await fake.browser.storage.local.set({
      settings: { threshold: 7, painting: 'underline', mutedArguments: ['no/such'], extra: 1 },
    });
    expect(await loadSettings()).toEqual({ ...DEFAULT_SETTINGS, painting: 'underline' });
    for (const broken of [undefined, null, 'x', [], 7])
      expect(readSettings(broken)).toEqual(DEFAULT_SETTINGS);
  });
  it('are changed one at a time', async () => {
    await saveSettings({ threshold: 0.7 });
    expect(await saveSettings({ theme: 'dark' })).toEqual({
      ...DEFAULT_SETTINGS,
      threshold: 0.7,
      theme: 'dark',
    });
  });
});
