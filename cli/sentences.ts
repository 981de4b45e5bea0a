import * as v from 'valibot';
import { judge } from '../engine/judge';
import type { Model } from '../engine/model';
import type { Sentence } from '../engine/types';
import { argumentOf } from '../essays/catalogue';
import type { ArgumentId } from '../essays/types';
import { csvHead, csvRows } from '../exchange/csv';
import { escapeMarkdown } from '../exchange/markdown';
import { linesOf, NO_UTF8, type Source, write } from './input';

export type Format = 'jsonl' | 'json' | 'md' | 'csv';

const WANTED = 'wants {"id", "text", "prev"?, "next"?} on one line';

const sentenceSchema = v.object(
  {
    id: v.union([v.string(), v.number()], 'wants an "id", a string or a number'),
    text: v.string('wants a "text", a string'),
    prev: v.optional(v.nullable(v.string('"prev" is to be a string'))),
    next: v.optional(v.nullable(v.string('"next" is to be a string'))),
  },
  // For what is no object, and for a key that is missing.
  ({ path }) => (path ? `"${path.map(({ key }) => key).join('.')}" is missing; ${WANTED}` : WANTED),
);

/** One sentence as the command line answers it. */
interface Answer {
  readonly id: string | number;
  readonly text: string;
  readonly matches: readonly {
    readonly argument: ArgumentId;
    readonly stance: string;
    readonly confidence: number;
    readonly cues: readonly (readonly [start: number, end: number])[];
  }[];
  readonly ranking: readonly string[];
}

/** Reads one JSON line. Throws an Error that says what is wrong and what is wanted. */
function parse(line: string): { readonly id: string | number; readonly sentence: Sentence } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new Error(`not JSON (${(error as Error).message}); ${WANTED}`);
  }
  const result = v.safeParse(sentenceSchema, value);
  if (!result.success) throw new Error(result.issues[0].message);
  const { id, text, prev, next } = result.output;
  return { id, sentence: { text, prev: prev ?? '', next: next ?? '' } };
}

function answer(id: string | number, sentence: Sentence, model: Model): Answer {
  const { matches, ranking } = judge(sentence, model);
  return {
    id,
    text: sentence.text,
    matches: matches.map(({ argument, stance, confidence, cues }) => ({
      argument,
      stance,
      confidence,
      cues: cues.map(({ start, end }) => [start, end] as const),
    })),
    ranking: ranking.map(({ argument }) => argument),
  };
}

const json = ({ id, matches, ranking }: Answer): string => JSON.stringify({ id, matches, ranking });

/** A line for each match. */
function csv({ id, text, matches }: Answer): string {
  return csvRows(
    matches.map(({ argument, stance, confidence, cues }) => {
      const words = cues.map(([start, end]) => text.slice(start, end)).join(' … ');
      return [id, argument, stance, confidence, words, text];
    }),
  );
}

/** A list item with one for each match within it; nothing of a sentence without a match. */
function markdown({ id, text, matches }: Answer): string {
  if (matches.length === 0) return '';
  const links = matches.map(({ argument, stance, confidence }) => {
    const { label } = argumentOf(argument);
    return `  - ${stance} *${escapeMarkdown(label)}* (${argument}, ${confidence.toFixed(2)})\n`;
  });
  return `- ${escapeMarkdown(text)} (${escapeMarkdown(String(id))})\n${links.join('')}`;
}

interface Writer {
  readonly head: string;
  readonly row: (answer: Answer, isFirst: boolean) => string;
  readonly tail: string;
}

const writers: Readonly<Record<Format, Writer>> = {
  jsonl: { head: '', row: (answer) => `${json(answer)}\n`, tail: '' },
  json: { head: '[', row: (answer, isFirst) => `${isFirst ? '\n' : ',\n'}${json(answer)}`, tail: '\n]\n' },
  csv: { head: csvHead(['id', 'argument', 'stance', 'confidence', 'cues', 'text']), row: csv, tail: '' },
  md: { head: '', row: markdown, tail: '' },
};

/**
 * Judges sentences line by line, in order, one in memory at a time.
 * @param report is told of every line that cannot be read, with file and line; the rest is processed
 */
export async function annotateSentences(
  sources: readonly Source[],
  format: Format,
  model: Model,
  report: (problem: string) => void,
): Promise<void> {
  const { head, row, tail } = writers[format];
  await write(head);
  let isFirst = true;
  for (const source of sources) {
    try {
      for await (const { line, number } of linesOf(source)) {
        if (line?.trim() === '') continue;
        try {
          if (line === null) throw new Error(NO_UTF8);
          const { id, sentence } = parse(line);
          await write(row(answer(id, sentence, model), isFirst));
          isFirst = false;
        } catch (error) {
          report(`${source.name}:${number}: ${(error as Error).message}`);
        }
      }
    } catch (error) {
      report(`${source.name}: could not be read to the end (${(error as Error).message})`);
    }
  }
  await write(tail);
}
