import { sigmoid } from '../../engine/calibration';
import { leafOf, type Tree } from '../../engine/trees';
import { bestSplit, derivativesOf, type Split, type SplitData } from './best-split';
import { binEdges, binOf } from './bins';
import { seededRandom } from './random';

export interface TreeOptions {
  /** How many trees. */
  readonly rounds: number;
  /** Leaves of a tree, at most. */
  readonly leaves: number;
  /** Share of its own step that each tree takes. */
  readonly learningRate: number;
  /** Rows a leaf has to hold. */
  readonly leastRows: number;
  /** Added to the second derivative of every leaf, which keeps its value small (λ of XGBoost). */
  readonly l2: number;
  /** Share of the inputs a tree may ask for, and of the rows it learns from; drawn anew for each. */
  readonly inputShare: number;
  readonly rowShare: number;
}

/** What trees learn from: four lists side by side. */
export interface TreeRows {
  /** The numbers a row is told by; equally many in each. */
  readonly inputs: readonly (readonly number[])[];
  /** 1 where the row is positive, else 0. */
  readonly labels: Uint8Array;
  /** How often the row counts. */
  readonly sampleWeights: Float64Array;
  /** The row's logit before any tree. */
  readonly start: Float64Array;
}

/** A leaf that may still be split. */
interface Leaf {
  readonly rows: readonly number[];
  readonly split: Split | null;
  /** Where the tree points to it: a step and one of its sides; null at the root. */
  readonly parent: { readonly step: number; readonly side: 'yes' | 'no' } | null;
}

/** What one tree is grown from. */
interface Growth extends SplitData {
  readonly options: TreeOptions;
  /** Upper edges of each input's bins. */
  readonly edges: readonly (readonly number[])[];
  /** The inputs this tree may ask for. */
  readonly inputs: readonly number[];
}

/** The place of the leaf whose split gains most, the first of equals; -1 where none can be split. */
function mostGaining(leaves: readonly Leaf[]): number {
  let most = -1;
  leaves.forEach(({ split }, i) => {
    if (split && split.gain > (leaves[most]?.split?.gain ?? Number.NEGATIVE_INFINITY)) most = i;
  });
  return most;
}

/** The two leaves that a leaf is split into. */
function divided({ rows }: Leaf, { input, bin }: Split, step: number, growth: Growth): Leaf[] {
  const bins = growth.bins[input] as Uint8Array;
  return (['yes', 'no'] as const).map((side): Leaf => {
    const own = rows.filter((row) => (bins[row] as number) <= bin === (side === 'yes'));
    return { rows: own, split: bestSplit(own, growth.inputs, growth), parent: { step, side } };
  });
}

/** A leaf's value, in logits to four decimals: a Newton step on the loss, −G / (H + λ), shortened by the rate. */
function leafValue({ rows }: Leaf, growth: Growth): number {
  const { gradient, hessian } = derivativesOf(rows, growth);
  const { learningRate, l2 } = growth.options;
  return Math.round((-learningRate * gradient * 1e4) / (hessian + l2)) / 1e4;
}

/** Grows one tree leaf by leaf, always splitting the one that gains most. */
function grow(sample: readonly number[], growth: Growth): Tree {
  const { options, edges } = growth;
  const tree = { input: [] as number[], at: [] as number[], yes: [] as number[], no: [] as number[] };
  const leaves: Leaf[] = [{ rows: sample, split: bestSplit(sample, growth.inputs, growth), parent: null }];
  while (leaves.length < options.leaves) {
    const most = mostGaining(leaves);
    const leaf = leaves[most];
    if (!leaf?.split) break;
    const { input, bin } = leaf.split;
    const step = tree.input.length;
    if (leaf.parent) tree[leaf.parent.side][leaf.parent.step] = step;
    tree.input.push(input);
    tree.at.push(edges[input]?.[bin] ?? 0);
    // Both sides are filled in when it is known what stands there.
    tree.yes.push(-1);
    tree.no.push(-1);
    leaves.splice(most, 1, ...divided(leaf, leaf.split, step, growth));
  }
  leaves.forEach(({ parent }, n) => {
    if (parent) tree[parent.side][parent.step] = -1 - n;
  });
  return { ...tree, leaves: leaves.map((leaf) => leafValue(leaf, growth)) };
}

/** First and second derivative of each row's log loss by its logit. */
function setDerivatives(
  { gradient, hessian }: SplitData,
  logits: Float64Array,
  { labels, sampleWeights }: TreeRows,
): void {
  logits.forEach((logit, row) => {
    const p = sigmoid(logit);
    gradient[row] = (p - (labels[row] as number)) * (sampleWeights[row] as number);
    hessian[row] = p * (1 - p) * (sampleWeights[row] as number);
  });
}

/**
 * Fits boosted trees to the log loss, beginning with given logits: each tree takes a Newton step on what those before it
 * left (Friedman 2001; Chen, Guestrin 2016), on a seeded sample of rows and inputs (Friedman 2002).
 * @returns trees in order; a row's logit is its `start` and what they add up to (engine/trees.ts)
 */
export function fitTrees(data: TreeRows, options: TreeOptions): Tree[] {
  const { inputs, start } = data;
  const width = inputs[0]?.length ?? 0;
  const edges = Array.from({ length: width }, (_, i) => binEdges(inputs.map((row) => row[i] ?? 0)));
  const { leastRows, l2 } = options;
  const splitData: SplitData = {
    bins: edges.map((edge, i) => Uint8Array.from(inputs, (row) => binOf(row[i] ?? 0, edge))),
    gradient: new Float64Array(start.length),
    hessian: new Float64Array(start.length),
    leastRows,
    l2,
  };
  const logits = Float64Array.from(start);
  const random = seededRandom(7);
  const trees: Tree[] = [];
  for (let round = 0; round < options.rounds; round++) {
    setDerivatives(splitData, logits, data);
    const sample = [...logits.keys()].filter(() => random() < options.rowShare);
    const asked = [...edges.keys()].filter(() => random() < options.inputShare);
    const tree = grow(sample, { ...splitData, options, edges, inputs: asked });
    trees.push(tree);
    inputs.forEach((row, i) => {
      (logits[i] as number) += tree.leaves[leafOf(tree, row)] ?? 0;
    });
  }
  return trees;
}
