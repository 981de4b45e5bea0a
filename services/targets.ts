/** From the blocks of a page to one text for the engine, and from its claims back to selectors. */
import type { Found } from '../annotations/pairing';
import { pairsIn } from '../annotations/surrogate-pairs';
import { headlineKept, paragraphAround, wholePairs } from '../annotations/surroundings';
import type { Target } from '../annotations/types';
import type { Claim } from '../engine/types';
import type { Block } from '../messages/protocol';

/** Context kept with a quote on either side, in UTF-16 code units. */
const CONTEXT = 64;
/** Paragraphs apart by no more than this are neighbours: between them stands markup's white space, not text. */
const NEIGHBOURS = 80;
const BREAK = '\n\n';

/**
 * The article as one text, so that the engine sees a sentence's neighbours across paragraphs. Blocks are set apart by
 * an empty line, which no sentence crosses; line breaks within a block are its markup's and become spaces.
 */
export function joinBlocks(blocks: readonly Block[]): string {
  return blocks.map(({ text }) => text.replace(/[\r\n\u2028\u2029]/g, ' ')).join(BREAK);
}

/**
 * Selectors for claims found in the joined text.
 * @param claims offsets over `joinBlocks(blocks)`; one that is not within a single block, or in a known one, is left out
 * @param title stands in for the headline where no block is one
 */
export function foundIn(blocks: readonly Block[], claims: readonly Claim[], title: string): Found[] {
  let offset = 0;
  let headline = title;
  const sorted = [...claims].sort((a, b) => a.start - b.start);
  let next = 0;
  return blocks.flatMap((block, index) => {
    const from = offset;
    const to = from + block.text.length;
    offset = to + BREAK.length;
    if (block.kind === 'headline') headline = block.text;
    const first = next;
    while ((sorted[next]?.start ?? Number.POSITIVE_INFINITY) < offset) next += 1;
    const here = block.known ? [] : sorted.slice(first, next).filter((claim) => claim.end <= to);
    return here.map(({ start, end, matches }) => ({
      target: targetIn(blocks, index, start - from, end - from, headline),
      matches,
    }));
  });
}

function targetIn(
  blocks: readonly Block[],
  index: number,
  start: number,
  end: number,
  headline: string,
): Target {
  const block = blocks[index] as Block;
  const before = block.text.slice(Math.max(0, start - CONTEXT), start);
  const after = block.text.slice(end, end + CONTEXT);
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: block.text.slice(start, end),
      prefix: wholePairs(before || tailOf(blocks[index - 1], block)),
      suffix: wholePairs(after || headOf(blocks[index + 1], block)),
    },
    position: {
      type: 'TextPositionSelector',
      start: block.start + start,
      end: block.start + end,
      ...pairsBefore(block, start),
    },
    paragraph: paragraphAround(block.text, start, end),
    headline: headlineKept(headline),
  };
}

function tailOf(previous: Block | undefined, block: Block): string {
  if (!previous || !areNeighbours(previous, block)) return '';
  return `${previous.text.slice(-CONTEXT)}\n`;
}

function headOf(next: Block | undefined, block: Block): string {
  if (!next || !areNeighbours(block, next)) return '';
  return `\n${next.text.slice(0, CONTEXT)}`;
}

function areNeighbours(first: Block, second: Block): boolean {
  const gap = second.start - (first.start + first.text.length);
  return gap >= 0 && gap <= NEIGHBOURS;
}

/** The count of surrogate pairs before a place in a block, where the page counted those before the block. */
function pairsBefore(block: Block, start: number): { pairsBefore?: number } {
  if (block.pairsBefore === undefined) return {};
  return { pairsBefore: block.pairsBefore + pairsIn(block.text.slice(0, start)) };
}
