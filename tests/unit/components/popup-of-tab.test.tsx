// @vitest-environment jsdom
import './fake-browser';
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TabState } from '../../../messages/protocol';
import { annotation, page } from '../annotations/samples';

const tab = { id: 1, url: page.url, title: page.title, incognito: false };
const listeners = new Set<(changes: unknown, area: string) => void>();
let state: TabState;
let settings = {};
// Asked for by what says whether the browser can paint.
Object.assign(globalThis, { CSS: {} });
const { browser } = await import('wxt/browser');
Object.assign(browser, {
  tabs: { query: async () => [{ ...tab }] },
  storage: {
    local: { get: async () => ({ settings }) },
    onChanged: {
      addListener: (listener: never) => listeners.add(listener),
      removeListener: (listener: never) => listeners.delete(listener),
    },
  },
});
/** How long the background takes for its answer, in milliseconds. */
let slow = 0;
let sent: unknown[] = [];
Object.assign(browser.runtime, {
  sendMessage: async (message: unknown) => {
    sent.push(message);
    const value = state;
    if (slow) await new Promise((resolve) => setTimeout(resolve, slow));
    return { ok: true, value };
  },
});

const { PopupOfTab } = await import('../../../entrypoints/popup/PopupOfTab');
const { openStore } = await import('../../../store/database');
const { pageNote, writePageNote } = await import('../../../store/notes');
const { addAnnotation } = await import('../../../store/visits');
const store = openStore();

const next = {
  ...page,
  key: 'https://news.example/next',
  url: 'https://news.example/next',
  title: 'The next',
};
const field = () => document.querySelector<HTMLTextAreaElement>('.page-note textarea');
const stored = async ({ key }: { key: string }) => await pageNote(store, key);

