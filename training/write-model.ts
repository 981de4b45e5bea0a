import { MAGIC, type ModelHeader } from '../engine/model';
import type { Linear } from './fit';

/** A table of weights about to be packed. */
export interface Table {
  readonly hashes: Uint32Array;
  readonly linear: Linear;
  readonly outputs: number;
  /** Rows kept: those whose largest weight is greatest. */
  readonly keep: number;
}

interface Packed {
  readonly keys: Uint32Array;
  readonly scales: Float32Array;
  readonly weights: Int8Array;
}

/** Keeps the weightiest rows, in order of their hashes, each in 8 bits with a scale of its own. */
function pack({ hashes, linear, outputs, keep }: Table): Packed {
  const weight = (row: number, o: number): number => linear.weights[row * outputs + o] ?? 0;
  const peak = Float32Array.from(hashes, (_, row) => {
    let most = 0;
    for (let o = 0; o < outputs; o++) most = Math.max(most, Math.abs(weight(row, o)));
    return most;
  });
  const rows = [...hashes.keys()]
    .sort((a, b) => (peak[b] ?? 0) - (peak[a] ?? 0) || (hashes[a] ?? 0) - (hashes[b] ?? 0))
    .slice(0, keep)
    .sort((a, b) => (hashes[a] ?? 0) - (hashes[b] ?? 0));
  const scales = Float32Array.from(rows, (row) => (peak[row] ?? 0) / 127);
  const weights = new Int8Array(rows.length * outputs);
  rows.forEach((row, at) => {
    for (let o = 0; o < outputs; o++)
      weights[at * outputs + o] = Math.round(weight(row, o) / (scales[at] || 1));
  });
  return { keys: Uint32Array.from(rows, (row) => hashes[row] ?? 0), scales, weights };
}

/** Words with their clusters, for the file's last part. */
export interface Kinds {
  readonly keys: Uint32Array;
  readonly fine: Uint16Array;
  readonly coarse: Uint8Array;
}

/** The weights' file, little-endian, as engine/model.ts reads it. */
export function modelBytes(
  header: Omit<ModelHeader, 'sizes' | 'format'>,
  links: Table,
  stances: Table,
  kinds: Kinds,
): Uint8Array {
  const [a, b] = [pack(links), pack(stances)];
  const sizes = { rows: a.keys.length, stanceRows: b.keys.length, words: kinds.keys.length };
  const json = new TextEncoder().encode(
    JSON.stringify({ format: 1, ...header, sizes } satisfies ModelHeader),
  );
  const parts: ArrayBufferView[] = [
    new TextEncoder().encode(MAGIC),
    Uint32Array.of(json.length),
    json,
    a.keys,
    a.scales,
    a.weights,
    b.keys,
    b.scales,
    b.weights,
    kinds.keys,
    kinds.fine,
    kinds.coarse,
  ];
  return Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
}
