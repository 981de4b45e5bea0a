import { describe, expect, test } from 'vitest';
import { textFragmentLink } from '../../../page/anchoring/fragment';

const URL_ = 'https://news.example/a?x=1#top';

function link(quote: string, text: string, nth = 0): string {
  let start = text.indexOf(quote);
  for (let i = 0; i < nth; i++) start = text.indexOf(quote, start + 1);
  return decodeURI(textFragmentLink(URL_, { start, end: start + quote.length }, text)).replace(
    'https://news.example/a?x=1#:~:text=',
    '',
  );
}

describe('textFragmentLink', () => {
  const long = 'South Korea must weigh the alliance with Washington against its trade with China every day.';

  test('takes three words at either end of a long sentence', () => {
    expect(link(long, `Before. ${long} After.`)).toBe('South Korea must,China every day.');
  });

  test('keeps the route of a hash router', () => {
    expect(textFragmentLink('https://news.example/#/a/1', { start: 0, end: long.length }, long)).toBe(
      'https://news.example/#/a/1:~:text=South%20Korea%20must,China%20every%20day.',
    );
  });

  test('hands on nothing that tells who the reader is', () => {
    const mailed = 'https://news.example/a?x=1&user_id=77&utm_medium=email';
    expect(textFragmentLink(mailed, { start: 0, end: long.length }, long)).toBe(
      'https://news.example/a?x=1#:~:text=South%20Korea%20must,China%20every%20day.',
    );
  });

  test('takes more where three words stand earlier on the page', () => {
    expect(link(long, `South Korea must wait. ${long} After.`)).toBe(
      'South Korea must weigh,with China every day.',
    );
  });

  test('writes out a short sentence', () => {
    expect(link('Nobody asked Seoul.', 'One. Nobody asked Seoul. Two.')).toBe('Nobody asked Seoul.');
  });

  test('adds what stands before or after where the whole sentence stands twice', () => {
    const page = 'He spoke first today. No comment. Then she spoke. No comment. The end came.';
    expect(link('No comment.', page, 0)).toBe('No comment.');
    expect(link('No comment.', page, 1)).toBe('Then she spoke.-,No comment.');
  });

  test('escapes hyphens, commas and ampersands, and drops the address’s own fragment', () => {
    const quote = 'Two-way trade, arms & ships.';
    const result = textFragmentLink(URL_, { start: 4, end: 4 + quote.length }, `One ${quote} Two`);
    expect(result).toBe('https://news.example/a?x=1#:~:text=Two%2Dway%20trade%2C%20arms%20%26%20ships.');
  });

  test('writes half a character as the page would be sent with', () => {
    const quote = 'Nobody \ud83d asked Seoul.';
    expect(textFragmentLink(URL_, { start: 0, end: quote.length }, quote)).toContain('%EF%BF%BD');
  });

  test('reads over line breaks', () => {
    const quote = 'South Korea\n   must weigh the alliance with Washington against trade.';
    expect(link(quote, `${quote} After`)).toBe('South Korea must,Washington against trade.');
  });
});
