import { describe, expect, it } from 'vitest';
import { fingerprintOf, resemblance, SHARED_TEXT } from '../../../annotations/fingerprint';
import { pick, randomOf } from '../../../scripts/random';

/** Stock phrases that any two articles on the topic share, strung together with words of their own. */
const PHRASES = [
  'the united states and south korea',
  'the two allies',
  'a senior official said on condition of anonymity',
  'according to the foreign ministry',
  'the deployment of the missile defence system',
  'told reporters in seoul',
  'its largest trading partner',
  'north korea’s nuclear programme',
  'the government in beijing',
  'at a time of growing rivalry',
  'the alliance remains ironclad',
  'on the sidelines of the summit',
];
const WORDS =
  'tariff chip envoy navy patrol budget visit export plant border factory leader poll vote shift radar cargo treaty pact talks deal limit curb market price growth risk plan step warning order ship base troop drill budget trade tour film ban ministry spokesman analyst professor paper editorial column crisis strain thaw'.split(
    ' ',
  );

function article(seed: number, length = 500): string[] {
  const next = randomOf(seed);
  const words: string[] = [];
  while (words.length < length)
    words.push(...(next() < 0.2 ? pick(PHRASES, next).split(' ') : [pick(WORDS, next)]));
  return words;
}

function edited(words: readonly string[], share: number, seed: number): string[] {
  const next = randomOf(seed);
  return words.map((word) => (next() < share ? `edit${Math.floor(next() * 1000)}` : word));
}
const print = (words: readonly string[]) => fingerprintOf(words.join(' '));
const shareText = (a: string, b: string) => resemblance(a, b) >= SHARED_TEXT;

describe('fingerprint', () => {
  it('is the same for the same words, whatever the typesetting', () => {
    const words = article(1).join(' ');
    expect(fingerprintOf(words)).toMatch(/^[0-9a-f]{128}$/);
    expect(fingerprintOf(words.toUpperCase().replaceAll(' ', ' \n'))).toBe(fingerprintOf(words));
  });

  it('is empty for a teaser, and then like nothing', () => {
    expect(fingerprintOf('Subscribe to read this article.')).toBe('');
    expect(resemblance('', '')).toBe(0);
  });

  it('keeps its identity through small edits, growth and cuts: 40 texts', () => {
    for (let seed = 0; seed < 40; seed++) {
      const words = article(seed);
      const was = print(words);
      expect(shareText(was, print(edited(words, 0.1, seed)))).toBe(true);
      expect(shareText(was, print([...article(1000 + seed, 200), ...words]))).toBe(true);
      expect(shareText(was, print(words.slice(0, 350)))).toBe(true);
    }
  });

  it('tells two articles on one topic apart: 40 × 39 pairs, with a wide margin', () => {
    const prints = Array.from({ length: 40 }, (_, seed) => print(article(seed)));
    const alike = prints.flatMap((a, i) => prints.slice(i + 1).map((b) => resemblance(a, b)));
    expect(alike).toHaveLength(780);
    expect(Math.max(...alike)).toBeLessThan(SHARED_TEXT * 0.75);
  });

  it('works where words are not set apart', () => {
    const korean =
      '한국은 미국과 중국 사이에서 균형을 유지해야 하는 외교적 과제를 안고 있다. '.repeat(1) +
      '정부는 동맹을 강화하면서도 최대 교역국과의 관계를 해치지 않겠다고 밝혔다. 전문가들은 선택의 순간이 다가오고 있다고 말한다. 그러나 서두를 필요는 없다는 의견도 있다.';
    const chinese =
      '韩国必须在美国和中国之间保持平衡，这是其外交的核心课题。政府表示将在加强同盟的同时，不损害与最大贸易伙伴的关系。专家认为选择的时刻正在临近，但也有人认为没有必要急于作出决定，因为两国之间仍有合作的空间。';
    expect(fingerprintOf(korean)).not.toBe('');
    expect(shareText(fingerprintOf(korean), fingerprintOf(korean.replace('동맹을', '관계를')))).toBe(true);
    expect(shareText(fingerprintOf(chinese), fingerprintOf(chinese.replace('核心', '首要')))).toBe(true);
    expect(shareText(fingerprintOf(korean), fingerprintOf(chinese))).toBe(false);
  });
});
