import { routeIn, withoutFragment } from '../../annotations/route';
import { isExtensionAlive, onToPage, sendUntilAnswered } from '../../messages/page-side';
import { openRoots } from '../article/roots';
import { articleInView } from '../article/scope';
import { isFramed, isLargeFrame, isOwnFrame, speaksForItself, standsForPage, whenLarge } from '../frames';
import { afterChange, EMPTY, whenSeen, whenSettled } from '../settle';
import { isOnSubject } from './subject';

/** When to look again at a page that is no article (yet), in milliseconds after the look before. */
const AGAIN = [800, 2500];
/** How long after a change to look once that is over, in milliseconds: ever longer where looks were for nothing. */
const LATER = { first: 800, longest: 6400 };
/** Characters of text that are enough to decide. */
const ENOUGH = 8000;
/** Long lines of an article that is more than a beginning. */
const WHOLE = 3;
/** Where running text stands; and, as text of their own, in pages that have none there. */
const PARAGRAPHS = 'p, pre, div > br, td > br, article div';
const BOXES = 'div, section, td, li, dd';

/**
 * Watches over one news page: says yes or no to "is this an article on our subject?", and again when woken, until the
 * reader takes the permission for its site back.
 * It reads, and leaves nothing on the page; all that stays is the listener for the background's word, in a frame of the
 * page's own that is small or hidden the one that waits for its size to change, and what waits for a late article.
 * An article is looked at once, and not before the reader sees it; what is none, or its mere beginning, may still be
 * loading, and is looked at twice more, and after that when it has changed. In a frame it looks only where that is the
 * page's own and large, once it is shown, and speaks only where the frame holds the article.
 */
export function keepWatch(): void {
  let former = '';
  let address = '';
  let told: boolean | null = null;
  let unseen: () => void = () => undefined;
  let small: () => void = () => undefined;
  let unsettled: () => void = () => undefined;
  let unchanged: () => void = () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  // Nothing is read of a frame that has become small.
  const read = () => (isFramed() && !isLargeFrame() ? '' : leadingText(articleInView(document) ?? document));
  const decide = (text: string, attempt: number) => {
    const isSettled = attempt <= AGAIN.length || text === former;
    former = text;
    address = addressOf(document);
    const article = looksLikeArticle(document, text);
    const relevant = article && isOnSubject(headline(document), text);
    const wait = AGAIN[attempt];
    // Of a page and a frame that fills it one speaks: the one with the article.
    const isLast = relevant || wait === undefined;
    const isKnown = relevant || (article && longLines(text) >= WHOLE && isSettled);
    const speaks = isFramed()
      ? relevant && standsForPage(text, leadingText)
      : speaksForItself(document, text, isLast, leadingText);
    const isOver = (isKnown && speaks) || isFront(document);
    if ((isOver || isLast || text.length >= EMPTY) && speaks && relevant !== told) {
      told = relevant;
      // A page that was reloaded, or an extension that was updated meanwhile: nobody to tell.
      sendUntilAnswered('sentinel/verdict', { relevant }, () => told === relevant).catch(() => undefined);
    }
    if (isOver) return;
    // After an update or removal of the extension there is nobody to look for.
    const again = () => isExtensionAlive() && decide(read(), attempt + 1);
    if (wait !== undefined) timer = setTimeout(again, wait);
    // Its script or network is slow, or the reader is yet to ask for the rest.
    else unchanged = afterChange(treesOf(document, text), laterThan(attempt), again);
  };
  if (isFramed() && !isOwnFrame()) return;
  const rest = () => {
    for (const stop of [unseen, small, unsettled, unchanged]) stop();
    clearTimeout(timer);
    told = null;
  };
  const stopHearing = onToPage({
    'site/revoked': () => {
      rest();
      stopHearing();
      return undefined;
    },
    // The page itself alone is woken.
    'sentinel/wake': () => {
      rest();
      unseen = whenSeen(document, () => {
        // The address and text it has looked at already: the wake-up came late, or for a frame that went away, and no
        // other text will come. (A page that came back to an address may still show the other one's text: it waits.)
        const text = read();
        if (address === addressOf(document) && text === former) return decide(text, 0);
        unsettled = whenSettled(
          read,
          (text) => text === former,
          (text) => decide(text, AGAIN.length),
        );
      });
      return undefined;
    },
  });
  const begin = () => decide(read(), 0);
  const whenShown = () => {
    small = whenLarge(begin);
  };
  unseen = whenSeen(document, isFramed() ? whenShown : begin);
}