/** The page goes on to another article under the open popup. */
function turnTo({ key, url, title }: typeof page) {
  Object.assign(tab, { url, title });
  state = { status: 'annotated', pageKey: key };
  for (const listener of listeners) listener({}, 'session');
}
function type(text: string) {
  const area = field();
  if (!area) throw new Error('no note on the article');
  area.value = text;
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

beforeEach(async () => {
  settings = {};
  slow = 0;
  sent = [];
  await store.pageNotes.clear();
  await store.annotations.clear();
  await addAnnotation(store, annotation());
  await writePageNote(store, page, 'On the first.');
  turnTo(page);
  render(<PopupOfTab />, document.body);
  await expect.poll(() => field()?.value).toBe('On the first.');
});
afterEach(() => render(null, document.body));

test('what is typed once the page has gone on is a note on the article that is there', async () => {
  await addAnnotation(store, annotation({ id: 'a2', page: next }));
  turnTo(next);
  await expect.poll(() => field()?.value).toBe('');
  type('On the next.');
  await expect.poll(async () => (await stored(next))?.text).toBe('On the next.');
  expect(await stored(next)).toMatchObject({ page: next });
  expect((await stored(page))?.text).toBe('On the first.');
});

test('what was typed until then is kept with the article it was typed on', async () => {
  type('On the first, and more.');
  turnTo(next);
  await expect.poll(async () => (await stored(page))?.text).toBe('On the first, and more.');
  expect(await stored(page)).toMatchObject({ page });
  expect(await stored(next)).toBe(undefined);
});

test('so it is where nothing is kept of that one, and the background is slow to tell of the next', async () => {
  await store.annotations.clear();
  type('On the first, and more.');
  slow = 400;
  turnTo(next);
  await expect
    .poll(async () => (await stored(page))?.text, { timeout: 3000 })
    .toBe('On the first, and more.');
  const { key, url, title } = page;
  expect((await stored(page))?.page).toMatchObject({ key, url, title });
});

test('an article is named as it is known by the time the note is saved', async () => {
  turnTo(next);
  await expect.poll(() => field()?.value).toBe('');
  // Its first claim is stored while the popup is open.
  await addAnnotation(store, annotation({ id: 'a2', page: next }));
  await expect.poll(() => document.querySelector('[data-essay]')).not.toBe(null);
  type('On the next.');
  await expect.poll(async () => await stored(next)).toMatchObject({ text: 'On the next.', page: next });
});

test('an article of which nothing is kept has the address and title the tab has by then', async () => {
  turnTo(next);
  await expect.poll(() => field()?.value).toBe('');
  type('On the next.');
  const { key, url, title } = next;
  await expect.poll(async () => (await stored(next))?.page).toMatchObject({ key, url, title });
});

test('what is not stored is laid to a private window there alone, elsewhere to the settings', async () => {
  const said = () => document.querySelector('.notice')?.textContent;
  const open = (incognito: boolean) => {
    render(null, document.body);
    Object.assign(tab, { incognito });
    state = { status: 'annotated', pageKey: page.key, unsaved: [annotation()] };
    render(<PopupOfTab />, document.body);
    return expect.poll(said);
  };
  await open(true).toContain('Private window');
  await open(false).toContain('Only what you confirm');
});

test('the switch says that a site is off where the one it is a part of is', async () => {
  const isOn = () => document.querySelector<HTMLInputElement>('.popup-footer [role=switch]')?.checked;
  const { url } = page;
  const open = (sitesOff: string[], host: string) => {
    render(null, document.body);
    settings = { sitesOff };
    turnTo({ ...page, url: url.replace('www.news.example', host) });
    render(<PopupOfTab />, document.body);
    return expect.poll(isOn);
  };
  await open(['news.example'], 'news.example').toBe(false);
  await open(['news.example'], 'en.news.example').toBe(false);
  await open(['news.example'], 'badnews.example').toBe(true);
});

test('no switch says that a site is read along where the browser or a pause keeps it from being read', async () => {
  const turned = () => document.querySelector('.popup-footer input[type=checkbox]');
  expect(turned()).not.toBe(null);
  for (const status of ['no-access', 'paused'] as const) {
    turnTo(page);
    await expect.poll(turned).not.toBe(null);
    state = { status, origin: 'https://news.example' };
    for (const listener of listeners) listener({}, 'session');
    await expect.poll(() => document.querySelector('.state h1')?.textContent).toBeTruthy();
    expect(turned()).toBe(null);
  }
});

test('opens the library at this article, where it has something of it', async () => {
  const opened: unknown[] = [];
  window.close = () => undefined;
  Object.assign(browser, { sidePanel: { open: async (of: unknown) => opened.push(of) } });
  Object.assign(browser.storage, {
    session: { set: async (items: object) => opened.push(items), remove: async () => undefined },
  });
  const open = () => document.querySelector<HTMLElement>('[aria-label="Open the library"]')?.click();
  await expect.poll(() => document.querySelector('.popup-main li')).not.toBeNull();
  open();
  await expect
    .poll(() => opened)
    .toEqual([{ 'panel-at': { tabId: 1, hash: `#page=${encodeURIComponent(page.key)}` } }, { tabId: 1 }]);
  turnTo(next);
  await expect.poll(() => field()?.value).toBe('');
  opened.length = 0;
  open();
  await expect.poll(() => opened).toEqual([{ tabId: 1 }]);
});

test('what was dismissed folds open, and each leads to its claim', async () => {
  await addAnnotation(store, annotation({ id: 'no', verdict: 'dismissed' }));
  const fold = () =>
    [...document.querySelectorAll('details')].find((one) => one.textContent?.includes('dismissed'));
  await expect.poll(fold).toBeDefined();
  fold()?.querySelector('summary')?.click();
  fold()?.querySelector<HTMLButtonElement>('button.claim')?.click();
  await expect
    .poll(() => sent)
    .toContainEqual(expect.objectContaining({ type: 'tab/focus', request: { tabId: 1, id: 'no' } }));
});

test('that an article was forgotten is said of that one, and until something else is asked for', async () => {
  const isSaid = () => document.querySelector('.notice[role=status]') !== null;
  const forget = () => document.querySelector<HTMLElement>('.forget-page button');
  const forgetNow = async () => {
    await expect.poll(forget).not.toBe(null);
    forget()?.click();
    await expect.poll(isSaid).toBe(true);
    expect(forget()).toBe(null);
  };
  await forgetNow();
  turnTo(next);
  await expect.poll(isSaid).toBe(false);
  await forgetNow();
  const again = [...document.querySelectorAll<HTMLElement>('.popup-footer button')].find(
    ({ textContent }) => textContent === 'Read again',
  );
  again?.click();
  await expect.poll(isSaid).toBe(false);
  expect(forget()).not.toBe(null);
});
