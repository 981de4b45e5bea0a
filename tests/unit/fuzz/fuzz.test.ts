import { spawnSync } from 'node:child_process';
/** The same thousand of hostile inputs in every test run; `npm run fuzz` tries 20,000 and other seeds. */
import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { readModel } from '../../../engine/model';
import { type Problem, runFuzz } from '../../../scripts/fuzz/run';
import { fuzzTargets } from '../../../scripts/fuzz/targets';

vi.mock('wxt/browser', () => ({ browser: {} }));

const model = readModel(readFileSync('public/engine/model.bin'));

test.each(fuzzTargets(model))('$name takes whatever it is fed', { timeout: 120_000 }, async (target) => {
  const problems: Problem[] = [];
  const onProblem = (problem: Problem) => void problems.push(problem);
  await runFuzz([target], { seed: 20261121, inputs: target.share * 10, onProblem });
  expect(problems).toEqual([]);
});

test('a parser that throws, dawdles or pollutes is told on, and its input can be repeated', async () => {
  const problems: Problem[] = [];
  const fed: number[] = [];
  const bad = {
    name: 'bad',
    share: 1,
    longest: 20,
    feed: (random: () => number) => {
      const chance = random();
      fed.push(chance);
      const end = performance.now() + (chance < 0.2 ? 60 : 0);
      while (performance.now() < end);
      if (chance > 0.9) throw new Error('no');
    },
  };
  const onProblem = (problem: Problem) => void problems.push(problem);
  await runFuzz([bad], { seed: 3, inputs: 60, onProblem });
  expect(problems.map(({ what }) => what.slice(0, 9))).toEqual(expect.arrayContaining(['Error: no']));
  expect(problems.some(({ what }) => what.startsWith('took'))).toBe(true);

  const first = problems[0] as Problem;
  const before = fed[first.index];
  await runFuzz([bad], { seed: 3, inputs: 1, only: 'bad', from: first.index, onProblem });
  expect(fed.at(-1)).toBe(before);
});

test.each([
  ['a target that is none', ['--only', 'nope'], '--only nope: no such target; there are '],
  ['a number that is none', ['--inputs', 'abc'], '--inputs, --seed and --from take whole numbers'],
  ['no inputs', ['--inputs', '0'], '--inputs at least 1'],
])('npm run fuzz refuses %s instead of reporting no problems', (_, args, words) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/run-ts.mjs', 'scripts/fuzz.ts', ...args],
    { encoding: 'utf8' },
  );
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(words);
});
