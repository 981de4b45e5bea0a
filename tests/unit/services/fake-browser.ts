/** As much of a browser as the services touch: storage that lives on when a worker dies, tabs, injections. */
type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;
type Listener = (changes: Changes, area: string) => void;

function area(name: string, listeners: Set<Listener>) {
  const data = new Map<string, unknown>();
  const copy = <T>(value: T): T => structuredClone(value);
  return {
    data,
    /** Characters there is room for, as JSON. */
    room: Number.POSITIVE_INFINITY,
    async get(key: string | null) {
      const keys = key === null ? [...data.keys()] : [key];
      return Object.fromEntries(keys.filter((k) => data.has(k)).map((k) => [k, copy(data.get(k))]));
    },
    async set(items: Record<string, unknown>) {
      if (JSON.stringify([...new Map([...data, ...Object.entries(items)])]).length > this.room)
        throw new Error('Session storage quota bytes exceeded. Values were not stored.');
      const changes: Changes = {};
      for (const [key, value] of Object.entries(items)) {
        // As in both browsers, what is stored is a JSON-like copy.
        changes[key] = { oldValue: copy(data.get(key)), newValue: copy(value) };
        data.set(key, copy(value));
      }
      for (const listener of listeners) listener(changes, name);
    },
    async remove(keys: string | string[]) {
      for (const key of [keys].flat()) data.delete(key);
    },
  };
}

export interface FakeTab {
  id: number;
  url: string;
  incognito?: boolean;
}

interface Injection {
  target: { tabId: number; frameIds?: number[] };
  files: string[];
}

export function fakeBrowser() {
  const listeners = new Set<Listener>();
  const tabs = new Map<number, FakeTab>();
  const sent: { tabId: number; type: string; request: unknown }[] = [];
  /** The frame is named where it is not the page itself. */
  const injected: { tabId: number; frameId?: number; file: string }[] = [];
  const badges = new Map<number, string>();
  const state = {
    /** Answers of pages, by message type; a type without one finds nobody there. */
    answers: {} as Record<string, unknown>,
    forbidden: new Set<number>(),
    /** Tabs in which an injected script throws. */
    crashing: new Set<number>(),
    granted: ['https://news.example', 'https://www.news.example'],
    opened: [] as string[],
  };
  const browser = {
    storage: {
      local: area('local', listeners),
      session: area('session', listeners),
      onChanged: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    },
    runtime: {
      id: 'tightrope-id',
      getURL: (path: string) => `chrome-extension://tightrope-id${path}`,
      getManifest: () => ({
        content_scripts: [{ matches: ['https://news.example/*'], js: ['sentinel.js'] }],
      }),
    },
    tabs: {
      get: async (id: number) => {
        const tab = tabs.get(id);
        if (!tab) throw new Error(`No tab with id: ${id}`);
        return tab;
      },
      query: async () => [...tabs.values()],
      create: async ({ url }: { url: string }) => state.opened.push(url),
      sendMessage: async (tabId: number, message: { type: string; request: unknown }) => {
        sent.push({ tabId, ...message });
        if (!(message.type in state.answers)) throw new Error('Could not establish connection');
        return { ok: true, value: state.answers[message.type] };
      },
    },
    scripting: {
      executeScript: async ({ target, files }: Injection) => {
        const { tabId, frameIds: [frameId] = [] } = target;
        if (state.forbidden.has(tabId)) throw new Error('Cannot access contents of the page');
        for (const file of files) injected.push({ tabId, ...(frameId ? { frameId } : {}), file });
        // Firefox names the error; Chromium gives no result at all.
        return [state.crashing.has(tabId) ? { frameId: 0, error: 'thrown' } : { frameId: 0, result: true }];
      },
    },
    action: {
      setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => void badges.set(tabId, text),
      setBadgeBackgroundColor: async () => undefined,
    },
    permissions: {
      contains: async ({ origins }: { origins: string[] }) =>
        origins.every((o) => state.granted.some((g) => o.startsWith(g))),
    },
  };
  return { browser, tabs, sent, injected, badges, state };
}
