import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import './fake-browser';
import type { AnnotationFilter } from '../../../annotations/filter';
import type { Listed } from '../../../annotations/listed';
import { NEWEST_FIRST, ORDERS, sortingOf } from '../../../annotations/order';
import { ANCHOR_STATES, type Annotation, VERDICTS } from '../../../annotations/types';
import { STANCES } from '../../../engine/types';
import { arguments_ } from '../../../essays/catalogue';
import { samples } from '../../preview/samples';

const { hashOf, isPlain, PLAIN, SCREENS, viewOfHash } = await import('../../../components/library-view');
const { rowsOf, stepFrom } = await import('../../../components/library/rows');
const { changesAnything } = await import('../../../components/exchange/Outcome');
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
      publishedFrom: day.map((time) => time.slice(0, 10)),
      publishedTo: day.map((time) => time.slice(0, 10)),
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
        fc.constantFrom(...ORDERS),
        fc.option(text),
        (screen, of, asked, order, id) => {
          const view = { screen, of, filter: asked, order, id };
          expect(viewOfHash(hashOf(view))).toEqual(view);
        },
      ),
    );
  });

  test('passes over what it doesn’t know', () => {
    expect(
      viewOfHash(
        '#essay=other&stance=shouts&argument=kelly/none&verdict=found&id=7&screen=x&of=y&from=z&sure=300&order=random',
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
    const rows = rowsOf([...samples].reverse(), NEWEST_FIRST);
    expect(rows.map((row) => (row.kind === 'article' ? row.page.title : row.annotation.id))).toEqual([
      'Seoul weighs its reply as Beijing objects to new interceptors',
      ...samples.slice(0, 6).map(({ id }) => id),
      'The ally next door',
      ...samples.slice(6).map(({ id }) => id),
    ]);
  });

  test('stay where they are when a note is written', () => {
    const before = rowsOf(samples, NEWEST_FIRST);
    const edited = samples.map((one, i) =>
      i === 7 ? { ...one, modified: '2030-01-01T00:00:00.000Z' } : one,
    );
    const ids = (rows: typeof before) =>
      rows.map((row) => (row.kind === 'claim' ? row.annotation.id : row.page.key));
    expect(ids(rowsOf(edited, NEWEST_FIRST))).toEqual(ids(before));
  });

  test('an article stands where the claim added last puts it, under the title it had then', () => {
    const again = samples.map((one, i) =>
      i === 7 ? { ...one, created: '2030-01-01T00:00:00.000Z', page: { ...one.page, title: 'Anew' } } : one,
    );
    expect(rowsOf(again, NEWEST_FIRST)[0]).toMatchObject({
      kind: 'article',
      count: 3,
      page: { title: 'Anew' },
    });
  });

  /** What the list reads like: titles, and claims by their numbers. */
  const read = (order: (typeof ORDERS)[number], list: readonly Listed[], language = 'en') =>
    rowsOf(list, sortingOf(order, language)).map((row) =>
      row.kind === 'article' ? row.page.title : row.annotation.id,
    );
  const claim = (
    id: string,
    over: Partial<Listed> & {
      readonly title?: string;
      readonly outlet?: string;
      readonly published?: string;
    },
  ) => {
    const { title = 'A', outlet = 'O', published = '', ...rest } = over;
    const [sample] = samples as [Annotation, ...Annotation[]];
    return {
      ...sample,
      correction: null,
      verdict: 'found' as const,
      ...rest,
      id,
      page: { ...sample.page, key: title, title, outlet, published },
    };
  };
  const sure = (confidence: number) => ({
    matches: [{ argument: 'kelly/no-looming-choice', stance: 'echoes', confidence }] as const,
  });

  test.each([
    ['newest', 'en', ['Zwei', 'Ähre', '“Apfel”', '']],
    ['oldest', 'en', ['', '“Apfel”', 'Ähre', 'Zwei']],
    ['published', 'en', ['', '“Apfel”', 'Ähre', 'Zwei']],
    ['published-oldest', 'en', ['Ähre', '“Apfel”', '', 'Zwei']],
    // What has no title, no outlet or no date comes last.
    ['title', 'en', ['Ähre', '“Apfel”', 'Zwei', '']],
    ['title', 'sv', ['“Apfel”', 'Zwei', 'Ähre', '']],
    ['outlet', 'en', ['Zwei', '“Apfel”', '', 'Ähre']],
  ] as const)('can stand by %s, collated as in “%s”', (order, language, titles) => {
    const list = [
      claim('1', {
        title: '',
        outlet: 'Post 10',
        published: '2026-01-09T08:00+09:00',
        created: '2026-01-01',
      }),
      claim('2', { title: '“Apfel”', outlet: 'Post 9', published: '2026-01-02', created: '2026-01-02' }),
      claim('3', { title: 'Ähre', outlet: '', published: '2025-12-31', created: '2026-01-03' }),
      claim('4', { title: 'Zwei', outlet: 'Post 9', created: '2026-01-04' }),
    ];
    const articles = (of: readonly string[]) => of.filter((one) => !/^\d$/.test(one));
    expect(articles(read(order, list, language))).toEqual(titles);
  });

  test('can be claims alone by the engine’s confidence, the reader’s own last, unmoved by a correction', () => {
    const list = [
      claim('own', { verdict: 'added', ...sure(1) }),
      claim('fair', {
        title: 'B',
        ...sure(0.6),
        correction: { argument: 'kelly/no-looming-choice', stance: 'relates' },
      }),
      claim('weak', sure(0.3)),
      claim('sure', sure(0.9)),
      claim('newer', { ...sure(0.3), created: '2030-01-01' }),
    ];
    expect(read('surest', list)).toEqual(['sure', 'fair', 'newer', 'weak', 'own']);
    expect(read('least-sure', list)).toEqual(['newer', 'weak', 'fair', 'sure', 'own']);
    const rows = rowsOf(list, sortingOf('least-sure', 'en'));
    expect(rows.map((row) => row.kind === 'claim' && row.isAlone && row.place)).toEqual([1, 2, 3, 4, 5]);
    expect(stepFrom(rows, 'weak', 1)).toBe('fair');
  });

  test('a step leads to the neighbour, and stops at the ends', () => {
    const rows = rowsOf(samples, NEWEST_FIRST);
    const id = (i: number) => samples[i]?.id ?? '';
    expect(stepFrom(rows, null, 1)).toBe(id(0));
    expect(stepFrom(rows, id(5), 1)).toBe(id(6));
    expect(stepFrom(rows, id(0), -1)).toBe(id(0));
    expect(stepFrom(rows, id(8), 1)).toBe(id(8));
    expect(stepFrom([], 'gone', 1)).toBeNull();
  });
});

test('a file with nothing new but notes or deletions can be taken, one without cannot', () => {
  const outcome = { added: 0, updated: 0, unchanged: 3, notes: 0, views: 0, deletions: 0, errors: [] };
  expect(changesAnything(outcome)).toBe(false);
  for (const what of ['added', 'updated', 'notes', 'deletions'])
    expect(changesAnything({ ...outcome, [what]: 1 })).toBe(true);
});

test.each([
  ['example.org', 'example.org'],
  ['  https://www.Example.org/a/b?c ', 'example.org'],
  ['http://news.example.org:8080', 'news.example.org'],
  ['*.example.org', 'example.org'],
  ['www.example.org.', 'example.org'],
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
