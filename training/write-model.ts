import { MAGIC, type ModelHeader, type TableSize } from '../engine/model';
import type { Classifiers } from './classifiers';

/** Steps a weight has on each side of zero: six bits with its sign. More cost bytes and gain nothing (docs/engine-trials.md). */
const LEVELS = 31;

/** A table as the file has it: a row for each feature, found by its hash, a column for each output. */
interface Packed {
  /** The rows' hashes, rising. */
  readonly keys: Uint32Array;
  /** `scales[row]`: what one step of the row's weights is worth. */
  readonly scales: Float32Array;
  /** `ends[row]`: where the row's entries end in `columns` and `weights`. */
  readonly ends: Uint32Array;
  readonly columns: Uint8Array;
  /** In steps, from -31 to 31. */
  readonly weights: Int8Array;
}

/** Packs the weights that are not zero row by row, in order of the rows' hashes, in 6 bits with a scale a row. */
function pack({ vocabulary: { hashes }, linear }: Classifiers): Packed {
  const byHash = [...hashes.keys()].sort((a, b) => (hashes[a] ?? 0) - (hashes[b] ?? 0));
  const keys: number[] = [];
  const scales: number[] = [];
  const ends: number[] = [];
  const columns: number[] = [];
  const weights: number[] = [];
  const outputs = Array.from(linear.bias, (_, output) => output);
  for (const feature of byHash) {
    const weightOf = (output: number): number => linear.weights[feature * outputs.length + output] ?? 0;
    const scale = Math.max(...outputs.map((output) => Math.abs(weightOf(output)))) / LEVELS;
    // What would be rounded to nothing is left out.
    const kept = outputs.filter((output) => Math.abs(weightOf(output)) > scale / 2);
    if (kept.length === 0) continue;
    keys.push(hashes[feature] ?? 0);
    scales.push(scale);
    for (const output of kept) {
      columns.push(output);
      weights.push(Math.round(weightOf(output) / scale));
    }
    ends.push(columns.length);
  }
  return {
    keys: Uint32Array.from(keys),
    scales: Float32Array.from(scales),
    ends: Uint32Array.from(ends),
    columns: Uint8Array.from(columns),
    weights: Int8Array.from(weights),
  };
}

/** Differences of rising numbers, which compress better than the numbers. */
const steps = (numbers: Uint32Array): Uint32Array => numbers.map((n, i) => n - (numbers[i - 1] ?? 0));

/**
 * A scale in 16 bits: the upper half of its float (bfloat16), read back by the same rule, its last bit nought. That
 * bit is worth less than a step of the weights it scales, and without it the file is 27 kB smaller.
 */
const bfloat16 = (numbers: Float32Array): Uint16Array => {
  const bits = new Uint32Array(numbers.buffer);
  return Uint16Array.from(bits, (b) => (b >>> 17) << 1);
};

/** The lowest bytes of all numbers, then the next …: bytes that are alike stand together, which compresses better. */
function planes(numbers: Uint16Array | Uint32Array): Uint8Array {
  const size = numbers.BYTES_PER_ELEMENT;
  const out = new Uint8Array(numbers.length * size);
  numbers.forEach((number, i) => {
    for (let byte = 0; byte < size; byte++) out[byte * numbers.length + i] = number >>> (8 * byte);
  });
  return out;
}

const partsOf = ({ keys, scales, ends, columns, weights }: Packed): ArrayBufferView[] => [
  planes(steps(keys)),
  planes(bfloat16(scales)),
  Uint8Array.from(steps(ends)),
  columns,
  weights,
];

/**
 * The weights' file, little-endian, as engine/model.ts reads it: a magic word, the length of the header in bytes, the
 * header as JSON, then the table of links and that of stances.
 */
export function modelBytes(
  header: Omit<ModelHeader, 'sizes' | 'format'>,
  links: Classifiers,
  stances: Classifiers,
): Uint8Array {
  const [linkTable, stanceTable] = [pack(links), pack(stances)];
  const sizeOf = ({ keys, columns }: Packed): TableSize => ({ rows: keys.length, entries: columns.length });
  const sizes = { links: sizeOf(linkTable), stances: sizeOf(stanceTable) };
  const json = new TextEncoder().encode(
    JSON.stringify({ format: 3, ...header, sizes } satisfies ModelHeader),
  );
  const parts: ArrayBufferView[] = [
    new TextEncoder().encode(MAGIC),
    Uint32Array.of(json.length),
    json,
    ...partsOf(linkTable),
    ...partsOf(stanceTable),
  ];
  return Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
}