/**
 * The beginning of a page's running text: paragraphs, and parts broken by `<br>`; where it has none, of the shadow root
 * with the most; where none has any, what stands in boxes, items and cells.
 */
export function leadingText(of: Document | Element): string {
  const text = textIn(of, PARAGRAPHS);
  if (text.length >= EMPTY) return text;
  const roots = 'documentElement' in of ? openRoots(of) : [];
  const longest = longestOf([text, ...roots.map((root) => textIn(root, PARAGRAPHS))]);
  return longest.length >= EMPTY ? longest : longestOf([longest, textIn(of, `${PARAGRAPHS}, ${BOXES}`)]);
}

const longestOf = (texts: readonly string[]) =>
  texts.reduce((longest, other) => (other.length > longest.length ? other : longest));

function textIn(tree: ParentNode, selector: string): string {
  const paragraphs: string[] = [];
  let length = 0;
  const seen = new Set<Element | null>();
  for (const found of tree.querySelectorAll(selector)) {
    const element = found.localName === 'br' ? found.parentElement : found;
    if (!element || seen.has(element) || (found.matches(BOXES) && !hasOwnText(element))) continue;
    seen.add(element);
    const text = linesOf(element);
    if (text.length < 40) continue;
    paragraphs.push(text);
    length += text.length;
    if (length > ENOUGH) break;
  }
  return paragraphs.join('\n').slice(0, ENOUGH * 2);
}

/** An element's text, a line for each part between its `<br>`s or empty lines; all other breaks are its source's. */
function linesOf(element: Element): string {
  const isBroken = [...element.children].some(({ localName }) => localName === 'br');
  const text = (isBroken ? brokenText(element) : element.textContent) ?? '';
  const parts = text.split(/\n\s*\n/);
  return parts.map((part) => part.replace(/\s+/g, ' ').trim()).join('\n');
}

function brokenText({ childNodes }: Element): string {
  const texts = [...childNodes].map((node) => {
    if (node.nodeName.toLowerCase() === 'br') return '\n\n';
    return node.nodeType === Node.COMMENT_NODE ? '' : (node.textContent ?? '');
  });
  return texts.join('');
}

function hasOwnText(element: Element): boolean {
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE && (node.nodeValue?.trim().length ?? 0) > 40) return true;
  }
  return false;
}

/** Where an article may come: a page without text in its light may get it in a shadow root. */
const treesOf = (document: Document, text: string) =>
  text.length < EMPTY ? [document, ...openRoots(document)] : [document];

const laterThan = (attempt: number) => Math.min(LATER.first * 2 ** (attempt - AGAIN.length), LATER.longest);

const addressOf = ({ location }: Document) => withoutFragment(location.href);

/** Whether a page stands at its site's own address. */
const isFront = ({ location }: Document) => location.pathname === '/' && routeIn(location.href) === '';

/** Whether the text is an article's rather than a front page's teasers. */
export function looksLikeArticle(document: Document, text: string): boolean {
  if (isFront(document)) return false;
  const declared = document.querySelector('meta[property="og:type"]')?.getAttribute('content') === 'article';
  // What declares itself an article may be short: a flash, or what a paywall leaves of it.
  return declared ? text.split('\n').some((line) => line.length > 80) : longLines(text) >= WHOLE;
}

const longLines = (text: string) => text.split('\n').filter((line) => line.length > 100).length;

/** The words that say most about an article's subject: the document's title and its first heading. */
export function headline(of: Document | Element): string {
  const title = of instanceof Document ? of.title : '';
  return `${title} ${of.querySelector(of instanceof Document ? 'h1' : 'h1, h2, h3')?.textContent ?? ''}`;
}
