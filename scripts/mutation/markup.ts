/** The same words in other markup: what a redesign, another template or another reader mode does to a page. */
import type { Span } from '../../engine/types';
import { PageText } from '../../page/article/text';
import { pick, type Random, shuffled } from '../random';

/** A part of a text: what it was in the source, what it is now, and the element around it, if any. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly element?: string;
}

type TextChange = (text: string, random: Random) => Part[];

/** Parts of a text, each word and each blank by itself, changed one by one. */
function byWord(
  change: (word: string, random: Random) => string | { text: string; element: string },
): TextChange {
  return (text, random) =>
    [...text.matchAll(/\s+|\S+/g)].map(({ 0: word, index }) => {
      const changed = change(word, random);
      const span = { from: index, to: index + word.length };
      return typeof changed === 'string' ? { ...span, text: changed } : { ...span, ...changed };
    });
}

const onBlanks = (change: (random: Random) => string) =>
  byWord((word, random) => (/^\s+$/.test(word) ? change(random) : word));

/** Text nodes of the article are taken apart and put together again. */
const TEXT_CHANGES: readonly TextChange[] = [
  byWord((word, random) =>
    random() < 0.2 && /\S/.test(word)
      ? { text: word, element: pick(['span', 'em', 'a', 'mark', 'font'], random) }
      : word,
  ),
  // Split in the middle of words, with empty nodes between.
  (text, random) =>
    [...text.matchAll(/[\s\S]{1,9}/gu)].flatMap(({ 0: piece, index }) => {
      const part = { from: index, to: index + piece.length, text: piece };
      return random() < 0.3 ? [part, { from: part.to, to: part.to, text: '' }] : [part];
    }),
  onBlanks((random) => (random() < 0.3 ? '\u00a0' : ' ')),
  onBlanks((random) => (random() < 0.2 ? '\n    ' : ' ')),
  byWord((word) => word.replace(/^(\p{L}{4})(\p{L}{4,})/u, '$1\u00ad$2')),
  byWord((word) => word.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/[–—]/g, '-')),
  byWord((word) => word.replace(/^"/, '“').replace(/"/g, '”').replace(/'/g, '’').replace(/fi/g, 'ﬁ')),
  byWord((word) => word.normalize('NFD')),
  byWord((word, random) =>
    random() < 0.1 && word.length > 6 ? `${word.slice(0, 3)}\u200b${word.slice(3)}` : word,
  ),
];

/** Elements are changed; text nodes stay what they are. */
const FRAME_CHANGES: readonly ((document: Document, random: Random) => void)[] = [
  // Paragraphs become parts broken by <br>.
  ({ body }) => {
    for (const p of [...body.querySelectorAll('p')]) {
      const { ownerDocument: document } = p;
      p.replaceWith(...p.childNodes, document.createElement('br'), document.createElement('br'));
    }
  },
  ({ body }) => {
    for (const p of [...body.querySelectorAll('p')]) {
      const div = p.ownerDocument.createElement('div');
      div.className = 'css-1xyz';
      div.append(...p.childNodes);
      p.replaceWith(div);
    }
  },
  ({ body }) => {
    for (const inline of [...body.querySelectorAll('a, b, i, em, strong, span, mark, font')])
      inline.replaceWith(...inline.childNodes);
  },
  // Between the blocks and within them: what a page runs, not what it says.
  (document, random) => {
    for (const p of [...document.body.querySelectorAll('p, h2, li')]) {
      if (random() > 0.4) continue;
      const script = document.createElement('script');
      script.type = 'application/json';
      script.textContent = `{"slot":"${Math.floor(random() * 1000)}","copy":"${(p.textContent ?? '').slice(0, 60)}"}`;
      if (random() < 0.5) p.before(script);
      else p.insertBefore(script, p.firstChild?.nextSibling ?? null);
    }
  },
  // Menus and the like change places.
  ({ body }) => {
    for (const apart of [...body.querySelectorAll('header, nav, aside, footer')])
      if (isSmall(apart)) body.append(apart);
  },
  ({ body }) => {
    for (const block of [...body.querySelectorAll('p, li, div > br')])
      block.before(block.ownerDocument.createTextNode('\n      '));
  },
];

/** Only what does not hold the article is moved. */
const isSmall = (element: Element) => element.querySelectorAll('p').length < 4;

/** A place in a text node. */
interface Point {
  readonly node: Text;
  readonly offset: number;
}

/**
 * Changes the page's markup in two or three ways.
 * @param spans in the page's text as it stands (`PageText.text`)
 * @returns the page's text afterwards, and where each span went; undefined where it can't be followed
 */
export function remark(
  document: Document,
  spans: readonly Span[],
  random: Random,
): { text: string; spans: (Span | undefined)[] } {
  const before = new PageText(document.body);
  const points = spans.map(({ start, end }) => [pointAt(before, start), pointAt(before, end - 1)] as const);
  const parts = new Map<Text, { part: Part; node: Text }[]>();
  const [first, last] = [Math.min(...spans.map((s) => s.start)), Math.max(...spans.map((s) => s.end))];
  const change = pick(TEXT_CHANGES, random);
  const unread = /^(script|style|noscript|template|textarea|iframe)$/;
  for (let i = before.nodeAt(first); i >= 0 && before.startOf(i) < last; i++) {
    const node = before.nodes[i];
    if (!node || unread.test(node.parentElement?.localName ?? '')) continue;
    if (node.data.trim() !== '') parts.set(node, replaced(node, change(node.data, random)));
  }
  for (const reframe of shuffled(FRAME_CHANGES, random).slice(0, 1 + Math.floor(random() * 2)))
    reframe(document, random);
  const after = new PageText(document.body);
  const starts = new Map<Node, number>(after.nodes.map((node, i) => [node, after.startOf(i)]));
  const offsetOf = (point: Point | undefined, isLast: boolean): number | undefined => {
    if (!point) return undefined;
    const known = parts.get(point.node);
    const found = known?.find(({ part }) => part.from <= point.offset && part.to > point.offset);
    if (known && !found) return undefined;
    const start = starts.get(found?.node ?? point.node);
    if (start === undefined) return undefined;
    if (!found) return start + point.offset + (isLast ? 1 : 0);
    // The last letter of a part that grew or shrank is still its last one.
    const fromEnd = found.part.to - point.offset;
    const within = isLast ? found.part.text.length - fromEnd + 1 : point.offset - found.part.from;
    return start + Math.max(0, Math.min(found.part.text.length, within));
  };
  return {
    text: after.text,
    spans: points.map(([from, to]) => {
      const start = offsetOf(from, false);
      const end = offsetOf(to, true);
      return start !== undefined && end !== undefined && start < end ? { start, end } : undefined;
    }),
  };
}

function pointAt(pageText: PageText, offset: number): Point | undefined {
  const i = pageText.nodeAt(offset);
  const node = pageText.nodes[i];
  return node && { node, offset: offset - pageText.startOf(i) };
}

/** Puts parts in the place of a text node. */
function replaced(node: Text, parts: readonly Part[]): { part: Part; node: Text }[] {
  const { ownerDocument: document } = node;
  const made = parts.map((part) => {
    const text = document.createTextNode(part.text);
    const element = part.element ? document.createElement(part.element) : null;
    element?.append(text);
    return { part, node: text, outer: element ?? text };
  });
  node.replaceWith(...made.map(({ outer }) => outer));
  return made;
}
