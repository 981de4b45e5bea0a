import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Example, ExampleError, labelsOf } from './examples';

/** Labels of sentences whose text is not here: by the first 16 hexadecimal digits of the text's SHA-1. */
export type NeighbourLabels = ReadonlyMap<string, Example['labels']>;

/** Style of such an example. */
export const NEIGHBOUR = 'neighbour';

/** The name under which a sentence's labels are kept. */
export const keyOf = (text: string): string =>
  createHash('sha1').update(text.trim()).digest('hex').slice(0, 16);

/** Reads `sha1`, `labels`, separated by a tab, under a header line; throws ExampleError, naming file and line. */
export function readNeighbourLabels(path: string): NeighbourLabels {
  const [, ...lines] = readFileSync(path, 'utf8').split('\n');
  return new Map(
    lines.flatMap((line, at) => {
      if (line.trim() === '') return [];
      const [sha1 = '', labels = ''] = line.split('\t').map((field) => field.trim());
      const place = `${path}:${at + 2}`;
      if (!/^[0-9a-f]{16}$/.test(sha1)) throw new ExampleError(`${place}: wants 16 hexadecimal digits first`);
      return [[sha1, labelsOf(labels, place)] as const];
    }),
  );
}

/**
 * The sentences before and after real examples, as examples of their own: labelled by our readers, kept by their
 * hash, so that they can be fitted on by whoever has the real sentences and read by nobody else. What is labelled
 * as an example already, or by nobody, is left out. Each takes its example's group, and for context the examples
 * it stands beside.
 */
export function neighboursOf(real: readonly Example[], labels: NeighbourLabels): Example[] {
  const labelled = new Set(real.map((example) => example.text.trim()));
  const found = new Map<string, Example>();
  const note = (text = '', of: Example, beside: Partial<Pick<Example, 'prev' | 'next'>>): void => {
    const own = labels.get(keyOf(text));
    if (!own || labelled.has(text.trim())) return;
    const { batch, group } = of;
    const bare: Example = {
      labels: own,
      style: NEIGHBOUR,
      text,
      prev: '',
      next: '',
      batch,
      group,
      real: true,
    };
    found.set(text.trim(), { ...(found.get(text.trim()) ?? bare), ...beside });
  };
  for (const example of real) {
    note(example.prev, example, { next: example.text });
    note(example.next, example, { prev: example.text });
  }
  return [...found.values()];
}
