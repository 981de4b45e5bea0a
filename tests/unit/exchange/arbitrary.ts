/** Any annotation at all, for property tests: hostile strings, every state a record can be in. */
import fc from 'fast-check';
import type { PageNote } from '../../../annotations/notes';
import type { Annotation, Page } from '../../../annotations/types';
import { VERDICTS } from '../../../annotations/types';
import { STANCES } from '../../../engine/types';
import { arguments_ } from '../../../essays/catalogue';

/** Strings that break careless formats: quotes, line breaks, right-to-left, surrogates (also halves), formulas, tags. */
export const hostile = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '=cmd',
        '"',
        "'",
        '\n',
        '\r\n',
        '\u2028',
        '\u202e',
        '😀',
        '\ud83d',
        '</script>',
        '---',
        '^id',
        ',',
        ';',
        '\\',
        '[[',
        '한국',
        '\u0000',
        '\t',
        '%%',
        '{{',
        '@',
        '}',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

/** Texts a format must take for text: formulas, marks, the ends of things. */
export const HOSTILE = [
  "=cmd|'/c calc'!A0",
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '=1\n+2',
  '＝1',
  ' =1',
  '"; =1',
  '</script><script>alert(1)</script>',
  '---\nkey: value',
  '# heading',
  '[[link]]',
  '![](https://tracker.example/x.png)',
  '`code`',
  '\u202eright-to-left',
  '😀 \ud83d',
  'a\u0000b',
  '%%comment%%',
];

/** Those a round trip must bring back wherever they stand. */
export const NAMED_STRINGS: readonly (readonly [name: string, text: string])[] = [
  ['quotes', '"\'`“”‘’«»„'],
  ['newlines', 'a\nb\r\nc\rd\u2028e\u2029f\u0085g'],
  ['right-to-left text and its marks', 'עברית العربية \u200f\u202b\u202e\u2066x\u2069'],
  ['surrogate pairs', '😀𝒳👩‍👩‍👧‍👦🇰🇷'],
  ['halves of surrogate pairs', '\ud83d x \ude00 \udfff\ud800'],
  ['a formula', "=cmd|'/c calc'!A0"],
  ['the end of a script', '</script><script>alert(1)</script><!-- ]]>'],
  ['nulls and control characters', '\u0000\u0001\u001b[0m\u007f\ufeff\ufffe'],
  ['a megabyte', '"=😀</script>\n\u202e'.repeat(80_000)],
];

/** An annotation with a text in every place of it that can hold one; of the id, the beginning. */
export function everywhere(text: string): Annotation {
  const samplePage = { key: text, url: text, title: text, authors: [text], outlet: text, published: text };
  return {
    id: text.slice(0, 60),
    page: { ...samplePage, language: text, fingerprint: text },
    target: {
      quote: { type: 'TextQuoteSelector', exact: text, prefix: text, suffix: text },
      position: { type: 'TextPositionSelector', start: 3, end: 3 + text.length },
      paragraph: text,
      headline: text,
    },
    matches: [],
    verdict: 'added',
    correction: null,
    note: text,
    tags: [text],
    engine: text,
    anchor: { state: 'orphaned' },
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    touched: {},
  };
}

const time = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const argument = fc.constantFrom(...arguments_.map(({ id }) => id));
const stance = fc.constantFrom(...STANCES);
const span = fc.tuple(fc.nat(1e6), fc.nat(1e4)).map(([start, length]) => ({ start, end: start + length }));
const unit = fc.double({ min: 0, max: 1, noNaN: true }).map((n) => (n === 0 ? 0 : n));
const nonEmpty = hostile.filter((text) => text !== '');
const optional = <T>(name: string, value: fc.Arbitrary<T>) =>
  fc.option(
    value.map((v) => ({ [name]: v })),
    { nil: {} },
  );

const match = fc
  .record(
    {
      argument,
      stance,
      confidence: unit,
      cues: fc.array(span, { maxLength: 3 }),
      actors: fc.array(fc.string(), { maxLength: 3 }),
      deciding: fc.array(hostile, { maxLength: 3 }),
      stanceWords: fc.array(hostile, { maxLength: 2 }),
      direction: optional(
        'direction',
        fc.record({ from: fc.string(), to: fc.string() }, { noNullPrototype: true }),
      ),
      runnerUp: optional('runnerUp', fc.record({ argument, behind: unit }, { noNullPrototype: true })),
    },
    { noNullPrototype: true },
  )
  .map(({ actors, deciding, stanceWords, direction, runnerUp, ...rest }) => ({
    ...rest,
    why: { actors, ...direction, ...runnerUp, deciding, stanceWords },
  }));

const page: fc.Arbitrary<Page> = fc.record(
  {
    key: nonEmpty,
    url: hostile,
    title: hostile,
    authors: fc.array(hostile, { maxLength: 3 }),
    outlet: hostile,
    published: hostile,
    language: hostile,
    fingerprint: hostile,
  },
  {
    noNullPrototype: true,
    requiredKeys: ['key', 'url', 'title', 'outlet', 'published', 'language', 'fingerprint'],
  },
);

export const anyPageNote: fc.Arbitrary<PageNote> = fc.record(
  { page, text: hostile, modified: time },
  { noNullPrototype: true },
);

export const anyAnnotation = fc
  .record(
    {
      id: fc.uuid(),
      page,
      exact: nonEmpty,
      prefix: hostile,
      suffix: hostile,
      paragraph: hostile,
      headline: hostile,
      position: span,
      matches: fc.array(match, { maxLength: 3 }),
      verdict: fc.constantFrom(...VERDICTS),
      correction: fc.option(fc.record({ argument, stance }, { noNullPrototype: true })),
      note: hostile,
      tags: fc.array(nonEmpty, { maxLength: 4 }),
      engine: hostile,
      state: fc.constantFrom('anchored', 'uncertain', 'orphaned'),
      reason: optional(
        'reason',
        fc.constantFrom('text-gone', 'ambiguous', 'changed', 'too-short', 'gave-up', 'out-of-sight'),
      ),
      span: optional('span', span),
      created: time,
      modified: time,
      touched: fc.record(
        { verdict: time, correction: time, note: time, tags: time, target: time },
        { requiredKeys: [], noNullPrototype: true },
      ),
    },
    { noNullPrototype: true },
  )
  .map(({ exact, prefix, suffix, paragraph, headline, position, state, reason, span: where, ...rest }) => ({
    ...rest,
    target: {
      quote: { type: 'TextQuoteSelector', exact, prefix, suffix },
      position: { type: 'TextPositionSelector', ...position },
      paragraph,
      headline,
    },
    anchor: { state, ...reason, ...where },
  })) as unknown as fc.Arbitrary<Annotation>;
