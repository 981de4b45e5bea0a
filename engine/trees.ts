/**
 * A regression tree, flat: step `i` asks whether `inputs[input[i]] <= at[i]` and goes to `yes[i]` or `no[i]`, a later
 * step or, where negative, the leaf `-1 - n`. The names are those of the weights' file.
 */
export interface Tree {
  /** Of each step the input it asks for, by its place in `treeInputs` … */
  readonly input: readonly number[];
  /** … and the threshold. */
  readonly at: readonly number[];
  readonly yes: readonly number[];
  readonly no: readonly number[];
  /** The leaves' values, in logits. */
  readonly leaves: readonly number[];
}

/** The leaf a tree leads to: its number in `leaves`. */
export function leafOf({ input, at, yes, no }: Tree, inputs: ArrayLike<number>): number {
  let step = input.length > 0 ? 0 : -1;
  while (step >= 0) step = ((inputs[input[step] ?? 0] ?? 0) <= (at[step] ?? 0) ? yes[step] : no[step]) ?? -1;
  return -1 - step;
}

/** What boosted trees add up to for one row of inputs (Friedman 2001). */
export function sumOfTrees(trees: readonly Tree[], inputs: ArrayLike<number>): number {
  let sum = 0;
  for (const tree of trees) sum += tree.leaves[leafOf(tree, inputs)] ?? 0;
  return sum;
}

/** The most that trees may add up to, whatever those inputs turn out to be that are NaN: not known yet. */
export function mostOfTrees(trees: readonly Tree[], inputs: ArrayLike<number>): number {
  let sum = 0;
  for (const tree of trees) sum += mostFrom(tree, tree.input.length > 0 ? 0 : -1, inputs);
  return sum;
}

/** The highest leaf that a tree may lead to from one of its steps. */
function mostFrom(tree: Tree, step: number, inputs: ArrayLike<number>): number {
  if (step < 0) return tree.leaves[-1 - step] ?? 0;
  const input = inputs[tree.input[step] ?? 0] ?? 0;
  const [yes, no] = [tree.yes[step] ?? -1, tree.no[step] ?? -1];
  if (Number.isNaN(input)) return Math.max(mostFrom(tree, yes, inputs), mostFrom(tree, no, inputs));
  return mostFrom(tree, input <= (tree.at[step] ?? 0) ? yes : no, inputs);
}
