import type { Span } from '../engine/types';

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly cue: boolean;
}

/**
 * Cuts a text at its cues. Spans are half-open UTF-16 offsets of `text`; what lies outside of it or overlaps an
 * earlier cue is left out, since records may come from an import. Joined, the pieces are `text` again.
 */
export function piecesOf(text: string, cues: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const push = (end: number, cue: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), start: at, cue });
    at = Math.max(at, end);
  };
  for (const { start, end } of [...cues].sort((a, b) => a.start - b.start)) {
    if (start < at || end <= start || end > text.length) continue;
    push(start, false);
    push(end, true);
  }
  push(text.length, false);
  return pieces;
}

/** A claim's words with the deciding ones marked. */
export function Quote({ text, cues = [] }: { readonly text: string; readonly cues?: readonly Span[] }) {
  return (
    <span class="quote">
      {piecesOf(text, cues).map((piece) =>
        piece.cue ? <mark key={piece.start}>{piece.text}</mark> : piece.text,
      )}
    </span>
  );
}
