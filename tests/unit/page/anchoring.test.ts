import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Target } from '../../../annotations/types';
import { anchor } from '../../../page/anchoring/anchor';
import { fold, sourceSpan } from '../../../page/anchoring/fold';
import { describe as describeSpan } from '../../../page/anchoring/selectors';

const PAGE = [
  'Seoul weighs its words between two powers',
  'South Korea’s foreign minister said on Friday that the alliance with the United States remains the foundation of the country’s security.',
  'China, its largest trading partner, has urged Seoul not to join what it calls a small clique.',
  'Officials declined to comment. Analysts expect that the next government will be asked again.',
  'Trade fell by four percent in the third quarter, the customs office said. Officials declined to comment.',
].join('\n\n');

/** The target of a quote as it stands in a text. */
function target(quote: string, text = PAGE, from = 0): Target {
  const start = text.indexOf(quote, from);
  if (start < 0) throw new Error(`not in the text: ${quote}`);
  return describeSpan({ start, end: start + quote.length }, text, []);
}

/** What an anchor leads to, for the tables below. */
function found(target: Target, text: string) {
  const { state, reason, span } = anchor(target, text);
  return { state, ...(reason && { reason }), ...(span && { text: text.slice(span.start, span.end) }) };
}

const CHINA = 'China, its largest trading partner, has urged Seoul not to join what it calls a small clique.';
const MINISTER = PAGE.split('\n\n')[1] ?? '';

describe('an unchanged quote', () => {
  test('is found where it was', () => {
    expect(found(target(CHINA), PAGE)).toEqual({ state: 'anchored', text: CHINA });
  });

  const cases: [name: string, change: (page: string) => string, expected: string][] = [
    ['moved by text before it', (page) => `Breaking news. Sign in. ${page}`, CHINA],
    ['moved to the end', (page) => `${page.replace(CHINA, '')} ${CHINA}`, CHINA],
    [
      'other line breaks',
      (page) => page.replace('partner, has', 'partner,\n   has'),
      CHINA.replace('partner, has', 'partner,\n   has'),
    ],
    [
      'a line break element that left no blank',
      (page) => page.replace('partner, has', 'partner,has'),
      CHINA.replace('partner, has', 'partner,has'),
    ],
    ['no-break spaces', (page) => page.replaceAll(' ', '\u00a0'), CHINA.replaceAll(' ', '\u00a0')],
    [
      'soft hyphens',
      (page) => page.replace('trading', 'tra\u00adding'),
      CHINA.replace('trading', 'tra\u00adding'),
    ],
    [
      'zero-width spaces',
      (page) => page.replace('trading', 'tra\u200bding'),
      CHINA.replace('trading', 'tra\u200bding'),
    ],
    ['capitals', (page) => page.replace(CHINA, CHINA.toUpperCase()), CHINA.toUpperCase()],
  ];
  test.each(cases)('%s', (_, change, expected) => {
    expect(found(target(CHINA), change(PAGE))).toEqual({ state: 'anchored', text: expected });
  });

  test.each([
    [
      'plain quotes for typographic ones',
      '“We won’t choose — ever,” he said in Seoul on Friday.',
      '"We won\'t choose - ever," he said in Seoul on Friday.',
    ],
    ['a ligature', 'The official ﬁled a ﬂat denial in Seoul.', 'The official filed a flat denial in Seoul.'],
    [
      'combining characters',
      'The café in Seoul where the envoys met was closed.',
      'The cafe\u0301 in Seoul where the envoys met was closed.',
    ],
    [
      'surrogate pairs',
      'Flags \u{1F1F0}\u{1F1F7} and \u{1F1FA}\u{1F1F8} flew over the ministry in Seoul.',
      'Flags \u{1F1F0}\u{1F1F7}\u{00a0}and \u{1F1FA}\u{1F1F8} flew over the ministry in Seoul.',
    ],
  ])('%s', (_, stored, today) => {
    const before = `Some words before. ${stored} And some words after it.`;
    const after = `Other things. Some words before. ${today} And some words after it.`;
    expect(found(target(stored, before), after)).toEqual({ state: 'anchored', text: today });
  });
});

describe('a quote that stands more than once', () => {
  const short = 'Officials declined to comment.';
  const second = PAGE.lastIndexOf(short);

  test('is told apart by its surroundings', () => {
    const changed = `A note. ${PAGE}`;
    const { span, state } = anchor(target(short, PAGE, second), changed);
    expect({ state, start: span?.start }).toEqual({ state: 'anchored', start: changed.lastIndexOf(short) });
  });

  test('is uncertain where the surroundings are the same', () => {
    const twice = 'Same before it. The same sentence stands here twice. Same after it. ';
    const page = twice.repeat(6);
    const stored = target('The same sentence stands here twice.', page, twice.length * 2);
    expect(anchor(stored, page).state).toBe('anchored');
    expect(anchor(stored, `Moved. ${page}`)).toMatchObject({ state: 'uncertain', reason: 'ambiguous' });
  });
});

describe('a quote that is too short to be believed alone', () => {
  test('is uncertain without its surroundings and anchored with them', () => {
    const stored = target('a small clique', PAGE);
    expect(found(stored, 'Nothing else here but a small clique of men.')).toMatchObject({
      state: 'uncertain',
      reason: 'too-short',
    });
    expect(found(stored, `Moved. ${PAGE}`)).toEqual({ state: 'anchored', text: 'a small clique' });
  });

  test('is never searched for in other words', () => {
    expect(found(target('small clique'), PAGE.replace('small clique', 'little group'))).toEqual({
      state: 'orphaned',
      reason: 'text-gone',
    });
  });
});

