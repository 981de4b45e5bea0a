import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import './fake-browser';
import type { AnnotationFilter } from '../../../annotations/filter';
import { VERDICTS } from '../../../annotations/types';
import { STANCES } from '../../../engine/types';
import { arguments_ } from '../../../essays/catalogue';
import { samples } from '../../preview/samples';

const { ANCHOR_STATES, hashOf, isPlain, PLAIN, SCREENS, viewOfHash } = await import(
  '../../../components/library/filter-hash'
);
const { rowsOf, stepFrom } = await import('../../../components/library/rows');
const { changesAnything } = await import('../../../components/library/Outcome');
const { siteTyped } = await import('../../../components/options/Sites');
const { tagsTyped, withTags } = await import('../../../components/Tags');
const { searchArguments } = await import('../../../components/ArgumentChooser');

describe('the filter in the address', () => {
  const some = <T>(values: readonly T[]) =>
    fc.subarray([...values], { minLength: 1 }) as fc.Arbitrary<readonly T[]>;
  const text = fc.string({ minLength: 1, unit: 'grapheme' });
  const day = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(n * 86_400_000).toISOString());
  const filter: fc.Arbitrary<AnnotationFilter> = fc.record(
    {
      essay: fc.constantFrom('diplomat' as const, 'kelly' as const),
      arguments: some(arguments_.map(({ id }) => id)),
      stances: some(STANCES),
      verdicts: some(VERDICTS),
      anchors: some(ANCHOR_STATES),
      tags: fc.array(text, { minLength: 1, maxLength: 3 }),
      outlets: fc.array(fc.oneof(text, fc.constant('')), { minLength: 1, maxLength: 3 }),
      text,
      pageKey: text,
      mine: fc.constant(true as const),
      from: day,
      to: day,
      confidence: fc.integer({ min: 1, max: 100 }).map((n) => n / 100),
    },
    { requiredKeys: [] },
  );

  test('leads back to the same view', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SCREENS),
        fc.option(fc.constantFrom(...arguments_.map(({ id }) => id))),
        filter,
        fc.option(text),
        (screen, of, asked, id) => {
          const view = { screen, of, filter: asked, id };
          expect(viewOfHash(hashOf(view))).toEqual(view);
        },
      ),
    );
  });

  test('passes over what it doesn’t know', () => {
    expect(
      viewOfHash(
        '#essay=other&stance=shouts&argument=kelly/none&verdict=found&id=7&screen=x&of=y&from=z&sure=300',
      ),
    ).toEqual({
      ...PLAIN,
      filter: { verdicts: ['found'] },
      id: '7',
    });
  });

  test('a plain view has none', () => {
    expect(hashOf(PLAIN)).toBe('');
    expect(isPlain({})).toBe(true);
    expect(isPlain({ stances: ['echoes'] })).toBe(false);
  });
});

describe('the rows', () => {
  test('are articles, newest first, each with its claims in the order of the text', () => {
    const rows = rowsOf([...samples].reverse());
    expect(rows.map((row) => (row.kind === 'article' ? row.page.title : row.annotation.id))).toEqual([
      'Seoul weighs its reply as Beijing objects to new interceptors',
      ...samples.slice(0, 6).map(({ id }) => id),
      'The ally next door',
      ...samples.slice(6).map(({ id }) => id),
    ]);
  });

  test('stay where they are when a note is written', () => {
    const before = rowsOf(samples);
    const edited = samples.map((one, i) =>
      i === 7 ? { ...one, modified: '2030-01-01T00:00:00.000Z' } : one,
    );
    const ids = (rows: typeof before) =>
      rows.map((row) => (row.kind === 'claim' ? row.annotation.id : row.page.key));
    expect(ids(rowsOf(edited))).toEqual(ids(before));
  });

  test('an article stands where the claim added last puts it, under the title it had then', () => {
    const again = samples.map((one, i) =>
      i === 7 ? { ...one, created: '2030-01-01T00:00:00.000Z', page: { ...one.page, title: 'Anew' } } : one,
    );
    expect(rowsOf(again)[0]).toMatchObject({ kind: 'article', count: 3, page: { title: 'Anew' } });
  });

  test('a step leads to the neighbour, and stops at the ends', () => {
    const rows = rowsOf(samples);
    const id = (i: number) => samples[i]?.id ?? '';
    expect(stepFrom(rows, null, 1)).toBe(id(0));
    expect(stepFrom(rows, id(5), 1)).toBe(id(6));
    expect(stepFrom(rows, id(0), -1)).toBe(id(0));
    expect(stepFrom(rows, id(8), 1)).toBe(id(8));
    expect(stepFrom([], 'gone', 1)).toBeNull();
  });
});

test('a file with nothing new but notes can be taken, one without cannot', () => {
  const outcome = { added: 0, updated: 0, unchanged: 3, notes: 0, errors: [] };
  expect(changesAnything(outcome)).toBe(false);
  for (const what of ['added', 'updated', 'notes'])
    expect(changesAnything({ ...outcome, [what]: 1 })).toBe(true);
});

test.each([
  ['example.org', 'example.org'],
  ['  https://www.Example.org/a/b?c ', 'example.org'],
  ['http://news.example.org:8080', 'news.example.org'],
  ['*.example.org', 'example.org'],
  ['https://*.news.example.org/*', 'news.example.org'],
  ['example', null],
  ['*.org', null],
  ['www.org', null],
  ['news.*.org', null],
  ['two words.org', null],
  ['javascript:alert(1)', null],
  ['', null],
])('a site typed as %j', (typed, site) => {
  expect(siteTyped(typed)).toBe(site);
});

test.each([
  [['a'], ' b  c ', ['a', 'b c']],
  [['a'], 'a', ['a']],
  [['a'], '   ', ['a']],
  [['a'], 'b, a,c，d', ['a', 'b', 'c', 'd']],
])('%j with the tag %j', (tags, typed, expected) => {
  expect(withTags(tags, tagsTyped(typed))).toEqual(expected);
});

test('arguments are found by words of label and thesis, in any case', () => {
  expect(searchArguments('QUAD contain')).toEqual(['kelly/not-containing-china']);
  expect(searchArguments('')).toHaveLength(28);
  expect(searchArguments('zebra')).toEqual([]);
});
