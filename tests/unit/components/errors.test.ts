import './fake-browser';
import { afterEach, expect, test, vi } from 'vitest';
import { errorWords, errorWordsOf } from '../../../components/errors';
import { refusal, unwrap } from '../../../messages/envelope';
import { problemOf } from '../../../page/problem';
import { loadModel } from '../../../services/model';

afterEach(() => vi.unstubAllGlobals());

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
});
