import { describe, expect, test } from 'vitest';
import './fake-browser';
import type { ArgumentId } from '../../../essays/types';
import { annotation, samples } from '../../preview/samples';

const { tallyOf } = await import('../../../components/popup/tally');
const { summaryOf } = await import('../../../components/popup/summary');
const { endOfDay } = await import('../../../components/popup/PopupFooter');

const settings = { threshold: 0.5, mutedArguments: [] };
const page = samples.slice(0, 6);

describe('the tally of a page', () => {
  test('counts what is shown, and says what is not', () => {
    const tally = tallyOf(page, settings);
    expect(tally.visible).toHaveLength(5);
    expect(tally.stances).toEqual({ echoes: 3, challenges: 1, relates: 1 });
    expect(tally.arguments[0]).toMatchObject({ argument: 'kelly/no-looming-choice', count: 2 });
  });

  test('everything on the page is shown, dismissed, muted or below the threshold', () => {
    const all = [...page, { ...page[0], id: 'no', verdict: 'dismissed' } as (typeof page)[number]];
    const tally = tallyOf(all, { threshold: 0.7, mutedArguments: ['diplomat/gradual-decoupling'] });
    expect(tally.muted).toBe(1);
    expect(tally.mutedArguments).toEqual(['diplomat/gradual-decoupling']);
    expect(tally.dismissed.map(({ id }) => id)).toEqual(['no']);
    expect(tally.belowThreshold).toBe(2);
    const onPage = all.filter(({ anchor }) => anchor.state !== 'orphaned').length;
    expect(tally.visible.length + tally.muted + tally.dismissed.length + tally.belowThreshold).toBe(onPage);
  });

  test('the reader’s correction is what counts', () => {
    const [one] = samples.slice(8);
    if (!one) throw new Error('the samples have a corrected claim');
    expect(tallyOf([one], settings).arguments).toEqual([
      {
        argument: 'kelly/only-marginal-shift',
        essay: 'kelly',
        count: 1,
        stances: { echoes: 0, challenges: 0, relates: 1 },
      },
    ]);
  });
});

describe('the summary', () => {
  const summary = (list: Parameters<typeof tallyOf>[0]) => summaryOf(tallyOf(list, settings));

  test('says how many, of which essay, what most, what against', () => {
    expect(summary(page)).toEqual([
      '5 claims on this page bear on the essays.',
      'The Diplomat accounts for 2 of them; Kelly, CGTN, for 3.',
      'Met most often: “There is no looming choice” (1 echo and 1 challenge).',
      'Without taking a side it bears on “US bases limit any drift”.',
    ]);
  });

  test('one claim of an essay is said as well as several', () => {
    const [first, , third] = page;
    expect(summary([first, first, third].flatMap((one) => one ?? []))[1]).toBe(
      'The Diplomat accounts for 2 of them; Kelly, CGTN, for 1.',
    );
  });

  test('of one claim it makes no “most”', () => {
    expect(summary(page.slice(0, 1))).toEqual([
      'One claim on this page bears on the essays.',
      'The argument it meets: “Beijing warns Seoul off US defence plans” (1 echo).',
      'Nothing here challenges either essay.',
    ]);
  });

  test('of claims on as many arguments it names none before the others', () => {
    expect(summary(page.slice(0, 2))).toEqual([
      '2 claims on this page bear on the essays.',
      'All of them concern The Diplomat.',
      'They meet 2 arguments, each of them once.',
      'Nothing here challenges either essay.',
    ]);
  });

  test('names what is challenged where that is another argument', () => {
    const challenge = annotation('No hinge at all.', [
      ['kelly/courted-by-both', 'challenges', 0.8, ['No hinge']],
    ]);
    const last = (...claims: (typeof challenge | undefined)[]) =>
      summary(claims.flatMap((one) => one ?? [])).at(-1);
    expect(last(page[0], page[0], challenge)).toBe(
      'Challenged: “The hinge that both powers court (reported view)”.',
    );
    expect(last(page[0], page[0], page[0], page[3], challenge, challenge)).toBe(
      'Challenged most: “The hinge that both powers court (reported view)”.',
    );
  });

  test('of several met or challenged as often it names all, or none where they are many', () => {
    const challenging = (...ids: ArgumentId[]) =>
      summary(ids.map((id) => annotation('No.', [[id, 'challenges', 0.8, ['No']]]))).slice(2);
    const [bases, hinge] = ['kelly/bases-limit-drift', 'kelly/courted-by-both'] as const;
    expect(challenging(bases, hinge, bases, hinge)).toEqual([
      'Met most often: “US bases limit any drift” (2 challenges) and “The hinge that both powers court (reported view)” (2 challenges).',
    ]);
    expect(challenging(bases, hinge).at(-1)).toBe(
      'Challenged: “US bases limit any drift” and “The hinge that both powers court (reported view)”.',
    );
    expect(challenging(bases, hinge, 'kelly/expulsion-test', 'kelly/rare-formal-ally')).toEqual([
      'They meet 4 arguments, each of them once.',
    ]);
  });

  test('names what is related without a side, too, where it is not named already', () => {
    const met = (...links: [ArgumentId, 'relates' | 'echoes'][]) =>
      summary(links.map(([id, stance]) => annotation('So.', [[id, stance, 0.8, ['So']]]))).slice(2);
    const [bases, test] = ['kelly/bases-limit-drift', 'kelly/expulsion-test'] as const;
    expect(met([bases, 'echoes'], [bases, 'echoes'], [test, 'relates'])).toEqual([
      'Met most often: “US bases limit any drift” (2 echoes).',
      'Nothing here challenges either essay.',
      'Without taking a side it bears on “The test: asking the troops to leave”.',
    ]);
    expect(met([bases, 'relates'], [bases, 'relates']).join()).not.toContain('side');
  });

  test('is silent where nothing is shown', () => {
    expect(summary([])).toEqual([]);
  });
});

test('today ends at midnight by the reader’s clock, also in the night the clocks change', () => {
  const end = endOfDay(new Date(2026, 9, 25, 1, 30));
  expect([end.getFullYear(), end.getMonth(), end.getDate(), end.getHours()]).toEqual([2026, 9, 26, 0]);
});
