import { pairsIn } from '../../annotations/surrogate-pairs';
import type { Span } from '../../engine/types';
import { firstIndex } from '../anchoring/bisect';

/**
 * Elements whose text counts for offsets but is never read, searched or matched.
 * All of them hold their text directly (raw text elements, and an icon's name), so a look at their own children is
 * enough.
 */
const UNREAD = 'script style noscript template textarea iframe noembed noframes option title desc'.split(' ');

/** What unread text is replaced with, one for each code unit: a quote is never blank, so this never matches. */
const FILLER = ' ';
/** As much of it as most scripts hold, in one piece: parts of it are free, and quickly joined with the rest. */
const FILLERS = FILLER.repeat(1 << 14);
const filler = (length: number) =>
  length <= FILLERS.length ? FILLERS.slice(0, length) : FILLER.repeat(length);

/**
 * The text of a page as one string, and the way back to its text nodes.
 * `text` has exactly the length of `root.textContent`; text inside script, style and the like is blanked.
 * It describes the page as it was read: after a mutation, read anew.
 */
export class PageText {
  readonly text: string;
  /** Non-empty text nodes in document order. */
  readonly nodes: readonly Text[];
  /** `starts[i]` is the offset of `nodes[i]` in `text`. */
  private readonly starts: readonly number[];
  private readonly document: Document;
  /** Index of the text node that was asked for last. */
  private lastPlace = 0;
  /** Surrogate pairs that begin before an offset: as far as they were counted. */
  private counted = { to: 0, pairs: 0 };

  constructor(readonly root: Element | ShadowRoot) {
    this.document = root.ownerDocument;
    const nodes: Text[] = [];
    const starts: number[] = [];
    const unread = unreadTexts(root);
    let text = '';
    const walker = walkerOf(root);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const { data } = node;
      if (data === '') continue;
      nodes.push(node);
      starts.push(text.length);
      text += isNext(node, unread) ? filler(data.length) : data;
    }
    this.nodes = nodes;
    this.starts = starts;
    this.text = text;
  }

  /** Offset in `text` of the i-th text node; the text's length where there is no such node. */
  startOf(index: number): number {
    return this.starts[index] ?? this.text.length;
  }

  /** Index of the text node that holds the code unit at `offset` (0 ≤ offset < text.length); -1 outside. */
  nodeAt(offset: number): number {
    if (offset < 0 || offset >= this.text.length) return -1;
    // As `firstIndex` does, but without a call for each step: places are asked for by the hundred.
    const { starts } = this;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] as number) > offset) high = middle;
      else low = middle + 1;
    }
    return low - 1;
  }

  /**
   * The live Range of a span, its ends inside text nodes.
   * Returns null where the span is empty, out of bounds, or its nodes are gone or were shortened since.
   */
  rangeOf(span: Span): Range | null {
    if (span.start >= span.end) return null;
    const first = this.nodeAt(span.start);
    const last = span.end <= this.startOf(first + 1) ? first : this.nodeAt(span.end - 1);
    const startNode = this.nodes[first];
    const endNode = this.nodes[last];
    if (!startNode || !endNode || !startNode.isConnected || (endNode !== startNode && !endNode.isConnected))
      return null;
    const range = this.document.createRange();
    try {
      range.setStart(startNode, span.start - this.startOf(first));
      range.setEnd(endNode, span.end - this.startOf(last));
    } catch {
      // Shorter than it was: the only thing that can be wrong with a place in a text.
      return null;
    }
    return range;
  }

  /**
   * The span of a Range; its boundaries may lie in text, in elements, or outside the root (then they are clipped).
   * Returns null for a Range of another document or shadow tree, and for one that covers no text.
   */
  spanOf(range: Range): Span | null {
    if (range.startContainer.getRootNode() !== this.root.getRootNode()) return null;
    const start = this.offsetOf(range.startContainer, range.startOffset);
    const end = this.offsetOf(range.endContainer, range.endOffset);
    return start < end ? { start, end } : null;
  }

  /** The text with what stands in some elements blanked. */
  textWithout(elements: readonly Element[]): string {
    let { text } = this;
    for (const element of elements) {
      const range = this.document.createRange();
      range.selectNodeContents(element);
      const { start, end } = this.spanOf(range) ?? { start: 0, end: 0 };
      text = text.slice(0, start) + filler(end - start) + text.slice(end);
    }
    return text;
  }

  /** Surrogate pairs that begin before `offset`: code points are code units less these. Quickest asked in order. */
  pairsBefore(offset: number): number {
    const { to, pairs } = offset < this.counted.to ? { to: 0, pairs: 0 } : this.counted;
    // One more, for a pair that begins at the last of them.
    this.counted = { to: offset, pairs: pairs + pairsIn(this.text.slice(to, offset + 1)) };
    return this.counted.pairs;
  }

  /**
   * Whether the page has as much text in all as was read, and the nodes of a part of it still stand: a quick look, blind
   * to words that changed.
   */
  isCurrent(part: Span = { start: 0, end: this.text.length }): boolean {
    const { root, nodes, text } = this;
    if (!root.isConnected || root.textContent?.length !== text.length) return false;
    for (let i = this.nodeAt(part.start); i >= 0 && this.startOf(i) < part.end; i++)
      if (!nodes[i]?.isConnected) return false;
    return true;
  }

  /** Places are asked for in the order of the page, mostly: looked for from the last one on. */
  private placeOf(node: Node): number | undefined {
    const after = this.nodes.indexOf(node as Text, this.lastPlace);
    const place = after >= 0 ? after : this.nodes.indexOf(node as Text);
    if (place < 0) return undefined;
    this.lastPlace = place;
    return place;
  }

  private offsetOf(container: Node, offset: number): number {
    const place = this.placeOf(container);
    if (place !== undefined) return this.startOf(place) + offset;
    const point = this.document.createRange();
    point.setStart(container, offset);
    // The first text node that begins at or after the boundary, which lies in an element, a comment or an empty node.
    const after = firstIndex(this.nodes.length, (i) => {
      const node = this.nodes[i];
      return !node?.isConnected || point.comparePoint(node, 0) >= 0;
    });
    return this.startOf(after);
  }
}

