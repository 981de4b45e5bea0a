import { withoutFragment } from '../../annotations/route';
import { openRoots } from './roots';
import { isShown } from './unseen';

/**
 * Where in a document an article stands: all of it (null), one of several articles under each other (a page that scrolls
 * on to the next one), or an open shadow root.
 */
export type Scope = Element | ShadowRoot | null;

/** Elements that are marked up as articles. */
const MARKED = 'article,[role="article"],[itemscope][itemtype*="Article"]';
/** Elements that may hold an article of their own. */
const CANDIDATES = `${MARKED},[data-article-url],[data-canonical-url],[data-canonical],[data-url]`;
/** Attributes in which pages name the address of one of several articles. */
const ADDRESS_ATTRIBUTES = [
  'data-canonical-url',
  'data-canonical',
  'data-article-url',
  'data-url',
  'data-permalink',
  'itemid',
];
/** Elements within an article that name its address. */
const ADDRESS_ELEMENTS =
  'link[rel~="canonical"],link[itemprop~="mainEntityOfPage"],meta[itemprop~="mainEntityOfPage"],link[itemprop~="url"],meta[itemprop~="url"],a[rel~="bookmark"]';
/** Parts of a page whose elements are no articles under it, unless a headline stands in them. */
const APART = 'aside,nav,footer,[id*="comment" i],[class*="comment" i],[class*="related" i]';
/** Characters of paragraphs below which an element is a teaser. */
const SHORTEST = 500;
/** Words of a heading that is an article's rather than the site's name. */
const HEADLINE_WORDS = 4;

/** The headlines a document had when it was first looked at, or when all of those before had gone. */
const firstHeadlines = new WeakMap<Document, readonly Element[]>();

/**
 * The elements that each hold an article of their own, in the order of the document; empty where the document holds one
 * article only, as the posts of a live blog do under its headline, and the chapters of a report.
 */
export function articleElements(document: Document): Element[] {
  const headlines = [...document.querySelectorAll('h1')].filter((h1) => wordCount(h1) >= HEADLINE_WORDS);
  const leading = withoutChapters(document, headlines);
  const around = leading.length < 2 ? [] : leading.map((h1) => elementAround(h1, leading)).filter(hasText);
  if (around.length >= 2) return around;
  const candidates = [...document.querySelectorAll(CANDIDATES)];
  // Parts under one headline are no articles.
  if (candidates.length < 2 || headlines.some((h1) => !candidates.some((element) => element.contains(h1))))
    return [];
  const led = candidates.filter((element) => headlines.some((h1) => element.contains(h1)));
  const isApart = (element: Element) => {
    const part = element.closest(APART);
    return part !== null && !headlines.some((h1) => part.contains(h1));
  };
  const named = candidates.filter(
    (element) =>
      !led.some((other) => other.contains(element)) &&
      !isApart(element) &&
      element.querySelector('h2, h3') &&
      addressIn(element) !== '',
  );
  const own = [...led, ...named].filter(hasText);
  const outer = candidates.filter(
    (element) => own.includes(element) && !own.some((other) => isWithin(element, other)),
  );
  return outer.length < 2 ? [] : outer;
}

/**
 * Headlines without those of a report's chapters: what stood there from the first, below another headline with text of
 * its own, and is neither marked up as an article nor names an address. What comes later is the next article of a page
 * that goes on by itself.
 */
function withoutChapters(document: Document, headlines: readonly Element[]): readonly Element[] {
  const known = firstHeadlines.get(document);
  const first = known?.some((h1) => h1.isConnected) ? known : headlines;
  firstHeadlines.set(document, first);
  if (headlines.length < 2) return headlines;
  const parts = headlines.map((h1) => ({ h1, part: elementAround(h1, headlines) }));
  const [, ...others] = parts.filter(({ part }) => hasText(part));
  const chapters = others.filter(({ h1, part }) => first.includes(h1) && !isNamed(h1, part));
  return headlines.filter((headline) => !chapters.some(({ h1 }) => h1 === headline));
}

