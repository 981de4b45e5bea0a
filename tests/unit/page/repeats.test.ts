/** What an article says twice is read once. */
import { expect, test } from 'vitest';
import type { Block } from '../../../messages/protocol';
import { withoutRepeats } from '../../../page/article/repeats';

const blockOf = (text: string, kind: Block['kind'] = 'paragraph'): Block => ({ start: 0, kind, text });
const left = (...blocks: (string | Block)[]) =>
  withoutRepeats(blocks.map((block) => (typeof block === 'string' ? blockOf(block) : block))).map(
    ({ text }) => text,
  );

const pulled = 'Seoul would be foolish to give up the only channel it has';
const paragraph = `It is late. ${pulled} to the North’s patron. Others differ.`;

test('a pull quote is left out, in quotation marks and broken otherwise, too', () => {
  expect(left(paragraph, blockOf(`“${pulled.replace(' only ', ' \n only ')}”`, 'quote'))).toEqual([
    paragraph,
  ]);
  // From the middle of a paragraph, its beginning or its end.
  for (const part of [pulled, `It is late. ${pulled}`, `${pulled} to the North’s patron. Others differ.`])
    expect(left(part, paragraph)).toEqual([paragraph]);
});

test('what stands in no other block stays: a text of its own, a short one, a headline, the same block twice', () => {
  for (const list of [
    [`${pulled}, he said.`, paragraph],
    ['It is late.', paragraph],
    [blockOf(pulled, 'headline'), blockOf(pulled, 'headline'), paragraph],
    [paragraph, paragraph],
    [pulled, pulled],
  ])
    expect(left(...list)).toHaveLength(list.length);
});

test('a running head is left out, the article’s headline and names of speakers are not', () => {
  const head = 'BETWEEN TREATY AND TRADE';
  expect(left(head, 'One.', head, 'Two.', head)).toEqual(['One.', 'Two.']);
  expect(left(head, 'One.', head, 'Two.')).toHaveLength(4);
  expect(left(blockOf(head, 'headline'), head, 'One.', head, head)).toEqual([head, 'One.']);
  const speakers = ['The host:', 'One.', 'The host:', 'Two.', 'The host:'];
  expect(left(...speakers)).toEqual(speakers);
});
