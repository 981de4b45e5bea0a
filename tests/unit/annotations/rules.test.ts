import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { withField } from '../../../annotations/edit';
import { type AnnotationFilter, matchesFilter } from '../../../annotations/filter';
import { listedOf } from '../../../annotations/listed';
import { merge, unite } from '../../../annotations/merge';
import { quoteHash } from '../../../annotations/quote-hash';
import { annotationSchema, timeSchema } from '../../../annotations/schemas';
import { isVisible, linksOf, otherMatches, shownMatch, shownOf } from '../../../annotations/shown';
import { sortedJson } from '../../../annotations/sorted-json';
import { isTouched } from '../../../annotations/touched';
import type { Annotation } from '../../../annotations/types';
import { timeOr } from '../../../exchange/foreign';
import { annotation, LATER, match, NOW, page, target } from './samples';

describe('shownOf', () => {
  const a = annotation({
    matches: [match({ confidence: 0.6 }), match({ argument: 'kelly/bases-limit-drift' })],
  });
  it('is the first match, from the threshold on', () => {
    expect(shownOf(a, 0.6)).toEqual({
      argument: 'kelly/treaty-ally-locked-in',
      stance: 'echoes',
      confidence: 0.6,
    });
    expect(shownOf(a, 0.61)).toBeNull();
  });
  it('is the reader’s correction, whatever the threshold', () => {
    const corrected = withField(
      a,
      'correction',
      { argument: 'diplomat/china-pressure', stance: 'relates' },
      NOW,
    );
    expect(shownOf(corrected, 0.99)).toEqual({
      argument: 'diplomat/china-pressure',
      stance: 'relates',
      confidence: 1,
    });
    expect(linksOf(corrected)).toHaveLength(1);
  });
  it('stays for what the reader touched', () => {
    const noted = withField(a, 'note', 'x', NOW);
    expect(shownOf(noted, 0.99)).toEqual(shownOf(a));
    expect(shownOf(listedOf(noted), 0.99)).toEqual(shownOf(a));
  });
  it('has one match of the engine’s, or none, and leaves the others beside it', () => {
    const [first, second] = a.matches;
    expect([shownMatch(a), otherMatches(a)]).toEqual([first, [second]]);
    const to = (argument: 'kelly/bases-limit-drift' | 'diplomat/china-pressure') =>
      withField(a, 'correction', { argument, stance: 'relates' }, NOW);
    const known = to('kelly/bases-limit-drift');
    expect([shownMatch(known), otherMatches(known)]).toEqual([second, [first]]);
    const unknown = to('diplomat/china-pressure');
    expect([shownMatch(unknown), otherMatches(unknown)]).toEqual([undefined, [first, second]]);
  });
  it('is null without a match', () => expect(shownOf(annotation({ matches: [] }))).toBeNull());
  it('does not make dismissed or muted annotations visible', () => {
    const settings = { threshold: 0.5, mutedArguments: [] };
    expect(isVisible(a, settings)).toBe(true);
    expect(isVisible({ ...a, verdict: 'dismissed' }, settings)).toBe(false);
    expect(isVisible(a, { ...settings, mutedArguments: ['kelly/treaty-ally-locked-in'] })).toBe(false);
  });
});

describe('a time', () => {
  it.each([
    '+275760-09-13T00:00:00.000Z',
    '+010000-01-01T00:00:00.000Z',
    '-000001-01-01T00:00:00.000Z',
    'tomorrow',
  ])('%s is refused: it is none, or does not compare as text', (time) => {
    expect(v.safeParse(timeSchema, time).success).toBe(false);
    expect(timeOr(time, NOW)).toBe(NOW);
  });
  it.each(['2026-03-01', '2026-03-01T09:00:00+01:00'])('%s does not compare as text with ours', (time) => {
    expect(v.safeParse(timeSchema, time).success).toBe(false);
    expect(v.safeParse(timeSchema, timeOr(time, NOW)).success).toBe(true);
  });
  it('of the last taken can still be edited', () => {
    const last = '9999-12-31T23:59:59.999Z';
    const written = withField(annotation({ modified: last, touched: { note: last } }), 'note', 'x', NOW);
    expect(v.parse(annotationSchema, written)).toMatchObject({ note: 'x' });
  });
});

