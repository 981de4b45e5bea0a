import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queryTerms, termsOf } from '../../../services/search/search-terms';
import { annotation, match, page, target } from '../annotations/samples';
import { openSearch } from './search-stage';

const labels = {
  'kelly/treaty-ally-locked-in': 'The treaty locks Korea in with America',
  'diplomat/india-model': 'India shows both can be kept',
};
const list = [
  annotation({ id: 'en', note: 'Compare the chip waiver.', tags: ['trade war'] }),
  annotation({
    id: 'ko',
    target: target('한국은 미국과 중국 사이에서 균형을 잡으려 한다.'),
    page: { ...page, title: '서울의 선택', outlet: '보기일보' },
    matches: [match({ argument: 'diplomat/india-model' })],
  }),
  annotation({ id: 'zh', target: target('韩国不愿在中美之间选边站。'), page: { ...page, title: '半岛' } }),
  annotation({
    id: 'fr',
    target: target('Le café de l’Élysée n’a rien dit.'),
    page: { ...page, title: 'X' },
  }),
];
const index = openSearch(labels);
beforeAll(() => index.put(list));
afterAll(() => index.end());
const ids = list.map(({ id }) => id);

describe('search', () => {
  it.each([
    ['claim', 'minister', ['en']],
    ['note', 'waiver', ['en']],
    ['tag', 'trade', ['en']],
    ['title', '半岛', ['zh']],
    ['outlet', '보기일보', ['ko']],
    ['label of the argument', 'india', ['ko']],
    ['the beginning of a word', 'minist', ['en']],
    ['a letter wrong', 'ministar', ['en']],
    ['two words, of which the last is not whole', 'chip wai', ['en']],
    ['words that are not all there', 'chip zebra', []],
    ['another case, and no accents', 'CAFE elysee', ['fr']],
    ['Korean within a word', '미국과 중국', ['ko']],
    ['one Korean syllable', '균', ['ko']],
    ['a Korean syllable that is still being typed', '균형ㅇ', ['ko']],
    ['Chinese within a sentence', '中美之间', ['zh']],
    ['Chinese that stands apart', '韩美', []],
    ['Chinese and Latin together', '半岛 seoul', []],
  ])('finds by %s', async (_, typed, found) => {
    expect(await index.among(ids, typed)).toEqual(found);
  });

  it('asks nothing of blanks and signs', async () => {
    for (const typed of ['', '  ', '…', 'ㅎ']) expect(await index.ask(typed)).toBeNull();
  });

  it('follows changes and removals, also after a thousand of them', async () => {
    const changing = openSearch(labels);
    for (let i = 0; i < 2500; i++) void changing.put([annotation({ id: 'a', note: `v ${i}` })]);
    void changing.put([annotation({ id: 'b', note: 'verse' })]);
    const among = (typed: string) => changing.among(['a', 'b', 'none'], typed);
    expect(await among('2499')).toEqual(['a']);
    expect(await among('2498')).toEqual([]);
    expect(await among('v')).toEqual(['a', 'b']);
    await changing.remove(['a', 'none']);
    expect(await among('vers')).toEqual(['b']);
    expect(changing.size()).toBe(1);
    await changing.put([annotation({ id: 'a', note: 'verbatim' })]);
    expect(await among('verb')).toEqual(['a']);
    changing.end();
  });

  it('finds every text by any of its own words, whatever the script', async () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(texts, async (notes) => {
        const own = openSearch();
        await own.put(notes.map((note, i) => annotation({ id: String(i), note })));
        for (const [i, note] of notes.entries())
          for (const term of termsOf(note))
            if (queryTerms(term).length) expect((await own.ask(term))?.(String(i))).toBe(true);
        own.end();
      }),
    );
  });

  it('takes Korean and Chinese by twos, other words whole', () => {
    expect(termsOf('THAAD 배치 中美 2016')).toEqual(['thaad', '배치', '치', '中美', '美', '2016']);
    expect(queryTerms('배치')).toEqual(['배치']);
    expect(queryTerms('배')).toEqual(['배']);
  });
});
