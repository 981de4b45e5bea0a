import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { earlierOf, mayConcern } from '../engine/en/gate';
import { type Sentence, STANCES, type Stance } from '../engine/types';
import { isArgumentId } from '../essays/catalogue';
import type { ArgumentId } from '../essays/types';

/** A sentence with the labels a careful reader gave it. */
export interface Example extends Sentence {
  readonly labels: readonly { readonly argument: ArgumentId; readonly stance: Stance }[];
  /** Where it came from: the author's batch, or the name of a file of real sentences. */
  readonly batch: string;
  readonly style: string;
  /** Examples of one group never stand on both sides of a split. */
  readonly group: string;
  /** Real sentences, given with --extra, and their neighbours; never in the repository. */
  readonly real: boolean;
}

/** A training file says something it cannot mean; the message names file and line. */
export class ExampleError extends Error {
  override readonly name = 'ExampleError';
}

/** Reads `argument:stance,argument:stance`, or `-` for none; throws ExampleError, naming the place. */
export function labelsOf(field: string, place: string): Example['labels'] {
  if (field === '-') return [];
  return field.split(',').map((label) => {
    const [argument, stance] = label.split(':');
    if (!isArgumentId(argument)) throw new ExampleError(`${place}: no argument "${argument}"`);
    if (!STANCES.includes(stance as Stance))
      throw new ExampleError(`${place}: stance "${stance}" is none of ${STANCES.join(', ')}`);
    return { argument, stance: stance as Stance };
  });
}

/** Columns of an authored file; siblings of real sentences name the article of their source before them. */
const COLUMNS = ['labels', 'style', 'text', 'prev', 'next'];

/**
 * Reads one authored file: labels, style, text, prev, next, separated by tabs, under a header line. A first column
 * `article` makes the article the example's group: what was written after a real sentence is never fitted on where
 * that sentence is judged.
 */
export function readTsv(path: string, batch: string): Example[] {
  const [header = '', ...lines] = readFileSync(path, 'utf8').split('\n');
  const named = header.startsWith('article\t');
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    const place = `${path}:${at + 2}`;
    const fields = line.split('\t').map((field) => field.trim());
    const article = named ? fields.shift() : undefined;
    const [labels = '', style = '', text = '', prev = '', next = ''] = fields;
    if (!text || fields.length > COLUMNS.length)
      throw new ExampleError(`${place}: wants ${COLUMNS.slice(0, 3).join(', ')} and at most prev and next`);
    return [
      {
        labels: labelsOf(labels, place),
        style,
        text,
        prev,
        next,
        batch,
        group: article ?? `${batch} ${text}`,
        real: false,
      },
    ];
  });
}

/** Rows by article, in order: one whose `prev` is the row above continues its article. */
export function articlesOf(rows: readonly Example[]): Example[][] {
  const articles: Example[][] = [];
  for (const row of rows) {
    const last = articles.at(-1);
    if (last && row.prev && row.prev === last.at(-1)?.text) last.push(row);
    else articles.push([row]);
  }
  return articles.map(withEarlier);
}

/** What each sentence of an article goes on about, as the engine knows it when it reads a page. */
function withEarlier(article: readonly Example[]): Example[] {
  const concerns = article.map(({ text }) => mayConcern(text));
  return article.map((sentence, at) => {
    const earlier = article[earlierOf(concerns, at) ?? -1]?.text;
    return earlier === undefined ? sentence : { ...sentence, earlier };
  });
}

/** All authored examples under a folder of batches, in the order of their names. */
export function readAuthored(root: string): Example[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .flatMap((batch) =>
      readdirSync(join(root, batch))
        .filter((file) => file.endsWith('.tsv'))
        .sort()
        .flatMap((file) => articlesOf(readTsv(join(root, batch, file), batch)).flat()),
    );
}