describe('withField', () => {
  it('stamps the field and the record', () => {
    const written = withField(annotation(), 'tags', ['x'], LATER);
    expect(written).toMatchObject({ tags: ['x'], touched: { tags: LATER } });
    expect(written.modified >= LATER).toBe(true);
    expect(isTouched(written)).toBe(true);
    expect(isTouched(annotation())).toBe(false);
    expect(isTouched(annotation({ verdict: 'added' }))).toBe(true);
  });
  it('marks no words in another sentence than they were found in', () => {
    const elsewhere = target('Another sentence.');
    expect(withField(annotation(), 'target', elsewhere, NOW).matches).toEqual([match({ cues: [] })]);
    const { target: same, matches } = annotation();
    expect(withField(annotation(), 'target', { ...same, headline: 'x' }, NOW).matches).toEqual(matches);
  });
  it('puts a later word after an earlier one also when the clock was set back', () => {
    const first = withField(annotation(), 'note', 'first', LATER);
    const second = withField(first, 'note', 'second', NOW);
    expect(second.touched.note && first.touched.note && second.touched.note > first.touched.note).toBe(true);
    expect(merge(first, second).note).toBe('second');
    expect(merge(second, first).note).toBe('second');
  });
});

describe('merge', () => {
  it('takes each field as it was written last', () => {
    const base = annotation();
    const here = withField(withField(base, 'note', 'here', LATER), 'verdict', 'confirmed', NOW);
    const there = withField(withField(base, 'note', 'there', NOW), 'verdict', 'dismissed', LATER);
    expect(merge(here, there)).toMatchObject({ note: 'here', verdict: 'dismissed' });
  });

  const time = fc.constantFrom(
    '2026-01-01T00:00:00.000Z',
    '2026-01-02T00:00:00.000Z',
    '2026-01-03T00:00:00.000Z',
  );
  const edits = fc.array(
    fc.oneof(
      fc.record({ field: fc.constant('note' as const), value: fc.string(), at: time }),
      fc.record({
        field: fc.constant('tags' as const),
        value: fc.array(fc.string(), { maxLength: 2 }),
        at: time,
      }),
      fc.record({
        field: fc.constant('verdict' as const),
        value: fc.constantFrom('confirmed', 'dismissed'),
        at: time,
      }),
    ),
    { maxLength: 4 },
  );
  const version = fc
    .tuple(edits, time)
    .map(([list, created]) =>
      list.reduce<Annotation>(
        (a, { field, value, at }) => withField(a, field, value as never, at),
        annotation({ created }),
      ),
    );
  it('gives the same in either order, and nothing new the second time', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        const merged = merge(a, b);
        expect(merge(b, a)).toEqual(merged);
        expect(merge(merged, b)).toEqual(merged);
        expect(merge(a, a)).toEqual(a);
      }),
    );
  });
});

it('sortedJson is one for equal values, whatever the order of keys and however deep', () => {
  const [a, b] = [
    { x: [{ p: 1, q: [2, 1] }], y: null },
    { y: null, x: [{ q: [2, 1], p: 1 }] },
  ];
  expect(sortedJson(a)).toBe(sortedJson(b));
  expect(JSON.parse(sortedJson(a))).toEqual(a);
});

describe('two annotations of one sentence', () => {
  it('keep the notes and tags of both, and are no more the second time', () => {
    const work = withField(withField(annotation(), 'note', 'at work', LATER), 'tags', ['a'], LATER);
    const home = withField(withField(annotation({ id: 'b' }), 'note', 'at home', NOW), 'tags', ['b'], NOW);
    const one = unite(work, withField(home, 'verdict', 'dismissed', LATER), LATER);
    expect(one).toMatchObject({
      id: 'a1',
      note: 'at work\n\nat home',
      tags: ['a', 'b'],
      verdict: 'dismissed',
    });
    expect(unite(one, home, LATER)).toEqual(one);
    expect(merge(one, work)).toEqual(one);
    const emptied = withField(withField(one, 'note', '', LATER), 'tags', [], LATER);
    expect(unite(emptied, home, LATER)).toEqual(emptied);
    expect(unite(home, emptied, LATER)).toMatchObject({ id: 'b', note: 'at home', tags: ['b'] });
  });
});

