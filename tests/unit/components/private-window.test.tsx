// @vitest-environment jsdom
import './fake-browser';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { errorWordsOf } from '../../../components/errors';
import { NormalWindow } from '../../../entrypoints/wiring/NormalWindow';

const create = vi.fn(async (_: object) => ({}));
const stand = (inIncognitoContext: boolean) =>
  Object.assign(browser, { extension: { inIncognitoContext }, windows: { create } });

const URL = 'moz-extension://tightrope/library.html#screen=claims';
const Library = vi.fn(() => <p>Nothing here yet</p>);
const show = () =>
  act(() =>
    render(
      <NormalWindow url={URL}>
        <Library />
      </NormalWindow>,
      document.body,
    ),
  );
const button = () => document.querySelector('button') as HTMLButtonElement;

beforeEach(() => {
  render(null, document.body);
  vi.clearAllMocks();
});

test('a page of ours in a normal window shows what is stored', async () => {
  stand(false);
  await show();
  expect(document.body.textContent).toBe('Nothing here yet');
});

test('one in a private window shows no store of its own, and leads to the reader’s', async () => {
  stand(true);
  await show();
  expect(Library).not.toHaveBeenCalled();
  expect(document.body.textContent).toContain('This is a private window');
  await act(() => button().click());
  expect(create).toHaveBeenCalledWith({ incognito: false, url: URL });
});

test('and says so where the browser has private windows only', async () => {
  stand(true);
  await show();
  create.mockRejectedValueOnce(new Error('no other windows'));
  await act(() => button().click());
  await expect.poll(() => document.querySelector('[role=alert]')?.textContent).toContain('no other windows');
});

test('what is not stored there for being private is said so', () => {
  expect(errorWordsOf('private-window')).toContain('nothing is stored');
});