describe('a changed quote', () => {
  const cases: [name: string, change: (page: string) => string, words: string][] = [
    ['a typing error mended', (page) => page.replace('minister', 'minster'), 'minster'],
    ['a word replaced', (page) => page.replace('foundation', 'bedrock'), 'bedrock'],
    [
      'words put in',
      (page) => page.replace('remains the', 'remains, as it has been for decades, the'),
      'for decades',
    ],
    ['its last word replaced', (page) => page.replace('security.', 'defence.'), 'defence.'],
    [
      'its first words replaced',
      (page) => page.replace('South Korea’s foreign minister', 'Seoul’s top envoy'),
      'Seoul’s top envoy',
    ],
  ];
  test.each(cases)('%s', (_, change, words) => {
    const page = change(PAGE);
    const result = found(target(MINISTER), page);
    expect(result.state).toBe('anchored');
    expect(result.text).toContain(words);
    expect(page.split('\n\n')[1]).toBe(result.text);
  });

  test('is orphaned where its text is gone', () => {
    expect(found(target(CHINA), PAGE.replace(CHINA, ''))).toEqual({ state: 'orphaned', reason: 'text-gone' });
  });

  test('never lands on a lookalike: another sentence with half its words', () => {
    const lookalike =
      'Japan, its largest trading partner, has urged Hanoi never to buy what some call a cheap copy.';
    for (const page of [`${PAGE.replace(CHINA, '')}\n\n${lookalike}`, PAGE.replace(CHINA, lookalike)]) {
      expect(anchor(target(CHINA), page).state).not.toBe('anchored');
    }
  });

  test('never lands on what shares no more than its articles', () => {
    const quote = 'The President returned to the Chair of the House.';
    const before = 'The bell rang twice in the old hall.';
    const after = 'Nobody had noticed him leave it.';
    const page = `${before} ${quote} ${after}`;
    const start = page.indexOf(quote);
    const stored = describeSpan({ start, end: start + quote.length }, page, []);
    const changed = `${before} The Speaker called to the members of the Board. ${after}`;
    expect(anchor(stored, changed).state).not.toBe('anchored');
  });

  test('is uncertain where a copy stands elsewhere and the original was edited', () => {
    const page = `${PAGE.replace('foundation', 'bedrock')}\n\nRead also\n\n${MINISTER}\n\nOther news of the day`;
    expect(page).toContain('bedrock');
    expect(anchor(target(MINISTER), page)).toMatchObject({ state: 'uncertain', reason: 'ambiguous' });
  });

  test('is uncertain among sentences made by rote, where it was deleted', () => {
    const prices = ['Samil', 'Hansung', 'Mirae', 'Daewon'].map(
      (name, i) => `Shares of ${name} fell ${i + 2} percent to ${i + 3}5,300 won in Seoul on Monday.`,
    );
    const page = prices.join('\n\n');
    const quote = prices[1] ?? '';
    const start = page.indexOf(quote);
    const stored = describeSpan({ start, end: start + quote.length }, page, []);
    expect(anchor(stored, page).state).toBe('anchored');
    expect(anchor(stored, page.replace(`${quote}\n\n`, '')).state).not.toBe('anchored');
  });

  test('says so when time ran out', () => {
    const page = PAGE.replace('foundation', 'bedrock');
    expect(anchor(target(MINISTER), page, { deadline: 0, now: () => 1 })).toEqual({
      state: 'orphaned',
      reason: 'gave-up',
    });
  });
});

test('an empty quote is orphaned, in an empty page too', () => {
  const empty = {
    ...target(CHINA),
    quote: { type: 'TextQuoteSelector', exact: ' ', prefix: '', suffix: '' },
  } as const;
  expect(anchor(empty, PAGE)).toEqual({ state: 'orphaned', reason: 'too-short' });
  expect(anchor(target(CHINA), '')).toEqual({ state: 'orphaned', reason: 'text-gone' });
});

describe('properties', () => {
  const words = fc
    .array(
      fc.constantFrom(
        'Seoul',
        'a',
        'Washington',
        '“trade”',
        'ﬁrm',
        '中国',
        '정부',
        '\u{1F600}',
        'e\u0301',
        'soft\u00adhyphen',
        '\u00a0',
        '\n',
      ),
      { minLength: 12, maxLength: 80 },
    )
    .map((list) => list.join(' '));

  test('every span of a text is found again in that text, exactly', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        const quote = text.slice(start, end);
        if (quote.trim() === '' || /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(quote)) return;
        const result = anchor(describeSpan({ start, end }, text, []), text);
        expect(result).toEqual({ state: 'anchored', span: { start, end } });
      }),
    );
  });

  test('folding leads back to the source: every folded stretch folds to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat(), fc.nat(), (text, a, b) => {
        const folded = fold(text);
        expect(folded.wordStarts.length).toBe(folded.wordEnds.length);
        if (folded.text.length === 0) return;
        const start = a % folded.text.length;
        const end = start + 1 + (b % (folded.text.length - start));
        const span = sourceSpan(folded, start, end);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(fold(text.slice(span.start, span.end)).text).toContain(folded.text.slice(start, end));
      }),
    );
  });
});
