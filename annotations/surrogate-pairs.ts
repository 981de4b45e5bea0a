/** Surrogate pairs in a text: it has as many code points as code units less these. */
export function pairsIn(text: string): number {
  return text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0;
}
