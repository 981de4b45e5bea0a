import { isInSight } from '../article/unseen';
import type { Mark } from './painter';

const CONTROLS =
  'a[href],area,button,input,select,textarea,label,summary,video,audio,[contenteditable=""],[contenteditable="true"]';
/** What a page makes controls of; or it listens there for clicks on all that is in it. */
const MADE_CLICKABLE = '[role="button"],[role="link"],[role="tab"],[onclick]';
/** Running text, in which no click is one on what is around it. */
const TEXT = 'p ~ p, br ~ br';

/** The element around the target of an event whose click is its own; null where there is none. */
export function clickableAround(target: EventTarget | undefined): Element | null {
  const clickable = target instanceof Element ? target.closest(`${CONTROLS},${MADE_CLICKABLE}`) : null;
  return clickable?.matches(CONTROLS) || !clickable?.querySelector(TEXT) ? clickable : null;
}

/**
 * The mark under a point of the viewport (client coordinates), the shortest of several: the reader may have chosen a few
 * words of a claim. Undefined where there is none.
 */
export function markAt(x: number, y: number, marks: readonly Mark[]): Mark | undefined {
  const caret = caretAt(x, y);
  if (!caret) return undefined;
  const under = marks.filter(
    ({ range }) => (holds(range, caret) || isInShadow(range, x, y)) && isOver(range, x, y),
  );
  const lengthOf = ({ range }: Mark) => range.toString().length;
  return under.sort((a, b) => lengthOf(a) - lengthOf(b))[0];
}

/** In a shadow root the browser may name the root's host and not the text in it: then the mark's boxes alone tell. */
function isInShadow(range: Range, x: number, y: number): boolean {
  const root = range.startContainer.getRootNode();
  return root instanceof ShadowRoot && root.elementFromPoint(x, y)?.getRootNode() === root;
}

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if (typeof document.caretPositionFromPoint === 'function') {
    const position = document.caretPositionFromPoint(x, y);
    return position ? { node: position.offsetNode, offset: position.offset } : null;
  }
  const range = document.caretRangeFromPoint(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

function holds(range: Range, caret: { node: Node; offset: number }): boolean {
  try {
    return range.isPointInRange(caret.node, caret.offset);
  } catch {
    // The caret fell into a node whose length changed meanwhile.
    return false;
  }
}

/** A caret snaps to the nearest text: only a point over the range's own boxes counts. */
function isOver(range: Range, x: number, y: number): boolean {
  for (const box of range.getClientRects()) {
    if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return true;
  }
  return false;
}

/** Claims higher than this (pixels), and than a third of the window, are too high to stand beside as a whole. */
const HIGHEST = 180;

/** What a card needs to the right of its claim, with the space around it (card.css, beside.tsx), in pixels. */
const CARD_WIDTH = 416;

/**
 * Where a card is placed for a claim: the whole of it, or, of a long one, the line at the point or the first line. As far
 * as there is room for the card to the right, the box reaches to the column's end: other lines may be longer. For one
 * that is out of sight it is placed in the window's corner.
 * @param point where the reader pressed, in client coordinates; null where they came by key or list
 * @returns a box in client coordinates, in pixels
 */
export function boxNear(range: Range, point: { x: number; y: number } | null): DOMRect {
  if (!isInSight(range)) return new DOMRect();
  const { x, y, right, height } = claimBox(range, point);
  const room = document.documentElement.clientWidth - CARD_WIDTH;
  return new DOMRect(x, y, Math.max(right, Math.min(columnEnd(range), room)) - x, height);
}

function claimBox(range: Range, point: { x: number; y: number } | null): DOMRect {
  const whole = range.getBoundingClientRect();
  if (whole.height <= Math.max(HIGHEST, innerHeight / 3)) return whole;
  const boxes = [...range.getClientRects()];
  const under = point && boxes.find((box) => point.y >= box.top && point.y <= box.bottom);
  return under ?? boxes[0] ?? whole;
}

/** Where the block ends in which a range stands. */
function columnEnd({ commonAncestorContainer: node }: Range): number {
  let block = node instanceof Element ? node : node.parentElement;
  while (block && getComputedStyle(block).display === 'inline') block = block.parentElement;
  if (!block) return 0;
  return block.getBoundingClientRect().right - Number.parseFloat(getComputedStyle(block).paddingRight);
}
