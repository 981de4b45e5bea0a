/** The preview in a browser: any scene in any language, theme and width, and what is wrong with it. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { build } from 'vite';
import { findBrowser, howToGet } from '../../scripts/browsers.mjs';
import { root } from '../../scripts/run.mjs';

export interface Setting {
  readonly lang?: 'en' | 'ko' | 'zh_CN';
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  readonly forcedColours?: boolean;
  /** The size of text the reader chose in the browser, in pixels. */
  readonly textSize?: number;
  /** The reader wants things to stand still. */
  readonly calm?: boolean;
}

export interface Stage {
  readonly page: Page;
  readonly show: (scene: string, setting?: Setting) => Promise<void>;
  /** Errors and warnings of the page, and what sticks out. */
  readonly slips: () => Promise<string[]>;
  /** The same, and what axe finds. */
  readonly faults: () => Promise<string[]>;
  readonly close: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** The preview's files by their paths. Kept in memory: several stages are built at the same time. */
async function built(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const result = await build({ configFile: join(root, 'tests/preview/vite.config.ts') });
  if (!('output' in result)) throw new Error('the preview is one bundle');
  return new Map(
    result.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
}

function serve(files: ReadonlyMap<string, string | Uint8Array>) {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const body = files.get(pathname);
    if (body === undefined) response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
    else
      response
        .writeHead(200, { 'content-type': TYPES[extname(pathname)] ?? 'application/octet-stream' })
        .end(body);
  }).listen(0, '127.0.0.1');
}

/** Rules that judge whole pages, for scenes that are parts of one. */
const PARTS = /^(card|picker|refusal|note)/;

/** Builds the preview and opens a browser on it. */
export async function openStage(): Promise<Stage> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error(howToGet('chromium'));
  const server = serve(await built());
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const page = await browser.newPage();
  const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
  let said: string[] = [];
  let shown = '';
  page.on('pageerror', (thrown) => said.push(`error: ${thrown instanceof Error ? thrown.message : thrown}`));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) said.push(message.text());
  });

  const slips = async () => {
    const out = await page.evaluate(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
      // These fill their window, and scroll within.
      const isTall = document.querySelector('.popup, .library') && scrollHeight > clientHeight;
      return [
        ...(scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px too wide`] : []),
        ...(isTall ? [`${scrollHeight - clientHeight} px too tall`] : []),
      ];
    });
    return [...said, ...out];
  };

  return {
    page,
    async show(
      scene,
      {
        lang = 'en',
        theme = 'light',
        width = 400,
        height = 640,
        forcedColours = false,
        textSize = 16,
        calm = false,
      } = {},
    ) {
      said = [];
      shown = scene;
      await page.setViewport({ width, height });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      // Puppeteer's own list of features lacks this one.
      const session = await page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'prefers-color-scheme', value: theme },
          { name: 'forced-colors', value: forcedColours ? 'active' : 'none' },
          { name: 'prefers-reduced-motion', value: calm ? 'reduce' : 'no-preference' },
        ],
      });
      await session.send('Page.setFontSizes', { fontSizes: { standard: textSize } });
      const query = new URLSearchParams({ scene, lang, theme });
      await page.goto(`http://127.0.0.1:${port}/index.html?${query}`);
      await page.waitForSelector('html[data-ready]', { timeout: 10_000 });
    },
    slips,
    async faults() {
      await page.evaluate(axe);
      const violations = await page.evaluate(async (isPart) => {
        const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
        const whole = ['region', 'landmark-one-main', 'page-has-heading-one'];
        const found = await axe.run(document, {
          rules: {
            // Not among axe's own defaults.
            'target-size': { enabled: true },
            ...Object.fromEntries(isPart ? whole.map((rule) => [rule, { enabled: false }]) : []),
          },
        });
        return found.violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
        );
      }, PARTS.test(shown));
      return [...(await slips()), ...violations];
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
