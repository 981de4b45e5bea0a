import type { Claim, Span } from './types';

/** Signs that show nothing: soft hyphens, blanks of no width, joiners, marks of a text's direction, byte order marks. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** A text as it is seen. Pages put soft hyphens into words so that lines may break there. */
export interface Visible {
  readonly text: string;
  /** A claim of that text as one of the text given: offsets, words and cues are those of the latter. */
  readonly inSource: (claim: Claim) => Claim;
}

/** Leaves out of a text the signs that show nothing. */
export function visible(source: string): Visible {
  const text = source.replace(INVISIBLE, '');
  if (text.length === source.length) return { text, inSource: (claim) => claim };
  const offsets = sourceOffsets(source, text.length);
  const inSource = ({ start, end }: Span): Span => ({
    start: offsets[start] as number,
    end: end > start ? (offsets[end - 1] as number) + 1 : (offsets[start] as number),
  });
  return {
    text,
    inSource(claim) {
      const span = inSource(claim);
      const cueInSource = (cue: Span): Span => {
        const { start, end } = inSource({ start: claim.start + cue.start, end: claim.start + cue.end });
        return { start: start - span.start, end: end - span.start };
      };
      const matches = claim.matches.map((match) => ({ ...match, cues: match.cues.map(cueInSource) }));
      return { ...span, text: source.slice(span.start, span.end), matches };
    },
  };
}

/** Where in the source each code unit of what is seen of it stands; one more for the end. */
function sourceOffsets(source: string, length: number): Uint32Array {
  const offsets = new Uint32Array(length + 1);
  let at = 0;
  let from = 0;
  const takeUntil = (end: number) => {
    for (; from < end; from++) offsets[at++] = from;
  };
  for (const { index } of source.matchAll(INVISIBLE)) {
    takeUntil(index);
    from = index + 1;
  }
  takeUntil(source.length);
  offsets[length] = source.length;
  return offsets;
}
