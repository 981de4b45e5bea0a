// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://news.example/a"}
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Block } from '../../../messages/protocol';
import { openReadability } from '../../../page/article/doubt';
import { readableBody } from '../../../page/article/readable-body';
import { Reading } from '../../../page/article/reading';
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

/** An article on which the analysis of a paragraph that came late has failed. */
beforeEach(async () => {
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  document.body.innerHTML = '<article><h1>Seoul weighs its words</h1></article>';
  for (const day of days) add(day);
  asked.length = 0;
  life = new Life(document);
  life.begin();
  await expect.poll(() => asked.length).toBe(1);
  isRefused = true;
  add('Sunday');
  await expect.poll(() => asked.length).toBe(2);
  isRefused = false;
});

it.each([
  ['the reader scrolls on', () => document.dispatchEvent(new Event('scrollend'))],
  ['the reader comes back', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['the reader asks again', () => life.again()],
])('a late paragraph whose analysis failed is sent again once %s', async (_, act) => {
  act();
  await expect.poll(() => asked.length).toBe(3);
  expect(fresh(2)).toEqual([said('Sunday')]);
  expect(asked[2]?.more).toBe(true);
});

it('a late paragraph that could not be read is read once the reader scrolls on', async () => {
  life.again();
  await expect.poll(() => asked.length).toBe(3);
  const again = vi.spyOn(Reading.prototype, 'again').mockRejectedValueOnce(new Error('no-answer'));
  add('the day after');
  await expect.poll(() => again.mock.settledResults[0]?.type).toBe('rejected');
  document.dispatchEvent(new Event('scrollend'));
  await expect.poll(() => asked.length).toBe(4);
  expect(fresh(3)).toEqual([said('the day after')]);
});

it('a late paragraph whose analysis failed is sent again with the next', async () => {
  add('the day after');
  await expect.poll(() => asked.length).toBe(3);
  expect(fresh(1)).toEqual([said('Sunday')]);
  expect(fresh(2)).toEqual([said('Sunday'), said('the day after')]);
  add('yet another day');
  await expect.poll(() => asked.length).toBe(4);
  expect(fresh(3)).toEqual([said('yet another day')]);
  expect(asked.map(({ more }) => more)).toEqual([false, true, true, true]);
});