describe('quoteHash', () => {
  it('is one for one sentence, and keeps no text', () => {
    expect(quoteHash('Seoul’s  “choice”')).toBe(quoteHash('seoul\'s "choice"'));
    expect(quoteHash('Seoul’s al\u00adlies\u200b')).toBe(quoteHash('Seoul’s allies'));
    expect(quoteHash('\u2067Seoul’s\u2069 allies\u200e')).toBe(quoteHash('Seoul’s allies'));
    expect(quoteHash('Seoul')).toMatch(/^[0-9a-f]{16}$/);
  });
  it('does not collide over 50,000 like sentences', () => {
    const hashes = new Set(
      Array.from({ length: 50_000 }, (_, i) => quoteHash(`Seoul bought ${i} missiles from it`)),
    );
    expect(hashes.size).toBe(50_000);
  });
});

describe('matchesFilter', () => {
  const a = annotation({
    // As the page writes it: in UTC, and to many a reader, it is the first of March.
    page: { ...page, published: '2026-02-28T23:30:00-05:00' },
    note: 'Überlegung',
    tags: ['thaad', 'later'],
    matches: [match(), match({ argument: 'diplomat/china-pressure', stance: 'challenges', confidence: 0.4 })],
  });
  const cases: readonly (readonly [string, AnnotationFilter, boolean])[] = [
    ['nothing asked', {}, true],
    ['essay of a match', { essay: 'diplomat' }, true],
    ['argument of a match', { arguments: ['diplomat/china-pressure'] }, true],
    ['published that day', { publishedFrom: '2026-02-28', publishedTo: '2026-02-28' }, true],
    ['published later', { publishedFrom: '2026-03-01' }, false],
    ['published earlier', { publishedTo: '2026-02-27' }, false],
    ['another argument', { arguments: ['kelly/bases-limit-drift'] }, false],
    ['stance towards that essay', { essay: 'kelly', stances: ['challenges'] }, false],
    ['stance towards the other', { essay: 'diplomat', stances: ['challenges'] }, true],
    ['an empty list asks nothing', { stances: [], verdicts: [], tags: [] }, true],
    ['verdict', { verdicts: ['found'] }, true],
    ['another verdict', { verdicts: ['confirmed', 'added'] }, false],
    ['anchor', { anchors: ['orphaned'] }, false],
    ['outlet', { outlets: ['Example News'] }, true],
    ['one of the tags', { tags: ['other', 'thaad'] }, true],
    ['no such tag', { tags: ['tha'] }, false],
    ['page', { pageKey: page.key }, true],
    ['another page', { pageKey: 'x' }, false],
    ['from this time on', { from: NOW }, true],
    ['before this time', { to: NOW }, false],
    ['from a later time on', { from: LATER }, false],
    ['before a later time', { to: LATER }, true],
    ['sure enough', { confidence: 0.8 }, true],
    ['not sure enough', { essay: 'diplomat', confidence: 0.5 }, false],
    ['mine, with a note', { mine: true }, true],
    ['words anywhere, in any case', { text: 'ÜBERLEGUNG  treaty thaad example' }, true],
    ['a word that is nowhere', { text: 'treaty moon' }, false],
  ];
  it('an essay, by that alone', () => {
    expect(matchesFilter(annotation(), { essay: 'kelly' })).toBe(true);
    expect(matchesFilter(annotation(), { essay: 'diplomat' })).toBe(false);
  });

  it.each(cases)('%s, of an annotation and its light form', (_, filter, expected) =>
    expect([a, listedOf(a)].map((one) => matchesFilter(one, filter))).toEqual([expected, expected]),
  );

  it('mine: confirmed, corrected, added or written on, as it stands', () => {
    const plain = annotation();
    const isMine = (one: Annotation) => matchesFilter(one, { mine: true });
    expect(isMine(plain)).toBe(false);
    const mine = [
      withField(plain, 'verdict', 'confirmed', NOW),
      withField(plain, 'correction', { argument: 'diplomat/china-pressure', stance: 'relates' }, NOW),
      withField(plain, 'note', 'x', NOW),
      withField(plain, 'tags', ['x'], NOW),
      annotation({ verdict: 'added' }),
    ];
    expect(mine.map(isMine)).toEqual([true, true, true, true, true]);
    // Touched, and kept for that, but nothing of the reader's to show.
    const others = [
      withField(plain, 'verdict', 'dismissed', NOW),
      withField(withField(plain, 'note', 'x', NOW), 'note', '', LATER),
    ];
    expect(others.map(isTouched)).toEqual([true, true]);
    expect(others.map(isMine)).toEqual([false, false]);
  });
});
