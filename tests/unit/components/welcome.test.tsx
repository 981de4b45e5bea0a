// @vitest-environment jsdom
import './fake-browser';
import { expect, test } from 'vitest';

// jsdom has neither highlights nor constructed style sheets.
Object.assign(globalThis, { CSS: {} });
Object.assign(CSSStyleSheet.prototype, { replaceSync: () => undefined });
const { browser } = await import('wxt/browser');
let hasAccess = false;
const listeners = new Set<() => void>();
const event = { addListener: (listener: never) => listeners.add(listener) };
Object.assign(browser, {
  permissions: { contains: async () => hasAccess, onAdded: event, onRemoved: event },
  storage: { local: { get: async () => ({}) }, onChanged: { addListener: () => undefined } },
});
const turn = (to: boolean) => {
  hasAccess = to;
  for (const listener of listeners) listener();
};
const says = () => ({
  isGranted: document.querySelector('.granted') !== null,
  asks: document.querySelector('.steps > li:nth-child(2) button') !== null,
});

test('the first page says what the browser allows as that changes under it', async () => {
  await import('../../../entrypoints/welcome/main');
  await expect.poll(says).toEqual({ isGranted: false, asks: true });
  turn(true);
  await expect.poll(says).toEqual({ isGranted: true, asks: false });
  turn(false);
  await expect.poll(says).toEqual({ isGranted: false, asks: true });
});
