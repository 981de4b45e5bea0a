/**
 * Pictures of the scenes: `node tests/preview/shots.mjs [--out DIR] [--lang en,ko] [--theme light,dark] [--width 400]
 * [SCENE…]`. Builds the preview unless told `--no-build`. Prints what axe finds; exits 1 if it finds anything.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';

const here = import.meta.dirname;
const repository = join(here, '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: join(repository, '.output/preview-shots') },
    lang: { type: 'string', default: 'en' },
    theme: { type: 'string', default: 'light,dark' },
    width: { type: 'string', default: '400' },
    height: { type: 'string', default: '640' },
    'no-build': { type: 'boolean', default: false },
  },
});

if (!values['no-build']) await build({ configFile: join(here, 'vite.config.ts') });
const root = join(repository, '.output/preview');
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  try {
    const body = readFileSync(join(root, pathname));
    response
      .writeHead(200, { 'content-type': types[extname(pathname)] ?? 'application/octet-stream' })
      .end(body);
  } catch {
    response.writeHead(404).end();
  }
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const { port } = server.address();

mkdirSync(values.out, { recursive: true });
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  headless: true,
  pipe: true,
  args: ['--no-sandbox', '--disable-gpu'],
});
let problems = 0;
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => {
    problems += 1;
    console.error(`page error: ${error.message}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') console.error(message.text());
  });
  const axe = readFileSync(join(repository, 'node_modules/axe-core/axe.min.js'), 'utf8');
  for (const scene of positionals)
    for (const lang of values.lang.split(','))
      for (const theme of values.theme.split(','))
        for (const width of values.width.split(',').map(Number)) {
          await page.setViewport({ width, height: Number(values.height) });
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
          const query = new URLSearchParams({ scene, lang, theme });
          await page.goto(`http://127.0.0.1:${port}/index.html?${query}`);
          await page.waitForSelector('html[data-ready]', { timeout: 10_000 });
          await new Promise((resolve) => setTimeout(resolve, 150));
          const name = [scene, lang, theme, width].join('-');
          await page.screenshot({ path: join(values.out, `${name}.png`) });
          await page.evaluate(axe);
          const { violations } = await page.evaluate(() =>
            globalThis.axe.run(document, {
              rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false } },
            }),
          );
          const wide = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          if (wide > 0) console.error(`${name}: ${wide} px too wide`);
          for (const { id, nodes } of violations) {
            problems += 1;
            console.error(
              `${name}: ${id}: ${nodes
                .slice(0, 3)
                .map(
                  (node) =>
                    `${node.html.slice(0, 120)} (${node.any[0]?.message ?? node.all[0]?.message ?? ''})`,
                )
                .join(' | ')}`,
            );
          }
        }
} finally {
  await browser.close();
  server.close();
}
process.exitCode = problems ? 1 : 0;
