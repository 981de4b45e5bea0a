import { afterEach, expect, it } from 'vitest';
import { countsOf, withGaps } from '../../../annotations/counts';
import { annotation, match, page } from './samples';

const list = [
  annotation({ id: '1' }),
  annotation({ id: '2', matches: [match({ stance: 'challenges' })], page: { ...page, outlet: 'Other' } }),
  annotation({ id: '3', correction: { argument: 'diplomat/india-model', stance: 'relates' } }),
  annotation({ id: '4', verdict: 'dismissed' }),
  annotation({ id: '5', page: { ...page, published: '' }, created: '2025-12-31T00:00:00.000Z' }),
];

it('counts what is shown, by argument, outlet and month', () => {
  const counts = countsOf(list);
  expect(counts.total).toBe(4);
  expect(counts.stances).toEqual({ echoes: 2, challenges: 1, relates: 1 });
  expect(counts.byArgument.get('kelly/treaty-ally-locked-in')).toMatchObject({ total: 3 });
  expect(counts.byArgument.get('diplomat/india-model')).toMatchObject({ stances: { relates: 1 } });
  expect(counts.byOutlet.map(({ key, total }) => [key, total])).toEqual([
    ['Example News', 3],
    ['Other', 1],
  ]);
  expect(counts.byMonth.map(({ key, total }) => [key, total])).toEqual([
    ['2025-12', 1],
    ['2026-02', 3],
  ]);
  expect(counts.cells.get('Other')?.get('kelly/treaty-ally-locked-in')).toBe(1);
});

const { TZ } = process.env;
afterEach(() => {
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});

it('counts in the month of the day that filters and lists know an article by', () => {
  process.env.TZ = 'Asia/Seoul';
  const evening = '2026-02-28T23:30:00.000Z';
  const monthsOf = (over: Parameters<typeof annotation>[0]) =>
    countsOf([annotation(over)]).byMonth.map(({ key }) => key);
  expect(monthsOf({ page: { ...page, published: evening } })).toEqual(['2026-03']);
  expect(monthsOf({ page: { ...page, published: '2026-02-28T23:30:00-05:00' } })).toEqual(['2026-02']);
  expect(monthsOf({ page: { ...page, published: '' }, created: evening })).toEqual(['2026-03']);
});

it('fills the months between, across the turn of a year, no further back than asked', () => {
  const { byMonth } = countsOf(list);
  expect(withGaps(byMonth).map(({ key, total }) => [key, total])).toEqual([
    ['2025-12', 1],
    ['2026-01', 0],
    ['2026-02', 3],
  ]);
  expect(withGaps(byMonth, 2).map(({ key }) => key)).toEqual(['2026-01', '2026-02']);
  expect(withGaps([])).toEqual([]);
});
