import { textIn } from './decoding';
import { fromHypothesis, isHypothesis } from './hypothesis';
import { fromJson } from './json';
import { jsonIn } from './json-text';
import { failedFile, type Imported, type OnChecked } from './records';
import { fromWebClipper, isWebClipper } from './web-clipper';

/**
 * Annotations from any file we read: our JSON and JSON-LD, an export of Hypothesis, highlights of Obsidian Web Clipper.
 * Never throws: what is wrong is listed, what is right is taken.
 * @param now ISO 8601 in UTC: for records of others without a time
 * @param onChecked told now and then how many records of ours are checked, and of how many
 */
export function readFile(text: string, now: string, onChecked?: OnChecked): Imported {
  const read = jsonIn(text);
  if ('problem' in read) return failedFile('', read.problem);
  const { file } = read;
  if (isWebClipper(file)) return fromWebClipper(file, now);
  if (isHypothesis(file)) return fromHypothesis(file, now);
  return fromJson(file, onChecked);
}

/** The same from a file's bytes. */
export function readBytes(bytes: Uint8Array, now: string, onChecked?: OnChecked): Imported {
  const text = textIn(bytes);
  return text === null ? failedFile('', { key: 'no-unicode', values: [] }) : readFile(text, now, onChecked);
}
