import fc from 'fast-check';
import { expect, test } from 'vitest';
import './fake-browser';

const { piecesOf } = await import('../../../components/Quote');

test('cues are cut out in order', () => {
  expect(
    piecesOf('Beijing warned Seoul.', [
      { start: 15, end: 20 },
      { start: 8, end: 14 },
    ]),
  ).toEqual([
    { text: 'Beijing ', start: 0, cue: false },
    { text: 'warned', start: 8, cue: true },
    { text: ' ', start: 14, cue: false },
    { text: 'Seoul', start: 15, cue: true },
    { text: '.', start: 20, cue: false },
  ]);
});

test('whatever the cues, no text is lost or doubled', () => {
  const span = fc.record({ start: fc.integer({ min: -5, max: 60 }), end: fc.integer({ min: -5, max: 60 }) });
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), fc.array(span, { maxLength: 6 }), (text, cues) => {
      const pieces = piecesOf(text, cues);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      expect(
        pieces.every((piece) => piece.text === text.slice(piece.start, piece.start + piece.text.length)),
      ).toBe(true);
    }),
  );
});
