import { ALWAYS, apartName, paragraphText } from './leave-out';
import type { Scope } from './scope';
import { type PageText, textNodesOf } from './text';

/** What Readability keeps of a body as it stands: running text, its headings, quotes and lists; and what has no text. */
const PLAIN =
  `p h1 h2 h3 h4 h5 h6 blockquote ul ol li hr br wbr a abbr b bdi bdo big cite code del dfn em i ins kbd mark
  q rb rp rt ruby s samp small span strike strong sub sup time tt u var figure img picture source script style
  noscript`.split(/\s+/);
const NOT_PLAIN = `:not(${PLAIN.join(',')})`;
/** What Readability may take away, or what may not be seen: an author's line, a list of links, styles, roles. */
const DOUBTFUL =
  '[rel~="author"],[itemprop*="author"],[role],[style*="display"],[style*="visibility"],ul a,ol a,noscript img';
/**
 * Names by which Readability takes elements for something else than text (its `unlikelyCandidates`, `negative`,
 * `byline` and `shareElements`, version 0.6.0).
 */
const DOUBTFUL_NAMES =
  /-ad-|ai2html|banner|breadcrumbs|combx|comment|com-|community|contact|cover-wrap|disqus|extra|footer|gdpr|header|hidden|hid\b|legends|masthead|media|menu|meta|outbrain|promo|related|remark|replies|rss|scroll|share|shoutbox|shopping|sidebar|skyscraper|social|sponsor|supplemental|tags|widget|agegate|pagination|pager|popup|yom-remote|byline|author|dateline|writtenby/i;
/** Elements that may stand around all of a body. */
const WRAPPERS = new Set(['div', 'section', 'main']);

/** Characters of a body's paragraphs from which it counts as one. */
const SHORTEST = 500;
/** A paragraph of this many characters outside of the body may be part of it. */
const LONG_PARAGRAPH = 80;
/** At most this share of a body may be paragraphs that are left out (a related story, a form). */
const LARGEST_SHARE = 0.2;

/**
 * The article's body where the page's markup leaves no doubt of it: the only `article` element holds (below wrappers)
 * nothing but running text and what is never the article, and no paragraph of any length stands outside of it. This
 * spares copying the page and Readability, which would find the same.
 * @returns indices (in `PageText.nodes`) of the body's text nodes; null where Readability is to judge
 */
export function plainBody(pageText: PageText, scope: Scope): Set<number> | null {
  const around = scope ?? pageText.root;
  const article = onlyArticle(around);
  if (!article || isApart(article)) return null;
  const isOut = (element: Element) => element.matches(ALWAYS) || apartName(element) !== null;
  const body = innermost(article, isOut);
  const out = leftOut(body, isOut);
  if (!out) return null;
  const length = paragraphText(body);
  const lost = out.reduce((sum, element) => sum + paragraphText(element), 0);
  if (length - lost < SHORTEST || lost > length * LARGEST_SHARE) return null;
  if (hasLongOutside(around, article, (length - lost) / 2)) return null;
  return indicesOf(pageText, body, out);
}

function onlyArticle(around: Element | ShadowRoot): Element | null {
  if (around instanceof Element && around.localName === 'article')
    return around.querySelector('article') ? null : around;
  const [article, another] = around.querySelectorAll('article');
  return article && !another ? article : null;
}

/** Whether an element stands in a part that is never the article, or may not be. */
function isApart(element: Element): boolean {
  for (let node: Element | null = element; node && node.localName !== 'body'; node = node.parentElement)
    if (node.matches(ALWAYS) || apartName(node) !== null || isDoubtful(node)) return true;
  return false;
}

const isDoubtful = (element: Element) => DOUBTFUL_NAMES.test(`${element.className} ${element.id}`);

/** The element within an article, or itself, that holds all text of it but the headline and what is left out. */
function innermost(article: Element, isOut: (element: Element) => boolean): Element {
  let body = article;
  for (;;) {
    const [only, another] = textChildren(body, isOut);
    if (!only || another || !WRAPPERS.has(only.localName)) return body;
    body = only;
  }
}

/** The first two children that hold text. */
function textChildren(element: Element, isOut: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  for (let child = element.firstElementChild; child && found.length < 2; child = child.nextElementSibling) {
    const isText =
      !/^(h1|script|style|noscript)$/.test(child.localName) && /\S/.test(child.textContent ?? '');
    if (isText && !isOut(child)) found.push(child);
  }
  return found;
}

/** The parts of a body that are left out, none within another; null where it holds anything that is not plain. */
function leftOut(body: Element, isOut: (element: Element) => boolean): Element[] | null {
  if (isDoubtful(body)) return null;
  const out: Element[] = [];
  for (const element of body.querySelectorAll(`${NOT_PLAIN},h1,[class],[id],${DOUBTFUL}`)) {
    if (out.at(-1)?.contains(element)) continue;
    if (isOut(element)) {
      if (element.querySelector('h1, main, article')) return null;
      out.push(element);
    } else if (element.localName === 'h1' || !/\S/.test(element.textContent ?? '')) out.push(element);
    else if (element.matches(`${NOT_PLAIN},${DOUBTFUL}`) || isDoubtful(element)) return null;
  }
  return out;
}

/**
 * Whether paragraphs of some length outside of an article may belong to it: any in no part that is left out, and those
 * of such parts if they are many.
 */
function hasLongOutside(around: Element | ShadowRoot, article: Element, most: number): boolean {
  let length = 0;
  for (const p of around.querySelectorAll('p')) {
    const own = p.textContent?.length ?? 0;
    if (own < LONG_PARAGRAPH || article.contains(p)) continue;
    if (!isLeftOut(p, around)) return true;
    length += own;
  }
  return length > most;
}

function isLeftOut(element: Element, around: Node): boolean {
  for (let node: Element | null = element; node && node !== around; node = node.parentElement)
    if (node.matches(ALWAYS) || apartName(node) !== null) return true;
  return false;
}

function indicesOf(pageText: PageText, body: Element, out: readonly Element[]): Set<number> | null {
  const range = body.ownerDocument.createRange();
  range.selectNodeContents(body);
  const span = pageText.spanOf(range);
  if (!span) return null;
  const lost = new Set<Node | undefined>(out.flatMap(textNodesOf));
  const kept = new Set<number>();
  for (let i = pageText.nodeAt(span.start); i >= 0 && pageText.startOf(i) < span.end; i++)
    if (!lost.has(pageText.nodes[i])) kept.add(i);
  return kept;
}
