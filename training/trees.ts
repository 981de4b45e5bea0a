import { sigmoid } from '../engine/calibration';
import { leafOf, type Tree } from '../engine/trees';
import { seededRandom } from './methods/random';

export interface TreeOptions {
  readonly rounds: number;
  /** Leaves of a tree. */
  readonly leaves: number;
  /** How far each tree goes of the way it sees. */
  readonly rate: number;
  /** Rows a leaf has to hold. */
  readonly least: number;
  /** Held small as in XGBoost: added to the second derivative of every leaf. */
  readonly hold: number;
  /** Share of the inputs a tree may look at, and of the rows it learns from. */
  readonly inputs: number;
  readonly rows: number;
}

/** Rows the trees learn from: `inputs[row]`, whether it was right, how much it counts, where the trees start. */
export interface TreeRows {
  readonly inputs: readonly (readonly number[])[];
  readonly right: Uint8Array;
  readonly count: Float64Array;
  /** Logits before any tree. */
  readonly start: Float64Array;
}

const BINS = 64;

/** Upper edges of at most 64 bins of equal size, for one input. */
function edgesOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const edges = Array.from(
    { length: BINS - 1 },
    (_, i) => Math.round((sorted[Math.floor(((i + 1) * sorted.length) / BINS)] ?? 0) * 1e3) / 1e3,
  );
  return [...new Set(edges)];
}

const binOf = (value: number, edges: readonly number[]): number => {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (edges[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
};

interface Split {
  readonly gain: number;
  readonly input: number;
  readonly bin: number;
}

interface Leaf {
  readonly rows: readonly number[];
  readonly best: Split | null;
  /** Where the tree points to it: the step above and which side. */
  readonly from: { readonly step: number; readonly side: 'yes' | 'no' } | null;
}

interface Work {
  readonly bins: readonly Uint8Array[];
  readonly slope: Float64Array;
  readonly curve: Float64Array;
  readonly options: TreeOptions;
}

const worth = (slope: number, curve: number, hold: number): number => slope ** 2 / (curve + hold);

/** The split of some rows that gains most, by histograms of slope and curvature. */
function bestSplit(rows: readonly number[], allowed: readonly number[], work: Work): Split | null {
  const { bins, slope, curve, options } = work;
  if (rows.length < 2 * options.least) return null;
  let best: Split | null = null;
  for (const input of allowed) {
    const bin = bins[input] as Uint8Array;
    const [g, h, n] = [new Float64Array(BINS), new Float64Array(BINS), new Uint32Array(BINS)];
    let [allG, allH] = [0, 0];
    for (const row of rows) {
      const b = bin[row] as number;
      (g[b] as number) += slope[row] as number;
      (h[b] as number) += curve[row] as number;
      (n[b] as number) += 1;
      allG += slope[row] as number;
      allH += curve[row] as number;
    }
    let [leftG, leftH, left] = [0, 0, 0];
    for (let b = 0; b < BINS - 1; b++) {
      leftG += g[b] as number;
      leftH += h[b] as number;
      left += n[b] as number;
      if (left < options.least) continue;
      if (rows.length - left < options.least) break;
      const gain =
        worth(leftG, leftH, options.hold) +
        worth(allG - leftG, allH - leftH, options.hold) -
        worth(allG, allH, options.hold);
      if (gain > (best?.gain ?? 1e-9)) best = { gain, input, bin: b };
    }
  }
  return best;
}

/** Grows one tree, always splitting the leaf that gains most. */
function grow(
  sample: readonly number[],
  allowed: readonly number[],
  edges: readonly number[][],
  work: Work,
): Tree {
  const { bins, slope, curve, options } = work;
  const tree = { input: [] as number[], at: [] as number[], yes: [] as number[], no: [] as number[] };
  const open: Leaf[] = [{ rows: sample, best: bestSplit(sample, allowed, work), from: null }];
  while (open.length < options.leaves) {
    let most = -1;
    open.forEach(({ best }, i) => {
      if (best && (most < 0 || best.gain > (open[most]?.best?.gain ?? 0))) most = i;
    });
    const leaf = open[most];
    if (!leaf?.best) break;
    const { input, bin } = leaf.best;
    const step = tree.input.length;
    if (leaf.from) tree[leaf.from.side][leaf.from.step] = step;
    tree.input.push(input);
    tree.at.push(edges[input]?.[bin] ?? 0);
    tree.yes.push(-1);
    tree.no.push(-1);
    const bin_ = bins[input] as Uint8Array;
    const sides = (['yes', 'no'] as const).map((side): Leaf => {
      const rows = leaf.rows.filter((row) => (bin_[row] as number) <= bin === (side === 'yes'));
      return { rows, best: bestSplit(rows, allowed, work), from: { step, side } };
    });
    open.splice(most, 1, ...sides);
  }
  const leaves = open.map(({ rows, from }, n) => {
    if (from) tree[from.side][from.step] = -1 - n;
    let [g, h] = [0, 0];
    for (const row of rows) {
      g += slope[row] as number;
      h += curve[row] as number;
    }
    return Math.round((-options.rate * g * 1e4) / (h + options.hold)) / 1e4;
  });
  return { ...tree, leaves };
}

/**
 * Fits boosted trees on what a regression leaves unexplained: Newton steps on the log loss (Friedman 2001; Chen,
 * Guestrin 2016), leaf by leaf, each tree on a seeded sample of rows and inputs.
 * @returns trees in order; their sum is added to `start`
 */
export function fitTrees({ inputs, right, count, start }: TreeRows, options: TreeOptions): Tree[] {
  const width = inputs[0]?.length ?? 0;
  const edges = Array.from({ length: width }, (_, i) => edgesOf(inputs.map((row) => row[i] ?? 0)));
  const bins = edges.map((edge, i) => Uint8Array.from(inputs, (row) => binOf(row[i] ?? 0, edge)));
  const z = Float64Array.from(start);
  const work: Work = { bins, slope: new Float64Array(z.length), curve: new Float64Array(z.length), options };
  const random = seededRandom(7);
  const trees: Tree[] = [];
  for (let round = 0; round < options.rounds; round++) {
    z.forEach((value, row) => {
      const p = sigmoid(value);
      work.slope[row] = (p - (right[row] as number)) * (count[row] as number);
      work.curve[row] = p * (1 - p) * (count[row] as number);
    });
    const sample = [...z.keys()].filter(() => random() < options.rows);
    const allowed = [...edges.keys()].filter(() => random() < options.inputs);
    const tree = grow(sample, allowed, edges, work);
    trees.push(tree);
    inputs.forEach((row, i) => {
      (z[i] as number) += tree.leaves[leafOf(tree, row)] ?? 0;
    });
  }
  return trees;
}
