/** Parts of a page that are never the article: navigation, comments, related links, captions, forms. */
const ALWAYS = [
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

/** At most this share of the text of all paragraphs may lie in a part that is left out by its name alone. */
const LARGEST_SHARE = 0.4;

/**
 * Removes from a CLONE of a document what is never the article. Never call it on a live page.
 * A part named like a comment section that holds the headline or much of the page's text is kept:
 * names are hints only (a page of opinion may call its body "comment").
 */
export function removeNonArticle(clone: Document): void {
  for (const element of clone.body.querySelectorAll('style,noscript')) element.remove();
  const limit = paragraphText(clone.body) * LARGEST_SHARE;
  for (const element of clone.body.querySelectorAll(ALWAYS)) {
    if (!holdsArticle(element, limit)) element.remove();
  }
  for (const element of clone.body.querySelectorAll('[class],[id]')) {
    if (element.isConnected && isNamedApart(element) && !holdsArticle(element, limit)) element.remove();
  }
}

/** Whether an element's class or id names a part that is not the article. */
function isNamedApart(element: Element): boolean {
  const name = `${element.getAttribute('class') ?? ''} ${element.id}`;
  for (const token of name.split(/\s+/)) {
    if (token === '') continue;
    const words = token
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[^a-z]+/);
    for (const [i, word] of words.entries()) {
      // `comment-list` names a list of comments; `no-comments` and `has-sidebar` only describe their element.
      if (i > 0 && (words[0] === 'no' || words[0] === 'has' || words[0] === 'with')) continue;
      if (NAMES.has(word) || PAIRS.has(`${word} ${words[i + 1] ?? ''}`)) return true;
    }
  }
  return false;
}

function holdsArticle(element: Element, limit: number): boolean {
  if (element.localName === 'body' || element.localName === 'main' || element.localName === 'article') return true;
  return element.querySelector('h1, main') !== null || (limit > 0 && paragraphText(element) > limit);
}

function paragraphText(element: Element): number {
  let length = element.localName === 'p' ? (element.textContent?.length ?? 0) : 0;
  for (const p of element.querySelectorAll('p')) length += p.textContent?.length ?? 0;
  return length;
}
