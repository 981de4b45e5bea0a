import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterEach, describe, expect, it } from 'vitest';
import { isExtensionAlive, onToPage, sendFromPage, sendUntilAnswered } from '../../../messages/page-side';

type Scope = { browser?: unknown; chrome?: unknown };
const scope = globalThis as Scope;
afterEach(() => {
  scope.browser = undefined;
  scope.chrome = undefined;
});

/** A runtime that answers every message so, and lets a test speak as the background. */
function runtime(answer: (message: unknown) => unknown) {
  const listeners = new Set<
    (message: unknown, sender: unknown, respond: (reply: unknown) => void) => unknown
  >();
  return {
    id: 'tightrope-id',
    getURL: (path: string) => `chrome-extension://x/${path}`,
    sendMessage: async (message: unknown) => answer(message),
    onMessage: {
      addListener: (listener: never) => listeners.add(listener),
      removeListener: (listener: never) => listeners.delete(listener),
    },
    listeners,
    say: (message: unknown, sender: unknown = { id: 'tightrope-id' }) =>
      new Promise<unknown>((resolve) => {
        const answers = [...listeners].map((listener) => listener(message, sender, resolve));
        if (!answers.includes(true)) resolve('nobody');
      }),
  };
}

describe('sendUntilAnswered', () => {
  const ask = (isWanted?: () => boolean) =>
    sendUntilAnswered('sentinel/verdict', { relevant: true }, isWanted);

  it('asks again where the background was ended before it answered', async () => {
    let asked = 0;
    scope.browser = {
      runtime: runtime(() => {
        asked++;
        if (asked === 1) throw new Error('The message channel closed before a response was received.');
        return { ok: true };
      }),
    };
    await ask();
    expect(asked).toBe(2);
  });

  it('asks once where it was refused, or where the answer is not wanted any more', async () => {
    let asked = 0;
    scope.browser = {
      runtime: runtime(() => {
        asked++;
        return { ok: false, error: { key: 'store-quota', message: 'full' } };
      }),
    };
    await expect(ask()).rejects.toMatchObject({ key: 'store-quota' });
    expect(asked).toBe(1);
    scope.browser = { runtime: runtime(() => void asked++) };
    await expect(ask(() => false)).rejects.toMatchObject({ key: 'no-answer' });
    expect(asked).toBe(2);
  });
});

describe('sendFromPage', () => {
  it('gives the value of the reply', async () => {
    scope.browser = { runtime: runtime((message) => ({ ok: true, value: { message } })) };
    expect(await sendFromPage('note/open', { id: 'a' })).toEqual({
      message: { type: 'note/open', request: { id: 'a' } },
    });
  });

  it('throws the background’s refusal, key and all', async () => {
    scope.chrome = {
      runtime: runtime(() => ({ ok: false, error: { key: 'store-quota', message: 'full' } })),
    };
    await expect(sendFromPage('note/open', { id: 'a' })).rejects.toMatchObject({
      key: 'store-quota',
      message: 'full',
    });
  });

  it('passes over what a page put in the place of `browser`', async () => {
    scope.browser = { runtime: { getURL: {}, sendMessage: async () => ({ ok: true, value: 'clobbered' }) } };
    scope.chrome = { runtime: runtime(() => ({ ok: true, value: 'ours' })) };
    expect(await sendFromPage('note/open', { id: 'a' })).toBe('ours');
  });

  it('says that nobody answered', async () => {
    scope.browser = { runtime: runtime(() => undefined) };
    await expect(sendFromPage('note/open', { id: 'a' })).rejects.toMatchObject({ key: 'no-answer' });
  });

  it('says that the extension is gone', async () => {
    await expect(sendFromPage('note/open', { id: 'a' })).rejects.toMatchObject({ key: 'extension-gone' });
    expect(isExtensionAlive()).toBe(false);
    const invalidated = {
      ...runtime(() => undefined),
      id: undefined,
      sendMessage: () => {
        throw new Error('Extension context invalidated.');
      },
    };
    scope.chrome = { runtime: invalidated };
    await expect(sendFromPage('note/open', { id: 'a' })).rejects.toMatchObject({ key: 'extension-gone' });
  });
});

describe('onToPage', () => {
  it('answers its own types, with a value or a named error, and no others', async () => {
    const fake = runtime(() => undefined);
    scope.browser = { runtime: fake };
    const stop = onToPage({
      'page/focus': ({ id }) => ({ found: id === 'a' }),
      'page/stop': async () => {
        throw Object.assign(new Error('no'), { key: 'gone' });
      },
    });
    expect(await fake.say({ type: 'page/focus', request: { id: 'a' } })).toEqual({
      ok: true,
      value: { found: true },
    });
    expect(await fake.say({ type: 'page/stop', request: {} })).toEqual({
      ok: false,
      error: { key: 'gone', message: 'no' },
    });
    expect(await fake.say({ type: 'sentinel/wake', request: {} })).toBe('nobody');
    expect(await fake.say({ type: 'toString', request: {} })).toBe('nobody');
    expect(await fake.say({ type: 'page/focus', request: { id: 'a' } }, { id: 'other' })).toBe('nobody');
    stop();
    expect(fake.listeners.size).toBe(0);
  });
});

describe('its size', () => {
  it('is under a kilobyte and a half gzipped: no polyfill, no validation', async () => {
    const { outputFiles } = await build({
      stdin: { contents: "export * from './messages/page-side';", resolveDir: process.cwd() },
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      external: [],
    });
    expect(gzipSync(outputFiles[0]?.contents ?? '').length).toBeLessThan(1500);
  });
});
