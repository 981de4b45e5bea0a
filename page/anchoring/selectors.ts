import { pairsIn } from '../../annotations/surrogate-pairs';
import { headlineKept, paragraphAround } from '../../annotations/surroundings';
import type { Target } from '../../annotations/types';
import type { Span } from '../../engine/types';
import type { Block } from '../../messages/protocol';
import { firstIndex } from './bisect';

/** Code units of context kept on each side of a quote; W3C leaves the length open, Hypothesis keeps 32. */
const CONTEXT = 48;
/** How far to look for context past blanked or empty stretches, in code units. */
const REACH = 2000;

/** Blanks that are none of a quote's: what is blanked (a script) between two paragraphs that were selected together. */
const LAYOUT = /\s{80,}/g;

/**
 * Describes a span as W3C selectors, with the paragraph and headline it stands in.
 * @param span half-open code units over `text`.
 * @param text the page's text (`PageText.text`).
 * @param blocks the article's blocks in order.
 */
export function describe(span: Span, text: string, blocks: readonly Block[]): Target {
  const block = blockAt(span.start, blocks);
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: text.slice(span.start, span.end).replace(LAYOUT, ' '),
      prefix: contextBefore(text, span.start),
      suffix: contextAfter(text, span.end),
    },
    position: {
      type: 'TextPositionSelector',
      start: span.start,
      end: span.end,
      ...pairsBefore(span.start, text, block),
    },
    paragraph: block ? paragraphAround(block.text, span.start - block.start, span.end - block.start) : '',
    headline: headlineKept(headlineAbove(span.start, blocks)),
  };
}

/** Surrogate pairs before a place, from the count at its block's start; nothing where there is none. */
function pairsBefore(offset: number, text: string, block: Block | undefined): { pairsBefore?: number } {
  if (block?.pairsBefore === undefined) return {};
  return { pairsBefore: block.pairsBefore + pairsIn(text.slice(block.start, offset)) };
}

/** At least the 48 code units before, more where most of them are blank (layout, blanked scripts). */
function contextBefore(text: string, end: number): string {
  const near = text.slice(Math.max(0, end - CONTEXT), end);
  if (isPlain(near)) return near;
  const floor = Math.max(0, end - REACH);
  let start = end;
  for (let seen = 0; start > floor && seen < CONTEXT; ) {
    start--;
    if (!isBlank(text.charCodeAt(start)) || !isBlank(text.charCodeAt(start + 1))) seen++;
  }
  return squeeze(wholePoints(text, start, end));
}

function contextAfter(text: string, start: number): string {
  const near = text.slice(start, start + CONTEXT);
  if (isPlain(near)) return near;
  const ceiling = Math.min(text.length, start + REACH);
  let end = start;
  for (let seen = 0; end < ceiling && seen < CONTEXT; end++) {
    if (!isBlank(text.charCodeAt(end)) || !isBlank(text.charCodeAt(end - 1))) seen++;
  }
  return squeeze(wholePoints(text, start, end));
}

/** Whether a stretch can be kept as it stands: full length, no blanks in a row or other than spaces, no surrogates. */
const isPlain = (near: string) => near.length === CONTEXT && !/\s\s|[^\S ]|[\ud800-\udfff]/.test(near);

const isBlank = (code: number) => code === 32 || code === 160 || (code >= 9 && code <= 13);

/** Never cut a surrogate pair in two. */
function wholePoints(text: string, start: number, end: number): string {
  const from = (text.charCodeAt(start) & 0xfc00) === 0xdc00 ? start + 1 : start;
  const to = (text.charCodeAt(end - 1) & 0xfc00) === 0xd800 ? end - 1 : end;
  return text.slice(Math.min(from, end), Math.max(to, from));
}

/** Runs of blanks say nothing about a place and differ between visits. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Place of the last block that begins at or before the offset; -1 where there is none. */
function placeOf(offset: number, blocks: readonly Block[]): number {
  return firstIndex(blocks.length, (i) => (blocks[i]?.start ?? 0) > offset) - 1;
}

function blockAt(offset: number, blocks: readonly Block[]): Block | undefined {
  const block = blocks[placeOf(offset, blocks)];
  return block && offset < block.start + block.text.length ? block : undefined;
}

function headlineAbove(offset: number, blocks: readonly Block[]): string {
  for (let i = placeOf(offset, blocks); i >= 0; i--) {
    const block = blocks[i];
    if (block?.kind === 'headline') return block.text;
  }
  return '';
}
