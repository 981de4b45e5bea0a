// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

vi.mock('../../../components/i18n', () => ({ t: (key: string) => key }));
const { NoteEditor } = await import('../../../components/note/NoteEditor');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
});

const field = () => document.querySelector('textarea') as HTMLTextAreaElement;
const saved: string[] = [];
const show = (note: string) =>
  act(() =>
    render(
      <NoteEditor
        note={note}
        tags={['chips']}
        tagsInUse={['chips', 'trade']}
        onNote={async (text) => saved.push(text)}
        onTags={async () => undefined}
      />,
      document.body,
    ),
  );
const type = (text: string) =>
  act(() => {
    field().value = text;
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms).then(() => undefined));

test('offers the tags in use that the claim has not', async () => {
  await show('');
  const list = (document.querySelector('#tags') as HTMLInputElement).list;
  expect([...(list?.options ?? [])].map(({ value }) => value)).toEqual(['trade']);
});

test('follows what is written elsewhere, so that one types on from there', async () => {
  await show('');
  await type('From here.');
  await wait(2_000);
  expect(saved.at(-1)).toBe('From here.');
  await show('From here. From there.');
  expect(field().value).toBe('From here. From there.');
});

test('never changes under the reader’s hands: what they type is the later word', async () => {
  await show('');
  await type('one');
  await wait(400);
  // Saved, and the next letter comes in a moment.
  await show('from elsewhere');
  expect(field().value).toBe('one');
  await type('one two');
  await wait(3_000);
  expect(field().value).toBe('one two');
  expect(saved.at(-1)).toBe('one two');
});

test('shows what came meanwhile once the hands rest', async () => {
  await show('');
  await type('one');
  await wait(400);
  await show('one, from elsewhere');
  await wait(1_000);
  expect(field().value).toBe('one, from elsewhere');
});
