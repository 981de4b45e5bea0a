import { type Example, ExampleError, labelsOf } from './examples';
import { labelledLines } from './labelled-lines';

/**
 * Reads real labelled sentences, for `--extra` and `--calibrate`.
 * @param batch the file's name, by which its sentences are known later on
 * @throws ExampleError, naming file and line
 */
export function readReal(path: string, batch: string): Example[] {
  return labelledLines(path).map(({ sentence: { text, prev, next, article, matches }, place }) => {
    if (!matches) throw new ExampleError(`${place}: wants "matches", the labels; [] for none`);
    return {
      labels: labelsOf(matches.map((m) => `${m.argument}:${m.stance}`).join(',') || '-', place),
      style: 'real',
      text,
      prev: prev ?? '',
      next: next ?? '',
      batch,
      group: article ?? text,
      real: true,
    };
  });
}
