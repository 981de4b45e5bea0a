import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a program in the root folder with its output passed through; returns its exit status (1 if it could not start). */
export function run(command, args, options = {}) {
  const { status, signal, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options,
    env: { ...process.env, ...options.env },
  });
  if (error) console.error(`${command}: ${error.message}`);
  if (signal) console.error(`${command} ${args.join(' ')}: ended by ${signal}`);
  return status ?? 1;
}

/** Runs a JavaScript file of an installed package with this very Node, or another: no shell, the same on every system. */
export function runPackage(file, args, { node = process.execPath, ...options } = {}) {
  return run(node, [join(root, 'node_modules', file), ...args], options);
}

/** How npm is called: the one that started us where there is one. */
function npm(args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return [process.execPath, [cli, ...args], {}];
  const isWindows = process.platform === 'win32';
  return [isWindows ? 'npm.cmd' : 'npm', args, { shell: isWindows }];
}

/** Runs npm; returns its exit status. */
export function runNpm(args) {
  return run(...npm(args));
}

/** What npm prints; undefined where it fails or takes longer than three minutes. */
export function readNpm(args) {
  const [command, all, options] = npm(args);
  const { status, stdout } = spawnSync(command, all, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 180_000,
    ...options,
  });
  return status === 0 ? stdout : undefined;
}

/** Prints what is wrong and how to put it right, and ends the program. */
export function giveUp(message) {
  console.error(`\n${message}`);
  process.exit(1);
}
