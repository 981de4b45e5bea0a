import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { ExampleError } from './examples';

const optionalText = v.optional(v.nullable(v.string()));

const lineSchema = v.object({
  text: v.string(),
  prev: optionalText,
  next: optionalText,
  article: optionalText,
  matches: v.optional(v.array(v.object({ argument: v.string(), stance: v.string() }))),
});

/** One line of a file of real labelled sentences. */
export interface LabelledLine {
  /** As it stands in the file. */
  readonly line: string;
  readonly sentence: v.InferOutput<typeof lineSchema>;
  /** File and line, for messages. */
  readonly place: string;
}

/** Reads JSON; throws ExampleError, naming the place. */
function parse(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new ExampleError(`${place}: not JSON (${(error as Error).message})`);
  }
}

/**
 * The lines of a file of real labelled sentences, `{"text", "prev"?, "next"?, "article"?, "matches"?}` each, without the
 * empty ones.
 * @throws ExampleError, naming file and line
 */
export function labelledLines(path: string): LabelledLine[] {
  return readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return [];
      const place = `${path}:${at + 1}`;
      const result = v.safeParse(lineSchema, parse(line, place));
      if (!result.success) {
        const [{ message, path: within }] = result.issues;
        const key = within?.map(({ key }) => key).join('.') ?? 'the line';
        throw new ExampleError(
          `${place}: ${key}: ${message}; wants {"text", "prev"?, "next"?, "article"?, "matches"?}`,
        );
      }
      return [{ line, sentence: result.output, place }];
    });
}
