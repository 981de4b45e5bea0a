import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pick, type Random, shuffled } from './random';

/** An article as the suite edits it: paragraphs of sentences. */
export interface CorpusArticle {
  readonly name: string;
  readonly paragraphs: readonly (readonly string[])[];
}

/** Articles made of our own training sentences, and paragraphs in each. */
const ARTICLES = 48;
const PARAGRAPHS = 16;

/**
 * Articles of a folder of saved pages (`.html`) and texts (`.txt`, paragraphs parted by empty lines).
 * @throws Error naming the folder where it holds neither
 */
export function readCorpus(folder: string): CorpusArticle[] {
  const names = readdirSync(folder).filter((name) => /\.(html?|txt)$/i.test(name));
  const articles = names.sort().map((name) => {
    const content = readFileSync(join(folder, name), 'utf8');
    return { name, paragraphs: paragraphsOf(/\.txt$/i.test(name) ? content : textOfPage(content)) };
  });
  const long = articles.filter(({ paragraphs }) => paragraphs.flat().length >= 8);
  if (long.length === 0) throw new Error(`${folder}: no .html or .txt file with at least eight sentences.`);
  return long;
}

/** Articles of our own: sentences written for training (`training/examples`), shuffled into paragraphs. */
export function ownCorpus(examples: string, random: Random): CorpusArticle[] {
  const files = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsv'),
  );
  const sentences = files.sort().flatMap((name) =>
    readFileSync(join(examples, name), 'utf8')
      .split('\n')
      .slice(1)
      .map((row) => row.split('\t')[2]?.trim() ?? '')
      .filter((text) => text.length > 30),
  );
  const rest = shuffled([...new Set(sentences)].slice(0, 20_000), random);
  return Array.from({ length: ARTICLES }, (_, i) => ({
    name: `own-${i + 1}`,
    paragraphs: Array.from({ length: PARAGRAPHS }, () => rest.splice(0, pick([1, 2, 2, 3], random))),
  }));
}

function paragraphsOf(text: string): string[][] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  return text
    .split(/\n\s*\n/)
    .map((paragraph) =>
      [...segmenter.segment(paragraph.replace(/\s+/g, ' ').trim())]
        .map(({ segment }) => segment.trim())
        .filter((sentence) => sentence !== ''),
    )
    .filter((sentences) => sentences.length > 0);
}

/** The text of a saved page, paragraphs parted by empty lines; rough, but markup is not what is tested here. */
function textOfPage(html: string): string {
  return html
    .replace(/<(script|style|noscript|template|nav|footer|head)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<\/?(p|div|li|h[1-6]|blockquote|section|article|td|br)\b[^>]*>/gi, '\n\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name] ?? ' ');
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
};
