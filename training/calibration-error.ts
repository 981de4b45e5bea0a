import { seededRandom } from './methods/random';

/** Bins of confidence, each a tenth wide: the usual number (Guo, Pleiss, Sun, Weinberger 2017). */
const BINS = 10;

/**
 * How far confidences are from how often they were right: expected calibration error (the mean over bins of the distance
 * between mean confidence and share of right ones, each bin by how many it holds; Guo et al. 2017), and Brier score
 * (the mean square of the distance between each confidence and 1 or 0; Brier 1950).
 */
export function calibrationError(
  shown: readonly { readonly confidence: number; readonly right: boolean }[],
): {
  readonly ece: number;
  readonly brier: number;
} {
  const bins = Array.from({ length: BINS }, () => ({ confidence: 0, right: 0 }));
  for (const { confidence, right } of shown) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
    if (!bin) continue;
    bin.confidence += confidence;
    bin.right += right ? 1 : 0;
  }
  return {
    ece:
      bins.reduce((sum, { confidence, right }) => sum + Math.abs(right - confidence), 0) /
      (shown.length || 1),
    brier: mean(shown.map(({ confidence, right }) => (confidence - (right ? 1 : 0)) ** 2)),
  };
}

/** Files drawn by `eceOfChance`, and the place of the one that nine in ten do not exceed. */
const [DRAWS, NINE_IN_TEN] = [2_000, 1_800];

/**
 * The ECE that confidences would show if each came true just as often as it says: no file of so many marks can tell a
 * true confidence from one that is off by less. From two thousand files drawn with a fixed seed.
 * @returns its mean, and what it stays under nine times in ten
 */
export function eceOfChance(confidences: readonly number[]): {
  readonly mean: number;
  readonly most: number;
} {
  const random = seededRandom(1);
  const draw = () => confidences.map((confidence) => ({ confidence, right: random() < confidence }));
  const drawn = Array.from({ length: DRAWS }, () => calibrationError(draw()).ece).sort((a, b) => a - b);
  return { mean: mean(drawn), most: drawn[NINE_IN_TEN] ?? 0 };
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => a + b, 0) / (numbers.length || 1);
