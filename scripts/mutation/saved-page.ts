/** Saved pages and texts as the extension would read them in a browser. */
import { JSDOM, VirtualConsole } from 'jsdom';
import type { Block } from '../../messages/protocol';
import { readBlocks } from '../../page/article/blocks';
import { findArticle } from '../../page/article/find-article';
import { PageText } from '../../page/article/text';

/** What the page's own code reads: the body's text, and the article's blocks in it. */
export interface ReadPage {
  readonly text: string;
  readonly blocks: readonly Block[];
}

const ADDRESS = 'https://www.news.example/world/saved-article.html';
/** Bytes of the largest file that is read. */
const LARGEST = 24_000_000;

/**
 * Opens a page. The globals that page/ uses are this window's until another page is opened.
 * @throws Error saying why it can't be read
 */
export function openPage(html: Uint8Array | string): Document {
  if (html.length > LARGEST) throw new Error(`larger than ${LARGEST / 1e6} MB`);
  // Bytes, so that jsdom finds the encoding as browsers do: by BOM, by meta element, else windows-1252.
  // Scripts count as enabled, without being run, so that noscript holds plain text as it does in browsers.
  const { window } = new JSDOM(html, {
    url: ADDRESS,
    runScripts: 'outside-only',
    virtualConsole: new VirtualConsole(),
  });
  const { document, NodeFilter, Element, Node, Text } = window;
  Object.assign(globalThis, { NodeFilter, Element, Node, Text });
  if (!(document.body instanceof window.HTMLBodyElement))
    throw new Error('a frameset has no text of its own');
  return document;
}

/** Reads a page of markup: its article is what the extension would take for it. @throws Error saying why not */
export function readPage(html: Uint8Array | string): ReadPage {
  const document = openPage(html);
  try {
    const { pageText, blocks } = findArticle(document);
    return { text: pageText.text, blocks };
  } finally {
    document.defaultView?.close();
  }
}

/** Reads a page that is nothing but an article, as `htmlOfText` makes it: every paragraph counts. */
export function readPlainPage(html: string): ReadPage {
  const pageText = new PageText(openPage(html).body);
  return { text: pageText.text, blocks: readBlocks(pageText, () => true, new Set()) };
}

/** A text as a page: a paragraph where an empty line stands, or each line where none does. */
export function htmlOfText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').trim();
  const paragraphs = lines
    .split(/\n[^\S\n]*\n/.test(lines) ? /\n\s*\n/ : /\n+/)
    .filter((part) => part.trim());
  const body = paragraphs.map((part) => `<p>${escaped(part.replace(/\s+/g, ' ').trim())}</p>`);
  return `<!doctype html><html><head><meta charset="utf-8"><title></title></head><body>${body.join('\n')}</body></html>`;
}

/** A text as it stands in markup. */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** The text of a file: by BOM, else UTF-8, else what Korean, Chinese or Western files were once written in. */
export function decoded(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const marked = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
  const encodings = marked ? [marked] : ['utf-8', 'euc-kr', 'gb18030'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // Western text, misread, turns into a few rare signs between Latin letters.
      if (encoding === 'utf-8' || marked || /[가-힣一-鿿]{2}/u.test(text)) return text;
    } catch {
      // Not in this encoding.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}
