import { describe, expect, it } from 'vitest';
import { precisionOverAll } from '../../../training/average-precision';
import { eceOfChance } from '../../../training/calibration-error';
import type { Gold, Predicted } from '../../../training/gold';
import { figuresOf } from '../../../training/score';

const [PACT, WEDGE] = ['kelly/treaty-ally-locked-in', 'diplomat/wedge-china-dprk'];

const gold = (text: string, ...labels: string[]): Gold => ({
  text,
  matches: labels.map((argument) => ({ argument, stance: 'echoes' })),
});

const said = (...matches: [argument: string, confidence: number][]): Predicted => ({
  matches: matches.map(([argument, confidence]) => ({ argument, confidence, stance: null })),
  ranking: [],
});

describe('the figures', () => {
  const labelled = (text: string, ...matches: Gold['matches']): Gold => ({ text, matches });
  const shown = (ranking: string[], ...matches: Predicted['matches']): Predicted => ({ matches, ranking });

  it('are those one works out by hand', () => {
    const figures = figuresOf(
      [
        labelled('found', { argument: PACT, stance: 'echoes' }),
        labelled('nothing in it'),
        labelled('found second, and turned round', { argument: WEDGE, stance: 'challenges' }),
        labelled('missed', { argument: WEDGE, stance: 'echoes' }),
      ],
      [
        // Said twice, counted once.
        shown(
          [],
          { argument: PACT, stance: 'echoes', confidence: 0.9 },
          { argument: PACT, stance: 'challenges', confidence: 0.8 },
        ),
        shown([WEDGE], { argument: WEDGE, stance: 'echoes', confidence: 0.6 }),
        shown(
          [PACT, WEDGE],
          { argument: PACT, stance: 'echoes', confidence: 0.7 },
          { argument: WEDGE, stance: 'echoes', confidence: 0.5 },
        ),
        shown([PACT, WEDGE]),
      ],
    );
    const rounded = JSON.parse(
      JSON.stringify(figures, (_, x) => (typeof x === 'number' ? Number(x.toFixed(4)) : x)),
    );
    expect(rounded).toEqual({
      sentences: 4,
      positives: 3,
      detection: { p: 0.6667, r: 0.6667, f1: 0.6667 },
      link: { p: 0.5, r: 0.6667, f1: 0.5714 },
      // No argument has ten gold pairs.
      macro: 0,
      top1: 0.5,
      top1All: 0.3333,
      map: 0.6667,
      stance: 0.5,
      stanceMacro: 0.3333,
      // One of the two right links; three pairs are labelled.
      stanceOverGold: 0.3333,
      ece: 0.475,
      brier: 0.2775,
      marks: 750,
      falseMarks: 1000,
    });
  });

  it('take the mean over arguments of those with ten pairs, whatever the others are', () => {
    const often = Array.from({ length: 10 }, (_, i) => gold(`pact ${i}`, PACT));
    const right = often.map(() => said([PACT, 0.9]));
    expect(figuresOf([...often, gold('once', WEDGE)], [...right, said()]).macro).toBe(1);
    expect(figuresOf([...often, gold('none')], [...right, said([PACT, 0.9])]).macro).toBeCloseTo(20 / 21);
  });
});

describe('average precision over all sentences', () => {
  it('is one where everything right is surer than everything wrong', () => {
    const figures = precisionOverAll(
      [gold('a', PACT), gold('b'), gold('c', WEDGE)],
      [said([PACT, 0.9]), said([PACT, 0.2]), said([WEDGE, 0.6])],
    );
    expect(figures).toEqual({ detection: 1, link: 1 });
  });

  it('falls with what is wrong among the surest, and with what is never found', () => {
    const figures = precisionOverAll(
      [gold('a', PACT), gold('b'), gold('c', WEDGE), gold('d', WEDGE)],
      [said([PACT, 0.9]), said([PACT, 0.8]), said([PACT, 0.7]), said()],
    );
    // Sentences by their surest link: right, wrong, right, and one that comes last with nothing.
    expect(figures.detection).toBeCloseTo((1 + 2 / 3 + 3 / 4) / 3);
    // Links: one of three is right, the first.
    expect(figures.link).toBeCloseTo(1 / 3);
  });

  it('is nothing where nothing is labelled', () => {
    expect(precisionOverAll([gold('a')], [said([PACT, 0.9])])).toEqual({ detection: 0, link: 0 });
  });
});

describe('the calibration error that chance alone would show', () => {
  const of = (marks: number) => eceOfChance(Array.from({ length: marks }, (_, i) => (i % 10) / 10 + 0.05));

  it('is nothing where nothing is in doubt', () => {
    expect(eceOfChance([1, 1, 1, 1])).toEqual({ mean: 0, most: 0 });
  });

  it('halves with four times as many marks, and is no less than its mean nine times in ten', () => {
    const [few, many] = [of(100), of(400)];
    expect(few.mean / many.mean).toBeCloseTo(2, 0);
    expect(few.most).toBeGreaterThan(few.mean);
    expect(few.mean).toBeGreaterThan(0.05);
  });

  it('is the same at each run', () => {
    expect(of(50)).toEqual(of(50));
  });
});
