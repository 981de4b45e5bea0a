import {
  fitLinear,
  type LabelledRows,
  type LinearModel,
  type LinearOptions,
  logitsOf,
} from './methods/linear';
import { type Grouped, Vocabulary } from './vocabulary';

/** Linear classifiers over hashed features, and how a sentence is read for them. */
export interface Classifiers {
  readonly vocabulary: Vocabulary;
  /** How much each group of features counts, by its name. */
  readonly scales: Readonly<Record<string, number>>;
  readonly linear: LinearModel;
}

/** A feature that occurs once in all sentences tells nothing of others. */
const LEAST_OFTEN = 2;

/** Links and stances are fitted alike; each number was tried beside others (docs/engine-trials.md, versions 1.0.0 to 1.3.0). */
const DESCENT = { epochs: 20, pruneAfter: 6, learningRate: 0.2, weightDecay: 1e-5 } as const;

/** What links and stances differ in. */
type ClassifierOptions = Pick<LinearOptions, 'outputs' | 'activation' | 'positiveWeight' | 'keep'>;

/**
 * Fits linear classifiers on sentences.
 * @param sentences each as its groups of features
 * @param labels side by side with the sentences
 */
export function fitClassifiers(
  sentences: readonly (readonly Grouped[])[],
  { targets, sampleWeights }: Omit<LabelledRows, 'rows'>,
  scales: Classifiers['scales'],
  options: ClassifierOptions,
): Classifiers {
  const vocabulary = new Vocabulary(sentences, LEAST_OFTEN);
  const rows = sentences.map((groups) => vocabulary.row(groups, scales));
  const features = vocabulary.hashes.length;
  const linear = fitLinear({ rows, targets, sampleWeights }, { ...DESCENT, ...options, features });
  return { vocabulary, scales, linear };
}

/** A sentence's logits, one an output, by the weights as they were fitted (those that ship are rounded). */
export function sentenceLogits(
  { vocabulary, scales, linear }: Classifiers,
  groups: readonly Grouped[],
): Float64Array {
  return logitsOf(linear, vocabulary.row(groups, scales));
}
