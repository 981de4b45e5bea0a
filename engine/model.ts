import { arguments_ } from '../essays/catalogue';
import type { ArgumentId } from '../essays/types';
import type { Calibration } from './calibration';
import type { GroupName } from './en/feature-groups';

/** The weights' file is not what this engine reads; the message names the place and the way out. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}

/** Rows of a table, and single weights in all of them. */
export interface TableSize {
  readonly rows: number;
  readonly entries: number;
}

/** The JSON at the head of the weights' file. */
export interface ModelHeader {
  readonly format: 3;
  readonly arguments: readonly ArgumentId[];
  readonly scales: Readonly<Record<GroupName, number>>;
  readonly stanceScales: Readonly<Record<string, number>>;
  readonly bias: readonly number[];
  readonly stanceBias: readonly number[];
  readonly calibration: Calibration;
  /** Confidence from which a match is shown by default. */
  readonly threshold: number;
  readonly sizes: { readonly links: TableSize; readonly stances: TableSize };
  /** SHA-256 of what the weights were fitted on, by name. */
  readonly fittedOn: Readonly<Record<string, string>>;
}

/**
 * A table as it stands in the file, but with running sums made of the steps in `keys` and `ends`, and floats of
 * `scales`.
 */
interface TableParts {
  readonly keys: Uint32Array;
  readonly scales: Float32Array;
  /** `ends[row]`: where the row's entries end. */
  readonly ends: Uint32Array;
  readonly columns: Uint8Array;
  readonly weights: Int8Array;
}

/** Sparse rows of small weights, found by feature hash, each row with a scale of its own. */
class WeightTable {
  /** How many sums a row adds to. */
  readonly outputs: number;
  readonly #parts: TableParts;
  readonly #slots: Int32Array;
  readonly #mask: number;

  constructor(parts: TableParts, outputs: number) {
    this.outputs = outputs;
    this.#parts = parts;
    const { keys } = parts;
    // Open addressing at most half full, so that a miss is found out within a step or two.
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
      if (row === -1 || this.#parts.keys[row] === hash) return row;
    }
  }

  /** Adds `times` × the row to `sums`, one sum an output. */
  addTo(sums: Float64Array, row: number, times: number): void {
    const { scales, ends, columns, weights } = this.#parts;
    const scale = (scales[row] ?? 0) * times;
    const end = ends[row] ?? 0;
    for (let at = row === 0 ? 0 : (ends[row - 1] ?? 0); at < end; at++) {
      const column = columns[at] ?? 0;
      sums[column] = (sums[column] ?? 0) + (weights[at] ?? 0) * scale;
    }
  }

  weightAt(row: number, column: number): number {
    const { scales, ends, columns, weights } = this.#parts;
    const end = ends[row] ?? 0;
    for (let at = row === 0 ? 0 : (ends[row - 1] ?? 0); at < end; at++)
      if (columns[at] === column) return (weights[at] ?? 0) * (scales[row] ?? 0);
    return 0;
  }
}

/** The engine's weights, ready for use; immutable. */
export interface Model {
  readonly header: ModelHeader;
  /** Columns: the 28 arguments, then "on any point at all". */
  readonly links: WeightTable;
  /** Columns: echoes, challenges, relates. */
  readonly stances: WeightTable;
}

/** The first bytes of a weights file. */
export const MAGIC = 'TIGHTROPE3\n';

/** Reads numbers one array after the other. */
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
    // A copy, so that the file itself need not be kept (a Buffer.slice would be no copy).
    const part = new Uint8Array(this.#bytes.subarray(this.#at, this.#at + length));
    this.#at += length;
    return part;
  }
  uint32(count: number, what: string): Uint32Array {
    return joined(this.take(count * 4, what), new Uint32Array(count));
  }
  uint16(count: number, what: string): Uint16Array {
    return joined(this.take(count * 2, what), new Uint16Array(count));
  }
  table({ rows, entries }: TableSize, outputs: number, what: string): WeightTable {
    const keys = summed(this.uint32(rows, `${what}: keys`));
    const scales = widened(this.uint16(rows, `${what}: scales`));
    const ends = summed(Uint32Array.from(this.take(rows, `${what}: row lengths`)));
    const columns = this.take(entries, `${what}: columns`);
    const weights = new Int8Array(this.take(entries, what).buffer);
    return new WeightTable({ keys, scales, ends, columns, weights }, outputs);
  }
}

/** Undoes `planes` of training/write-model.ts. */
function joined<Numbers extends Uint16Array | Uint32Array>(planes: Uint8Array, numbers: Numbers): Numbers {
  const count = numbers.length;
  for (let plane = 0; plane < numbers.BYTES_PER_ELEMENT; plane++)
    for (let i = 0; i < count; i++)
      numbers[i] = (numbers[i] ?? 0) | ((planes[plane * count + i] ?? 0) << (8 * plane));
  return numbers;
}

/** Undoes `steps` of training/write-model.ts, in place. */
function summed(steps: Uint32Array): Uint32Array {
  for (let i = 1; i < steps.length; i++) steps[i] = (steps[i] ?? 0) + (steps[i - 1] ?? 0);
  return steps;
}

/** bfloat16 to float: the 16 bits are a float's upper half. */
function widened(halves: Uint16Array): Float32Array {
  return new Float32Array(Uint32Array.from(halves, (half) => half << 16).buffer);
}

/** The header is ASCII; pure TypeScript has no TextDecoder. */
function ascii(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/**
 * Reads the weights' file (written by training/write-model.ts; little-endian).
 * @throws ModelError naming what is wrong where the file is none of ours, damaged, cut short or for another catalogue
 */
export function readModel(bytes: Uint8Array): Model {
  if (ascii(bytes.subarray(0, MAGIC.length)) !== MAGIC)
    throw new ModelError(
      'not a file of Tightrope weights: it does not begin with TIGHTROPE3; build them with "npm run train"',
    );
  const reader = new Reader(bytes, MAGIC.length);
  const [length = 0] = reader.uint32(1, 'length of the header');
  const json = ascii(reader.take(length, 'header'));
  let header: ModelHeader;
  try {
    header = JSON.parse(json);
  } catch (cause) {
    throw new ModelError('the weights\' header is damaged; build them again with "npm run train"', { cause });
  }
  const known = arguments_.map((argument) => argument.id).join();
  if (header.arguments.join() !== known)
    throw new ModelError(
      'the weights are for another catalogue of arguments; build them again with "npm run train"',
    );
  const links = reader.table(header.sizes.links, header.arguments.length + 1, 'link weights');
  const stances = reader.table(header.sizes.stances, 3, 'stance weights');
  return { header, links, stances };
}
