/** Which of several places a quote is given, and where none is sure enough. */
import { describe, expect, test, vi } from 'vitest';
import type { Target } from '../../../annotations/types';
import { anchor } from '../../../page/anchoring/anchor';
import { fold } from '../../../page/anchoring/fold';
import { Searchable } from '../../../page/anchoring/searchable';
import { describe as describeSpan } from '../../../page/anchoring/selectors';

const BEFORE = 'Beijing has said so for years, in public and in private talks.';
const QUOTE = 'The ministry in Seoul will not choose between its two partners.';
const AFTER = 'Nobody in the room asked what that would cost them in the end.';
const OTHER = 'A night train left the harbour with forty crates of ripe pears.';
const PAGE = [BEFORE, QUOTE, AFTER].join(' ');
const STORED = target(QUOTE, PAGE);

function target(quote: string, text: string): Target {
  const start = text.indexOf(quote);
  return describeSpan({ start, end: start + quote.length }, text, []);
}

describe('a quote that stands twice', () => {
  test.each([
    ['after', [BEFORE, QUOTE, OTHER, BEFORE, QUOTE, AFTER].join(' '), 1],
    ['before', [OTHER, BEFORE, QUOTE, AFTER, OTHER, QUOTE, AFTER].join(' '), 0],
  ])('is where all of its surroundings are, not where it was: %s that', (_, page, which) => {
    const places = [page.indexOf(QUOTE), page.lastIndexOf(QUOTE)];
    const start = places[1 - which] ?? 0;
    const stored = { ...STORED, position: { ...STORED.position, start, end: start + QUOTE.length } };
    expect(anchor(stored, page)).toMatchObject({ state: 'anchored', span: { start: places[which] } });
  });

  test('is uncertain where one place has what stood before it, another some of what stood after', () => {
    const near = `${AFTER.slice(0, 20)}${OTHER}`;
    const page = [BEFORE, QUOTE, OTHER, OTHER, QUOTE, near].join(' ');
    expect(anchor({ ...STORED, position: { ...STORED.position, start: 0, end: 1 } }, page)).toMatchObject({
      state: 'uncertain',
      reason: 'ambiguous',
      span: { start: page.indexOf(QUOTE) },
    });
  });

  test('is uncertain where one place has what stood after it, another some of what stood before', () => {
    const near = `${OTHER} ${BEFORE.slice(-20)}`;
    const page = [OTHER, OTHER, QUOTE, AFTER, OTHER, near, QUOTE, OTHER].join(' ');
    expect(anchor({ ...STORED, position: { ...STORED.position, start: 0, end: 1 } }, page)).toMatchObject({
      state: 'uncertain',
      reason: 'ambiguous',
      span: { start: page.indexOf(QUOTE) },
    });
  });

  test('may stand nearest to where it was, where the surroundings are the same', () => {
    const page = `${PAGE} `.repeat(5);
    const start = page.indexOf(QUOTE, PAGE.length * 3);
    const stored = { ...STORED, position: { ...STORED.position, start: start - 20, end: start } };
    expect(anchor(stored, page)).toMatchObject({ state: 'uncertain', span: { start } });
  });
});

test('a short quote without any surroundings, as other programs keep them, is uncertain', () => {
  const quote = { ...STORED.quote, exact: 'its two partners', prefix: '', suffix: '' };
  const stored = { ...STORED, quote, position: { ...STORED.position, start: 3, end: 19 } };
  expect(anchor(stored, PAGE)).toMatchObject({ state: 'uncertain', reason: 'too-short' });
});

test('a quote that moved is no copy where what took its place is another sentence', () => {
  const lookalike = 'The ministry in Hanoi could not sell pears to its two partners.';
  const page = [BEFORE, lookalike, AFTER, OTHER, QUOTE, OTHER].join(' ');
  expect(anchor(STORED, page)).toMatchObject({ state: 'anchored', span: { start: page.indexOf(QUOTE) } });
});

test('a changed quote keeps its full stop at the end of a page', () => {
  const changed = QUOTE.replace('two partners', 'two friends');
  const page = `${BEFORE} ${changed}`;
  const { state, span } = anchor(STORED, page);
  expect([state, page.slice(span?.start, span?.end)]).toEqual(['anchored', changed]);
});

test('what shows nothing is no quote', () => {
  const quote = { ...STORED.quote, exact: '\u200b\u00ad' };
  expect(anchor({ ...STORED, quote }, PAGE)).toEqual({ state: 'orphaned', reason: 'too-short' });
});

test('a headline whose author’s line was not written down is found without searching the page', () => {
  const folding = vi.spyOn(Searchable.prototype, 'folded', 'get');
  const page = `${QUOTE}\n\nBy a reporter\n\n${AFTER}`;
  const quote = { ...STORED.quote, prefix: '', suffix: `\n${AFTER}` };
  const stored = { ...STORED, quote, position: { ...STORED.position, start: 0, end: QUOTE.length } };
  expect(anchor(stored, page)).toEqual({ state: 'anchored', span: { start: 0, end: QUOTE.length } });
  expect(folding).not.toHaveBeenCalled();
  anchor(stored, `${page}\n\n${QUOTE}`);
  expect(folding).toHaveBeenCalled();
});

test('a word keeps its apostrophe, whichever it is', () => {
  for (const word of ["Seoul's", 'Seoul’s']) expect(fold(`${word} word`).wordStarts).toHaveLength(2);
});
