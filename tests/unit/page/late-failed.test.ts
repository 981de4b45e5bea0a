// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://news.example/a"}
import { afterEach, expect, it, vi } from 'vitest';
import type { Block } from '../../../messages/protocol';
import { openReadability } from '../../../page/article/doubt';
import { readableBody } from '../../../page/article/readable-body';
import { Life } from '../../../page/visit/life';

/** What the page asked to have analysed, and whether that is refused. */
const asked: { more: boolean; blocks: Block[] }[] = [];
let isRefused = false;
const settings = { painting: 'highlight', mutedArguments: [], threshold: 0.5 };
vi.stubGlobal('chrome', {
  runtime: {
    id: 'tightrope-id',
    getURL: (path: string) => path,
    sendMessage: async ({ type, request }: { type: string; request: (typeof asked)[number] }) => {
      if (type !== 'page/analyse') return { ok: true, value: { known: true } };
      asked.push(request);
      if (isRefused) return { ok: false, error: { key: 'store-quota', message: 'full' } };
      return { ok: true, value: { status: 'ok', annotations: [], settings, stored: true } };
    },
    onMessage: { addListener: () => undefined, removeListener: () => undefined },
  },
});
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));

const said = (day: string) =>
  `On ${day} officials in Seoul said that South Korea weighs its alliance with the United States against its trade with China.`;
const add = (day: string) =>
  document.querySelector('article')?.insertAdjacentHTML('beforeend', `<p>${said(day)}</p>`);
const fresh = (at: number) => asked[at]?.blocks.filter(({ known }) => !known).map(({ text }) => text);

openReadability(readableBody);
let life: Life;
afterEach(() => life.end());

it('a late paragraph whose analysis failed is sent again with the next', async () => {
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  document.body.innerHTML = '<article><h1>Seoul weighs its words</h1></article>';
  for (const day of days) add(day);
  life = new Life(document);
  life.begin();
  await expect.poll(() => asked.length).toBe(1);
  isRefused = true;
  add('Sunday');
  await expect.poll(() => asked.length).toBe(2);
  isRefused = false;
  add('the day after');
  await expect.poll(() => asked.length).toBe(3);
  expect(fresh(1)).toEqual([said('Sunday')]);
  expect(fresh(2)).toEqual([said('Sunday'), said('the day after')]);
  add('yet another day');
  await expect.poll(() => asked.length).toBe(4);
  expect(fresh(3)).toEqual([said('yet another day')]);
  expect(asked.map(({ more }) => more)).toEqual([false, true, true, true]);
});
