import { beforeEach, describe, expect, it, vi } from 'vitest';

const OUTLETS = ['*://*.outlet.example/*'];
const granted = new Set<string>();
const registered = new Map<string, { id: string; matches: string[]; excludeMatches: string[] }>();
const state = { refuses: false };
const tabs = [
  { id: 1, url: '*://*.outlet.example/*' },
  { id: 2, url: '*://*.b.example/*' },
  { id: 3, url: '*://*.b.example/*', discarded: true },
];
let injected: number[] = [];
const session = new Map<string, unknown>();

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      getManifest: () => ({
        content_scripts: [{ matches: OUTLETS, js: ['moz-extension://own/sentinel.js'] }],
      }),
    },
    permissions: { getAll: async () => ({ origins: [...granted] }) },
    tabs: {
      query: async ({ url }: { url: string[] }) =>
        tabs.filter((tab) => url.includes('*://*/*') || url.includes(tab.url)),
    },
    storage: { session: { get: async (key: string) => ({ [key]: session.get(key) }) } },
    scripting: {
      executeScript: async ({ target }: { target: { tabId: number } }) => injected.push(target.tabId),
      registerContentScripts: async (
        scripts: { id: string; matches: string[]; excludeMatches: string[] }[],
      ) => {
        if (state.refuses) throw new Error('refused');
        for (const script of scripts) {
          if (registered.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
          registered.set(script.id, script);
        }
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        for (const id of ids) if (!registered.delete(id)) throw new Error(`Nonexistent script ID '${id}'`);
      },
    },
  },
}));

const { lookAtAllOpenTabs, lookAtOpenTabs, sitesAllowed, watchSitesAllowed } = await import(
  '../../../services/tabs/watching'
);

beforeEach(() => {
  granted.clear();
  registered.clear();
  state.refuses = false;
  injected = [];
  session.clear();
  for (const pattern of OUTLETS) granted.add(pattern);
});

describe('sites the reader allowed', () => {
  it('are those beyond the outlets, without files', async () => {
    for (const pattern of ['*://*.b.example/*', 'https://a.example/*', 'file:///*']) granted.add(pattern);
    expect(await sitesAllowed()).toEqual(['*://*.b.example/*', 'https://a.example/*']);
  });

  it('are watched like the outlets, which are not watched twice', async () => {
    granted.add('*://*/*');
    await watchSitesAllowed();
    expect([...registered.values()]).toMatchObject([
      { matches: ['*://*/*'], excludeMatches: OUTLETS, js: ['sentinel.js'], allFrames: true },
    ]);
  });

  it('are watched no more once the reader takes the permission back', async () => {
    granted.add('*://*.b.example/*');
    await watchSitesAllowed();
    granted.delete('*://*.b.example/*');
    await watchSitesAllowed();
    expect(registered.size).toBe(0);
  });

  it('are the last ones where two changes come at once', async () => {
    granted.add('*://*.b.example/*');
    const first = watchSitesAllowed();
    granted.add('*://*.c.example/*');
    await Promise.all([first, watchSitesAllowed()]);
    expect(registered.get('sites-allowed')?.matches).toEqual(['*://*.b.example/*', '*://*.c.example/*']);
  });

  it('are tried again at the next change after the browser refused', async () => {
    granted.add('*://*.b.example/*');
    state.refuses = true;
    await expect(watchSitesAllowed()).rejects.toThrow('refused');
    state.refuses = false;
    await watchSitesAllowed();
    expect(registered.size).toBe(1);
  });

  it.each([
    ['of a site just allowed', ['*://*.b.example/*'], [2]],
    ['not a second time where an outlet’s stands', ['*://*/*'], [2]],
    ['of an outlet that is allowed only now', OUTLETS, [1]],
    ['of none where none was allowed', ['file:///*'], []],
  ])('are looked at in tabs that are open: %s', async (_, origins, looked) => {
    await lookAtOpenTabs(origins);
    expect(injected).toEqual(looked);
  });

  it('are looked at again in a tab whose sentinel was ended when the permission was taken back', async () => {
    session.set('tab:1', { state: { status: 'no-access' } });
    await lookAtOpenTabs(['*://*/*']);
    expect(injected).toEqual([1, 2]);
  });

  it('are looked at with the outlets, in tabs that were open before the extension came', async () => {
    granted.add('*://*.b.example/*');
    await lookAtAllOpenTabs();
    expect(injected).toEqual([1, 2]);
  });
});
