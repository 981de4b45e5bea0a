/** A figure of `npm run bench`. Ratios count, not milliseconds: machines differ. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is compared with, and the bar where there is one: "floor, at most 3". Empty: nothing. */
  readonly reference: string;
  /** `value` as a multiple of the reference's, measured in the same run; null where there is none. */
  readonly ratio: number | null;
}

/** One group of figures. Each stands in a file of its own beside this one and is listed in run.ts. */
export interface Bench {
  readonly name: string;
  /** @throws where it can't be measured, with the reason and the way out */
  readonly run: () => Promise<readonly Row[]>;
}

/** The middle one of a list of numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
