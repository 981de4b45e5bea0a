/** Text nobody would write: what breaks segmenters, parsers and regular expressions. */
import { pick, type Random } from '../random';

/** Pieces that mean something to one parser or another, and pieces that mean nothing to any. */
const ATOMS = [
  'Seoul',
  'Washington',
  'Beijing',
  'South Korea',
  'the United States',
  'China',
  'U.S.',
  'Gen.',
  'No. 2',
  'a.',
  'A.',
  'Mr. Kim said',
  'joined',
  'urged',
  'not',
  'alliance',
  'Quad',
  'THAAD',
  'India',
  'Moscow',
  'the ally',
  '“',
  '”',
  '‘',
  '’',
  '"',
  "'",
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '<',
  '>',
  '&amp;',
  '&#0;',
  '</script>',
  '<!--',
  ']]>',
  '`',
  '\\',
  '\\u0000',
  '\0',
  '\u200b',
  '\u200d',
  '\u00ad',
  '\u202e',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\ufffd',
  '\ud800',
  '\udc00',
  '😀',
  '👨‍👩‍👧',
  'é',
  'e\u0301',
  'ﬁ',
  'İ',
  'ß',
  '한국',
  '中国',
  '日本',
  'العربية',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '  ',
  '\u00a0',
  '\u3000',
  '.',
  '..',
  '...',
  '…',
  '?',
  '!',
  '?!',
  ',',
  ';',
  ':',
  '-',
  '–',
  '—',
  '_',
  '*',
  '**',
  '#',
  '|',
  '=',
  '=1+1',
  '+1',
  '@SUM(A1)',
  '0',
  '-0',
  '1e999',
  'NaN',
  'null',
  'undefined',
  'true',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'javascript:',
  'data:text/html,',
  'https://',
  'http://[',
  '//',
  '/..',
  '%',
  '%00',
  '%E0%A4',
  '#:~:text=',
  '?utm_source=',
  '&',
  '\u{e0001}',
];

const times = (most: number, random: Random) => Math.floor(random() * (most + 1));

/** Up to `most` pieces; now and then one piece very often, which is what a regular expression stumbles over. */
export function hostileText(random: Random, most = 40): string {
  const joined = (pieces: readonly string[]) => pieces.join(pick(['', ' ', '. ', '\n'], random));
  if (random() < 0.08) {
    const unit = joined(Array.from({ length: 1 + times(2, random) }, () => pick(ATOMS, random)));
    return unit.repeat(times(2_000, random)) + pick(ATOMS, random);
  }
  return joined(Array.from({ length: times(most, random) }, () => pick(ATOMS, random)));
}

/** A text with pieces cut, doubled, exchanged or replaced by hostile ones. */
export function mangled(text: string, random: Random): string {
  let now = text;
  for (let left = 1 + times(6, random); left > 0; left--) {
    const at = times(now.length, random);
    const to = Math.min(now.length, at + times(60, random));
    const piece = now.slice(at, to);
    const instead = pick(['', piece + piece, pick(ATOMS, random), hostileText(random, 5)], random);
    now = now.slice(0, at) + instead + now.slice(to);
  }
  return now;
}

/** Any value JSON can carry, and a few it can't. */
export function hostileValue(random: Random, depth = 0): unknown {
  const kind = random();
  if (depth < 4 && kind < 0.15)
    return Array.from({ length: times(4, random) }, () => hostileValue(random, depth + 1));
  if (depth < 4 && kind < 0.35)
    return Object.fromEntries(
      Array.from({ length: times(4, random) }, () => [
        hostileText(random, 2),
        hostileValue(random, depth + 1),
      ]),
    );
  const values: readonly unknown[] = [
    hostileText(random, 6),
    '',
    0,
    -0,
    -1,
    0.5,
    2 ** 53,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e308,
    true,
    false,
    null,
    undefined,
    [],
    {},
  ];
  return values[Math.floor(random() * values.length)];
}

/** A value of ours with parts of it replaced, taken away or added. The original is left as it is. */
export function mangledValue(value: unknown, random: Random, rate = 0.08): unknown {
  if (random() < rate) return hostileValue(random);
  if (typeof value === 'string' && random() < rate) return mangled(value, random);
  if (Array.isArray(value)) {
    const list = value.filter(() => random() > rate / 4).map((one) => mangledValue(one, random, rate));
    return random() < rate ? [...list, ...list, hostileValue(random)] : list;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(() => random() > rate / 4)
    .map(([key, inner]): [string, unknown] => [key, mangledValue(inner, random, rate)]);
  if (random() < rate)
    entries.push([pick(['__proto__', 'constructor', 'toString', ...ATOMS], random), hostileValue(random)]);
  return Object.fromEntries(entries);
}