/** The non-empty text nodes under a root, in the order of the document: those of its `PageText`. */
export function textNodesOf(root: Element | ShadowRoot): Text[] {
  const nodes: Text[] = [];
  const walker = walkerOf(root);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
    if (node.length > 0) nodes.push(node);
  return nodes;
}

function walkerOf(root: Element | ShadowRoot): TreeWalker {
  return root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
}

/** Texts still to come, in the order of the document. */
interface Queue {
  readonly texts: readonly Text[];
  next: number;
}

/**
 * The non-empty texts of unread elements, by the elements' names: few queues, and live lists that the browser keeps,
 * where a look at the parent of every text would cost as much as the whole walk.
 */
function unreadTexts(root: Element | ShadowRoot): Queue[] {
  const queues: Queue[] = [];
  for (const name of UNREAD) {
    const texts: Text[] = [];
    const elements = root instanceof Element ? root.getElementsByTagName(name) : root.querySelectorAll(name);
    for (const element of elements) {
      for (let node = element.firstChild; node; node = node.nextSibling)
        if (isText(node) && node.length > 0) texts.push(node);
    }
    if (texts.length > 0) queues.push({ texts, next: 0 });
  }
  return queues;
}

/** Whether a text is the next one of a queue, which then goes on. */
function isNext(node: Text, queues: readonly Queue[]): boolean {
  for (let i = 0; i < queues.length; i++) {
    const queue = queues[i] as Queue;
    if (queue.texts[queue.next] !== node) continue;
    queue.next++;
    return true;
  }
  return false;
}

const isText = (node: Node): node is Text =>
  node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE;
