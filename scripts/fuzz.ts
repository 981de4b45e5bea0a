/**
 * `npm run fuzz -- [--inputs 20000] [--seed 1] [--only TARGET [--from CASE]]`: feeds the parsers what nobody would
 * send. Fails where one throws, takes over a second, or loses something; prints how to repeat the input.
 */
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { loadModel } from '../cli/model';
import { type Problem, runFuzz } from './fuzz/run';
import { fuzzTargets } from './fuzz/targets';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    from: { type: 'string', default: '0' },
  },
});
const targets = fuzzTargets(await loadModel());
const seed = Number(values.seed);
const inputs = Number(values.inputs);
const from = Number(values.from);
if (![seed, inputs, from].every(Number.isSafeInteger) || inputs < 1) {
  console.error('--inputs, --seed and --from take whole numbers, --inputs at least 1');
  process.exit(2);
}
if (values.only !== undefined && !targets.some(({ name }) => name === values.only)) {
  console.error(
    `--only ${values.only}: no such target; there are ${targets.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}
const repeat = (target: string, index: number) =>
  `npm run fuzz -- --seed ${seed} --only ${target} --from ${index} --inputs 1`;

/** A parser that never comes back can't be told so from within: another thread looks on. */
const HANGS_MS = 120_000;
const watch = new Worker(
  `const { parentPort } = require('node:worker_threads');
  let now = ''; let since = Date.now();
  parentPort.on('message', (message) => { now = message; since = Date.now(); });
  setInterval(() => {
    if (now && Date.now() - since > ${HANGS_MS}) {
      require('node:fs').writeSync(2, 'HANGS: ' + now + '\\n');
      process.kill(process.pid);
    }
  }, 1000);`,
  { eval: true },
);

const problems: Problem[] = [];
const reports = await runFuzz(targets, {
  seed,
  inputs,
  only: values.only,
  from,
  onInput: (target, index) => watch.postMessage(repeat(target, index)),
  onProblem: (problem) => {
    problems.push(problem);
    if (problems.length <= 40) console.error(`${problem.what}\n  ${repeat(problem.target, problem.index)}\n`);
  },
});
await watch.terminate();
for (const { target, inputs, slowest } of reports)
  console.log(`${target.padEnd(12)}${String(inputs).padStart(7)} inputs, slowest ${slowest.toFixed(0)} ms`);
const total = reports.reduce((sum, { inputs }) => sum + inputs, 0);
console.log(`${total} inputs with seed ${seed}, ${problems.length} problems`);
process.exitCode = problems.length ? 1 : 0;
