import { NEIGHBOURS } from '../../annotations/surroundings';
import type { Block } from '../../messages/protocol';
import { readBlocks } from './blocks';
import type { FindBody } from './doubt';
import { type Metadata, metadataIn, readMetadata } from './metadata';
import { plainBody } from './plain-body';
import { withoutRepeats } from './repeats';
import type { Scope } from './scope';
import type { PageText } from './text';
import { unseenCopies } from './unseen';

/** The article of a page: what it says about itself, and its text in blocks (see `Block` in messages/protocol.ts). */
export interface Article extends Metadata {
  readonly pageText: PageText;
  /** In document order, not overlapping; empty where no article was found. */
  readonly blocks: readonly Block[];
  /** The smallest live element that holds the whole body; where late paragraphs would appear. */
  readonly root: Element | null;
  /** Copies of what is in sight that are out of it: no part of the article, and no place for its claims. */
  readonly unseen: readonly Element[];
}

/**
 * Finds a page's article: its body as the page's markup has it where that leaves no doubt (`plainBody`), else by
 * `findBody`. In steps, between which a page may do its own work, and what a step yields is waited for: the page is
 * copied in the first one, if it needs a copy, and what changes afterwards is no part of the article found.
 * The live document is only read. Offsets of the blocks are those of `pageText`.
 * @param former what was read of another article in this document before; see `readMetadata`.
 * @param scope where in the document the article stands; `pageText` is the scope's where that is a shadow root
 */
export function* articleInSteps(
  document: Document,
  pageText: PageText,
  findBody: FindBody,
  former?: Metadata,
  scope: Scope = null,
): Generator<Promise<unknown> | undefined, Article, void> {
  const head = readMetadata(document, former);
  const metadata = scope instanceof Element ? metadataIn(scope, head) : head;
  const body = plainBody(pageText, scope) ?? (yield* findBody(document, pageText, scope));
  yield undefined;
  const unseen = unseenCopies(pageText, body);
  const isSeen = (node: Node | undefined) => !unseen.some((copy) => copy.contains(node ?? null));
  const kept = new Set([...body].filter((index) => isSeen(pageText.nodes[index])));
  const headline = headlineNodes(scope ?? document.body, pageText, metadata.title, isSeen);
  const blocks = readBlocks(pageText, (index) => kept.has(index) || headline.has(index), headline);
  const told = withGaps(withoutRepeats(blocks), pageText);
  return { ...metadata, pageText, blocks: told, root: commonRoot(pageText, kept), unseen };
}

/** The blocks, with what stands between two neighbours and is none of the article. */
function withGaps(blocks: readonly Block[], { text }: PageText): Block[] {
  return blocks.map((block, i) => {
    const before = blocks[i - 1];
    const end = before ? before.start + before.text.length : block.start;
    const gap = block.start - end > NEIGHBOURS ? '' : text.slice(end, block.start).trim();
    return gap === '' ? block : { ...block, gap: gap.replace(/\s+/g, ' ') };
  });
}

/** Indices of the text nodes of the headline: the heading whose words are the title's, else the only first heading. */
function headlineNodes(
  within: Element | ShadowRoot,
  pageText: PageText,
  title: string,
  isSeen: (node: Node) => boolean,
): Set<number> {
  const found = headlineElement(within, title, isSeen);
  const nodes = new Set<number>();
  if (!found) return nodes;
  const range = within.ownerDocument.createRange();
  range.selectNodeContents(found);
  const span = pageText.spanOf(range);
  if (!span) return nodes;
  for (let i = pageText.nodeAt(span.start); i >= 0 && pageText.startOf(i) < span.end; i++) nodes.add(i);
  return nodes;
}

function headlineElement(
  within: Element | ShadowRoot,
  title: string,
  isSeen: (node: Node) => boolean,
): Element | null {
  const wanted = wordsOf(title);
  let best: Element | null = null;
  let bestShare = 0.5;
  const headings = [...within.querySelectorAll('h1, [itemprop~="headline"], h2')].filter(isSeen).slice(0, 40);
  for (const heading of headings) {
    const words = wordsOf(heading.textContent ?? '');
    const shared = [...words].filter((word) => wanted.has(word)).length;
    const share = shared / Math.max(1, Math.min(words.size, wanted.size));
    if (words.size >= 3 && share > bestShare) {
      best = heading;
      bestShare = share;
      // None can be better.
      if (share >= 1) break;
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
  const indices = [...kept].sort((a, b) => a - b);
  const first = pageText.nodes[indices[0] ?? -1];
  const last = pageText.nodes[indices.at(-1) ?? -1];
  if (!first || !last) return null;
  const range = first.ownerDocument.createRange();
  range.setStart(first, 0);
  range.setEnd(last, last.length);
  const common = range.commonAncestorContainer;
  return common instanceof Element ? common : common.parentElement;
}
