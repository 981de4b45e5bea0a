import { afterEach, expect, test, vi } from 'vitest';

const getMessage = () => 'words';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

async function apiWith(browser: unknown, chrome: unknown): Promise<unknown> {
  vi.stubGlobal('browser', browser);
  vi.stubGlobal('chrome', chrome);
  return (await import('../../../components/extension-api')).browser;
}

test('is `browser` where that is the extension’s', async () => {
  const own = { i18n: { getMessage } };
  expect(await apiWith(own, undefined)).toBe(own);
});

test('is `chrome` where the page has put something of its own in the place of `browser`', async () => {
  const chrome = { i18n: { getMessage } };
  // What `<form id=browser><input name=i18n id=x><input name=runtime id=y></form>` looks like.
  expect(await apiWith({ i18n: { id: 'x' }, runtime: { id: 'y' } }, chrome)).toBe(chrome);
  expect(await apiWith(undefined, chrome)).toBe(chrome);
});
