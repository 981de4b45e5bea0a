// @vitest-environment jsdom
import './fake-browser';
import { h, render } from 'preact';
import { beforeEach, expect, it } from 'vitest';
import { type Undo, useUndo } from '../../../entrypoints/wiring/use-undo';

let undo: Undo;
beforeEach(() => {
  function Probe() {
    undo = useUndo();
    return null;
  }
  render(h(Probe, {}), document.createElement('div'));
});
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

it('undoes one by one, the last first', async () => {
  const undone: string[] = [];
  undo.did('a', async () => undone.push('a'));
  undo.did('b', async () => undone.push('b'));
  undo.undoLast();
  undo.undoLast();
  undo.undoLast();
  await turn();
  expect(undone).toEqual(['b', 'a']);
});

it('waits for an edit under way, and does not undo the one before it', async () => {
  const undone: string[] = [];
  undo.did('first', async () => undone.push('first'));
  let finish = () => {};
  const edit = new Promise<void>((resolve) => {
    finish = resolve;
  }).then(() => undo.did('second', async () => undone.push('second')));
  void undo.underWay(edit);
  undo.undoLast();
  await turn();
  expect(undone).toEqual([]);
  finish();
  await turn();
  expect(undone).toEqual(['second']);
});

it('undoes from the toast what the toast says, whatever was saved quietly since', async () => {
  const undone: string[] = [];
  undo.did('deleted', async () => undone.push('deleted'));
  undo.didQuietly('note', async () => undone.push('note'));
  await expect.poll(() => undo.toast).not.toBeNull();
  undo.toast?.onUndo?.();
  await turn();
  expect(undone).toEqual(['deleted']);
  undo.undoLast();
  undo.undoLast();
  await turn();
  expect(undone).toEqual(['deleted', 'note']);
});

it('undoes once what is asked for twice: by its toast and by the key', async () => {
  const undone: string[] = [];
  undo.did('first', async () => undone.push('first'));
  undo.did('second', async () => undone.push('second'));
  await expect.poll(() => undo.toast?.text).toBe('second');
  undo.undoLast();
  undo.toast?.onUndo?.();
  await turn();
  expect(undone).toEqual(['second']);
});

it('goes on after an edit or an undoing that failed', async () => {
  const undone: string[] = [];
  undo.did('first', async () => undone.push('first'));
  undo.did('second', () => Promise.reject(new Error('no room')));
  undo.underWay(Promise.reject(new Error('no'))).catch(() => undefined);
  undo.undoLast();
  undo.undoLast();
  await turn();
  expect(undone).toEqual(['first']);
});

it('says that it is at work where an edit takes longer than a moment, and not once it is done', async () => {
  let finish = () => {};
  const edit = new Promise<void>((resolve) => {
    finish = resolve;
  });
  void undo.underWay(edit);
  await turn();
  expect(undo.isBusy).toBe(false);
  await expect.poll(() => undo.isBusy).toBe(true);
  finish();
  await expect.poll(() => undo.isBusy).toBe(false);
});
