import { Readability } from '@mozilla/readability';
import { type Copy, cloneOf } from './copy';
import type { JudgeBody } from './doubt';
import { removeNonArticle } from './leave-out';
import type { Scope } from './scope';
import { type PageText, textNodesOf } from './text';

/** Characters of the shortest paragraph taken where Readability finds no article. */
const SHORTEST_PARAGRAPH = 60;

/** Characters of items from which a list may be the article. */
const SHORTEST_LIST = 500;

/** Marks on the clone are attribute names, since Readability merges the attributes of elements it folds into one. */
const MARK = 'data-tightrope-';

/** Finds the article's body with Readability, on a copy of the page that is mapped back to the live text nodes. */
export const readableBody: JudgeBody = (copy, document, pageText, scope) =>
  bodyNodes(copy) ?? markedNodes(document, pageText, scope);

const READABILITY = {
  charThreshold: 250,
  keepClasses: true,
  disableJSONLD: true,
  serializer: (node: Node) => node as Element,
};

/**
 * Indices (in `PageText.nodes`) of the text nodes that make the article's body. Readability moves text nodes about in
 * the clone but keeps them; null where it did not, because it gave up and began anew on a copy of its own.
 */
function bodyNodes({ clone, places }: Copy): Set<number> | null {
  removeNonArticle(clone);
  takeItemsForParagraphs(clone.body);
  // Readability would replace the text of such links.
  for (const link of clone.querySelectorAll('a[href^="javascript:" i]')) link.removeAttribute('href');
  const reader = new Readability<Element>(clone, READABILITY);
  // What it does to a body once found (addresses made absolute, nests flattened) takes time and leaves the text as it is.
  Object.assign(reader, { _postProcessContent: () => undefined });
  const content = reader.parse()?.content;
  if (!content) return null;
  const kept = new Set<number>();
  const walker = clone.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const place = places.get(node);
    if (place !== undefined) kept.add(place);
    else if (node.nodeValue?.trim()) return null;
  }
  return kept.size > 0 ? kept : null;
}

/** Readability knows paragraphs, no items: where a page's running text is a list, it would take the rest for it. */
function takeItemsForParagraphs(body: Element): void {
  const lengthOf = ({ textContent }: Element) => textContent?.replace(/\s+/g, ' ').trim().length ?? 0;
  const ownLength = (element: Element) =>
    [...element.querySelectorAll('a')].reduce((left, link) => left - lengthOf(link), lengthOf(element));
  const isRunning = (item: Element) =>
    !item.querySelector('div, p, ul, ol') && ownLength(item) >= SHORTEST_PARAGRAPH;
  const items = [...body.querySelectorAll('li, dd')].filter(isRunning);
  const length = items.reduce((sum, item) => sum + ownLength(item), 0);
  if (length < SHORTEST_LIST || length < ownLength(body) / 2) return;
  for (const item of items) {
    const paragraph = item.ownerDocument.createElement('p');
    paragraph.append(...item.childNodes);
    item.append(paragraph);
  }
}

/** The same by marks on the text's parents, which outlive Readability's own copies; slower. */
function markedNodes(document: Document, pageText: PageText, scope: Scope): Set<number> {
  const first = markedClone(document, scope);
  const content = new Readability<Element>(first.clone, READABILITY).parse()?.content;
  let marks = content ? marksIn([content, ...content.querySelectorAll('*')]) : new Set<number>();
  if (marks.size === 0) {
    // Readability gave up (very short or unusual pages): take the long paragraphs as they stand.
    const paragraphs = [...markedClone(document, scope).clone.body.querySelectorAll('p, blockquote, li')];
    const long = paragraphs.filter((p) => (p.textContent ?? '').trim().length >= SHORTEST_PARAGRAPH);
    marks = marksIn(long.flatMap((p) => [p, ...p.querySelectorAll('*')]));
  }
  const kept = new Set<number>();
  // This copy is of the page as it is by now; what came after its text was read has no place in that.
  const places = new Map<Node | undefined, number>(pageText.nodes.map((node, i) => [node, i]));
  for (const [i, mark] of first.markOf.entries()) {
    const place = places.get(first.live[i]);
    if (place !== undefined && mark !== undefined && marks.has(mark)) kept.add(place);
  }
  return kept;
}

/** A clone without what is never the article. */
interface MarkedClone {
  readonly clone: Document;
  /** The live text nodes, in the order of the document. */
  readonly live: readonly Text[];
  /** `markOf[i]` is the mark on the parent of the i-th text node's copy. */
  readonly markOf: readonly (number | undefined)[];
}

function markedClone(document: Document, scope: Scope): MarkedClone {
  const clone = cloneOf(document, scope);
  const markOf: (number | undefined)[] = [];
  // The clone's text nodes come in the order of the live ones, so the walk needs no marks on the live page.
  const copies = textNodesOf(clone.body);
  const marks = new Map<Element, number>();
  for (const [i, copy] of copies.entries()) {
    const parent = copy.parentElement;
    if (!parent || copy.data.trim() === '') continue;
    let mark = marks.get(parent);
    if (mark === undefined) {
      mark = marks.size;
      marks.set(parent, mark);
      parent.setAttribute(`${MARK}${mark}`, '');
    }
    markOf[i] = mark;
  }
  wrapBareText(clone, marks.get(clone.body));
  removeNonArticle(clone);
  return { clone, live: textNodesOf(scope ?? document.body), markOf };
}

/** Readability may drop the body element with its mark: text that lies in it directly gets a parent of its own. */
function wrapBareText(clone: Document, mark: number | undefined): void {
  if (mark === undefined) return;
  const wrapper = clone.createElement('div');
  wrapper.setAttribute(`${MARK}${mark}`, '');
  wrapper.append(...clone.body.childNodes);
  clone.body.append(wrapper);
}

function marksIn(elements: readonly Element[]): Set<number> {
  const marks = new Set<number>();
  for (const element of elements) {
    for (const { name } of element.attributes) {
      if (name.startsWith(MARK)) marks.add(Number(name.slice(MARK.length)));
    }
  }
  return marks;
}
