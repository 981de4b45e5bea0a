import type { Target } from '../annotations/types';
import type { Span } from '../engine/types';
import type { Block } from '../messages/protocol';

/** Code units of context kept on each side of a quote; W3C leaves the length open, Hypothesis keeps 32. */
const CONTEXT = 48;
/** How far to look for context past blanked or empty stretches, in code units. */
const REACH = 2000;

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
      exact: text.slice(span.start, span.end),
      prefix: contextBefore(text, span.start),
      suffix: contextAfter(text, span.end),
    },
    position: {
      type: 'TextPositionSelector',
      start: span.start,
      end: span.end,
      ...pairsBefore(span.start, text, block),
    },
    paragraph: block?.text ?? '',
    headline: headlineAbove(span.start, blocks),
  };
}

/** Surrogate pairs before a place, from the count at its block's start; nothing where there is none. */
function pairsBefore(offset: number, text: string, block: Block | undefined): { pairsBefore?: number } {
  if (block?.pairsBefore === undefined) return {};
  const within = text.slice(block.start, offset).match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0;
  return { pairsBefore: block.pairsBefore + within };
}

/** At least the 48 code units before, more where most of them are blank (layout, blanked scripts). */
function contextBefore(text: string, end: number): string {
  let start = Math.max(0, end - CONTEXT);
  const floor = Math.max(0, end - REACH);
  while (start > floor && visible(text.slice(start, end)) < CONTEXT) start = Math.max(floor, start - CONTEXT);
  return squeeze(wholePoints(text, start, end));
}

function contextAfter(text: string, start: number): string {
  let end = Math.min(text.length, start + CONTEXT);
  const ceiling = Math.min(text.length, start + REACH);
  while (end < ceiling && visible(text.slice(start, end)) < CONTEXT) end = Math.min(ceiling, end + CONTEXT);
  return squeeze(wholePoints(text, start, end));
}

/** Never cut a surrogate pair in two. */
function wholePoints(text: string, start: number, end: number): string {
  const from = /[\uDC00-\uDFFF]/.test(text.charAt(start)) ? start + 1 : start;
  const to = /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end;
  return text.slice(Math.min(from, end), Math.max(to, from));
}

function visible(text: string): number {
  return text.replace(/\s+/g, ' ').length;
}

/** Runs of blanks say nothing about a place and differ between visits. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function blockAt(offset: number, blocks: readonly Block[]): Block | undefined {
  return blocks.findLast((block) => block.start <= offset && offset < block.start + block.text.length);
}

function headlineAbove(offset: number, blocks: readonly Block[]): string {
  return blocks.findLast((block) => block.kind === 'headline' && block.start <= offset)?.text ?? '';
}
