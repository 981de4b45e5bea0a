import { describe, expect, it } from 'vitest';
import { pageKeyOf, withoutTracking } from '../../../annotations/address';

const A = 'https://www.news.example/world/2026/02/seoul-weighs-its-allies-again';

/** Addresses of one article: [address, canonical link or null, another address of it, its canonical link]. */
const same: readonly (readonly [string, string | null, string, string | null])[] = [
  [A, null, `${A}#comments`, null],
  [A, null, `${A}/`, null],
  [A, null, A.replace('https', 'http'), null],
  [A, null, A.replace('www.', ''), null],
  [A, null, A.replace('www.', 'WWW.').replace('news', 'News'), null],
  [A, null, `${A}?utm_source=x&utm_medium=social`, null],
  [A, null, `${A}?fbclid=abc`, null],
  [A, null, `${A}?gclid=abc&ref=home`, null],
  [A, null, `${A}?smid=tw-share`, null],
  [A, null, `${A}?cmp=rss&ns_mchannel=social`, null],
  [A, null, `${A}?amp=1`, null],
  [A, null, `${A}?outputType=amp`, null],
  [A, null, `${A}?print=true`, null],
  [A, null, `${A}?view=print`, null],
  [A, null, `${A}/amp`, null],
  [A, null, `${A}/amp/`, null],
  [A, null, `${A}/print`, null],
  [A, null, A.replace('/world', '/amp/world'), null],
  [A, null, A.replace('www.', 'amp.'), null],
  [A, null, A.replace('www.', 'm.'), null],
  [A, null, A.replace('.example', '.example.'), null],
  [A, null, A.replace('.example', '.example..'), null],
  ['https://뉴스.example/a', null, 'https://xn--vg1b002a.example./a', null],
  [A, null, A.replace('www.', 'mobile.'), null],
  [A, null, A.replace('https://www.', 'https://www-news-example.cdn.ampproject.org/c/s/www.'), null],
  [A, null, `https://www.google.com/amp/s/${A.slice(8)}`, null],
  [`${A}.html`, null, `${A}.amp.html`, null],
  [A, null, `${A}.amp`, null],
  [
    'https://a.example/view.php?ud=20260201000123',
    null,
    'http://www.a.example/view.php?ud=20260201000123&utm_source=x',
    null,
  ],
  ['https://a.example/s?id=1&page=2', null, 'https://a.example/s?page=2&id=1', null],
  ['https://a.example/story/index.html', null, 'https://a.example/story/', null],
  ['https://a.example//story/', null, 'https://a.example/story', null],
  [A, null, 'https://www.news.example/a/19283746', A],
  [A, A, 'https://m.news.example/article?no=19283746', A],
  [A, null, `${A}?from=newsletter&nl=today`, A],
  [A, null, A, '/world/2026/02/seoul-weighs-its-allies-again'],
  [A, null, A, 'https://news.example/'],
  [A, null, A, 'https://news.example/world/'],
  [A, null, A, 'https://news.example/world/2026/'],
  [A, null, A, 'https://evil.example/world/2026/02/seoul-weighs-its-allies-again'],
  [A, null, A, 'javascript:alert(1)'],
  [A, null, A, 'https://['],
  [A, null, A, ''],
  ['https://a.co.kr/v?id=7', null, 'https://a.co.kr/v?id=7', 'https://a.co.kr/v'],
  ['https://a.example/view.php?id=7', null, 'https://a.example/view.php?id=7', 'https://a.example/view.php'],
  ['https://a.example/news/talks', null, 'https://a.example/news/talks', 'https://a.example/news'],
  ['https://a.co.kr/2026/0001234', null, 'https://a.co.kr/2026/0001234', 'https://b.co.kr/2026/0001234'],
  [
    'https://edition.news.example/a-b-c-d-e',
    null,
    'https://www.news.example/x/12345',
    'https://edition.news.example/a-b-c-d-e',
  ],
  ['file:///tmp/saved.html', null, 'file:///tmp/saved.html#top', 'https://news.example/x-y-z-1-2'],
  ['https://a.example:8443/x', null, 'https://a.example:8443/x?utm_term=1', null],
  // Routes of a hash router are paths; other fragments are places.
  ['https://a.example/app#/article/1', null, 'https://www.a.example/app/#/article/1/', null],
  ['https://a.example/app#/article/1', null, 'https://a.example/app#/article/1?utm_source=x&fbclid=y', null],
  ['https://a.example/app#!/article?b=2&a=1', null, 'https://a.example/app#!/article?a=1&b=2', null],
  ['https://a.example/app#/article/1', null, 'https://a.example/app#/article/1:~:text=Seoul', null],
  ['https://a.example/app#/article/1', null, 'https://a.example/app#/article/1', 'https://a.example/app'],
  ['https://a.example/#/article/1', null, 'https://a.example/#/article/1', 'https://a.example/'],
  ['https://a.example/?v=2#/talks', null, 'https://a.example/?v=2#/talks', 'https://a.example/?v=2'],
  ['https://a.example/app', null, 'https://a.example/app#/', null],
  ['https://a.example/app', null, 'https://a.example/app#!', null],
  ['https://a.example/app', null, 'https://a.example/app#//', null],
  ['https://a.example/app', null, 'https://a.example/app#:~:text=/a', null],
  // What the canonical link names is an article, if not by a number or words: by a long token, a query or a route alone.
  [
    'https://a.example/TokenOfThirtyLettersAndNoDigit',
    null,
    'https://a.example/x/12345',
    'https://a.example/TokenOfThirtyLettersAndNoDigit',
  ],
  ['https://a.example/?p=7', null, 'https://a.example/seoul-weighs-its-allies', 'https://a.example/?p=7'],
  ['https://a.example/#/7', null, 'https://a.example/seoul-weighs-its-allies', 'https://a.example/#/7'],
  ['https://a.example/app#/7', null, 'https://a.example/app#/read/7', 'https://a.example/app#/7'],
  // A picture of the article.
  [A, A, `${A}#/photo/3`, A],
];

