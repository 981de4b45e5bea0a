import { catalogueTexts, cosine, type Similarity, wordsOf } from './texts';

function gramsOf(text: string): Map<string, number> {
  const line = ` ${wordsOf(text).join(' ')} `;
  const counts = new Map<string, number>();
  for (let at = 0; at + 4 <= line.length; at++) {
    const gram = line.slice(at, at + 4);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/** Cosine of TF-IDF over character 4-grams. */
export function letterTfIdf(): Similarity {
  const documents = catalogueTexts.map(({ text }) => gramsOf(text));
  const seen = new Map<string, number>();
  for (const document of documents)
    for (const gram of document.keys()) seen.set(gram, (seen.get(gram) ?? 0) + 1);
  const weigh = (grams: Map<string, number>): Map<string, number> =>
    new Map(
      [...grams].map(([gram, tf]) => [
        gram,
        (1 + Math.log(tf)) * Math.log(1 + documents.length / (1 + (seen.get(gram) ?? 0))),
      ]),
    );
  const weighed = documents.map(weigh);
  return (sentence) => {
    const vector = weigh(gramsOf(sentence));
    return weighed.map((document) => cosine(vector, document));
  };
}
