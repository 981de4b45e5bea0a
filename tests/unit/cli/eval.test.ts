import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'tightrope-eval-'));

const FINE = '{"id":"1","text":"Seoul waits.","matches":[]}\n';
const fine = join(folder, 'fine.jsonl');
writeFileSync(fine, `\ufeff${FINE}`);

function evaluate(...args: readonly string[]) {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/run-ts.mjs', 'cli/eval.ts', ...args], {
    encoding: 'utf8',
  });
  return { status, stderr };
}

describe('the evaluation, given what it can’t use, says what and how to do better', () => {
  test.each([
    ['no file', [], 2, 'usage: npm run eval -- FILE [--articles]'],
    ['an option nobody knows', ['--nonsense'], 2, 'npm run eval -- FILE [--articles]'],
    ['two files', ['one.jsonl', 'two.jsonl'], 2, 'usage: npm run eval -- FILE [--articles]'],
    ['confusions that are no number', [fine, '--confusions', 'abc'], 2, 'usage: npm run eval -- FILE'],
    ['a folder', ['tests'], 2, 'tests: is a folder; name a file in it'],
    ['weights that are none', [fine, '--model', 'README.md'], 1, 'not a file of Tightrope weights'],
    ['weights that are not there', [fine, '--model', 'none.bin'], 1, 'none.bin is missing; '],
    ['a file that is not there', [join(folder, 'none.jsonl')], 1, `open '${join(folder, 'none.jsonl')}'`],
  ] as const)('%s', (_, args, status, words) => {
    const outcome = evaluate(...args);
    expect(outcome).toMatchObject({ status, stderr: expect.stringContaining(words) });
    expect(outcome.stderr).not.toContain('    at ');
  });

  test('a row of articles that cannot be read', () => {
    const file = join(folder, 'articles.tsv');
    writeFileSync(
      file,
      'labels\tstyle\ttext\tprev\tnext\n-\twire\tSeoul waits.\nnowhere:echoes\twire\tNo.\n',
    );
    const outcome = evaluate(file, '--articles');
    expect(outcome).toMatchObject({ status: 2, stderr: expect.stringContaining(`${file}:3: no argument`) });
    expect(outcome.stderr).not.toContain('    at ');
  });

  test.each([
    ['a line that is no JSON', 'nope'],
    ['a label that is none', '{"text":"Seoul waits.","matches":[null]}'],
    ['an argument nobody knows', '{"text":"Seoul waits.","matches":[{"argument":"x","stance":"echoes"}]}'],
    ['no labels at all', '{"text":"Seoul waits."}'],
  ])('%s', (_, line) => {
    const file = join(folder, 'bad.jsonl');
    writeFileSync(file, `${FINE}${line}\n`);
    const outcome = evaluate(file);
    expect(outcome).toMatchObject({ status: 2, stderr: expect.stringContaining(`${file}:2: `) });
    expect(outcome.stderr).not.toContain('    at ');
  });

  test('a file without a sentence: no table of zeros', () => {
    const file = join(folder, 'empty.jsonl');
    writeFileSync(file, '\n');
    expect(evaluate(file)).toEqual({ status: 2, stderr: `${file}: holds no labelled sentence\n` });
  });
});

test('the links stand argument by argument, and stances over all that is labelled', () => {
  const file = join(folder, 'linked.jsonl');
  const linked = {
    text: 'China warned South Korea against deploying THAAD.',
    matches: [{ argument: 'diplomat/china-pressure', stance: 'echoes' }],
  };
  const unseen = {
    text: 'The cabinet approved a budget.',
    matches: [{ argument: 'kelly/expulsion-test', stance: 'relates' }],
  };
  writeFileSync(file, `${JSON.stringify(linked)}\n${JSON.stringify(unseen)}\n`);
  const { stdout } = spawnSync(process.execPath, ['scripts/run-ts.mjs', 'cli/eval.ts', file], {
    encoding: 'utf8',
  });
  expect(stdout).toMatch(/\nstance over gold +0\.500 /);
  expect(stdout).toMatch(
    /\ndiplomat\/china-pressure +1 labelled +1\.000 1\.000 1\.000\nkelly\/expulsion-test +1 labelled +0\.000 0\.000 0\.000\n/,
  );
});

test('a file with a byte order mark is read', () => {
  expect(evaluate(fine)).toEqual({ status: 0, stderr: '' });
});
