// @vitest-environment jsdom
import './fake-browser';
import './fake-dialog';
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { annotation } from '../annotations/samples';

const { browser } = await import('wxt/browser');
const event = { addListener: () => undefined, removeListener: () => undefined };
Object.assign(browser, {
  storage: { local: { get: async () => ({}) }, onChanged: event },
  permissions: {
    getAll: async () => ({ origins: [] }),
    contains: async () => true,
    onAdded: event,
    onRemoved: event,
  },
  commands: { getAll: async () => [] },
  extension: { inIncognitoContext: false },
});
Object.assign(browser.runtime, {
  getManifest: () => ({ version: '0', content_scripts: [] }),
  sendMessage: async () => ({ ok: true, value: undefined }),
});
// What jsdom lacks.
Object.assign(URL, { createObjectURL: () => '#', revokeObjectURL: () => undefined });

const { LiveOptions } = await import('../../../entrypoints/options/LiveOptions');
const { openStore } = await import('../../../store/database');
const { addAnnotation } = await import('../../../store/visits');

afterEach(() => render(null, document.body));

const said = () => document.querySelector('[aria-labelledby=data] > p[role=status]')?.textContent;
async function press(words: string) {
  const buttons = [...document.querySelectorAll('button')];
  const button = buttons.findLast(({ textContent }) => textContent?.startsWith(words));
  if (!button) throw new Error(`no button “${words}”`);
  await act(() => button.click());
}

test('of all that is kept, what was done last is said, and no more what was done before', async () => {
  await addAnnotation(openStore(), annotation());
  await act(() => render(<LiveOptions />, document.body));
  await expect.poll(() => document.querySelector('.facts dd')?.textContent).toBe('1 claim');
  await press('Delete everything');
  const word = document.querySelector<HTMLInputElement>('dialog input');
  if (!word) throw new Error('no word is asked for');
  word.value = 'delete';
  await act(() => void word.dispatchEvent(new Event('input', { bubbles: true })));
  await press('Delete everything');
  await expect.poll(said).toContain('deleted');
  await press('Export everything');
  await press('Table (CSV)');
  await expect.poll(said).toContain('.csv');
});
