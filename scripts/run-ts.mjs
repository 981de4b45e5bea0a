/**
 * Runs a TypeScript program of ours in Node: `node scripts/run-ts.mjs PROGRAM.ts [ARG…]`, from the project's root.
 * Bundled by esbuild because Node 20 reads no TypeScript; packages stay outside the bundle.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';

const [program, ...args] = process.argv.slice(2);
if (!program) {
  console.error('usage: node scripts/run-ts.mjs PROGRAM.ts [ARG…]');
  process.exit(2);
}
mkdirSync('.cache', { recursive: true });
// One file a run, so that two runs at a time do not write each other's.
const outfile = `.cache/${program.replace(/\W+/g, '-')}-${process.pid}.mjs`;
/** The comment at a program's head, which says how it is used. */
const usage = (/^\/\*\*([\s\S]*?)\*\//.exec(readFileSync(program, 'utf8'))?.[1] ?? '')
  .replace(/^ \*? ?/gm, '')
  .trim();
// What the user got wrong (an option nobody knows, a file that isn't there, a line no one can read) is said in a line
// and not in a stack.
const banner = `process.on('uncaughtException', (error) => {
  const wrongUse = String(error?.code).startsWith('ERR_PARSE_ARGS');
  const wrongInput = error?.syscall !== undefined || ['ExampleError', 'ModelError'].includes(error?.name);
  if (wrongUse) console.error(error.message.split('. To specify')[0] + ${JSON.stringify(`\n\n${usage}`)});
  else console.error(wrongInput ? error.message : error);
  process.exit(wrongUse ? 2 : 1);
});`;
await build({
  entryPoints: [program],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  target: 'node20',
  logLevel: 'error',
  banner: { js: banner },
});
const child = spawn(process.execPath, [outfile, ...args], { stdio: 'inherit' });
child.on('exit', async (code, signal) => {
  const { rm } = await import('node:fs/promises');
  await rm(outfile, { force: true });
  process.exit(signal ? 1 : (code ?? 1));
});
