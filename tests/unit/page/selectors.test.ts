import { expect, test } from 'vitest';
import { describe } from '../../../page/selectors';

test('a quote is described with the very text on either side of it', () => {
  const [before, quote, after] = [
    `Officials in Seoul said on Monday that they had looked at it for long. `,
    'Seoul will stay.',
    ` Nobody in the room asked what that would cost them in the years to come.`,
  ];
  const text = before + quote + after;
  const span = { start: before.length, end: before.length + quote.length };
  const block = { start: 0, kind: 'paragraph', text, pairsBefore: 3 } as const;
  expect(describe(span, text, [block])).toMatchObject({
    quote: { exact: quote, prefix: before.slice(-48), suffix: after.slice(0, 48) },
    position: { ...span, pairsBefore: 3 },
    paragraph: text,
  });
});
