/** A set of whole numbers from 0, one bit for each: small, and quickly joined with another. */
export type Bits = Uint32Array;

/** An empty set with room for the numbers up to `largest`. */
export const bitsUpTo = (largest: number): Bits => new Uint32Array((largest >>> 5) + 1);

/** Whether a number is in a set. */
export const isIn = (bits: Bits, n: number): boolean => (((bits[n >>> 5] ?? 0) >>> (n & 31)) & 1) === 1;

/** Puts a number into a set. */
export function include(bits: Bits, n: number): void {
  bits[n >>> 5] = (bits[n >>> 5] ?? 0) | (1 << (n & 31));
}
