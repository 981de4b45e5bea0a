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
  const labels = new Map<string, Example['labels']>();
  const [, ...lines] = readFileSync(path, 'utf8').split('\n');
  lines.forEach((line, at) => {
    if (line.trim() === '') return;
    const [sha1 = '', field = '', ...more] = line.split('\t');
    const place = `${path}:${at + 2}`;
    if (!/^[0-9a-f]{16}$/.test(sha1) || more.length > 0)
      throw new ExampleError(`${place}: wants 16 hexadecimal digits and labels, nothing else`);
    if (labels.has(sha1)) throw new ExampleError(`${place}: ${sha1} is labelled twice`);
    labels.set(sha1, labelsOf(field, place));
  });
  return labels;
}

/**
 * The sentences before and after real examples, as examples of their own: labelled by our readers, kept by their
 * hash, so that they can be fitted on by whoever has the real sentences. What is labelled as an example already, or by
 * nobody, is left out. Each takes its example's group, and for context the examples of it that it stands beside; what
 * stands on its other side nobody knows.
 */
export function neighboursOf(real: readonly Example[], labels: NeighbourLabels): Example[] {
  const labelled = new Set(real.map((example) => example.text.trim()));
  const found = new Map<string, Example>();
  const note = (text = '', of: Example, beside: Partial<Pick<Example, 'prev' | 'next'>>): void => {
    const key = text.trim();
    const own = labels.get(keyOf(key));
    if (!own || labelled.has(key)) return;
    const { batch, group } = of;
    const known = found.get(key) ?? { labels: own, style: NEIGHBOUR, text, batch, group, real: true };
    // The same words in another article are another sentence: nothing of one article may stand in another's group.
    if (known.group === group) found.set(key, { ...known, ...beside });
  };
  for (const example of real) {
    note(example.prev, example, { next: example.text });
    note(example.next, example, { prev: example.text });
  }
  return [...found.values()];
}
