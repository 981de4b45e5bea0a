import { JSDOM } from 'jsdom';
import type { Block } from '../messages/protocol';
import { findArticle } from '../page/find-article';

/**
 * A saved page's article: what it says about itself and its blocks, offsets over its body's text.
 * @param html its text; its bytes where its encoding is to be found out
 */
export function articleOfHtml(html: string | Buffer): {
  readonly page: {
    readonly url: string;
    readonly title: string;
    readonly outlet: string;
    readonly published: string;
    readonly declared: string;
  };
  readonly blocks: readonly Block[];
} {
  const { window } = new JSDOM(html);
  // The page's code uses the browser's own names for these.
  Object.assign(globalThis, {
    NodeFilter: window.NodeFilter,
    Element: window.Element,
    Node: window.Node,
    Text: window.Text,
  });
  const { blocks, canonical, title, outlet, published, language } = findArticle(window.document);
  return { page: { url: canonical, title, outlet, published, declared: language }, blocks };
}
