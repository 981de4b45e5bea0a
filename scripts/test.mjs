/**
 * `npm test [-- --no-firefox] [--no-chromium] [--no-e2e] [--no-other-node]`: everything a change must pass, on a fresh clone too.
 * Uses Node's own modules only, until the dependencies are installed.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { getBrowser, howToGet } from './browsers.mjs';
import { giveUp, root, runPackage } from './run.mjs';
import { getScreen, withoutScreen } from './screen.mjs';
import { buildFor, installDependencies, otherNode, requireNode } from './setup.mjs';

/** One check that has no tests of its own: it counts as one. */
const check = (works) => ({ passed: works ? 1 : 0, failed: works ? 0 : 1 });

/** Runs one vitest project and counts its tests; a file that fails before its first test counts as a failure. */
function vitest(project, { env = {}, node, on = 'node', only = [] } = {}) {
  const report = join(root, '.output', 'tests', `${project}-${on}.json`);
  mkdirSync(join(root, '.output', 'tests'), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = runPackage('vitest/vitest.mjs', ['run', '--project', project, ...only, ...reporters], {
    env,
    node,
  });
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const failures = testResults.flatMap(failuresOf);
  // Vitest also fails for what no test owns (an unhandled rejection, no tests at all).
  return { passed: numPassedTests, failed: failures.length || (status === 0 ? 0 : 1), failures };
}

/** The failed tests of one file, a line or two each; the file itself, where it failed before its first test. */
function failuresOf({ name, status, message, assertionResults }) {
  const at = relative(root, name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0) return status === 'failed' ? [`${at}: ${firstLine(message)}`] : [];
  return failed.map(
    ({ fullName, failureMessages }) => `${at}: ${fullName}\n    ${firstLine(failureMessages[0])}`,
  );
}

const firstLine = (message = '') => message.split('\n', 1)[0];

function endToEnd(browser) {
  const executable = getBrowser(browser);
  if (!executable) {
    console.error(`${howToGet(browser)}\nOr leave it out: npm test -- --no-${browser}`);
    return { passed: 0, failed: 1 };
  }
  const env = { TIGHTROPE_BROWSER: browser, TIGHTROPE_EXECUTABLE: executable };
  const note = getScreen() ? undefined : withoutScreen;
  return { ...vitest('e2e', { env, on: browser }), note };
}

/** The unit tests again on another major of Node; left out, and said so, where that can't be had. */
function onOtherNode() {
  const { version, path } = otherNode();
  if (path) return { ...vitest('unit', { node: path, on: version, only: ['tests/unit/'] }), note: version };
  const note = `${version} can’t be had from npm here; this is ${process.version} alone`;
  console.log(note);
  return { passed: 0, failed: 0, note };
}

function options() {
  const flags = ['no-firefox', 'no-chromium', 'no-e2e', 'no-other-node'];
  try {
    return parseArgs({ options: Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' }])) })
      .values;
  } catch (error) {
    return giveUp(`${error.message}\nKnown options: ${flags.map((flag) => `--${flag}`).join(' ')}`);
  }
}

const left = options();
requireNode();
installDependencies();
// The tests of pages and screens want one, whatever is left out; without one they fail, and say how to get it.
getBrowser('chromium');

const browsers = ['chromium', 'firefox'].filter((browser) => !left['no-e2e'] && !left[`no-${browser}`]);
const stages = [
  [
    'lint and format',
    () => check(runPackage('@biomejs/biome/bin/biome', ['ci', '--colors=off', '--error-on-warnings']) === 0),
  ],
  ['types', () => check(runPackage('typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']) === 0)],
  ['types of the engine', () => check(runPackage('typescript/bin/tsc', ['--noEmit', '-p', 'engine']) === 0)],
  ['unit, DOM, store and architecture tests', () => vitest('unit')],
  ...(left['no-other-node'] ? [] : [['unit tests on another Node', onOtherNode]]),
  ['build for Chromium', () => check(buildFor('chromium'))],
  ['build for Firefox', () => check(buildFor('firefox'))],
  ...browsers.map((browser) => [`end-to-end tests in ${browser}`, () => endToEnd(browser)]),
];

const results = stages.map(([name, stage]) => {
  console.log(`\n== ${name}`);
  const began = performance.now();
  const counts = stage();
  return { name, ...counts, seconds: (performance.now() - began) / 1000 };
});

console.log('');
for (const { name, passed, failed, seconds, note } of results) {
  const counts = `${passed} passed, ${failed} failed`.padEnd(24);
  console.log(
    `${failed ? 'FAIL' : 'ok  '}  ${name.padEnd(42)}${counts}${seconds.toFixed(1)} s${note ? `  (${note})` : ''}`,
  );
}
// Once more at the end, where a log that was cut short still shows them.
for (const { name, failures = [] } of results)
  for (const failure of failures) console.log(`FAIL  ${name}\n  ${failure}`);
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') ? 1 : 0;
