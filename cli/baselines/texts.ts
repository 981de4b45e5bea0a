import { arguments_ } from '../../essays/catalogue';

/** What the plain baselines compare a sentence with: each argument's own words in the catalogue. */
export const catalogueTexts: readonly { readonly id: string; readonly text: string }[] = arguments_.map(
  ({ id, label, thesis, covers }) => ({ id, text: `${label}. ${thesis} ${covers}` }),
);

/** Similarity of a sentence to every catalogue text, in the catalogue's order. */
export type Similarity = (sentence: string) => number[];

/** Lower-case words and numbers. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
}

/** Cosine of two sparse vectors. */
export function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const norm = (v: ReadonlyMap<string, number>): number => Math.hypot(...v.values()) || 1;
  let dot = 0;
  for (const [key, value] of a) dot += value * (b.get(key) ?? 0);
  return dot / (norm(a) * norm(b));
}
