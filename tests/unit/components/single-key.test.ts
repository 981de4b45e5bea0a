// @vitest-environment jsdom
import { h, render } from 'preact';
import { expect, it, test } from 'vitest';
import { useQueueKeys } from '../../../components/queue/use-queue-keys';
import { singleKey } from '../../../components/single-key';

test.each([
  ['a letter', 'j', 'KeyJ', 'j'],
  ['a letter with the shift key', 'J', 'KeyJ', 'j'],
  ['another Latin layout’s letter, wherever it is', 'j', 'KeyC', 'j'],
  ['an accented letter', 'é', 'KeyE', 'é'],
  ['a Korean layout', 'ㅓ', 'KeyJ', 'j'],
  ['a Korean layout with the shift key', 'ㄸ', 'KeyE', 'e'],
  ['a Cyrillic layout', 'о', 'KeyJ', 'j'],
  ['a sign', '?', 'Slash', '?'],
  ['a sign where others have a letter', '.', 'KeyE', '.'],
  ['a key with a name', 'ArrowDown', 'ArrowDown', 'ArrowDown'],
  ['what goes to an input method', 'Process', 'KeyJ', 'Process'],
])('%s', (_, key, code, expected) => {
  expect(singleKey({ key, code })).toBe(expected);
});

it('judges the queue while a Korean layout is on', () => {
  const judged: string[] = [];
  function Probe() {
    useQueueKeys({ c: () => judged.push('c'), d: () => judged.push('d') });
    return null;
  }
  render(h(Probe, {}), document.createElement('div'));
  const press = (key: string, code: string) =>
    document.dispatchEvent(new KeyboardEvent('keydown', { key, code }));
  press('ㅊ', 'KeyC');
  press('ㅇ', 'KeyD');
  expect(judged).toEqual(['c', 'd']);
});
