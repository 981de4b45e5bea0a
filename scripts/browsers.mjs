import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { aptInstall, isAptSystemAsRoot } from './setup.mjs';

/**
 * Browsers that take an unpacked extension from a program, best first. Branded Chrome takes none from its command
 * line any more, but does over the debugging pipe, which is the way we use.
 */
const known = {
  chromium: {
    variable: 'TIGHTROPE_CHROMIUM',
    commands: ['chromium', 'chromium-browser', 'microsoft-edge', 'google-chrome', 'google-chrome-stable'],
    darwin: ['Chromium', 'Google Chrome for Testing', 'Microsoft Edge', 'Google Chrome'].map(
      (name) => `Applications/${name}.app/Contents/MacOS/${name}`,
    ),
    win32: [
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Google\\Chrome\\Application\\chrome.exe',
    ],
    packages: ['chromium', 'fonts-noto-cjk'],
    names: 'Chromium (or Edge, or Chrome)',
    page: 'https://www.chromium.org/getting-involved/download-chromium/',
  },
  firefox: {
    variable: 'TIGHTROPE_FIREFOX',
    commands: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
    darwin: ['Firefox', 'Firefox Developer Edition'].map(
      (name) => `Applications/${name}.app/Contents/MacOS/firefox`,
    ),
    win32: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
    packages: ['firefox-esr', 'fonts-noto-cjk'],
    names: 'Firefox',
    page: 'https://www.mozilla.org/firefox/',
  },
};

function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  // Ubuntu's chromium-browser is a script that only says to install a snap.
  return !(
    path.endsWith('chromium-browser') && readFileSync(path).subarray(0, 4096).includes('snap install')
  );
}

function candidates(browser) {
  const { commands, darwin, win32 } = known[browser];
  if (process.platform === 'darwin') return ['/', homedir()].flatMap((at) => darwin.map((p) => join(at, p)));
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((v) => process.env[v]);
    return folders.filter(Boolean).flatMap((at) => win32.map((p) => join(at, p)));
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'].filter(Boolean);
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

/** The path of an installed browser (`chromium` or `firefox`), or undefined. An environment variable goes first. */
export function findBrowser(browser) {
  const named = process.env[known[browser].variable];
  if (named) return existsSync(named) ? named : undefined;
  return candidates(browser).find(canRun);
}

/** The path of a browser, installed by apt where we may; undefined where it can't be had. */
export function getBrowser(browser) {
  const found = findBrowser(browser);
  if (found || process.env[known[browser].variable] || !isAptSystemAsRoot()) return found;
  console.log(`No ${known[browser].names} found; installing it with apt …`);
  return aptInstall(known[browser].packages) ? findBrowser(browser) : undefined;
}

/** In words: what to install, and how to name a browser that was not found. */
export function howToGet(browser) {
  const { variable, names, page, packages } = known[browser];
  const named = process.env[variable];
  if (named)
    return `${variable} names ${named}, where nothing is. Correct it, or unset it to have one looked for.`;
  const way =
    process.platform === 'linux'
      ? `On Debian: sudo apt-get install ${packages.join(' ')}. Elsewhere: ${page}`
      : `Get it from ${page}`;
  return `${names} was not found. ${way}\nWhere it lies at an unusual place, name it: ${variable}=/path/to/it`;
}
