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

/** Runs a JavaScript file of an installed package with this very Node: no shell, the same on every system. */
export function runPackage(file, args, options) {
  return run(process.execPath, [join(root, 'node_modules', file), ...args], options);
}

/** Runs npm: the one that started us where there is one. */
export function runNpm(args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args]);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { shell: process.platform === 'win32' });
}

/** Prints what is wrong and how to put it right, and ends the program. */
export function giveUp(message) {
  console.error(`\n${message}`);
  process.exit(1);
}
