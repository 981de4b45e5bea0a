import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../engine/en/sentences';

const cut = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

/** Each case is the list of sentences; joined by one space they must be cut at the same places again. */
const cases: Record<string, string[]> = {
  'two plain sentences': ['Seoul waited.', 'Beijing did not.'],
  'U.S. before a name': ['The U.S. Secretary of State met U.S. Forces Korea.', 'Nothing came of it.'],
  'U.S. at the end': ['Korea leans on the U.S.', 'The trade is elsewhere.'],
  titles: ['Gen. Lee told Sen. Kim that Dr. Park of St. Mary had left.', 'Mr. Choi stayed.'],
  initials: ['George W. Bush met him.', 'J. Bennett Lee was there.'],
  numbers: ['It was No. 2 of the list at 1.5 percent.', 'On Oct. 3 it rose.'],
  'a quoted question, attributed': ['“Why now?” the minister asked.', '“Because,” he said.'],
  'a quoted question by a named speaker': ['"Whose side?" Mr. Kim asked.', 'Nobody answered.'],
  'a quotation over two sentences': ['“We will not choose.', 'We do not have to,” he said.'],
  dateline: ['SEOUL, April 2 (Wire) - The ministry said no.', 'It said so twice.'],
  'lower-case after an ellipsis': ['Well... we shall see.', 'Or not.'],
  hours: ['They met at 9 a.m. in Seoul and at 5 p.m. Tuesday in Busan.', 'Talks go on.'],
  companies: ['Lotte Co. and Hyundai Motor Co. lost sales.', 'Others gained.'],
  'brackets around': ['(It had been warned.)', 'It went ahead.'],
  'transcript turns': ['MR. PRICE: We do not ask anyone to choose.', 'Q: But do you?'],
};

describe('sentencesOf', () => {
  for (const [name, sentences] of Object.entries(cases)) {
    it(name, () => expect(cut(sentences.join(' '))).toEqual(sentences));
  }

  it('ends a sentence at a line break, as between headline, list items and captions', () => {
    expect(cut('Seoul walks a line\nThe first item\r\nThe second.  It goes on.')).toEqual([
      'Seoul walks a line',
      'The first item',
      'The second.',
      'It goes on.',
    ]);
  });

  it('leaves the number of a list or heading and the letter of an answer with what they stand before', () => {
    const lines = [
      '3. Minister Cho said so.',
      'II. The view from Beijing',
      'Q. Is that all?',
      'A. It is. The rest is known.',
    ];
    expect(cut(lines.join('\n'))).toEqual([...lines.slice(0, 3), 'A. It is.', 'The rest is known.']);
    expect(cut('The year was 2017. It ended badly.')).toHaveLength(2);
  });

  it('parts sentences behind the number of a note', () => {
    const noted = ['The pact has lasted since.1', 'It goes on for years.12', 'No.2 of 3.5 Percent.'];
    expect(cut(noted.join(' '))).toEqual(noted);
  });

  it('parts sentences that lost the space between them', () => {
    expect(cut('They signed the deal.The ministry was glad.')).toEqual([
      'They signed the deal.',
      'The ministry was glad.',
    ]);
  });

  it('loses and doubles nothing, whatever the text', () => {
    const word = fc.constantFrom(
      'U.S.',
      'Gen.',
      'Seoul',
      '“No',
      'way?”',
      'said.',
      '...',
      '\n',
      'a.m.',
      '서울은',
      '😀',
      '"',
      ')',
      'No.',
      '2',
      'x',
      '\u2028',
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(word).map((w) => w.join(' ')),
    );
    fc.assert(
      fc.property(text, (t) => {
        let at = 0;
        for (const { start, end } of sentencesOf(t)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(t.slice(at, start).trim()).toBe('');
          at = end;
        }
        expect(t.slice(at).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
