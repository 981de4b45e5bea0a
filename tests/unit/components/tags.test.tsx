// @vitest-environment jsdom
import './fake-browser';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { Tags } from '../../../components/Tags';

function Field() {
  const [tags, setTags] = useState<readonly string[]>(['chips', 'trade', 'treaty']);
  return <Tags id="tags" tags={tags} inUse={[]} onChange={setTags} />;
}
const removeFirst = () =>
  act(() => {
    const [button] = document.querySelectorAll<HTMLButtonElement>('.tag button');
    button?.focus();
    button?.click();
  });
const inFocus = () => {
  const { activeElement } = document;
  return activeElement?.closest('.tag')?.textContent ?? activeElement?.id;
};

test('the focus goes on to the next tag where one is taken away, and from the last to the field', async () => {
  await act(() => render(<Field />, document.body));
  const after: (string | undefined)[] = [];
  for (let i = 0; i < 3; i++) {
    await removeFirst();
    after.push(inFocus());
  }
  expect(after).toEqual(['trade', 'treaty', 'tags']);
});
