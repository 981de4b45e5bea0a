/** News pages under fire: markup no editor wrote, read as the page's code reads it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';
import { anchor } from '../../page/anchoring/anchor';
import { textFragmentLink } from '../../page/anchoring/fragment';
import { Searchable } from '../../page/anchoring/searchable';
import { describe } from '../../page/anchoring/selectors';
import { findArticle } from '../../page/article/find-article';
import { leadingText } from '../../page/sentinel/sentinel';
import { isOnSubject } from '../../page/sentinel/subject';
import { pick, type Random } from '../random';
import { root } from '../run.mjs';
import { must } from './run';
import { hostileText, mangled } from './text';

const samples = ['wire', 'editorial', 'off-topic'].map((name) =>
  readFileSync(join(root, 'demo', `${name}.html`), 'utf8'),
);

const TAGS = [
  'p',
  'div',
  'article',
  'main',
  'section',
  'h1',
  'h2',
  'h7',
  'ul',
  'li',
  'blockquote',
  'table',
  'tr',
  'td',
  'pre',
  'br',
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'title',
  'textarea',
  'select',
  'option',
  'form',
  'input',
  'iframe',
  'object',
  'a',
  'b',
  'span',
  'time',
  'body',
  'html',
  'head',
  'frameset',
  'meta',
  'link',
  'base',
  'x-y',
  'plaintext',
];
/** Attributes that clobber names of `document`, and others the page's code looks at. */
const ATTRIBUTES = [
  'id=body',
  'name=body',
  'id=browser',
  'id=chrome',
  'name=location',
  'name=documentElement',
  'name=querySelector',
  'name=title',
  'name=createRange',
  'name=cloneNode',
  'name=attributes',
  'name=children',
  'id=__proto__',
  'class="comments sidebar"',
  'class="article-body"',
  'hidden',
  'aria-hidden=true',
  'lang="%%"',
  'itemprop=headline',
  'datetime="99999-99-99"',
  'rel=canonical href="http://["',
  'rel=canonical href="javascript:x"',
  'property="og:title" content="x"',
  'type="application/ld+json"',
  'data-tightrope-0',
  'data-tightrope-99999',
  'dir=rtl',
  'contenteditable',
  'onclick=1',
];

/** A tree of tags that fit together badly; `left` bounds its size. */
function soup(random: Random, left: number): string {
  let html = '';
  for (let n = 0; n < left; n++) {
    const tag = pick(TAGS, random);
    const attributes = random() < 0.4 ? ` ${pick(ATTRIBUTES, random)}` : '';
    html += random() < 0.3 ? `</${tag}>` : `<${tag}${attributes}>`;
    if (random() < 0.6) html += hostileText(random, 12);
  }
  return html;
}

function pageHtml(random: Random): string {
  const kind = random();
  if (kind < 0.4) return mangled(pick(samples, random), random);
  if (kind < 0.6) {
    const [before = '', after = ''] = pick(samples, random).split('</article>');
    return `${before}${soup(random, 20)}</article>${after}`;
  }
  if (kind < 0.65) return `<div>`.repeat(Math.floor(random() * 120)) + hostileText(random, 200);
  return `<!doctype html><title>${hostileText(random, 5)}</title>${soup(random, 60)}`;
}

/** The page in a window; null where jsdom itself gives up on markup that browsers take. */
function windowOf(html: string): JSDOM['window'] | null {
  try {
    const { window } = new JSDOM(html, {
      url: 'https://www.news.example/a/story-1',
      virtualConsole: new VirtualConsole(),
    });
    window.document.cloneNode(true);
    return window;
  } catch {
    return null;
  }
}

/** Reads one page: every offset must hold, what is found must be found again, and the page must be left as it was. */
export function feedPage(random: Random): void {
  const window = windowOf(pageHtml(random));
  if (!window) return;
  const { document } = window;
  const { NodeFilter, Element, Node, Text } = window;
  Object.assign(globalThis, { NodeFilter, Element, Node, Text });
  // jsdom lacks a body where a frameset stands; so do browsers, and the annotator is not run there.
  if (!(document.body instanceof window.HTMLBodyElement)) return;
  const before = document.documentElement.outerHTML;
  isOnSubject(document.title, leadingText(document));
  const { pageText, blocks } = findArticle(document);
  must(document.documentElement.outerHTML === before, 'the page was changed');
  must(pageText.text.length === (document.body.textContent ?? '').length, 'the text has another length');
  let end = 0;
  for (const { start, text } of blocks) {
    must(start >= end && text !== '', 'blocks overlap, or one is empty');
    must(pageText.text.slice(start, start + text.length) === text, 'a block is not what stands there');
    end = start + text.length;
  }
  const { text } = pageText;
  const searchable = new Searchable(text);
  for (const block of blocks.slice(0, 3)) {
    // Never in the middle of a pair, as no sentence ends there.
    const length = block.text.slice(0, 200).replace(/[\ud800-\udbff]$/, '').length;
    if (length === 0) continue;
    const span = { start: block.start, end: block.start + length };
    const target = describe(span, text, blocks);
    const found = anchor(target, searchable);
    // Half a surrogate pair can't be kept whole in the quote's surroundings: there it may be no more than uncertain.
    const certain =
      /\p{Surrogate}/u.test(text) || (found.state === 'anchored' && found.span?.start === span.start);
    must(certain, `a quote is not found where it stands: ${JSON.stringify([target.quote, found])}`);
    const moved = anchor(target, mangled(text, random), { deadline: performance.now() + 200 });
    must(moved.state !== 'anchored' || moved.span !== undefined, 'anchored nowhere');
    must(textFragmentLink('https://news.example/a', span, text).includes('#:~:text='), 'no link');
    const range = pageText.rangeOf(span);
    must(
      range !== null && JSON.stringify(pageText.spanOf(range)) === JSON.stringify(span),
      'no way back from a range',
    );
  }
}
