import { type PageText, textNodesOf } from './text';

/** Shorter texts (characters) stand in many places of a page. */
const TELLING = 40;
/** So much of a part's text must stand in sight as well. */
const COPIED = 0.5;

/**
 * Parts of a page that are out of sight and hold again what stands in sight: a copy for print, or for screens of another
 * size, which only a style sheet hides. What is out of sight and stands nowhere else may be folded up, and is none.
 * Nothing is asked of the browser's layout where no text stands twice.
 * @returns elements, none within another
 */
export function unseenCopies(pageText: PageText): Element[] {
  const copied = new Map<Element, number>();
  for (const texts of repeated(pageText)) {
    const hidden = texts.filter((node) => !isShown(node.parentElement));
    if (hidden.length === texts.length) continue;
    for (const node of hidden) {
      const part = outermostHidden(node);
      if (part) copied.set(part, (copied.get(part) ?? 0) + node.length);
    }
  }
  return [...copied].filter(([part, length]) => length >= COPIED * lengthOf(part)).map(([part]) => part);
}

/** Texts that stand more than once, each with all its nodes. */
function repeated(pageText: PageText): Text[][] {
  const byText = new Map<string, Text[]>();
  for (const [i, node] of pageText.nodes.entries()) {
    if (node.length < TELLING) continue;
    const start = pageText.startOf(i);
    const text = pageText.text.slice(start, start + node.length).trim();
    if (text.length < TELLING) continue;
    const known = byText.get(text);
    if (known) known.push(node);
    else byText.set(text, [node]);
  }
  return [...byText.values()].filter(({ length }) => length > 1);
}

function outermostHidden({ parentElement }: Text): Element | null {
  let part: Element | null = null;
  for (let element = parentElement; element && !isShown(element); element = element.parentElement)
    part = element;
  return part;
}

/** Whether an element's text is in sight, or would be in another part of the window. Without a layout everything is. */
export function isShown(element: Element | null): boolean {
  if (!element?.checkVisibility || element.checkVisibility({ visibilityProperty: true })) return true;
  // Such an element has no box of its own.
  return getComputedStyle(element).display === 'contents' && isShown(element.parentElement);
}

const lengthOf = (part: Element) => textNodesOf(part).reduce((sum, { data }) => sum + data.trim().length, 0);
