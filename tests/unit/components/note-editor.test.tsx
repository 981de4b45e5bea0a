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
/** The note finds no room. */
let refuses = false;
const tagged: (readonly string[])[] = [];
const show = (note: string) =>
  act(() =>
    render(
      <NoteEditor
        note={note}
        tags={['chips']}
        tagsInUse={['chips', 'trade']}
        onNote={async (text) => {
          if (refuses) throw new Error('no room');
          saved.push(text);
        }}
        onTags={async (tags) => tagged.push(tags)}
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

test('never says “saved” of a tag over a note that is not', async () => {
  await show('');
  refuses = true;
  await type('A long thought.');
  await wait(1_000);
  refuses = false;
  await act(() => (document.querySelector('.tag button') as HTMLButtonElement).click());
  await wait(100);
  expect(tagged.at(-1)).toEqual([]);
  expect(document.querySelector('.save-state')?.textContent).toContain('note.notSaved');
  await act(() => void field().dispatchEvent(new Event('blur')));
  await wait(100);
  expect(saved.at(-1)).toBe('A long thought.');
  expect(document.querySelector('.save-state')?.textContent).toContain('note.saved');
});

test.each([
  ['the editor closes', () => render(null, document.body)],
  ['its page goes', () => window.dispatchEvent(new Event('pagehide'))],
])('a half-typed tag waits in its field, and is one when %s', async (_, close) => {
  tagged.length = 0;
  await show('');
  const tags = document.querySelector('#tags') as HTMLInputElement;
  await act(() => {
    tags.value = 'half';
    tags.dispatchEvent(new Event('input', { bubbles: true }));
    tags.dispatchEvent(new Event('focusout', { bubbles: true }));
    tags.dispatchEvent(new Event('blur'));
    window.dispatchEvent(new Event('blur'));
  });
  expect([tags.value, tagged]).toEqual(['half', []]);
  await act(close);
  // Before any timer: a page that goes has none.
  expect(tagged).toEqual([['chips', 'half']]);
});
