/** Where the library opens: beside the page, at an article, or as a tab. */
import { beforeEach, describe, expect, it, vi } from 'vitest';

const session = new Map<string, unknown>();
const listeners: ((changes: Record<string, { newValue?: unknown }>) => void)[] = [];
const opened: unknown[] = [];
const turned: (() => void)[] = [];
let active = 7;
let hasGesture = true;
vi.stubGlobal('location', { hash: '' });
/** Whether the reader is in a field of the panel. */
let isWriting = false;
vi.stubGlobal('document', { activeElement: { matches: () => isWriting } });
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { getURL: (path: string) => `extension:/${path}` },
    tabs: {
      query: async () => [{ id: active }],
      onActivated: { addListener: (listener: () => void) => turned.push(listener) },
      create: async ({ url }: { url: string }) => opened.push(url),
    },
    sidePanel: {
      open: async (of: unknown) => {
        if (!hasGesture) throw new Error('may only be called in response to a user gesture');
        opened.push(of);
      },
    },
    storage: {
      session: {
        get: async (key: string) => (session.has(key) ? { [key]: session.get(key) } : {}),
        set: async (items: Record<string, unknown>) => {
          for (const [key, newValue] of Object.entries(items)) {
            session.set(key, newValue);
            for (const listener of listeners) listener({ [key]: { newValue } });
          }
        },
        remove: async (key: string) => session.delete(key),
        onChanged: { addListener: (listener: never) => listeners.push(listener) },
      },
    },
  },
}));
const { followTab, openLibrary } = await import('../../../services/tabs/library');

/** The articles the library has something of: all but these. */
const keptNowhere = new Set<string>();
const isKept = async (key: string) => !keptNowhere.has(key);

const pageKey = 'https://news.example/a?b=1&c=#/2';
const hash = `#page=${encodeURIComponent(pageKey)}`;
beforeEach(() => {
  session.clear();
  listeners.length = 0;
  opened.length = 0;
  turned.length = 0;
  active = 7;
  hasGesture = true;
  location.hash = '';
  keptNowhere.clear();
});

it('leads no panel to an article that another opening was for', async () => {
  await openLibrary({ pageKey }, 7);
  await openLibrary({}, 7);
  expect(session.size).toBe(0);
  await openLibrary({ pageKey }, 7);
  hasGesture = false;
  await openLibrary({}, 7);
  expect(session.size).toBe(0);
});

it('leads a panel that opens, and one that is open, to the article it was opened at', async () => {
  await openLibrary({ pageKey }, 7);
  expect(opened).toEqual([{ tabId: 7 }]);
  followTab(isKept);
  await expect.poll(() => location.hash).toBe(hash);
  location.hash = '';
  await openLibrary({ pageKey }, 7);
  await expect.poll(() => location.hash).toBe(hash);
  expect(session.size).toBe(0);
});

it('leaves the panel of another window where it is, and a panel opened without a place', async () => {
  active = 8;
  followTab(isKept);
  await openLibrary({ pageKey }, 7);
  await openLibrary({}, 8);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(location.hash).toBe('');
});

it('is a tab where no panel may open, and then no panel goes there later', async () => {
  hasGesture = false;
  await openLibrary({ pageKey }, 7);
  await openLibrary({ id: 'a1' }, 7);
  await openLibrary({});
  expect(opened).toEqual([
    `extension://library.html${hash}`,
    'extension://library.html#id=a1',
    'extension://library.html',
  ]);
  expect(session.size).toBe(0);
});

describe('a panel led to an article', () => {
  const at = (key: string, more = '') => `#page=${encodeURIComponent(key)}${more}`;
  const other = 'https://news.example/other';
  const inTab = async (tabId: number, status: string, key?: string) => {
    const { browser } = await import('wxt/browser');
    await browser.storage.session.set({ [`tab:${tabId}`]: { state: { status, pageKey: key } } });
  };
  const turnTo = (tabId: number) => {
    active = tabId;
    for (const listener of turned) listener();
  };
  /** Everything that was to happen has. */
  const rest = () => new Promise((resolve) => setTimeout(resolve, 20));
  beforeEach(async () => {
    await inTab(7, 'annotated', pageKey);
    await openLibrary({ pageKey }, 7);
    followTab(isKept);
    await expect.poll(() => location.hash).toBe(hash);
  });

  it('goes along with the tab in front, in the order it has', async () => {
    await inTab(8, 'annotated', other);
    await rest();
    expect(location.hash).toBe(hash);
    turnTo(8);
    await expect.poll(() => location.hash).toBe(at(other));
    location.hash = at(other, '&order=oldest&id=a1');
    turnTo(7);
    await expect.poll(() => location.hash).toBe(`${hash}&order=oldest`);
  });

  it('stays while the reader writes in it', async () => {
    isWriting = true;
    await inTab(7, 'annotated', other);
    await rest();
    expect(location.hash).toBe(hash);
    isWriting = false;
    turnTo(7);
    await expect.poll(() => location.hash).toBe(at(other));
  });

  it('goes along with the tab that turns to another article, once its claims are there', async () => {
    await inTab(7, 'working');
    await inTab(7, 'nothing-found', other);
    await rest();
    expect(location.hash).toBe(hash);
    await inTab(7, 'annotated', other);
    await expect.poll(() => location.hash).toBe(at(other));
  });

  it('stays where nothing of the other article is kept, until something is', async () => {
    keptNowhere.add(other);
    await inTab(8, 'annotated', other);
    turnTo(8);
    await rest();
    expect(location.hash).toBe(hash);
    keptNowhere.clear();
    // The reader's word on a claim changes what is known of its tab.
    await inTab(8, 'annotated', other);
    await expect.poll(() => location.hash).toBe(at(other));
  });

  it.each([
    ['set another filter', '&stance=echoes'],
    ['turned to another screen', '&screen=queue'],
  ])('stays where the reader has %s', async (_, more) => {
    location.hash = hash + more;
    await inTab(8, 'annotated', other);
    turnTo(8);
    await rest();
    expect(location.hash).toBe(hash + more);
  });

  it.each(['', at('https://news.example/third')])('stays where the reader has gone to “%s”', async (to) => {
    location.hash = to;
    await inTab(8, 'annotated', other);
    turnTo(8);
    await rest();
    expect(location.hash).toBe(to);
  });
});
