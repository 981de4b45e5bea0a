// @vitest-environment jsdom
import './fake-browser';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Toast } from '../../../components/Toast';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
});

const onClose = vi.fn();
const say = (tone: 'done' | 'error') =>
  act(() =>
    render(
      <Toast message={{ turn: 1, text: 'Deleted.', tone, onUndo: () => undefined }} onClose={onClose} />,
      document.body,
    ),
  );
const minute = () => vi.advanceTimersByTimeAsync(60_000);

test('goes by itself, but not from under the reader who is about to undo', async () => {
  await say('done');
  const undo = document.querySelector('button');
  undo?.focus();
  await minute();
  expect(onClose).not.toHaveBeenCalled();
  undo?.blur();
  await minute();
  expect(onClose).toHaveBeenCalled();
});

test('an error stays', async () => {
  onClose.mockClear();
  await say('error');
  await minute();
  expect(onClose).not.toHaveBeenCalled();
});
