import { describe, expect, it } from 'vitest';
import { type Gold, type Predicted, precisionOverAll } from '../../../training/score';

const [PACT, WEDGE] = ['kelly/treaty-ally-locked-in', 'diplomat/wedge-china-dprk'];

const gold = (id: string, ...labels: string[]): Gold => ({
  id,
  text: id,
  matches: labels.map((argument) => ({ argument, stance: 'echoes' })),
});

const said = (...matches: [argument: string, confidence: number][]): Predicted => ({
  matches: matches.map(([argument, confidence]) => ({ argument, confidence, stance: null })),
  ranking: [],
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
