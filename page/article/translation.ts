/** What Google's translator (Chromium) writes on the page's root while it is on. */
const CLASSES = ['translated-ltr', 'translated-rtl'];
/** What translators leave in the text: Google's wrappers, Microsoft's marks (Edge). */
const TRACES = 'font > font[style*="vertical-align"], [_msttexthash]';

/**
 * Whether the browser shows a translation in place of the page's own text. Firefox's translator leaves no mark but the
 * language of the root.
 * @param language the root's language as the page itself gave it
 */
export function isTranslated({ documentElement: root, body }: Document, language: string): boolean {
  if (CLASSES.some((name) => root.classList.contains(name))) return true;
  if (language !== '' && primary(root.lang) !== primary(language)) return true;
  return body?.querySelector(TRACES) != null;
}

/** The language of a tag without its region and script. */
const primary = (tag: string) => tag.toLowerCase().split('-')[0];

/**
 * Calls back whenever the page's root changes its class or language, as it does when a translation comes or goes.
 * @returns a function that ends the watch
 */
export function watchLanguage({ documentElement }: Document, onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(documentElement, { attributes: true, attributeFilter: ['class', 'lang'] });
  return () => observer.disconnect();
}
