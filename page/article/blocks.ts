import type { Span } from '../../engine/types';
import type { Block } from '../../messages/protocol';
import type { PageText } from './text';

/** Elements that run on with the text around them; every other element of HTML's begins a block. */
const INLINE = new Set(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp small
  span strike strong sub sup time tt u var wbr`.split(/\s+/),
);

/** Blanked text (a script) longer than this between two pieces of a paragraph ends the block. */
const LONGEST_GAP = 400;

/** Characters of a line above which it may have been broken by its width: those of poems and addresses are shorter. */
const SHORTEST_LINE = 40;
/** Lines that go on from each other end after so many characters: no sentence is that long. */
const LONGEST_RUN = 2000;

/** What words and sentences begin with, and what they cannot end with. (Classes of Unicode take long to be made.) */
const BEGINS = /[\w([{"'“‘«„\u00c0-\u1fff\u3040-\uffdc]/;
const OPENS = /[\s([{"'“‘«„/-]/;

/** The last code unit of ASCII's blanks. */
const SPACE = 0x20;

/** The number or sign of a note, and where one stands. */
const NOTE = /^[\s[(]*(?:\d{1,3}(?:\s*[,–-]\s*\d{1,3})*|[*†‡§]{1,3})[\s\])]*$/;
const NOTE_ELEMENTS = 'sup, a[href^="#"]';
/** Characters of the longest of them. */
const LONGEST_NOTE = 20;

/** The name or office of who speaks, set in bold above or before the words: "VOA:", "Ambassador Kim:". */
const SPEAKER = /^\s*\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){0,3}\s*(:?)\s*$/u;
/** Characters of the longest of them. */
const LONGEST_SPEAKER = 40;

/** A block being gathered: its extent so far, its first text node's index and its last text node. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly container: Element | null;
  readonly index: number;
  readonly last: Text;
  /** Where the first of the lines began that it goes on from; absent where it goes on from none. */
  readonly from?: number;
  /** Marks of notes and names of speakers, as spans of the page's text. */
  readonly marks: readonly Span[];
}

/**
 * Gathers text nodes into blocks: one for each paragraph, heading, list item or part between line breaks.
 * @param pageText the page's text.
 * @param keep whether the text node of that index belongs to the article.
 * @param headline indices of the headline's text nodes.
 * @returns blocks with `text === pageText.text.slice(start, start + text.length)`, trimmed, none blank.
 */
export function readBlocks(
  pageText: PageText,
  keep: (index: number) => boolean,
  headline: ReadonlySet<number>,
): Block[] {
  const pieces: Piece[] = [];
  const walker = pageText.root.ownerDocument.createTreeWalker(
    pageText.root,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
  );
  let broken = false;
  for (let index = 0; index < pageText.nodes.length; index++) {
    const isKept = keep(index);
    // Most of a page is none of the article: once that is clear, the rest up to its next text need not be looked at.
    if (!isKept && broken) continue;
    const node = pageText.nodes[index] as Text;
    const start = pageText.startOf(index);
    const end = start + node.length;
    if (!/\S/.test(pageText.text.slice(start, end))) continue;
    if (!isKept) {
      // An arrow, or the number of a note, for the eye only: the sentence goes on after it.
      const isSign = !/\p{L}/u.test(pageText.text.slice(start, end));
      broken = !isSign || blockAround(node, pageText.root) !== pieces.at(-1)?.container;
      continue;
    }
    const container = blockAround(node, pageText.root);
    const before = broken ? undefined : pieces.at(-1);
    broken = false;
    const join = before?.container === container ? joinOf(pageText, before, node, start, walker) : null;
    const marked = markedTo(pageText, node, end, join !== 'same');
    const own = marked === null ? [] : [{ start, end: marked }];
    if (before && join === 'same') {
      pieces[pieces.length - 1] = { ...before, end, last: node, marks: [...before.marks, ...own] };
    } else {
      const from = join === 'next-line' ? { from: before?.from ?? before?.start ?? start } : {};
      pieces.push({ start, end, container, index, last: node, marks: own, ...from });
    }
  }
  return pieces.map((piece) => blockOf(pageText, piece, headline.has(piece.index)));
}

function blockOf(pageText: PageText, piece: Piece, isHeadline: boolean): Block {
  const raw = pageText.text.slice(piece.start, piece.end);
  const text = raw.trim();
  const start = piece.start + (raw.length - raw.trimStart().length);
  const within = (offset: number) => Math.min(Math.max(offset - start, 0), text.length);
  const marks = piece.marks.map((mark) => ({ start: within(mark.start), end: within(mark.end) }));
  return {
    start,
    pairsBefore: pageText.pairsBefore(start),
    kind: isHeadline ? 'headline' : kindOf(piece.container),
    text,
    ...(piece.from !== undefined && { runsOn: true }),
    ...(marks.length > 0 && { marks }),
  };
}

/**
 * Where the mark ends that a text is: the number or sign of a note; at the beginning of a block the name of a speaker,
 * its colon with it. Null where it is none.
 */
function markedTo({ text }: PageText, node: Text, end: number, isFirst: boolean): number | null {
  const { data, parentElement } = node;
  if (data.length <= LONGEST_NOTE && NOTE.test(data) && parentElement?.closest(NOTE_ELEMENTS)) return end;
  if (!isFirst || data.length > LONGEST_SPEAKER || !parentElement?.closest('b, strong')) return null;
  const [, colon] = SPEAKER.exec(data) ?? [];
  if (colon === undefined) return null;
  if (colon) return end;
  const [after] = /^\s*:/.exec(text.slice(end, end + 3)) ?? [];
  return after ? end + after.length : null;
}

function kindOf(container: Element | null): Block['kind'] {
  if (!container) return 'paragraph';
  if (/^h[1-6]$/.test(container.localName)) return 'headline';
  if (container.closest('blockquote')) return 'quote';
  if (container.closest('li, dd')) return 'list-item';
  return 'paragraph';
}

function blockAround(node: Text, root: Node): Element | null {
  let element = node.parentElement;
  while (element && element !== root && runsOn(element)) element = element.parentElement;
  return element;
}

/** Whether an element runs on with the text around it: of one that HTML does not know the page's style decides. */
function runsOn(element: Element): boolean {
  const { localName } = element;
  if (INLINE.has(localName)) return true;
  // Most of a page's, by their names: to ask for an element's class takes longer.
  if (/^(p|div|li|h[1-6])$/.test(localName)) return false;
  const isKnown =
    !/[-:]/.test(localName) && Object.prototype.toString.call(element) !== '[object HTMLUnknownElement]';
  if (isKnown) return false;
  return /^(inline|contents)/.test(
    element.ownerDocument.defaultView?.getComputedStyle(element).display ?? '',
  );
}

/**
 * How a text node of the same container runs on from the one before: in the same block where no other one and no break
 * stand between, in one that goes on from it where a line was broken without white space; null where it does not.
 */
function joinOf(
  pageText: PageText,
  before: Piece,
  node: Text,
  start: number,
  walker: TreeWalker,
): 'same' | 'next-line' | null {
  if (start - before.end > LONGEST_GAP) return null;
  const gap = elementsBetween(before.last, node, walker);
  if (gap.some((element) => element.localName !== 'br' && !runsOn(element) && !isUnseen(element)))
    return null;
  const breaks = gap.filter((element) => element.localName === 'br').length;
  if (breaks === 0) return meetsApart(pageText, before, node, start, gap) ? null : 'same';
  if (breaks > 1) return null;
  // One line break: it parts two sentences, or only two lines of one; never let it glue two words together.
  const left = pageText.text.slice(Math.max(0, before.end - 40), start);
  const endsSentence = /[.!?…:;。！？]["'”’)\]]*\s*$/u.test(left);
  if (endsSentence || isHeading(pageText, before, node)) return null;
  if (/\s$/u.test(left) || /^\s/u.test(node.data)) return 'same';
  return goesOn(before, node) ? 'next-line' : null;
}

/** Whether a line goes on from a long one, as its small letter says, or the lines before these did. */
function goesOn({ start, end, from }: Piece, next: Text): boolean {
  if (end - start < SHORTEST_LINE || end - (from ?? start) > LONGEST_RUN) return false;
  return from !== undefined || /^\p{Ll}/u.test(next.data);
}

/**
 * Whether two words stand apart by the page's style alone, without white space: a kicker and its headline, each a span
 * that is laid out as a block. Styles are asked for only where a letter follows upon the end of a word or sentence.
 */
function meetsApart(
  { text }: PageText,
  { end, last }: Piece,
  node: Text,
  start: number,
  gap: readonly Element[],
): boolean {
  // Mostly white space stands between.
  if (text.charCodeAt(end - 1) <= SPACE || text.charCodeAt(start) <= SPACE) return false;
  if (!BEGINS.test(text.charAt(start)) || OPENS.test(text.charAt(end - 1))) return false;
  const left: Element[] = [];
  for (let around = last.parentElement; around && !around.contains(node); around = around.parentElement)
    left.push(around);
  return [...left, ...gap.filter((element) => !isUnseen(element))].some(isLaidApart);
}

/** Whether an element that HTML would have run on is a block by the page's style; a first letter that floats is none. */
function isLaidApart(element: Element): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  if (!style || (style.cssFloat !== 'none' && style.cssFloat !== '')) return false;
  return (
    !/^(absolute|fixed)$/.test(style.position) && !/^(|none|inline.*|contents|ruby.*)$/.test(style.display)
  );
}

/** Whether a piece is a heading at the top of its paragraph: all of it is bold, and what comes after is not. */
function isHeading({ nodes }: PageText, { index, last }: Piece, next: Text): boolean {
  const bold = last.parentElement?.closest('b, strong');
  return !!bold?.contains(nodes[index] ?? null) && !bold.contains(next);
}

/** Elements without text to read; an icon with all that is in it. */
function isUnseen(element: Element): boolean {
  return element.closest('script, style, noscript, template, img, picture, svg') !== null;
}

/** Elements that begin between two text nodes of one container, in document order. */
function elementsBetween(from: Text, to: Text, walker: TreeWalker): Element[] {
  walker.currentNode = from;
  const between: Element[] = [];
  for (let node = walker.nextNode(); node && node !== to; node = walker.nextNode()) {
    if (node.nodeType === Node.ELEMENT_NODE) between.push(node as Element);
  }
  return between;
}
