import { describe, expect, it } from 'vitest';
import { fingerprintOf, resemblance, SHARED_TEXT } from '../../../annotations/fingerprint';
import { isSameArticle } from '../../../annotations/same-article';
import { ownTexts } from '../../../scripts/mutation/own-texts';
import { randomOf } from '../../../scripts/random';

const random = randomOf(3);
const TEXTS = ownTexts('training/examples', random).map(({ paragraphs }) =>
  paragraphs.map((sentences) => sentences.join(' ')),
);
const textAt = (i: number) => TEXTS[i % TEXTS.length] ?? [];

const QUAD = 'Senior U.S. official urges Seoul to join Quad working groups';
const ENVOY = 'Beijing says no third country should meddle in its ties with Seoul';
/** The evening before in UTC. */
const MORNING = '2026-11-17T07:00:00+09:00';

const page = (title: string, published: string, paragraphs: readonly string[]) => ({
  title,
  published,
  outlet: 'The Example Times',
  fingerprint: fingerprintOf([title, ...paragraphs].join('\n\n')),
});
type Known = ReturnType<typeof page>;

const edited = (paragraphs: readonly string[], share: number) =>
  paragraphs.map((text) =>
    text.replace(/\S+/g, (word) => (random() < share ? `edit${Math.floor(random() * 10_000)}` : word)),
  );

/** The share of 48 pairs that are one article. */
function sameOf(pairAt: (text: readonly string[], i: number) => readonly [Known, Known]): number {
  return TEXTS.filter((text, i) => isSameArticle(...pairAt(text, i))).length / TEXTS.length;
}

describe('one article at two addresses', () => {
  const of = (text: readonly string[]) => page(QUAD, MORNING, text);

  it.each<[string, (text: readonly string[], i: number) => Known]>([
    ['a print view without a date', (text) => page(`${QUAD} | The Example Times`, '', text)],
    ['one that gives its time in UTC', (text) => page(ENVOY, '2026-11-16T22:00:00.000Z', text)],
    ['its first half', (text) => page(QUAD, MORNING, text.slice(0, 8))],
    ['one word in ten edited', (text) => page(`(LEAD) ${QUAD}`, MORNING, edited(text, 0.1))],
    [
      'a longer one later that day',
      (text, i) =>
        page(`${QUAD}, envoy says`, '2026-11-17T21:00:00+09:00', [...textAt(i + 1).slice(0, 8), ...text]),
    ],
    ['under another headline', (text) => page(ENVOY, MORNING, edited(text, 0.005))],
    ['printed again on another day', (text) => page(QUAD, '2026-11-19', edited(text, 0.005))],
    [
      'and under less of its headline',
      (text) => page('Seoul to join Quad', '2026-11-19', edited(text, 0.005)),
    ],
  ])('%s', (_, other) => {
    expect(sameOf((text, i) => [of(text), other(text, i)])).toBe(1);
  });
});

describe('two articles of one site', () => {
  it.each([
    ['of two days', MORNING, '2026-11-18T12:00:00+09:00'],
    ['of one day', MORNING, '2026-11-17T16:30:00+09:00'],
    ['of unknown days', '', ''],
  ])('that share three paragraphs of background with two of their own, %s', (_, first, second) => {
    const pairAt = (text: readonly string[], i: number) => {
      const background = textAt(i + 2).slice(0, 3);
      return [
        page(QUAD, first, [...text.slice(0, 2), ...background]),
        page(ENVOY, second, [...textAt(i + 1).slice(0, 2), ...background]),
      ] as const;
    };
    const resemblances = TEXTS.map((text, i) => {
      const [a, b] = pairAt(text, i);
      return resemblance(a.fingerprint, b.fingerprint);
    });
    expect(resemblances.filter((one) => one >= SHARED_TEXT).length).toBeGreaterThan(TEXTS.length / 2);
    expect(sameOf(pairAt)).toBe(0);
  });

  it('of one title that stands over every week’s', () => {
    const weekly = (text: readonly string[], i: number, published: string) =>
      page('The week in Seoul', published, [...text.slice(0, 2), ...textAt(i + 2).slice(0, 3)]);
    expect(
      sameOf((text, i) => [
        weekly(text, i, MORNING),
        { ...weekly(textAt(i + 1), i, '2026-11-24T12:00:00+09:00') },
      ]),
    ).toBe(0);
  });

  it.each([
    [
      'no more in common than the outlet’s name',
      'Quad talks - The Example Times',
      'Chip row - The Example Times',
    ],
    ['half of their words in common', 'Seoul weighs Quad groups', 'Seoul weighs chip curbs'],
    ['no words', '', ''],
  ])('whose titles have %s', (_, first, second) => {
    const background = textAt(2).slice(0, 4);
    const one = page(first, MORNING, [...textAt(0).slice(0, 2), ...background]);
    const other = page(second, MORNING, [...textAt(1).slice(0, 2), ...background]);
    expect(resemblance(one.fingerprint, other.fingerprint)).toBeGreaterThanOrEqual(SHARED_TEXT);
    expect(isSameArticle(one, other)).toBe(false);
  });
});
