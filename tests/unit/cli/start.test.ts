import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test.each([
  ['a file that is not there', ['none.html'], '“none.html” is neither a browser nor a file that is there.'],
  ['a folder', ['demo'], '“demo” is neither a browser nor a file that is there.'],
  ['two files', ['demo/wire.html', 'demo/editorial.html'], '“demo/editorial.html” is one file too many.'],
  ['two browsers', ['firefox', 'chromium'], '“chromium” is one browser too many.'],
])('npm start refuses %s before it installs or builds', (_, args, words) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/start.mjs', ...args], {
    encoding: 'utf8',
    timeout: 4000,
  });
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: '',
    stderr: `\n${words} Usage: npm start [-- [chromium|firefox] [FILE.html]]\n`,
  });
});
