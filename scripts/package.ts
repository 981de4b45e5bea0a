/**
 * `npm run package`: what goes to the stores, into `.output/`: a zip of the build for Chrome and Edge, one for Firefox,
 * the sources Mozilla's reviewers build from, and their checksums. The same commit gives the same bytes everywhere.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type ZipEntry, zipOf } from './package/zip';
import { giveUp, root, runPackage } from './run.mjs';
import { buildFolder, buildFor } from './setup.mjs';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

function filesOf(folder: string): ZipEntry[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ path: relative(folder, path).replaceAll('\\', '/'), bytes: readFileSync(path) }));
}

/** Everything under version control, as it lies in the working tree. */
function sources(): ZipEntry[] {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 27 });
  let listed: string;
  try {
    if (git('status', '--porcelain').trim())
      console.warn('The working tree has changes that are not committed: these zips are none to publish.');
    listed = git('ls-files', '--stage', '-z');
  } catch {
    return giveUp('The sources are taken from git: run npm run package in a clone of the repository.');
  }
  return listed
    .split('\0')
    .filter(Boolean)
    .flatMap((line) => {
      const [, mode, path] = /^(\d+) \S+ \d+\t(.*)$/s.exec(line) ?? [];
      if (!mode || !path || !statSync(join(root, path), { throwIfNoEntry: false })?.isFile()) return [];
      return [{ path, bytes: readFileSync(join(root, path)), isExecutable: mode === '100755' }];
    });
}

function write(what: string, entries: readonly ZipEntry[]): string {
  const name = `tightrope-${version}-${what}.zip`;
  const bytes = zipOf(entries);
  writeFileSync(join(root, '.output', name), bytes);
  const sum = createHash('sha256').update(bytes).digest('hex');
  console.log(
    `${name.padEnd(36)}${String(entries.length).padStart(5)} files ${String(bytes.length).padStart(9)} bytes`,
  );
  return `${sum}  ${name}`;
}

for (const browser of ['chromium', 'firefox'] as const)
  if (!buildFor(browser)) giveUp(`The build for ${browser} failed (see above).`);
// Mozilla's linter reads Firefox's manifest only; what it warns of is explained in docs/release.md.
const lint = ['lint', '--source-dir', buildFolder('firefox'), '--no-config-discovery'];
if (runPackage('web-ext/bin/web-ext.js', lint) !== 0) giveUp('web-ext lint found errors (see above).');
const sums = [
  write('chromium', filesOf(buildFolder('chromium'))),
  write('firefox', filesOf(buildFolder('firefox'))),
  write('sources', sources()),
];
writeFileSync(join(root, '.output', 'SHA256SUMS'), `${sums.join('\n')}\n`);
console.log(`\n${sums.join('\n')}`);
