/** The background's use cases on a stage: a fake browser, a real store, an engine that finds every "Seoul". */
import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { vi } from 'vitest';
import type { Annotation } from '../../../annotations/types';
import type { Model } from '../../../engine/model';
import type { Claim } from '../../../engine/types';
import type { ExtensionSender, PageSender } from '../../../messages/background-side';
import type { Block, FromPage, PageAnswer } from '../../../messages/protocol';
import type { Engine } from '../../../services/annotate';
import type { Handlers } from '../../../services/handlers';
import { openStore, type Store } from '../../../store/database';
import { match, page as samplePage } from '../annotations/samples';
import { fakeBrowser } from './fake-browser';

export const stage = { fake: fakeBrowser() } as {
  fake: ReturnType<typeof fakeBrowser>;
  store: Store;
  handlers: Handlers;
};
vi.mock('wxt/browser', () => ({
  get browser() {
    return stage.fake.browser;
  },
}));
const { handlersOn } = await import('../../../services/handlers');

/** Finds every sentence with "Seoul"; `!` in it makes it sure, `?` unsure. */
function analyse(text: string, { threshold }: { model: Model; threshold: number }): Claim[] {
  return [...text.matchAll(/[^.\n]*Seoul[^.\n]*\./g)]
    .map(({ index, 0: sentence }) => ({
      text: sentence,
      start: index,
      end: index + sentence.length,
      matches: [match({ confidence: sentence.includes('?') ? 0.3 : 0.9 })],
    }))
    .filter(({ matches }) => (matches[0]?.confidence ?? 0) >= threshold);
}
export const engine: Engine = {
  version: '1.0.0',
  reads: ['en'],
  languageOf: (text) => (/[가-힣]/.test(text) ? 'ko' : 'en'),
  analyse,
  suggest: (_, __, most) =>
    Array.from({ length: most }, () => ({
      argument: 'kelly/bases-limit-drift',
      stance: 'echoes',
      confidence: 0.1,
    })),
  loadModel: async () => ({}) as Model,
};

export const URL_A = 'https://www.news.example/world/seoul-weighs-its-allies';
export const KEY_A = 'https://news.example/world/seoul-weighs-its-allies';
export const filler = Array.from({ length: 120 }, (_, i) => `word${i % 97}`).join(' ');
export const blocks: Block[] = [
  { start: 10, kind: 'headline', text: 'Seoul weighs its allies.' },
  { start: 50, kind: 'paragraph', text: `First some text. Then Seoul decides. ${filler}.` },
  { start: 2000, kind: 'paragraph', text: 'Nothing here. Is Seoul sure?.' },
];

/** A new worker: new memory, the same storage; its engine may differ. */
export function startWorker(other: Partial<Engine> = {}) {
  stage.handlers = handlersOn(stage.store, { ...engine, ...other });
}
/** One whose engine goes on only once something else has happened. */
export function startSlowWorker(meanwhile: () => Promise<unknown>) {
  startWorker({ loadModel: () => meanwhile().then(engine.loadModel) });
}
/** A new browser, with one tab open, and an empty store. */
export function setStage() {
  stage.fake = fakeBrowser();
  stage.fake.tabs.set(1, { id: 1, url: URL_A });
  stage.store = emptyStore();
  startWorker();
}
export const emptyStore = () => openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
/** The popup, or another page of ours. */
export const ours: ExtensionSender = { url: 'chrome-extension://tightrope-id/popup.html', incognito: false };

export const sender = (over: Partial<PageSender> = {}): PageSender => ({
  tabId: 1,
  frameId: 0,
  url: URL_A,
  incognito: false,
  ...over,
});
export const request = (
  over: Partial<FromPage['page/analyse']['request']> = {},
): FromPage['page/analyse']['request'] => ({
  visit: 'v1',
  page: { ...samplePage, key: URL_A, fingerprint: '' },
  blocks,
  more: false,
  ...over,
});
export async function visit(
  over: Partial<FromPage['page/analyse']['request']> = {},
  from = sender(),
): Promise<Extract<PageAnswer, { status: 'ok' }>> {
  const answer = await stage.handlers.fromPage['page/analyse'](request(over), from);
  if (answer.status !== 'ok') throw new Error(answer.status);
  return answer;
}
export const first = (answer: { annotations: readonly Annotation[] }): Annotation => {
  const [a] = answer.annotations;
  if (!a) throw new Error('nothing found');
  return a;
};
