import { isProbablyReaderable, Readability } from '@mozilla/readability';
import type { Block } from '../messages/protocol';
import { readBlocks } from './blocks';
import { removeNonArticle } from './leave-out';
import { type Metadata, metadataIn, readMetadata } from './metadata';
import type { Scope } from './scope';
import { type PageText, readPageText, textNodesOf } from './text';

/** The article of a page: what it says about itself, and its text in blocks (see `Block` in messages/protocol.ts). */
export interface Article extends Metadata {
  readonly pageText: PageText;
  /** In document order, not overlapping; empty where no article was found. */
  readonly blocks: readonly Block[];
  /** The smallest live element that holds the whole body; where late paragraphs would appear. */
  readonly root: Element | null;
}

/** Characters of the shortest paragraph taken where Readability finds no article. */
const SHORTEST_PARAGRAPH = 60;

/** Marks on the clone are attribute names, since Readability merges the attributes of elements it folds into one. */
const MARK = 'data-tightrope-';

/**
 * Finds the article's body with Readability on a clone and maps it back to the live text nodes.
 * The live document is only read. Offsets of the blocks are those of `pageText`.
 * @param former what was read of another article in this document before; see `readMetadata`.
 * @param scope where in the document the article stands
 */
export function findArticle(
  document: Document,
  pageText: PageText = readPageText(document.body),
  former?: Metadata,
  scope: Scope = null,
): Article {
  const steps = articleInSteps(document, pageText, former, scope);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same in steps, between which a page may do its own work: the page is copied in the first one, and what changes
 * afterwards is no part of the article found.
 * @param scope where in the document the article stands; `pageText` is the scope's where that is a shadow root
 */
export function* articleInSteps(
  document: Document,
  pageText: PageText,
  former?: Metadata,
  scope: Scope = null,
): Generator<void, Article, void> {
  const head = readMetadata(document, former);
  const metadata = scope instanceof Element ? metadataIn(scope, head) : head;
  const copy = copyOf(document, pageText, scope);
  yield;
  const kept = bodyNodes(copy) ?? markedNodes(document, pageText, scope);
  yield;
  const headline = headlineNodes(scope ?? document.body, pageText, metadata.title);
  const blocks = readBlocks(pageText, (index) => kept.has(index) || headline.has(index), headline);
  return { ...metadata, pageText, blocks, root: commonRoot(pageText, kept) };
}

/**
 * Whether a page is likely to hold an article; a cheap look (paragraphs of some length), before the costly one.
 */
export function looksLikeArticle(document: Document): boolean {
  return isProbablyReaderable(document, { minContentLength: 100, minScore: 15 });
}

/** A copy of the page, and its non-empty text nodes by their place among all of them. */
interface Copy {
  readonly clone: Document;
  readonly places: ReadonlyMap<Node, number>;
}

/** The copy's text nodes come in the order of the live ones, so the walk needs no marks on the live page. */
function copyOf(document: Document, pageText: PageText, scope: Scope): Copy {
  const clone = cloneOf(document, scope);
  const first = firstNodeIn(pageText, scope);
  return { clone, places: new Map(textNodesOf(clone.body).map((node, i) => [node, first + i])) };
}

/** A copy of the document; of one whose body holds nothing but the scope, where there is one. */
function cloneOf(document: Document, scope: Scope): Document {
  if (!scope) return document.cloneNode(true) as Document;
  const clone = document.implementation.createHTMLDocument(document.title);
  const nodes = scope instanceof Element ? [scope] : [...scope.childNodes];
  clone.body.append(...nodes.map((node) => clone.importNode(node, true)));
  return clone;
}

/** The place of a scope's first text node among those of the page's text. */
function firstNodeIn({ nodes, root }: PageText, scope: Scope): number {
  if (!scope || scope === root) return 0;
  const first = nodes.findIndex((node) => scope.contains(node));
  return Math.max(0, first);
}

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
  // Readability would replace the text of such links.
  for (const link of clone.querySelectorAll('a[href^="javascript:" i]')) link.removeAttribute('href');
  const content = new Readability<Element>(clone, READABILITY).parse()?.content;
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
  const offset = firstNodeIn(pageText, scope);
  for (const [i, mark] of first.markOf.entries()) {
    if (mark !== undefined && marks.has(mark)) kept.add(offset + i);
  }
  return kept;
}

/** A clone without what is never the article; `markOf[i]` is the mark on the parent of the i-th text node's copy. */
function markedClone(document: Document, scope: Scope): { clone: Document; markOf: (number | undefined)[] } {
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
  return { clone, markOf };
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

/** Indices of the text nodes of the headline: the heading whose words are the title's, else the only first heading. */
function headlineNodes(within: Element | ShadowRoot, pageText: PageText, title: string): Set<number> {
  const found = headlineElement(within, title);
  const nodes = new Set<number>();
  if (!found) return nodes;
  const range = within.ownerDocument.createRange();
  range.selectNodeContents(found);
  const span = pageText.spanOf(range);
  if (!span) return nodes;
  for (let i = pageText.nodeAt(span.start); i >= 0 && pageText.startOf(i) < span.end; i++) nodes.add(i);
  return nodes;
}

function headlineElement(within: Element | ShadowRoot, title: string): Element | null {
  const wanted = wordsOf(title);
  let best: Element | null = null;
  let bestShare = 0.5;
  const headings = [...within.querySelectorAll('h1, [itemprop~="headline"], h2')].slice(0, 40);
  for (const heading of headings) {
    const words = wordsOf(heading.textContent ?? '');
    const shared = [...words].filter((word) => wanted.has(word)).length;
    const share = shared / Math.max(1, Math.min(words.size, wanted.size));
    if (words.size >= 3 && share > bestShare) {
      best = heading;
      bestShare = share;
    }
  }
  if (best) return best;
  const first = headings.filter((h) => h.localName === 'h1' && wordsOf(h.textContent ?? '').size >= 4);
  return first.length === 1 ? (first[0] ?? null) : null;
}

function wordsOf(value: string): Set<string> {
  return new Set(value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** The element that holds all the nodes; null where there are none. */
function commonRoot(pageText: PageText, kept: ReadonlySet<number>): Element | null {
  const indices = [...kept];
  const first = pageText.nodes[Math.min(...indices)];
  const last = pageText.nodes[Math.max(...indices)];
  if (!first || !last) return null;
  const range = first.ownerDocument.createRange();
  range.setStart(first, 0);
  range.setEnd(last, last.length);
  const common = range.commonAncestorContainer;
  return common instanceof Element ? common : common.parentElement;
}
