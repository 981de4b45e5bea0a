import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('training refuses two files of one name: by it the sentences that judge are told from the others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'train-'));
  const [extra = '', calibrate = ''] = ['a', 'b'].map((name) => {
    mkdirSync(join(folder, name));
    const path = join(folder, name, 'real.jsonl');
    writeFileSync(path, '{"text":"Seoul waits.","matches":[]}\n');
    return path;
  });
  const args = ['--extra', extra, '--calibrate', calibrate, '--out', join(folder, 'model.bin')];
  const { status, stderr } = spawnSync(
    process.execPath,
    ['scripts/run-ts.mjs', 'training/train.ts', ...args],
    { encoding: 'utf8', timeout: 20_000 },
  );
  expect(status).toBe(1);
  expect(stderr).toBe("two files are named real.jsonl; a file's name is how its sentences are known\n");
});
