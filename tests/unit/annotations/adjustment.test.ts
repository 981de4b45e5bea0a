import { describe, expect, it } from 'vitest';
import {
  adjusted,
  adjustMatches,
  adjustmentOf,
  judgementsOf,
  leastFor,
  ownConfidence,
} from '../../../annotations/adjustment';
import type { Annotation } from '../../../annotations/types';
import { annotation, LATER, match, NOW } from './samples';

const argument = 'kelly/treaty-ally-locked-in';
const judged = (verdict: Annotation['verdict'], over: Partial<Annotation> = {}) =>
  annotation({ verdict, touched: { verdict: NOW }, matches: [match({ confidence: 0.6 })], ...over });
const times = (n: number, a: Annotation) => Array.from({ length: n }, () => a);
const shiftOf = (list: readonly Annotation[]) => adjustmentOf(judgementsOf(list)).get(argument)?.shift ?? 0;

describe('the adjustment', () => {
  it('lifts what is confirmed, lowers what is dismissed, and leaves other arguments alone', () => {
    const up = shiftOf(times(10, judged('confirmed')));
    const down = shiftOf(times(10, judged('dismissed')));
    expect(adjusted(0.6, up)).toBeGreaterThan(0.7);
    expect(adjusted(0.6, down)).toBeLessThan(0.4);
    expect(adjustmentOf(judgementsOf([judged('confirmed')])).size).toBe(1);
  });

  it('moves little by few verdicts, more by many, and never to certainty', () => {
    const shifts = [1, 5, 20, 1000].map((n) => shiftOf(times(n, judged('confirmed'))));
    expect(shifts).toEqual([...shifts].sort((a, b) => a - b));
    expect(adjusted(0.6, shifts[0] ?? 0)).toBeLessThan(0.65);
    expect(adjusted(0.6, shifts[3] ?? 0)).toBeLessThan(0.9);
  });

  it('is none where the engine was right as often as it said', () => {
    const list = [...times(60, judged('confirmed')), ...times(40, judged('dismissed'))];
    expect(Math.abs(shiftOf(list))).toBeLessThan(0.01);
  });

  it('counts a correction to another argument against the engine, one of the stance alone not', () => {
    const elsewhere = { correction: { argument: 'diplomat/india-model', stance: 'echoes' } } as const;
    expect(judgementsOf([judged('confirmed', elsewhere)])).toMatchObject([{ argument, isRight: false }]);
    const stance = { correction: { argument, stance: 'challenges' } } as const;
    expect(judgementsOf([judged('confirmed', stance)])).toMatchObject([{ isRight: true }]);
  });

  it('takes no account of the reader’s own claims, of what is not judged, or of what is to be forgotten', () => {
    const list = [judged('added'), judged('found'), judged('confirmed', { matches: [] })];
    expect(judgementsOf(list)).toEqual([]);
    expect(judgementsOf([judged('confirmed')], { [argument]: LATER })).toEqual([]);
    expect(judgementsOf([judged('confirmed')], { [argument]: NOW })).toHaveLength(1);
  });

  it('learns from the engine’s own confidence, not from its own effect', () => {
    const again = judged('confirmed', { matches: [match({ confidence: 0.9, engineConfidence: 0.6 })] });
    expect(shiftOf(times(10, again))).toBe(shiftOf(times(10, judged('confirmed'))));
  });

  it('asks the engine for as much as it could lift over the threshold', () => {
    const adjustment = adjustmentOf(judgementsOf(times(10, judged('confirmed'))));
    const least = leastFor(0.5, adjustment);
    const [lifted] = adjustMatches([match({ confidence: least + 1e-9 })], adjustment, 0.5);
    expect(lifted?.confidence).toBeGreaterThanOrEqual(0.5);
    expect(leastFor(0.5, new Map())).toBe(0.5);
    const lowering = adjustmentOf(judgementsOf(times(10, judged('dismissed'))));
    expect(leastFor(0.5, lowering)).toBe(0.5);
  });

  it('reorders matches, keeps the engine’s word beside its own, and drops only what neither lets pass', () => {
    const adjustment = adjustmentOf(judgementsOf(times(10, judged('dismissed'))));
    const other = match({ argument: 'diplomat/india-model', confidence: 0.55 });
    const low = match({ argument: 'diplomat/india-wedge', confidence: 0.4 });
    const result = adjustMatches([match({ confidence: 0.6 }), other, low], adjustment, 0.5);
    expect(result.map((one) => one.argument)).toEqual(['diplomat/india-model', argument]);
    expect(result[0]).toBe(other);
    expect(result.map(ownConfidence)).toEqual([0.55, 0.6]);
    expect(result[1]?.confidence).toBeLessThan(0.5);
  });
});
