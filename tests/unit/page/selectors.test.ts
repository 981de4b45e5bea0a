import { expect, test } from 'vitest';
import { describe } from '../../../page/anchoring/selectors';

test('of a paragraph and a headline without end, no more is kept than tells the place', () => {
  const [headline, rest, quote] = ['H'.repeat(3000), 'Word. '.repeat(20_000), 'Seoul will stay.'];
  const text = `${headline}${rest}${quote}${rest}`;
  const start = headline.length + rest.length;
  const target = describe({ start, end: start + quote.length }, text, [
    { start: 0, kind: 'headline', text: headline },
    { start: headline.length, kind: 'paragraph', text: text.slice(headline.length) },
  ]);
  expect(target.headline).toBe('H'.repeat(500));
  expect(target.paragraph).toContain(` ${quote}Word.`);
  expect(target.paragraph.length).toBeLessThan(5000);
});

const BEFORE = 'Officials in Seoul said on Monday that they had looked at it for long. ';
const QUOTE = 'Seoul will stay.';
const AFTER = ' Nobody in the room asked what that would cost them in the years to come.';

test('a quote is described with the very text on either side of it', () => {
  const text = BEFORE + QUOTE + AFTER;
  const span = { start: BEFORE.length, end: BEFORE.length + QUOTE.length };
  const block = { start: 0, kind: 'paragraph', text, pairsBefore: 3 } as const;
  expect(describe(span, text, [block])).toMatchObject({
    quote: { exact: QUOTE, prefix: BEFORE.slice(-48), suffix: AFTER.slice(0, 48) },
    position: { ...span, pairsBefore: 3 },
    paragraph: text,
  });
});

test('blanks of the layout are one blank of the text beside a quote, and do not shorten it', () => {
  const gap = `\n${' '.repeat(50)}\n`;
  const [before, after] = [BEFORE, AFTER].map((text) => text.replaceAll(' ', gap)) as [string, string];
  const text = before + QUOTE + after;
  const span = { start: before.length, end: before.length + QUOTE.length };
  const { prefix, suffix } = describe(span, text, []).quote;
  expect([prefix, suffix]).toEqual([BEFORE.slice(-48), AFTER.slice(0, 48)]);
});
