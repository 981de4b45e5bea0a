import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { giveUp, readNpm, root, run, runNpm, runPackage } from './run.mjs';

const oldestNode = [20, 19];

/** Ends the program where Node is too old to build the extension. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  giveUp(
    `Tightrope needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}.\n` +
      'Install a newer one from https://nodejs.org and run the command again.',
  );
}

/** Majors the extension is built and tested on, newest first. */
const majors = [24, 22, 20];

/**
 * Another major of Node than this one, from npm's package `node`, which brings the program itself.
 * @returns its version, and its path where it can be had
 */
export function otherNode() {
  const wanted = majors.find((major) => major !== Number.parseInt(process.versions.node, 10));
  const fetching = ['--yes', '--prefer-offline', '--fetch-retries=1', `--package=node@${wanted}`];
  const told = readNpm([
    'exec',
    ...fetching,
    '--',
    'node',
    '-p',
    '[process.version,process.execPath].join()',
  ]);
  const [version, path] = told?.trim().split(/,(.*)/s) ?? [];
  return version?.startsWith(`v${wanted}.`) ? { version, path } : { version: `v${wanted}`, path: undefined };
}

/** True where node_modules is what the lock file asks for, as far as npm's own copy of it tells. */
function dependenciesAreCurrent() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  if (statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return true;
  // A checkout touches the lock file without changing it: compare the versions before installing all anew.
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  );
}

/** Installs the dependencies where they are missing or older than the lock file, and writes WXT's types. */
export function installDependencies() {
  if (!dependenciesAreCurrent()) {
    console.log('Installing dependencies (npm ci) …');
    if (runNpm(['ci', '--no-audit', '--no-fund']) !== 0) {
      giveUp(
        'npm ci failed (see above). Check the connection to the npm registry and run the command again.',
      );
    }
  }
  if (runPackage('wxt/bin/wxt.mjs', ['prepare'], { stdio: ['ignore', 'ignore', 'inherit'] }) !== 0) {
    giveUp('wxt prepare failed (see above).');
  }
}

/** Builds the extension for one browser into `.output/`; returns true when it worked. */
export function buildFor(browser) {
  const args = browser === 'firefox' ? ['build', '-b', 'firefox', '--mv3'] : ['build'];
  return runPackage('wxt/bin/wxt.mjs', args) === 0;
}

/** Where the build for one browser lies. */
export function buildFolder(browser) {
  return join(root, '.output', browser === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');
}

/** Whether Debian's packages can be installed here without asking anyone. */
export function isAptSystemAsRoot() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Whether a command of that name can be run. */
export function hasCommand(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

/** Installs Debian packages as root, refreshing the lists first; returns true when it worked. */
export function aptInstall(packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  if (run('apt-get', ['update', '-qq'], { env }) !== 0) return false;
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env }) === 0;
}
