import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../random';
import { htmlOfArticle } from './article-html';
import { type OwnText, ownTexts } from './own-texts';
import { type Page, pageOf, sentencesIn } from './page';
import { decoded, htmlOfText, type ReadPage, readPage, readPlainPage } from './saved-page';
import { SHAPES } from './shapes';
import { wordsIn } from './words';

/** A page of the corpus: its text to be edited, and its markup to be changed. */
export interface CorpusPage {
  readonly name: string;
  readonly page: Page;
  /** The page's text as read; the sentences of `page` stand in it in order. */
  readonly text: string;
  /** Its markup, read from the disk anew where it came from there. */
  readonly html: () => Uint8Array | string;
}

/** A file that is not taken, and why. */
interface Skipped {
  readonly name: string;
  readonly reason: string;
}

interface Corpus {
  readonly pages: readonly CorpusPage[];
  readonly skipped: readonly Skipped[];
}

/** Words of the shortest sentence that is quoted: claims are not shorter. */
const SHORTEST_QUOTE = 5;
/** Sentences to quote below which a page is too little to edit. */
const FEWEST = 3;

const PAGE = /\.(x?html?|shtml|aspx?|php|jsp)$/i;
const TEXT = /\.(txt|text|md|markdown)$/i;
/** What browsers save beside a page. */
const ASSET =
  /\.(js|mjs|css|map|json|xml|svg|png|jpe?g|gif|webp|avif|ico|bmp|woff2?|ttf|otf|eot|mp[34]|webm|pdf|zip|gz|tsv|csv)$/i;

/**
 * Every saved page (`.html` and the like, or whatever begins like one) and every text (`.txt`, `.md`) of a folder and
 * the folders in it. A file that can't be read, or holds too little, is named and left out.
 * @throws Error naming the folder where it can't be opened or nothing in it can be used
 */
export function readCorpus(folder: string): Corpus {
  const pages: CorpusPage[] = [];
  const skipped: Skipped[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort(byPath)) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (!entry.isFile() || ASSET.test(entry.name) || entry.name.startsWith('.')) continue;
    const name = path.slice(folder.length).replace(/^[\\/]+/, '');
    try {
      pages.push(pageOfFile(name, path));
    } catch (problem) {
      skipped.push({ name, reason: problem instanceof Error ? problem.message : String(problem) });
    }
  }
  if (pages.length === 0) {
    const reasons = skipped.slice(0, 5).map(({ name, reason }) => `\n  ${name}: ${reason}`);
    throw new Error(`${folder}: no saved page or text with ${FEWEST} sentences or more.${reasons.join('')}`);
  }
  return { pages, skipped };
}

type Entry = { readonly name: string; readonly parentPath?: string; readonly path: string };
function byPath(a: Entry, b: Entry): number {
  const [left, right] = [a, b].map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return (left ?? '') < (right ?? '') ? -1 : 1;
}

function pageOfFile(name: string, path: string): CorpusPage {
  const bytes = readFileSync(path);
  if (bytes.subarray(0, 2000).includes(0) && bytes[0] !== 0xff && bytes[0] !== 0xfe)
    throw new Error('neither a page nor a text');
  const isPage = PAGE.test(name) || (!TEXT.test(name) && /^\s*<[!a-z?]/i.test(decoded(bytes).slice(0, 500)));
  if (isPage) return corpusPage(name, readPage(bytes), () => readFileSync(path));
  const html = htmlOfText(decoded(bytes));
  return corpusPage(name, readPlainPage(html), () => html);
}

/** @throws Error where the page holds too little */
function corpusPage(name: string, { text, blocks }: ReadPage, html: CorpusPage['html']): CorpusPage {
  if (blocks.length === 0) throw new Error('no article found in it');
  const page = pageOf(text, blocks);
  const quotable = sentencesIn(page).filter(({ text: sentence }) => isQuotable(sentence)).length;
  if (quotable < FEWEST)
    throw new Error(`only ${quotable} sentences of ${SHORTEST_QUOTE} words or more in its article`);
  return { name, page, text, html };
}

/** Whether a sentence is long enough to be a claim. */
export function isQuotable(sentence: string): boolean {
  return wordsIn(sentence).length >= SHORTEST_QUOTE;
}

/** Own texts that stay texts; the others are put into the shapes that news pages have, one after the other. */
const PLAIN = 8;

/** Articles of our own: sentences written for training (`training/examples`), in pages of many shapes. */
export function ownCorpus(examples: string, random: Random): Corpus {
  const shapes = Object.entries(SHAPES);
  const pages = ownTexts(examples, random).map((own, i) => {
    if (i < PLAIN) return plainOwn(own);
    const [shape, inner] = shapes[(i - PLAIN) % shapes.length] ?? [];
    if (!shape || !inner) throw new Error('There are no shapes.');
    const html = htmlOfArticle(own, inner, random);
    return corpusPage(`${own.name} (${shape})`, readPage(html), () => html);
  });
  return { pages, skipped: [] };
}

function plainOwn({ name, paragraphs }: OwnText): CorpusPage {
  const html = htmlOfText(paragraphs.map((sentences) => sentences.join(' ')).join('\n\n'));
  return corpusPage(name, readPlainPage(html), () => html);
}
