// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://news.example/a"}
import { afterEach, expect, it, vi } from 'vitest';
import { openReadability } from '../../../page/article/doubt';
import { readableBody } from '../../../page/article/readable-body';
import { Life } from '../../../page/visit/life';

/** What the page's scripts sent; and the background's word to them. */
const sent: string[] = [];
const listeners = new Set<(message: unknown, sender: unknown, respond: () => void) => unknown>();
const tell = (type: string) =>
  new Promise<void>((respond) => {
    for (const listener of listeners) listener({ type, request: {} }, { id: 'tightrope-id' }, respond);
  });
vi.stubGlobal('chrome', {
  runtime: {
    id: 'tightrope-id',
    getURL: (path: string) => path,
    sendMessage: async ({ type }: { type: string }) => {
      sent.push(type);
      const answer = { status: 'not-analysed', language: 'en', annotations: [], settings: {}, stored: true };
      return { ok: true, value: type === 'page/analyse' ? answer : { known: true } };
    },
    onMessage: {
      addListener: (listener: never) => listeners.add(listener),
      removeListener: (listener: never) => listeners.delete(listener),
    },
  },
});
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));

const show = (day: string) => {
  const said = `On ${day} officials in Seoul said that South Korea weighs its alliance with the United States against its trade with China.`;
  document.body.innerHTML = `<article><h1>Seoul on ${day}</h1>${`<p>${said}</p>`.repeat(6)}</article>`;
};
/** The page goes to another article without a load. */
const turnTo = (path: string, day: string) => {
  history.pushState(null, '', path);
  show(day);
  dispatchEvent(new Event('popstate'));
};
const analysed = () => sent.filter((type) => type === 'page/analyse').length;

openReadability(readableBody);
let life: Life;
afterEach(() => life.end());

it('an annotator whose permission was taken back reads nothing that the page turns to', async () => {
  show('Monday');
  life = new Life(document);
  life.begin();
  await expect.poll(analysed).toBe(1);
  turnTo('/b', 'Tuesday');
  await expect.poll(analysed, { timeout: 3000 }).toBe(2);
  await tell('site/revoked');
  turnTo('/c', 'Wednesday');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect([analysed(), listeners.size]).toEqual([2, 0]);
});
