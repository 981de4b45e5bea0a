/** From the blocks of a page to one text for the engine, and from its claims back to selectors. */
import type { Found } from '../annotations/pairing';
import { pairsIn } from '../annotations/surrogate-pairs';
import { headlineKept, NEIGHBOURS, paragraphAround, wholePairs } from '../annotations/surroundings';
import type { Target } from '../annotations/types';
import type { Claim } from '../engine/types';
import type { Block } from '../messages/protocol';

/** Context kept with a quote on either side, in UTF-16 code units. */
const CONTEXT = 64;
const BREAK = '\n\n';

/** A block, with those whose lines go on from it. */
interface Paragraph {
  readonly lines: readonly Block[];
  /** Its lines, a space between each two. */
  readonly text: string;
}

function paragraphsOf(blocks: readonly Block[]): Paragraph[] {
  const all: Block[][] = [];
  for (const block of blocks) {
    const lines = all.at(-1);
    const before = lines?.at(-1);
    // Of an article that grows, not every line is sent again.
    const isNext = before && block.start === before.start + before.text.length;
    if (lines && block.runsOn && isNext) lines.push(block);
    else all.push([block]);
  }
  return all.map((lines) => ({ lines, text: lines.map(({ text }) => text).join(' ') }));
}

/**
 * The article as one text, so that the engine sees a sentence's neighbours across paragraphs. They are set apart by an
 * empty line, which no sentence crosses; line breaks within a paragraph are its markup's and become spaces.
 */
export function joinBlocks(blocks: readonly Block[]): string {
  const texts = paragraphsOf(blocks).map(({ text }) => text);
  return texts.map((text) => text.replace(/[\r\n\u2028\u2029]/g, ' ')).join(BREAK);
}

/**
 * The joined text for the engine, as long as it is: the marks of notes are blanked, since "balancer.1 And" would end a
 * sentence after its number, and "balancer.[1] And" none at all; so is the name of a speaker, who is no part of what is
 * said.
 */
export function joinSentences(blocks: readonly Block[]): string {
  const blanked = blocks.map((block) => {
    const { text, marks = [] } = block;
    const parts = marks.map(({ start, end }, i) => [
      text.slice(marks[i - 1]?.end ?? 0, start),
      ' '.repeat(text.slice(start, end).length),
    ]);
    return { ...block, text: parts.flat().join('') + text.slice(marks.at(-1)?.end ?? 0) };
  });
  return joinBlocks(blanked);
}

/** Words of a heading that may say something by itself. */
const TELLING_WORDS = 4;

/** Whether a heading only names or numbers a part of the article ("Background", "3. Recommendations for the Alliance"). */
function isLabel({ lines: [line], text }: Paragraph): boolean {
  return line?.kind === 'headline' && (/^\p{N}/u.test(text) || text.split(/\s+/).length < TELLING_WORDS);
}

/**
 * Selectors for claims found in the joined text.
 * @param claims offsets over `joinBlocks(blocks)`; one that is not within a single paragraph, in known blocks or in a
 *   label above a part of the article is left out. The quote of one over several lines has spaces between them, where
 *   the page has line breaks.
 * @param title stands in for the headline where no block is one
 */
export function foundIn(blocks: readonly Block[], claims: readonly Claim[], title: string): Found[] {
  let offset = 0;
  let headline = title;
  const sorted = [...claims].sort((a, b) => a.start - b.start);
  let next = 0;
  const paragraphs = paragraphsOf(blocks);
  const own = paragraphs.find(({ lines }) => lines[0]?.kind === 'headline');
  return paragraphs.flatMap((paragraph, index) => {
    const from = offset;
    const to = from + paragraph.text.length;
    offset = to + BREAK.length;
    if (paragraph.lines[0]?.kind === 'headline') headline = paragraph.text;
    const first = next;
    while ((sorted[next]?.start ?? Number.POSITIVE_INFINITY) < offset) next += 1;
    const isKnown = paragraph.lines.every(({ known }) => known);
    const isLeftOut = isKnown || (paragraph !== own && isLabel(paragraph));
    const here = isLeftOut ? [] : sorted.slice(first, next).filter((claim) => claim.end <= to);
    return here.map(({ start, end, matches }) => ({
      target: targetIn(paragraphs, index, start - from, end - from, headline),
      matches,
    }));
  });
}

function targetIn(
  paragraphs: readonly Paragraph[],
  index: number,
  start: number,
  end: number,
  headline: string,
): Target {
  const paragraph = paragraphs[index] as Paragraph;
  const { text } = paragraph;
  const [first, last] = [placeIn(paragraph, start), placeIn(paragraph, end - 1)];
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: wholePairs(
        text.slice(Math.max(0, start - CONTEXT), start) || tailOf(paragraphs[index - 1], paragraph),
      ),
      suffix: wholePairs(text.slice(end, end + CONTEXT) || headOf(paragraphs[index + 1], paragraph)),
    },
    position: {
      type: 'TextPositionSelector',
      start: first.line.start + first.at,
      end: last.line.start + last.at + 1,
      ...pairsBefore(first.line, first.at),
    },
    paragraph: paragraphAround(text, start, end),
    headline: headlineKept(headline),
  };
}

/** The line of a paragraph in which an offset of its text lies, and the offset in that line. */
function placeIn({ lines }: Paragraph, offset: number): { readonly line: Block; readonly at: number } {
  let at = offset;
  for (const line of lines) {
    if (at < line.text.length) return { line, at };
    at -= line.text.length + 1;
  }
  throw new RangeError(`No line holds the offset ${offset}.`);
}

function tailOf(previous: Paragraph | undefined, paragraph: Paragraph): string {
  if (!previous || !areNeighbours(previous, paragraph)) return '';
  return (previous.text + gapBefore(paragraph)).slice(-CONTEXT - 1);
}

function headOf(next: Paragraph | undefined, paragraph: Paragraph): string {
  if (!next || !areNeighbours(paragraph, next)) return '';
  return (gapBefore(next) + next.text).slice(0, CONTEXT + 1);
}

/** What stands between a paragraph and its neighbour before it. */
function gapBefore({ lines: [line] }: Paragraph): string {
  return line?.gap ? `\n${line.gap}\n` : '\n';
}

function areNeighbours(first: Paragraph, second: Paragraph): boolean {
  const [before, after] = [first.lines.at(-1), second.lines[0]];
  const gap = before && after ? after.start - (before.start + before.text.length) : -1;
  return gap >= 0 && gap <= NEIGHBOURS;
}

/** The count of surrogate pairs before a place in a block, where the page counted those before the block. */
function pairsBefore(block: Block, start: number): { pairsBefore?: number } {
  if (block.pairsBefore === undefined) return {};
  return { pairsBefore: block.pairsBefore + pairsIn(block.text.slice(0, start)) };
}
