import { expect, test } from 'vitest';
import type { Annotation } from '../../../annotations/types';
import { waitingOf } from '../../../components/queue/waiting';
import { annotation, match } from '../annotations/samples';

const sure = (id: string, confidence: number, over: Partial<Annotation> = {}) =>
  annotation({ id, matches: [match({ confidence })], ...over });

test('what is in doubt waits, the most open first; what is judged, sure or skipped does not', () => {
  const list = [
    sure('fair', 0.65),
    sure('open', 0.52),
    sure('certain', 0.95),
    sure('lost', 0.95, { anchor: { state: 'uncertain', reason: 'ambiguous' } }),
    sure('judged', 0.5, { verdict: 'confirmed' }),
    sure('skipped', 0.5),
    sure('corrected', 0.5, { correction: { argument: 'kelly/expulsion-test', stance: 'relates' } }),
    annotation({ id: 'added', verdict: 'added', matches: [] }),
  ];
  expect(waitingOf(list, new Set(['skipped'])).map(({ id }) => id)).toEqual(['lost', 'open', 'fair']);
});
