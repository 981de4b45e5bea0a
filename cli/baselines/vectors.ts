import { catalogueTexts, type Similarity, wordsOf } from './texts';
import { loadVectors } from './word-vectors';

/** Cosine of averaged word vectors; null where the vectors are not installed (`npm --prefix cli/baselines ci`). */
export function averagedVectors(): Similarity | null {
  let loaded: ReturnType<typeof loadVectors>;
  try {
    loaded = loadVectors(60_000);
  } catch {
    return null;
  }
  const { words, vectors, dimensions } = loaded;
  const rows = new Map(words.map((word, at) => [word, at]));
  const averageOf = (text: string): Float64Array => {
    const sum = new Float64Array(dimensions);
    for (const word of wordsOf(text)) {
      const row = rows.get(word);
      if (row === undefined) continue;
      // Commoner words weigh less (a / (a + p), Arora et al. 2017, with rank standing in for frequency).
      const weight = row / (row + 200);
      for (let d = 0; d < dimensions; d++)
        sum[d] = (sum[d] ?? 0) + weight * (vectors[row * dimensions + d] ?? 0);
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
