/** A passage marked with another tool, whichever of the two goes on writing. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withField } from '../../../annotations/edit';
import { followed } from '../../../annotations/merge';
import { annotationOf } from '../../../exchange/foreign';

const at = (day: number, hour: string) => `2026-02-0${day}T${hour}:00:00.000Z`;
const marked = (note: string, tags: readonly string[], day: number) =>
  annotationOf(
    {
      id: 'x',
      url: 'https://other.example/a-story',
      title: '',
      exact: 'Seoul waits.',
      prefix: '',
      suffix: '',
      start: 0,
      note,
      tags,
      created: at(1, '00'),
      modified: at(day, '00'),
    },
    'hypothesis',
  );

const day = fc.integer({ min: 1, max: 8 });
const step = fc.oneof(
  fc.record({
    there: fc.constantFrom('', 'a', 'b', 'a\n\nb'),
    tags: fc.subarray(['t', 'u']),
    day,
  }),
  fc.record({ here: fc.constantFrom('mine', 'own'), day }),
  fc.record({ verdict: fc.constantFrom('confirmed' as const, 'dismissed' as const), day }),
);

it('keeps the reader’s last note and verdict in it, and following once more changes nothing', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      let one = marked('first', ['t'], 1);
      let note = '';
      for (const step of steps) {
        const { verdict } = one;
        if ('here' in step) {
          note = step.here;
          one = withField(one, 'note', note, at(step.day, '12'));
        } else if ('verdict' in step) {
          one = withField(one, 'verdict', step.verdict, at(step.day, '13'));
        } else {
          const theirs = marked(step.there, step.tags, step.day);
          one = followed(one, theirs, at(9, '00'));
          expect(followed(one, theirs, at(9, '00'))).toEqual(one);
          expect(one.verdict).toBe(verdict);
          expect(one.note).toContain(note);
        }
      }
    }),
  );
});
