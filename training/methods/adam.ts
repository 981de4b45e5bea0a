/** Decay of the running means of gradient and squared gradient, as the paper has them … */
const [BETA_1, BETA_2] = [0.9, 0.999];
/** … and what they leave; written out, since 1 − 0.9 is not 0.1 in binary and other numbers are other weights. */
const [REST_1, REST_2] = [0.1, 0.001];
/** Keeps from dividing by zero; the paper's number. */
const EPSILON = 1e-8;

/**
 * Minimises a function by Adam (Kingma, Ba 2015), over all data at once.
 * @param gradientAt gradient of the function at some parameters, one number each
 * @param parameters where to begin; changed in place
 * @param rounds how many steps
 * @param learningRate about how far a parameter goes in a step
 */
export function adam(
  gradientAt: (parameters: Float64Array) => Float64Array,
  parameters: Float64Array,
  rounds: number,
  learningRate: number,
): void {
  const mean = new Float64Array(parameters.length);
  const square = new Float64Array(parameters.length);
  for (let round = 1; round <= rounds; round++) {
    gradientAt(parameters).forEach((g, i) => {
      mean[i] = BETA_1 * (mean[i] as number) + REST_1 * g;
      square[i] = BETA_2 * (square[i] as number) + REST_2 * g * g;
      // Both begin at zero, which the paper corrects for.
      const unbiasedMean = (mean[i] as number) / (1 - BETA_1 ** round);
      const unbiasedSquare = (square[i] as number) / (1 - BETA_2 ** round);
      (parameters[i] as number) -= (learningRate * unbiasedMean) / (Math.sqrt(unbiasedSquare) + EPSILON);
    });
  }
}
