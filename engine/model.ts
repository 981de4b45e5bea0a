import { arguments_ } from '../essays/catalogue';
import type { ArgumentId } from '../essays/types';
import { type GroupName, hashOf, type WordKinds } from './en/features';

/** The weights' file is not what this engine reads; the message names the place and the way out. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}

/** How raw scores become calibrated confidence: a logistic regression over what the classifier says. */
export interface Calibration {
  /** Weights of logit p(argument), logit p(on any point), being the best, and the lead over the next. */
  readonly weights: readonly number[];
  readonly bias: number;
  /** Correction per argument, in the order of `arguments`. */
  readonly perArgument: readonly number[];
}

/** The JSON at the head of the weights' file. */
export interface ModelHeader {
  readonly format: 1;
  readonly arguments: readonly ArgumentId[];
  readonly scales: Readonly<Record<GroupName, number>>;
  readonly stanceScales: Readonly<Record<string, number>>;
  readonly bias: readonly number[];
  readonly stanceBias: readonly number[];
  readonly calibration: Calibration;
  /** Confidence from which a match is shown by default. */
  readonly threshold: number;
  readonly sizes: { readonly rows: number; readonly stanceRows: number; readonly words: number };
  /** SHA-256 of what the weights were fitted on, by name. */
  readonly fittedOn: Readonly<Record<string, string>>;
}

/** 8-bit rows of weights found by feature hash, each row with a scale of its own. */
export class WeightTable {
  readonly columns: number;
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #keys: Uint32Array;
  readonly #scales: Float32Array;
  readonly #weights: Int8Array;

  constructor(keys: Uint32Array, scales: Float32Array, weights: Int8Array, columns: number) {
    this.columns = columns;
    this.#keys = keys;
    this.#scales = scales;
    this.#weights = weights;
    const size = 2 ** Math.ceil(Math.log2(keys.length * 2 + 2));
    this.#mask = size - 1;
    this.#slots = new Int32Array(size).fill(-1);
    keys.forEach((key, row) => {
      let slot = key & this.#mask;
      while (this.#slots[slot] !== -1) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = row;
    });
  }

  /** Row of a feature, or -1 where the table has none. */
  rowOf(hash: number): number {
    for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const row = this.#slots[slot] ?? -1;
      if (row === -1 || this.#keys[row] === hash) return row;
    }
  }

  /** Adds `times` × the row to `sums`, one sum a column. */
  addTo(sums: Float64Array, row: number, times: number): void {
    const scale = (this.#scales[row] ?? 0) * times;
    const base = row * this.columns;
    for (let column = 0; column < this.columns; column++) {
      const weight = this.#weights[base + column] ?? 0;
      if (weight !== 0) sums[column] = (sums[column] ?? 0) + weight * scale;
    }
  }

  weightAt(row: number, column: number): number {
    return (this.#weights[row * this.columns + column] ?? 0) * (this.#scales[row] ?? 0);
  }
}

/** The engine's weights, ready for use; immutable. */
export interface Model {
  readonly header: ModelHeader;
  /** Columns: the 28 arguments, then "on any point at all". */
  readonly links: WeightTable;
  /** Columns: echoes, challenges, relates. */
  readonly stances: WeightTable;
  readonly kindsOf: WordKinds;
}

/** The first bytes of a weights file. */
export const MAGIC = 'TIGHTROPE1\n';

/** Reads numbers one array after the other, each aligned to its element's size. */
class Reader {
  #at: number;
  readonly #bytes: Uint8Array;
  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }
  take(length: number, what: string): Uint8Array {
    if (this.#at + length > this.#bytes.length)
      throw new ModelError(
        `weights end too early: ${what} wants ${length} bytes at ${this.#at}, the file has ${this.#bytes.length}; build them again with "npm run train"`,
      );
    // A copy, so that it begins at a multiple of every element size (a Buffer.slice would be no copy).
    const part = new Uint8Array(this.#bytes.subarray(this.#at, this.#at + length));
    this.#at += length;
    return part;
  }
  uint32(count: number, what: string): Uint32Array {
    return new Uint32Array(this.take(count * 4, what).buffer);
  }
  uint16(count: number, what: string): Uint16Array {
    return new Uint16Array(this.take(count * 2, what).buffer);
  }
  float32(count: number, what: string): Float32Array {
    return new Float32Array(this.take(count * 4, what).buffer);
  }
  table(rows: number, columns: number, what: string): WeightTable {
    const keys = this.uint32(rows, `${what} keys`);
    const scales = this.float32(rows, `${what} scales`);
    return new WeightTable(keys, scales, new Int8Array(this.take(rows * columns, what).buffer), columns);
  }
}

/** The header is ASCII; pure TypeScript has no TextDecoder. */
function ascii(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/**
 * Reads the weights' file (written by training/write-model.ts; little-endian).
 * @throws ModelError naming what is wrong where the file is none of ours, cut short or for another catalogue
 */
export function readModel(bytes: Uint8Array): Model {
  if (ascii(bytes.subarray(0, MAGIC.length)) !== MAGIC)
    throw new ModelError(
      'not a file of Tightrope weights: it does not begin with TIGHTROPE1; build them with "npm run train"',
    );
  const length = new DataView(bytes.buffer, bytes.byteOffset + MAGIC.length, 4).getUint32(0, true);
  const start = MAGIC.length + 4;
  let header: ModelHeader;
  try {
    header = JSON.parse(ascii(bytes.subarray(start, start + length)));
  } catch (cause) {
    throw new ModelError('the weights\' header is damaged; build them again with "npm run train"', { cause });
  }
  const known = arguments_.map((argument) => argument.id).join();
  if (header.arguments.join() !== known)
    throw new ModelError(
      'the weights are for another catalogue of arguments; build them again with "npm run train"',
    );
  const reader = new Reader(bytes, start + length);
  const links = reader.table(header.sizes.rows, header.arguments.length + 1, 'link weights');
  const stances = reader.table(header.sizes.stanceRows, 3, 'stance weights');
  const words = reader.uint32(header.sizes.words, 'word keys');
  const fine = reader.uint16(header.sizes.words, 'word kinds');
  const coarse = reader.take(header.sizes.words, 'word kinds');
  const kinds = new Map<number, readonly [number, number]>();
  words.forEach((key, at) => {
    kinds.set(key, [coarse[at] ?? 0, fine[at] ?? 0]);
  });
  return { header, links, stances, kindsOf: (word) => kinds.get(hashOf(word)) ?? null };
}
