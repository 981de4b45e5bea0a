import { JSDOM, VirtualConsole } from 'jsdom';
import type { Page } from '../annotations/types';
import type { Block } from '../messages/protocol';
import { findArticle } from '../page/article/find-article';

/**
 * A saved page's article: what it says about itself and its blocks, offsets over its body's text.
 * @param html its text; its bytes where its encoding is to be found out
 */
export function articleOfHtml(html: string | Buffer): {
  readonly page: Pick<Page, 'url' | 'title' | 'authors' | 'outlet' | 'published'> & {
    readonly declared: string;
  };
  readonly blocks: readonly Block[];
} {
  // A console that says nothing: jsdom would tell of every style sheet it cannot read, at length.
  const { window } = new JSDOM(html, { virtualConsole: new VirtualConsole() });
  // The page's code uses the browser's own names for these.
  Object.assign(globalThis, {
    NodeFilter: window.NodeFilter,
    Element: window.Element,
    Node: window.Node,
    Text: window.Text,
  });
  const { blocks, canonical, title, authors, outlet, published, language } = findArticle(window.document);
  const named = authors.length > 0 ? { authors } : {};
  return { page: { url: canonical, title, ...named, outlet, published, declared: language }, blocks };
}
