import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'tightrope-eval-'));

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
  ])('%s', (_, line) => {
    const file = join(folder, 'bad.jsonl');
    writeFileSync(file, `{"id":"1","text":"Seoul waits.","matches":[]}\n${line}\n`);
    const outcome = evaluate(file);
    expect(outcome).toMatchObject({ status: 2, stderr: expect.stringContaining(`${file}:2: `) });
    expect(outcome.stderr).not.toContain('    at ');
  });
});
