import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pick, type Random, shuffled } from '../random';

/** A text of our own: paragraphs of sentences. */
export interface OwnText {
  readonly name: string;
  readonly paragraphs: readonly (readonly string[])[];
}

/** Texts made of our own training sentences, and paragraphs in each. */
const TEXTS = 48;
const PARAGRAPHS = 16;

/** Texts of our own: sentences written for training (`training/examples`), shuffled into paragraphs. */
export function ownTexts(examples: string, random: Random): OwnText[] {
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
  return Array.from({ length: TEXTS }, (_, i) => ({
    name: `own-${i + 1}`,
    paragraphs: Array.from({ length: PARAGRAPHS }, () => rest.splice(0, pick([1, 2, 2, 3], random))),
  }));
}
