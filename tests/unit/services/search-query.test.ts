import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asksNothing } from '../../../services/search/search';
import { queryIn, tagRenamedIn } from '../../../services/search/search-query';
import { annotation, page, target } from '../annotations/samples';
import { openSearch } from './search-stage';

const at = (url: string) => ({ ...page, key: url, url, title: 'A title', outlet: 'An outlet' });
const list = [
  annotation({
    id: 'war',
    target: target('Strategic ambiguity is over, the minister’s aide said.'),
    page: at('https://www.example.org/2026/05/asia/reply?id=7'),
    tags: ['trade war', 'Café'],
  }),
  annotation({
    id: 'trade',
    target: target('An ambiguity, strategic or not, has its price.'),
    page: at('https://news.example.com/2026/04/asia'),
    tags: ['trade', '예산'],
    note: `${'Long. '.repeat(200)}\nSee  the   chip waiver.`,
  }),
  annotation({
    id: 'ko',
    target: target('한국은 미국과 중국 사이에서 균형을 잡으려 한다.'),
    page: at('https://example.co.kr/asia/1'),
  }),
  annotation({ id: 'pasted', target: target('A strategic partnership: tag: nothing.'), page: at('') }),
];
const index = openSearch();
beforeAll(() => index.put(list));
afterAll(() => index.end());

describe('a query', () => {
  it.each([
    ['a tag by its beginning', 'tag:trade', ['war', 'trade']],
    ['a tag that is still being typed', 'tag:tra', ['war', 'trade']],
    ['a tag of two words', 'tag:"trade war"', ['war']],
    ['a tag of two words, of which the second is being typed', 'tag:"trade w', ['war']],
    ['a tag in another case', 'Tag:CAFÉ', ['war']],
    ['a tag as a Korean keyboard types it', 'tag：예산', ['trade']],
    ['two tags, both of which must be there', 'tag:trade tag:caf', ['war']],
    ['a tag and a word', 'tag:trade price', ['trade']],
    ['a tag and a word with a letter wrong', 'tag:trade ministar', ['war']],
    ['a tag that nothing has', 'tag:zebra', []],
    ['no middle of a tag', 'tag:war', []],
    ['a site', 'site:example.org', ['war']],
    ['a site with what stands around it', 'site:https://www.example.org/news', ['war']],
    ['a site by a part of it', 'site:example.co', ['trade', 'ko']],
    ['no site by the rest of an address', 'site:asia', []],
    ['a part of an address', 'url:2026/05', ['war']],
    ['a whole address', 'url:https://news.example.com/2026/04/asia', ['trade']],
    ['site and address', 'site:example url:asia', ['war', 'trade', 'ko']],
    ['an exact phrase', '"strategic ambiguity"', ['war']],
    ['the words, where the phrase is not closed yet', '"strategic ambiguity', ['war', 'trade']],
    ['a phrase in curly quotation marks', '“Strategic Ambiguity”', ['war']],
    ['whole words of a phrase only', '"strategic part"', []],
    ['a phrase with another apostrophe', '"the minister\'s aide"', ['war']],
    ['a phrase late in a long note, however spaced', '"see the chip waiver"', ['trade']],
    [
      'a phrase in letters taken apart, as macOS has them in names of files',
      '"균형을 잡"'.normalize('NFD'),
      ['ko'],
    ],
    ['a phrase with signs of patterns', '"said."', ['war']],
    ['a Korean phrase without its particle', '"중국 사이에서 균형"', ['ko']],
    ['a phrase and a tag', '"its price" tag:trade', ['trade']],
    ['a phrase in a tag', '"trade war"', ['war']],
    ['an unknown operator as text', 'strategic:partnership', ['pasted']],
    ['an operator in quotation marks as text', '"tag: nothing"', ['pasted']],
  ])('finds %s', async (_, typed, found) => {
    const ids = list.map(({ id }) => id);
    expect(await index.among(ids, typed)).toEqual(found);
  });

  it.each(['tag:', 'site:  ', 'tag:"', 'url:""', '""', '"…"'])('asks nothing by %s', async (typed) => {
    expect(asksNothing(typed)).toBe(true);
    expect(await index.ask(typed)).toBeNull();
  });

  it('is read whatever is typed, and without an operator has all that is typed as its words', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'tagsiteurl:："“”「」 \n(*+\\한x'.split('')) });
    fc.assert(
      fc.property(typed, (text) => {
        const { words, holds } = queryIn(text);
        holds?.({ own: [text], shared: [], tags: [text], url: text });
        const isPlain = !/["“”「」:：]/.test(text);
        if (isPlain) expect([words, holds]).toEqual([text.split(/\s+/).filter(Boolean).join(' '), null]);
      }),
    );
  });
});

describe('what is typed when a tag is renamed', () => {
  it.each([
    ['tag:trade', 'chips', 'tag:chips'],
    [
      '“chip war” Tag：TRADE tag:"trade" site:a.example',
      'trade war',
      '“chip war” tag:"trade war" tag:"trade war" site:a.example',
    ],
    // By its beginning, as a word, within another value, and as what is no operator.
    [
      'tag:tra trade url:trade "tag:trade" mytag:trade',
      'chips',
      'tag:tra trade url:trade "tag:trade" mytag:trade',
    ],
    ['tag:trade', '5"', 'tag:5"'],
    // A name that no operator can be given.
    ['tag:trade', 'the “other” one', 'tag:trade'],
  ])('%s → %s', (typed, name, now) => {
    expect(tagRenamedIn(typed, 'trade', name)).toBe(now);
  });
});
