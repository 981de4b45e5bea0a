/**
 * Pseudo-random numbers that are the same every time: a linear congruential generator modulo 2³², with the constants
 * of Numerical Recipes (Press et al., 2nd edition, section 7.1).
 * @param seed a 32-bit number; the same seed gives the same numbers
 * @returns a function whose calls give one number after the other, in [0, 1)
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Shuffles in place (Fisher and Yates, in the form of Durstenfeld 1964). */
export function shuffle(numbers: Int32Array, random: () => number): void {
  for (let i = numbers.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [numbers[i], numbers[j]] = [numbers[j] as number, numbers[i] as number];
  }
}
