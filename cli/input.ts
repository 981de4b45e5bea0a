import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { textIn } from '../exchange/decoding';

/** Standard input's name in messages. */
const STDIN = '<stdin>';

/** What to say of bytes that are no text to us. */
export const NO_UTF8 = 'is no text written in UTF-8, so its letters would be lost; save it as text in UTF-8';

/** Something to read, and its name for messages. */
export interface Source {
  readonly name: string;
  readonly open: () => Readable;
}

/** The files named, or standard input where none is. A file that cannot be read is told to `report` and left out. */
export async function sourcesOf(
  files: readonly string[],
  report: (problem: string) => void,
): Promise<Source[]> {
  if (files.length === 0) return [{ name: STDIN, open: () => process.stdin }];
  const sources: Source[] = [];
  for (const file of files) {
    try {
      if ((await stat(file)).isDirectory()) report(`${file}: is a folder; name the files in it`);
      else sources.push({ name: file, open: () => createReadStream(file) });
    } catch {
      report(`${file}: no such file, or not readable; check the path`);
    }
  }
  return sources;
}

/**
 * Lines of a source one at a time, numbered from 1, without a byte order mark; never more than one in memory. One that
 * is not written in UTF-8 is null.
 * @throws what reading the source throws, after the lines that could be read; at once where it is written in UTF-16
 */
export async function* linesOf(
  source: Source,
): AsyncGenerator<{ readonly line: string | null; readonly number: number }> {
  // Byte for byte: what is no UTF-8 would else be replaced without a word.
  const input = source.open().setEncoding('latin1');
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  // readline does not pass it on.
  let failure: Error | undefined;
  input.once('error', (error) => {
    failure = error;
    lines.close();
  });
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (number === 1 && /^(\xff\xfe|\xfe\xff)/.test(line)) throw new Error('it is UTF-16; save it as UTF-8');
    yield { line: textIn(Buffer.from(line, 'latin1')), number };
  }
  if (failure) throw failure;
}

/** All of a source. */
export function bytesOf(source: Source): Promise<Buffer> {
  return buffer(source.open());
}

/** Writes to standard output and waits while the reader of it is slower than we are. */
export async function write(out: string): Promise<void> {
  if (!process.stdout.write(out)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}
