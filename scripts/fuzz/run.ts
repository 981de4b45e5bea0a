/** Feeds every parser what nobody would send, and says where one throws, takes too long, or loses something. */
import { type Random, randomOf } from '../random';

/** A parser under fire: `feed` throws where what must hold does not. */
export interface FuzzTarget {
  readonly name: string;
  /** How many of a hundred inputs are its. */
  readonly share: number;
  readonly feed: (random: Random) => unknown;
  /** Milliseconds of this process's own work one input may take, where it is not a second. */
  readonly longest?: number;
}

/** What went wrong with one input. `--only NAME --from CASE --inputs 1` and the seed bring it back. */
export interface Problem {
  readonly target: string;
  readonly index: number;
  readonly what: string;
}

interface FuzzReport {
  readonly target: string;
  readonly inputs: number;
  readonly slowest: number;
}

interface FuzzPlan {
  readonly seed: number;
  /** Inputs over all targets; of the one target where `only` is given. */
  readonly inputs: number;
  readonly only?: string | undefined;
  readonly from?: number | undefined;
  /** Told of each input before it is fed, for a watch from outside. */
  readonly onInput?: (target: string, index: number) => void;
  readonly onProblem: (problem: Problem) => void;
}

/** Waiting for others on a busy machine is not counted, only what this process does. */
const LONGEST_MS = 1_000;

const hashOf = (text: string) =>
  [...text].reduce((sum, c) => Math.imul(sum, 31) + (c.codePointAt(0) ?? 0), 7);

/** Runs a plan over targets; every input has a chance of its own, so that one can be repeated alone. */
export async function runFuzz(targets: readonly FuzzTarget[], plan: FuzzPlan): Promise<FuzzReport[]> {
  const chosen = targets.filter(({ name }) => plan.only === undefined || name === plan.only);
  const whole = chosen.reduce((sum, { share }) => sum + share, 0);
  const reports: FuzzReport[] = [];
  for (const target of chosen) {
    const inputs = Math.ceil((plan.inputs * target.share) / whole);
    const from = plan.from ?? 0;
    let slowest = 0;
    for (let index = from; index < from + inputs; index++) {
      plan.onInput?.(target.name, index);
      const random = randomOf(
        Math.imul(plan.seed, 0x9e3779b1) ^ hashOf(target.name) ^ Math.imul(index, 0x85ebca6b),
      );
      const before = process.cpuUsage();
      const began = performance.now();
      try {
        await target.feed(random);
        if (Object.keys(Object.prototype).length > 0) throw new Error('Object.prototype was written to');
      } catch (thrown) {
        const what = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
        plan.onProblem({ target: target.name, index, what });
      }
      const { user, system } = process.cpuUsage(before);
      const spent = Math.min(performance.now() - began, (user + system) / 1000);
      slowest = Math.max(slowest, spent);
      if (spent > (target.longest ?? LONGEST_MS))
        plan.onProblem({ target: target.name, index, what: `took ${Math.round(spent)} ms of work` });
    }
    reports.push({ target: target.name, inputs, slowest });
  }
  return reports;
}

/** @throws with `what` where a condition does not hold */
export function must(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}
