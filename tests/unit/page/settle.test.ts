import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isTranslated } from '../../../page/article/translation';
import { EMPTY, whenSettled } from '../../../page/settle';

describe('a page that goes elsewhere by itself', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const [former, half, whole] = ['f', 'h', 'w'].map((letter) => letter.repeat(EMPTY));

  test('is read once its new text has stood for two looks, and not half built', () => {
    let text = former;
    const done = vi.fn();
    whenSettled(
      () => text ?? '',
      (now) => now === former,
      done,
    );
    vi.advanceTimersByTime(500);
    text = half;
    vi.advanceTimersByTime(400);
    text = whole;
    vi.advanceTimersByTime(900);
    expect(done).not.toHaveBeenCalled();
    vi.advanceTimersByTime(15_000);
    expect(done.mock.calls).toEqual([[whole, true]]);
  });

  test('is known to have stayed after a while; a wait that was given up says nothing', () => {
    const [done, never] = [vi.fn(), vi.fn()];
    const wait = (hear: typeof done) =>
      whenSettled(
        () => former ?? '',
        () => true,
        hear,
      );
    wait(done);
    wait(never)();
    vi.advanceTimersByTime(15_000);
    expect(done.mock.calls).toEqual([[former, false]]);
    expect(never).not.toHaveBeenCalled();
  });
});

test('a page is translated where its language is another, not where it only says more of the same', () => {
  const { document } = new JSDOM('<html lang="en"><body>Seoul waits.').window;
  for (const lang of ['en', 'en-GB', 'EN-us']) {
    document.documentElement.lang = lang;
    expect(isTranslated(document, 'en')).toBe(false);
  }
  document.documentElement.lang = 'ko';
  expect(isTranslated(document, 'en')).toBe(true);
  expect(isTranslated(document, '')).toBe(false);
});
