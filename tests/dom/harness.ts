import { readFileSync } from 'node:fs';
import preact from '@preact/preset-vite';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, vi } from 'vitest';
import { parse } from 'yaml';
import { findBrowser, howToGet } from '../../scripts/browsers.mjs';

/** The page room in a real Chromium: its modules as one script, the extension's API played by the test. */

const CHROMIUM = findBrowser('chromium');
if (!CHROMIUM) console.warn(`Skipping the page room's tests in a real page: ${howToGet('chromium')}`);

/** `describe` for what needs a Chromium: skipped, with a word on why, where there is none. */
export const describeInPage = describe.skipIf(!CHROMIUM);
// A page is built and opened for each test; other work on the machine may slow that down.
vi.setConfig({ testTimeout: 30_000 });

/** The address under which a test's page is served (nothing leaves the browser). */
export const ADDRESS = 'https://news.example/2026/11/21/seoul-between-two-powers.html';

let script: Promise<string> | undefined;

/** The modules under test as one classic script that defines the global `room`. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [preact()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: new URL('./room.ts', import.meta.url).pathname, formats: ['iife'], name: 'room' },
    },
  });
  const output = [built].flat()[0];
  const chunk = output && 'output' in output ? output.output.find(({ type }) => type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error('The page room did not build.');
  return chunk.code;
}

/** A page of the fixtures as it would be served. */
export const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/pages/${name}.html`, import.meta.url), 'utf8');

// One browser for each file of tests that imports this, and no page for longer than its test.
let browser: Browser | undefined;
const opened: Page[] = [];
beforeAll(async () => {
  if (!CHROMIUM) return;
  browser = await puppeteer.launch({
    executablePath: CHROMIUM,
    headless: true,
    pipe: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
});
afterEach(async () => {
  for (const page of opened.splice(0)) await page.close();
});
afterAll(() => browser?.close());

/** Opens a page of this HTML at `ADDRESS`, with the room loaded and a background that records and answers. */
export async function open(html: string, headers: Record<string, string> = {}): Promise<Page> {
  if (!browser) throw new Error(howToGet('chromium'));
  const page = await browser.newPage();
  opened.push(page);
  await page.setViewport({ width: 1100, height: 1400 });
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.isNavigationRequest()) {
      void request.respond({ body: html, contentType: 'text/html; charset=utf-8', headers });
    } else void request.abort();
  });
  await page.goto(ADDRESS);
  await load(page);
  return page;
}

/** Loads the room into a page, or a frame of one, with a background of its own. */
export async function load(into: Page | Frame): Promise<void> {
  script ??= bundle();
  const code = await script;
  const messages = flatten(parse(readFileSync(new URL('../../locales/en.yml', import.meta.url), 'utf8')));
  await into.evaluate(playBackground, messages);
  await into.evaluate(code);
}

/** Runs in the page: the extension's API as far as the page room uses it. `background` is the test's handle on it. */
function playBackground(messages: Record<string, string>): void {
  type Handler = (request: never) => unknown;
  const handlers: Record<string, Handler> = {};
  const sent: { type: string; request: unknown }[] = [];
  const listeners = new Set<
    (message: unknown, sender: unknown, respond: (reply: unknown) => void) => unknown
  >();
  const runtime = {
    id: 'tightrope-test',
    getURL: (path: string) => `chrome-extension://tightrope-test/${path}`,
    sendMessage: async (message: { type: string; request: never }) => {
      sent.push(JSON.parse(JSON.stringify(message)));
      const handle = handlers[message.type];
      if (!handle) return { ok: true };
      return { ok: true, value: await handle(message.request) };
    },
    onMessage: {
      addListener: (listener: never) => listeners.add(listener),
      removeListener: (listener: never) => listeners.delete(listener),
    },
  };
  const i18n = {
    getUILanguage: () => 'en',
    getMessage: (key: string, substitutions: unknown[] = []) =>
      (messages[key] ?? '').replace(/\$(\d)/g, (_, n: string) => String(substitutions[Number(n) - 1] ?? '')),
  };
  const tell = (type: string, request: unknown) =>
    new Promise((resolve) => {
      for (const listener of listeners) listener({ type, request }, { id: runtime.id }, resolve);
    });
  Object.assign(globalThis, {
    browser: { runtime, i18n },
    chrome: { runtime, i18n },
    background: { handlers, sent, tell, listeners },
  });
}

function flatten(value: unknown, path: string[] = []): Record<string, string> {
  if (typeof value !== 'object' || value === null) return { [path.join('_')]: String(value) };
  const entries = Object.entries(value);
  if (entries.every(([key]) => /^(\d+|n)$/.test(key))) {
    return { [path.join('_')]: entries.map(([, text]) => String(text)).join(' | ') };
  }
  return Object.assign({}, ...entries.map(([key, child]) => flatten(child, [...path, key])));
}