/** Addresses of different articles. */
const different: readonly (readonly [string, string | null, string, string | null])[] = [
  // Not of one site, though both hosts end in a dot.
  [
    'https://a.example./story-of-the-day-1',
    'https://b.example./story-of-the-day',
    'https://b.example./story-of-the-day',
    null,
  ],
  ['https://a.example/app#/article/1', null, 'https://a.example/app#/article/2', null],
  ['https://a.example/#/article/1', null, 'https://a.example/#/article/2', null],
  ['https://a.example/#!/article/1', null, 'https://a.example/#!/article/2', null],
  ['https://a.example/app#/view?id=1', null, 'https://a.example/app#/view?id=2', null],
  [
    'https://a.example/app/#/article/1',
    'https://a.example/app/',
    'https://a.example/app/#/article/2',
    'https://a.example/app/',
  ],
  [
    'https://a.example/#/article/1',
    'https://a.example/',
    'https://a.example/#/article/2',
    'https://a.example/',
  ],
  [A, null, A.replace('again', 'anew'), null],
  ['https://a.example/view.php?ud=1', null, 'https://a.example/view.php?ud=2', null],
  [
    'https://a.example/article?id=1',
    'https://a.example/article',
    'https://a.example/article?id=2',
    'https://a.example/article',
  ],
  [A, 'https://news.example/', A.replace('again', 'anew'), 'https://news.example/'],
  [A, 'https://news.example/world', A.replace('again', 'anew'), 'https://news.example/world'],
  ['https://a.co.kr/2026/0001234', null, 'https://b.co.kr/2026/0001234', 'https://a.co.kr/2026/0001234'],
  ['https://a.example/2026/02/01/talks', null, 'https://a.example/2026/02/02/talks', null],
  ['https://a.example/story?page=1', null, 'https://a.example/story?page=2', null],
  ['https://a.example/x', null, 'https://a.example:8443/x', null],
  ['https://a.example/amphibious-exercise-held', null, 'https://a.example/hibious-exercise-held', null],
  ['https://m.example/x', null, 'https://example/x', null],
  ['https://a.example/print-media-in-korea', null, 'https://a.example/media-in-korea', null],
  ['https://a.example/Story', null, 'https://a.example/story', null],
  [A, null, 'https://another.example/world/2026/02/seoul-weighs-its-allies-again', A],
  ['https://one.blogs.example/post-1-2-3-4', null, 'https://two.blogs.example/post-1-2-3-4', null],
  ['file:///a.html', null, 'file:///b.html', null],
  ['https://www.google.com/amp/s/a.example/x', null, 'https://www.google.com/amp/s/b.example/x', null],
  ['https://en.a.example/x-1234', null, 'https://kr.a.example/x-1234', null],
];

describe('pageKeyOf', () => {
  it.each(same)('%s (%s) is the article of %s (%s)', (a, canonicalA, b, canonicalB) => {
    expect(pageKeyOf(b, canonicalB)).toBe(pageKeyOf(a, canonicalA));
  });

  it.each(different)('%s (%s) is another than %s (%s)', (a, canonicalA, b, canonicalB) => {
    expect(pageKeyOf(b, canonicalB)).not.toBe(pageKeyOf(a, canonicalA));
  });

  it.each([...same, ...different])('the key of %s (%s) is its own canonical link', (a, canonical) => {
    const key = pageKeyOf(a, canonical);
    expect(pageKeyOf(a, key)).toBe(key);
    expect(pageKeyOf(key, null)).toBe(key);
  });

  it('believes no canonical link of a length no address has, also where only its escapes make it that long', () => {
    for (const link of [`/${'a-'.repeat(2_001)}`, `/${'가-'.repeat(1_000)}`])
      expect(pageKeyOf(A, link)).toBe(pageKeyOf(A));
  });

  it('says what is wrong with what is no address', () => {
    expect(() => pageKeyOf('not an address')).toThrow(TypeError);
  });
});

describe('an address that is handed on', () => {
  it.each([
    ['https://news.example/a?id=7&user_id=1234&regi_id=99&utm_medium=email', 'https://news.example/a?id=7'],
    ['https://news.example/a?UTM_Source=x#part-2', 'https://news.example/a#part-2'],
    [
      'https://news.example/?msclkid=1&p=Seoul%20weighs+it&fbclid=2',
      'https://news.example/?p=Seoul%20weighs+it',
    ],
    ['https://news.example/a?mc_eid=1#/route?utm_id=2', 'https://news.example/a#/route?utm_id=2'],
  ])('%s tells of no reader', (address, kept) => {
    expect(withoutTracking(address)).toBe(kept);
  });

  it.each([
    'https://news.example/a',
    'https://news.example/a?',
    'https://news.example/a?&b=&=c&b',
    'https://news.example/a?unlocked_article_code=x&source=wire',
    'https://news.example/a?x=utm_source=y',
    'file:///tmp/saved.html',
    'no address',
  ])('%s stays as it is', (address) => {
    expect(withoutTracking(address)).toBe(address);
  });
});
