import { type PageText, textNodesOf } from './text';

/** Shorter texts (characters) stand in many places of a page. */
const TELLING = 40;
/** So much of a part's text must stand in sight as well. */
const COPIED = 0.5;
/** CSS pixels: a box that cuts off what is beyond it and is no wider or no higher shows nothing. */
const LEAST = 1;

/**
 * Parts of a page that are out of sight and hold again what an article has in sight: a copy for print, for screens of
 * another size, or for screen readers. What is out of sight and stands nowhere else may be folded up, and is none.
 * Nothing is asked of the browser's layout where no text of the article stands twice.
 * @param body indices of the article's text nodes
 * @returns elements, none within another
 */
export function unseenCopies(pageText: PageText, body: ReadonlySet<number>): Element[] {
  const copied = new Map<Element, number>();
  const clipped: Clipped = new Map();
  for (const texts of repeated(pageText)) {
    if (!texts.some((index) => body.has(index))) continue;
    const shown = texts.filter((index) => isShown(pageText.nodes[index]?.parentElement, clipped));
    if (shown.length === texts.length || !shown.some((index) => body.has(index))) continue;
    const inSight = shown.flatMap((index) => pageText.nodes[index] ?? []);
    for (const index of texts) {
      const node = pageText.nodes[index];
      const part = node && !inSight.includes(node) ? outermostHidden(node, inSight, clipped) : null;
      if (node && part) copied.set(part, (copied.get(part) ?? 0) + node.length);
    }
  }
  return [...copied].filter(([part, length]) => length >= COPIED * lengthOf(part)).map(([part]) => part);
}

/** Texts that stand more than once, each with the indices of all its nodes. */
function repeated(pageText: PageText): number[][] {
  const byText = new Map<string, number[]>();
  const { length } = pageText.nodes;
  // By their places in the text: to ask thousands of nodes for their length takes longer than all the rest.
  for (let i = 0, start = 0, end = 0; i < length; i++, start = end) {
    end = pageText.startOf(i + 1);
    if (end - start < TELLING) continue;
    const text = pageText.text.slice(start, end).trim();
    if (text.length < TELLING) continue;
    const known = byText.get(text);
    if (known) known.push(i);
    else byText.set(text, [i]);
  }
  return [...byText.values()].filter(({ length }) => length > 1);
}

function outermostHidden(
  { parentElement }: Text,
  inSight: readonly Text[],
  clipped: Clipped,
): Element | null {
  let part: Element | null = null;
  for (let element = parentElement; element && !isShown(element, clipped); element = element.parentElement) {
    const around = element;
    if (inSight.some((node) => around.contains(node))) break;
    part = element;
  }
  return part;
}

/** Elements that were asked for already. */
type Clipped = Map<Element, boolean>;

/** Whether an element's text is in sight, or would be in another part of the window. Without a layout everything is. */
export function isShown(element: Element | null | undefined, clipped: Clipped = new Map()): boolean {
  if (!element?.checkVisibility) return true;
  if (element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    return !isClipped(element, clipped) && !isBeyond(element);
  // Such an element has no box of its own.
  return getComputedStyle(element).display === 'contents' && isShown(element.parentElement, clipped);
}

/** Whether an element stands in one that shows nothing, or next to nothing, of what is in it. */
function isClipped(element: Element, clipped: Clipped): boolean {
  const known = clipped.get(element);
  if (known !== undefined) return known;
  const { parentElement } = element;
  const is = clips(element) || (parentElement !== null && isClipped(parentElement, clipped));
  clipped.set(element, is);
  return is;
}

function clips(element: Element): boolean {
  const { overflowX, overflowY, clipPath } = getComputedStyle(element);
  if (/^inset\((50|100)%/.test(clipPath)) return true;
  if (overflowX === 'visible' && overflowY === 'visible') return false;
  const { width, height } = element.getBoundingClientRect();
  return width <= LEAST || height <= LEAST;
}

/**
 * Whether an element stands beside the page or above it, or, tied to the window, below that: where no scrolling leads,
 * or none to read.
 */
function isBeyond(element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  if (top >= clientHeight && isParked(element, clientHeight)) return true;
  if (right + scrollX >= 0 && left + scrollX < clientWidth && bottom + scrollY >= 0) return false;
  for (let around = element.parentElement; around; around = around.parentElement)
    if (around !== document.scrollingElement && (around.scrollTop !== 0 || around.scrollLeft !== 0))
      return false;
  return true;
}

/** Whether what holds an element keeps its place in the window as the page scrolls, and begins below that. */
function isParked(element: Element, below: number): boolean {
  for (let around: Element | null = element; around; around = around.parentElement)
    if (getComputedStyle(around).position === 'fixed') return around.getBoundingClientRect().top >= below;
  return false;
}

/**
 * Whether a line of a range is shown, or would be in another part of the window or of a box that scrolls: not where a
 * page has folded it up, or cuts it off ("continue reading"). What waits to be faded in is. Without a layout all is.
 */
export function isInSight(range: Range): boolean {
  const { startContainer } = range;
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  if (!element?.checkVisibility) return true;
  let boxed: Element | null = element;
  while (boxed && getComputedStyle(boxed).display === 'contents') boxed = boxed.parentElement;
  if (!boxed?.checkVisibility({ visibilityProperty: true })) return false;
  let left: readonly DOMRect[] = [...range.getClientRects()];
  // What the body has of it is the window's.
  for (let around = boxed; around !== document.body && left.length > 0; ) {
    left = leftBy(around, left);
    const { parentNode } = around;
    const next = parentNode instanceof ShadowRoot ? parentNode.host : parentNode;
    if (!(next instanceof Element)) break;
    around = next;
  }
  return left.length > 0;
}

/** Those of the lines in an element that it does not cut off; where they are scrolled to in it, its own box. */
function leftBy(element: Element, lines: readonly DOMRect[]): readonly DOMRect[] {
  const { display, overflowX, overflowY } = getComputedStyle(element);
  if ((overflowX === 'visible' && overflowY === 'visible') || /^(inline|contents)$/.test(display))
    return lines;
  const box = element.getBoundingClientRect();
  if (/auto|scroll/.test(overflowX + overflowY)) return [box];
  // A line is seen by its middle.
  const [isCutX, isCutY] = [overflowX !== 'visible', overflowY !== 'visible'];
  return lines.filter(({ left, right, top, bottom }) => {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return (!isCutX || (x > box.left && x < box.right)) && (!isCutY || (y > box.top && y < box.bottom));
  });
}

const lengthOf = (part: Element) => textNodesOf(part).reduce((sum, { data }) => sum + data.trim().length, 0);
