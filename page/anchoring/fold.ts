import { firstIndex } from './bisect';

/**
 * A text made comparable: lower case, compatibility forms composed, quotes and dashes plain, blanks and invisible
 * characters dropped. Two wordings that differ only in markup, line breaks, soft hyphens or typography fold to one.
 */
export interface Folded {
  readonly text: string;
  /** Where each code unit of `text` begins and ends in the source (code units). */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Offsets in `text` where words begin and end; a Han or kana character is a word of its own. */
  readonly wordStarts: readonly number[];
  readonly wordEnds: readonly number[];
}

const COMBINING = /^\p{M}$/u;
const WORD = /^[\p{L}\p{N}\p{M}]/u;
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const BLANK =
  /^(?:\s|\u034F|[\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202F\u205F-\u206F\uFEFF\uFFF9-\uFFFC])$/;
const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '″': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
};

/** Folds a text. Offsets of the result lead back to the source; see `sourceSpan`. */
export function fold(source: string): Folded {
  const out: string[] = [];
  // Compatibility forms can be longer than their source (one ligature, up to eighteen letters; most are shorter).
  let starts = new Uint32Array(source.length + 64);
  let ends = new Uint32Array(source.length + 64);
  const wordStarts: number[] = [];
  const wordEnds: number[] = [];
  let length = 0;
  let inWord = false;
  for (let i = 0; i < source.length; ) {
    const code = source.charCodeAt(i);
    let end = i + 1;
    let piece: string;
    let word: boolean;
    let alone = false;
    if (isPlainLetter(code) && !(source.charCodeAt(end) >= 0x300)) {
      // Most of a page: runs of plain letters and digits, taken whole.
      while (isPlainLetter(source.charCodeAt(end)) && !(source.charCodeAt(end + 1) >= 0x300)) end++;
      if (!inWord) wordStarts.push(length);
      inWord = true;
      while (length + end - i > starts.length) {
        starts = grown(starts);
        ends = grown(ends);
      }
      out.push(source.slice(i, end).toLowerCase());
      for (; i < end; i++, length++) {
        starts[length] = i;
        ends[length] = i + 1;
      }
      continue;
    }
    if (code < 0x80 && !(source.charCodeAt(end) >= 0x300)) {
      if (code <= 0x20) {
        if (inWord) wordEnds.push(length);
        inWord = false;
        i = end;
        continue;
      }
      piece = code === 96 ? "'" : (source[i] ?? '');
      word = code === 39 && inWord && WORD.test(source[end] ?? '');
    } else {
      end = clusterEnd(source, i);
      const cluster = source.slice(i, end);
      if (BLANK.test(cluster)) {
        // A soft hyphen or joiner stands inside a word; a blank ends it.
        if (inWord && /\s/.test(cluster)) {
          wordEnds.push(length);
          inWord = false;
        }
        i = end;
        continue;
      }
      piece = PLAIN[cluster] ?? cluster.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
      word = WORD.test(piece);
      alone = word && UNSPACED.test(piece);
      // An apostrophe within a word is part of it.
      word ||= piece === "'" && inWord && WORD.test(source[end] ?? '');
    }
    if (inWord && (!word || alone)) {
      wordEnds.push(length);
      inWord = false;
    }
    if (word && !inWord) {
      wordStarts.push(length);
      inWord = true;
    }
    if (length + piece.length > starts.length) {
      starts = grown(starts);
      ends = grown(ends);
    }
    for (let k = 0; k < piece.length; k++) {
      starts[length + k] = i;
      ends[length + k] = end;
    }
    out.push(piece);
    length += piece.length;
    if (alone) {
      wordEnds.push(length);
      inWord = false;
    }
    i = end;
  }
  if (inWord) wordEnds.push(length);
  return { text: out.join(''), starts, ends, wordStarts, wordEnds };
}

/** The span of the source that folded to `[start, end)`; an empty span where that is empty. */
export function sourceSpan(folded: Folded, start: number, end: number): { start: number; end: number } {
  const first = folded.starts[start] ?? 0;
  return end > start ? { start: first, end: folded.ends[end - 1] ?? first } : { start: first, end: first };
}

/** The first offset of the folded text whose source begins at or after `offset` of the source. */
export function foldedOffset(folded: Folded, offset: number): number {
  return firstIndex(folded.text.length, (i) => (folded.starts[i] ?? 0) >= offset);
}

/** End of the character at `i` with the combining marks that follow it. */
function clusterEnd(source: string, i: number): number {
  let end = i + (isHighSurrogate(source.charCodeAt(i)) && i + 1 < source.length ? 2 : 1);
  while (end < source.length && source.charCodeAt(end) >= 0x300 && COMBINING.test(source[end] ?? '')) end++;
  return end;
}

/** A letter or digit of ASCII. */
function isPlainLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
