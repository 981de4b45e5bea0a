/** At most so many bins an input, so that a bin's number fits a byte. */
export const BINS = 64;

/**
 * Upper edges of bins that hold about equally many of an input's values (quantiles, rounded to three decimals).
 * @returns rising numbers, at most `BINS - 1`; the last bin has no upper edge
 */
export function binEdges(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const edges = Array.from(
    { length: BINS - 1 },
    (_, i) => Math.round((sorted[Math.floor(((i + 1) * sorted.length) / BINS)] ?? 0) * 1e3) / 1e3,
  );
  return [...new Set(edges)];
}

/** The bin a value falls into: the first whose upper edge is not below it, by binary search. */
export function binOf(value: number, edges: readonly number[]): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (edges[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
