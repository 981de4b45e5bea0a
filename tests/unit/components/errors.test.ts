import './fake-browser';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { errorWords, errorWordsOf } from '../../../components/errors';
import { refusal, unwrap } from '../../../messages/envelope';
import { problemOf } from '../../../page/hand/problem';
import { loadModel } from '../../../services/model';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** What a page is told of something the background threw. */
function asTold(thrown: unknown): unknown {
  try {
    return unwrap(refusal(thrown), 'page/analyse');
  } catch (told) {
    return told;
  }
}

test('an engine that cannot be loaded is named, with the way out, in popup, library and card', async () => {
  vi.stubGlobal('fetch', async () => new Response(null, { status: 404 }));
  const thrown = await loadModel().catch((error: unknown) => error);
  const words = 'The engine couldn’t be loaded. Install Tightrope again.';
  expect(errorWords(asTold(thrown))).toBe(words);
  expect(errorWordsOf((thrown as { key?: string }).key)).toBe(words);
  expect(problemOf(asTold(thrown))).toBe(words);

  // A failure is not kept: the file may be there the next time.
  const fetched = vi.fn(async () => new Response(null, { status: 404 }));
  vi.stubGlobal('fetch', fetched);
  await expect(loadModel()).rejects.toMatchObject({ key: 'engine-missing' });
  expect(fetched).toHaveBeenCalledOnce();
});

const root = join(import.meta.dirname, '../../..');
const sources = ['messages', 'services', 'store', 'page'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join(root, folder, file), 'utf8')),
);

test('every key an error of ours bears has words of its own', () => {
  const keys = sources.flatMap((text) => [
    ...[...text.matchAll(/(?:MessageError|StoreError)\(\s*'([\w-]+)'/g)].map(([, key = '']) => key),
    ...[...text.matchAll(/readonly key = '([\w-]+)'/g)].map(([, key = '']) => key),
  ]);
  expect(new Set(keys).size).toBeGreaterThan(10);
  for (const key of keys) expect(errorWordsOf(key), key).not.toBe(errorWordsOf(undefined));
  // A key of some other version has none: then the error's own words are all there is.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  expect(errorWords(Object.assign(new Error('Gone.'), { key: 'of-another-time' }))).toBe(
    `${errorWordsOf(undefined)} Gone.`,
  );
});
