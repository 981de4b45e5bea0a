/**
 * `npm start [chromium|firefox] [FILE.html]`: builds the extension and shows it at work on two sample articles, or on a
 * saved page. Uses Node's own modules only, until the dependencies are installed.
 */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { findBrowser, getBrowser, howToGet } from './browsers.mjs';
import { giveUp, run } from './run.mjs';
import { buildFor, installDependencies, requireNode } from './setup.mjs';

const usage = 'npm start [-- [chromium|firefox] [FILE.html]]';

function readArguments() {
  const wish = { browser: undefined, file: undefined };
  for (const word of process.argv.slice(2)) {
    const isBrowser = word === 'chromium' || word === 'firefox';
    if (!isBrowser && !statSync(word, { throwIfNoEntry: false })?.isFile())
      giveUp(`“${word}” is neither a browser nor a file that is there. Usage: ${usage}`);
    const kind = isBrowser ? 'browser' : 'file';
    if (wish[kind]) giveUp(`“${word}” is one ${kind} too many. Usage: ${usage}`);
    wish[kind] = isBrowser ? word : resolve(word);
  }
  return wish;
}

function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

requireNode();
const { browser: wished, file } = readArguments();
installDependencies();
// Without a wish: Firefox where it is the one there is.
const onlyFirefox = !process.env.TIGHTROPE_CHROMIUM && !findBrowser('chromium') && findBrowser('firefox');
const browser = wished ?? (onlyFirefox ? 'firefox' : 'chromium');
const executable = getBrowser(browser);
if (!executable) giveUp(howToGet(browser));
if (!buildFor(browser)) giveUp('The build failed (see above).');

const mode = hasDisplay() ? 'window' : 'headless';
const args = [
  'scripts/run-ts.mjs',
  'scripts/demo/main.ts',
  mode,
  browser,
  executable,
  ...(file ? [file] : []),
];
process.exitCode = run(process.execPath, args);
