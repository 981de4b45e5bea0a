/** Parts of a page that are never the article: navigation, comments, related links, captions, forms. */
export const ALWAYS = [
  'nav',
  'footer',
  'aside',
  'form',
  'button',
  'select',
  'menu',
  'dialog',
  'figcaption',
  'svg',
  'iframe',
  'object',
  'template',
  'amp-ad',
  'amp-embed',
  'amp-sidebar',
  'amp-carousel',
  'amp-list',
  '[role="navigation"]',
  '[role="complementary"]',
  '[role="contentinfo"]',
  '[role="banner"]',
  '[role="dialog"]',
  '[role="alert"]',
  '[role="search"]',
  '[hidden]',
  '[aria-hidden="true"]',
].join(',');

/** Words of a class or id that name such a part; compared with whole words (`comments` but not `commentary`). */
const NAMES = new Set(
  `comment comments disqus related recommended recommendations recirculation readmore promo promos
  newsletter subscribe subscription signup paywall share sharing social caption captions credit advert advertisement
  advertising ads sponsor sponsored breadcrumb breadcrumbs navigation nav menu sidebar toolbar tags taglist topics
  mostread mostviewed trending outbrain taboola cookie consent gdpr footer skiplink authorbio byline bylines
  timestamp`.split(/\s+/),
);

/** Pairs of words that name such a part only together. */
const PAIRS = new Set([
  'read more',
  'read next',
  'read also',
  'also read',
  'see also',
  'more stories',
  'more news',
  'most read',
  'most popular',
  'most viewed',
  'up next',
  'sign up',
  'author bio',
  'about author',
  'tag list',
  'photo credit',
  'editors picks',
  'you may',
  'story links',
]);

/** At most this share of the text of all paragraphs may lie in a part that is left out, by what the part is. */
const LARGEST_SHARE = { tag: 0.4, name: 0.8, comment: 0.4 } as const;

/**
 * Removes from a CLONE of a document what is never the article. Never call it on a live page.
 * A part named like a comment section that holds the headline or much of the page's text is kept:
 * names are hints only (a page of opinion may call its body "comment").
 */
export function removeNonArticle(clone: Document): void {
  for (const element of clone.body.querySelectorAll('style,noscript')) element.remove();
  const all = paragraphText(clone.body);
  for (const element of clone.body.querySelectorAll(ALWAYS)) {
    if (!holdsArticle(element, all * LARGEST_SHARE.tag)) element.remove();
    // An article over the page that led to it; Readability would take that for a message.
    else if (element.matches('[role="dialog"]'))
      for (const name of ['role', 'aria-modal']) element.removeAttribute(name);
  }
  for (const element of clone.body.querySelectorAll('[class],[id]')) {
    const name = element.isConnected ? apartName(element) : null;
    if (!name) continue;
    const share = name.startsWith('comment') ? LARGEST_SHARE.comment : LARGEST_SHARE.name;
    if (!holdsArticle(element, all * share)) element.remove();
  }
}

/** Characters of paragraphs from which what is named after a paywall is the text behind it, open to this reader. */
const BEHIND_WALL = 400;

/** What is known of classes and ids seen before: a site has few different ones. */
const known = new Map<string, string | null>();
/** More than this, and names are made by rote. */
const MOST_NAMES = 5000;

/**
 * The word of an element's class or id that names a part which is not the article; null where there is none.
 */
export function apartName(element: Element): string | null {
  const name = `${element.getAttribute('class') ?? ''} ${element.id}`;
  let word = known.get(name);
  if (word === undefined) {
    word = apartWord(name);
    if (known.size < MOST_NAMES) known.set(name, word);
  }
  return word === 'paywall' && isBehindWall(element) ? null : word;
}

/** Publishers give that name to the paid part of an article as well: search engines ask them to. */
function isBehindWall(element: Element): boolean {
  return element.localName === 'p' || paragraphText(element) >= BEHIND_WALL;
}

function apartWord(name: string): string | null {
  for (const token of name.split(/\s+/)) {
    if (token === '') continue;
    const words = token
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[^a-z]+/);
    // `comment-list` names a list of comments; `no-comments` and `has-sidebar` only describe their element.
    if (/^(no|has|with|is)$/.test(words[0] ?? '')) continue;
    const found = words.find((word, i) => NAMES.has(word) || PAIRS.has(`${word} ${words[i + 1] ?? ''}`));
    if (found) return found;
  }
  return null;
}

function holdsArticle(element: Element, limit: number): boolean {
  if (element.localName === 'body' || element.localName === 'main' || element.localName === 'article')
    return true;
  return element.querySelector('h1, main') !== null || (limit > 0 && paragraphText(element) > limit);
}

/** Characters of an element's paragraphs, itself one of them if it is. */
export function paragraphText(element: Element): number {
  let length = element.localName === 'p' ? (element.textContent?.length ?? 0) : 0;
  for (const p of element.querySelectorAll('p')) length += p.textContent?.length ?? 0;
  return length;
}