/** Whether a part of a page is marked up as an article, names another address than the page's, or its headline leads there. */
function isNamed(h1: Element, part: Element): boolean {
  const marked = h1.closest(MARKED);
  if (marked && part.contains(marked)) return true;
  const page = withoutFragment(part.ownerDocument.location.href);
  const link = (h1.closest('a[href]') ?? h1.querySelector('a[href]')) as HTMLAnchorElement | null;
  return [addressIn(part), link?.href].some((url) => url && withoutFragment(url) !== page);
}

/** The largest element around a headline that holds no other one. */
function elementAround(headline: Element, all: readonly Element[]): Element {
  let element = headline;
  for (let next = element.parentElement; next; next = next.parentElement) {
    const wider = next;
    if (all.some((other) => other !== headline && wider.contains(other))) break;
    element = wider;
  }
  return element;
}

const isWithin = (inner: Element, outer: Element) => inner !== outer && outer.contains(inner);

function hasText(element: Element): boolean {
  return paragraphs(element) >= SHORTEST;
}

function paragraphs(element: Element | ShadowRoot): number {
  let length = 0;
  for (const p of element.querySelectorAll('p')) length += p.textContent?.length ?? 0;
  return length;
}

function wordCount(element: Element): number {
  return element.textContent?.trim().split(/\s+/).length ?? 0;
}

/** The address one of several articles names as its own, absolute; empty where it names none. */
export function addressIn(article: Element): string {
  const headline = article.querySelector('h1, h2, h3');
  const named: (string | null | undefined)[] = [];
  // On the elements from its headline up to its own; what stands deeper may be a teaser's, or a button's.
  for (let element = headline ?? article; article.contains(element) && element.parentElement; ) {
    for (const name of ADDRESS_ATTRIBUTES) named.push(element.getAttribute(name));
    element = element.parentElement;
  }
  const within = article.querySelector(ADDRESS_ELEMENTS);
  for (const name of ['href', 'itemid', 'content']) named.push(within?.getAttribute(name));
  for (const address of named) {
    if (!address || !URL.canParse(address, article.baseURI)) continue;
    const url = new URL(address, article.baseURI);
    if (url.protocol === 'http:' || url.protocol === 'https:') return url.href;
  }
  return '';
}

/** The one of several articles that the reader looks at; null where there is one article only, or none in view. */
export function articleInView(document: Document): Element | null {
  return inView(articleElements(document));
}

/** Nothing is measured where there is one article: asking for a height lays the page out. */
function inView(articles: readonly Element[]): Element | null {
  if (articles.length === 0) return null;
  const middle = innerHeight / 2;
  const isInView = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top <= middle && bottom > middle;
  };
  return articles.find(isInView) ?? null;
}

/** Where a first reading looks: at the article in view, where there are several. */
export function firstScope(document: Document): Scope {
  const articles = articleElements(document);
  // A copy that is out of sight (for print, say) may come first.
  return inView(articles) ?? articles.find((article) => isShown(article)) ?? articles[0] ?? null;
}

/**
 * Where to look for an article that was read before: others may have been put under it meanwhile.
 * @param root the element that held its text
 * @param text a paragraph of it, for where that element was built anew
 */
export function scopeAgain(scope: Scope, document: Document, root: Element | null, text: string): Scope {
  if (scope?.isConnected) return scope;
  if (root?.getRootNode() instanceof ShadowRoot) return null;
  const all = articleElements(document);
  return (
    all.find((element) => root !== null && element.contains(root)) ??
    all.find((element) => element.textContent?.includes(text)) ??
    null
  );
}

/** The open shadow root with the most running text; null where none has as much as an article. */
export function shadowScope(document: Document): ShadowRoot | null {
  let best: ShadowRoot | null = null;
  let most = SHORTEST;
  for (const root of openRoots(document)) {
    const length = paragraphs(root);
    if (length > most) [best, most] = [root, length];
  }
  return best;
}
