/** Several records of one sentence: from two profiles, of a page that had it twice, or of the reader's own linking. */
import { expect, it } from 'vitest';
import { withField } from '../../../annotations/edit';
import type { Found } from '../../../annotations/pairing';
import { type Reconciliation, reconcile } from '../../../annotations/reconcile';
import type { Annotation } from '../../../annotations/types';
import { annotation, LATER, match, NOW, page, target } from './samples';

const STAY = 'Seoul will stay with its treaty ally, the minister said.';
const near = target(STAY, 0, { prefix: 'In the morning: ' });
const far = target(STAY, 100, { prefix: 'At night: ' });
const claim: Found = { target: near, matches: [match()] };

const visit = (stored: readonly Annotation[], over: Partial<Reconciliation> = {}) =>
  reconcile({
    stored,
    tombstones: [],
    found: [claim],
    page,
    engine: '1.0.0',
    now: LATER,
    newId: () => 'new',
    article: STAY,
    ...over,
  });

it('of one sentence no more records stay than the page has it times, and of two the one the reader worked on', () => {
  const nearby = annotation({ id: 'near', target: near });
  const distant = annotation({ id: 'far', target: far });
  const noted = withField(distant, 'note', 'mine', NOW);
  const kept = (stored: readonly Annotation[], over?: Partial<Reconciliation>) => {
    const { annotations, drop } = visit(stored, over);
    return [annotations.map(({ id }) => id), drop];
  };
  expect(kept([nearby, distant])).toEqual([['near'], ['far']]);
  expect(kept([nearby, noted])).toEqual([['far'], ['near']]);
  expect(kept([withField(nearby, 'note', 'x', NOW), noted])).toEqual([['near', 'far'], []]);
  // The page has it twice, of which one is sure enough to be found; or not all of it was seen.
  expect(kept([nearby, distant], { article: `${STAY} ${STAY}` })).toEqual([['near', 'far'], []]);
  expect(kept([nearby, distant], { article: null })).toEqual([['near', 'far'], []]);
});

it('the engine’s link of a sentence stays beside the reader’s own, whichever is stored first', () => {
  const own = annotation({ id: 'own', verdict: 'added', touched: { target: NOW, verdict: NOW } });
  for (const stored of [
    [own, annotation()],
    [annotation(), own],
  ]) {
    const { annotations } = visit(stored, { engine: '2.0.0' });
    expect(annotations.map(({ id }) => id).sort()).toEqual(['a1', 'own']);
    expect(annotations.find(({ id }) => id === 'a1')?.engine).toBe('2.0.0');
  }
});
