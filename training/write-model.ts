import { MAGIC, type ModelHeader } from '../engine/model';
import type { Linear } from './fit';
import type { Columns } from './matrix';

/** A table of weights about to be packed. */
export interface Table {
  readonly columns: Columns;
  readonly linear: Linear;
  readonly outputs: number;
}

/** Steps a weight has on each side of zero. More cost bytes and gain nothing (docs/engine.md). */
const LEVELS = 31;

interface Packed {
  readonly keys: Uint32Array;
  readonly scales: Float32Array;
  /** `ends[row]`: where the row's entries end in `columns` and `weights`. */
  readonly ends: Uint32Array;
  readonly columns: Uint8Array;
  readonly weights: Int8Array;
}

/** Packs the weights that are not zero row by row, in order of the rows' hashes, in 6 bits with a scale a row. */
function pack({ columns: { hashes }, linear, outputs }: Table): Packed {
  const weight = (row: number, o: number): number => linear.weights[row * outputs + o] ?? 0;
  const rows = [...hashes.keys()].sort((a, b) => (hashes[a] ?? 0) - (hashes[b] ?? 0));
  const keys: number[] = [];
  const scales: number[] = [];
  const ends: number[] = [];
  const columns: number[] = [];
  const weights: number[] = [];
  for (const row of rows) {
    const all = Array.from({ length: outputs }, (_, o) => o);
    const scale = Math.max(...all.map((o) => Math.abs(weight(row, o)))) / LEVELS;
    // What would be rounded to nothing is left out.
    const kept = all.filter((o) => Math.abs(weight(row, o)) > scale / 2);
    if (kept.length === 0) continue;
    keys.push(hashes[row] ?? 0);
    scales.push(scale);
    for (const o of kept) {
      columns.push(o);
      weights.push(Math.round(weight(row, o) / scale));
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
const halves = (numbers: Float32Array): Uint16Array => {
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
  planes(halves(scales)),
  Uint8Array.from(steps(ends)),
  columns,
  weights,
];

/** The weights' file, little-endian, as engine/model.ts reads it. */
export function modelBytes(
  header: Omit<ModelHeader, 'sizes' | 'format'>,
  links: Table,
  stances: Table,
): Uint8Array {
  const [a, b] = [pack(links), pack(stances)];
  const sizes = {
    links: { rows: a.keys.length, entries: a.columns.length },
    stances: { rows: b.keys.length, entries: b.columns.length },
  };
  const json = new TextEncoder().encode(
    JSON.stringify({ format: 3, ...header, sizes } satisfies ModelHeader),
  );
  const parts: ArrayBufferView[] = [
    new TextEncoder().encode(MAGIC),
    Uint32Array.of(json.length),
    json,
    ...partsOf(a),
    ...partsOf(b),
  ];
  return Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
}
