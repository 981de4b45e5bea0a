import { catalogueTexts, type Similarity, wordsOf } from './texts';

/** Usual constants (Robertson, Zaragoza 2009). */
const K1 = 1.2;
const B = 0.75;

/** Okapi BM25 of the sentence, as a query, over the catalogue's texts. */
export function bm25(): Similarity {
  const documents = catalogueTexts.map(({ text }) => wordsOf(text));
  const average = documents.reduce((sum, d) => sum + d.length, 0) / documents.length;
  const frequency = (word: string): number => documents.filter((d) => d.includes(word)).length;
  const idf = new Map(
    [...new Set(documents.flat())].map((word) => {
      const n = frequency(word);
      return [word, Math.log(1 + (documents.length - n + 0.5) / (n + 0.5))];
    }),
  );
  return (sentence) => {
    const query = new Set(wordsOf(sentence));
    return documents.map((document) => {
      let score = 0;
      for (const word of query) {
        const tf = document.filter((w) => w === word).length;
        if (tf)
          score +=
            ((idf.get(word) ?? 0) * tf * (K1 + 1)) / (tf + K1 * (1 - B + (B * document.length) / average));
      }
      return score / Math.sqrt(query.size || 1);
    });
  };
}
