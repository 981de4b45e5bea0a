/** Draws public/icon/*.png from scripts/icon.svg: `node scripts/run-ts.mjs scripts/icons.ts`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser, howToGet } from './browsers.mjs';
import { giveUp, root } from './run.mjs';

const SIZES = [16, 32, 48, 96, 128];

const svg = readFileSync(join(root, 'scripts/icon.svg'), 'utf8');
const browser = await puppeteer.launch({
  executablePath: findBrowser('chromium') ?? giveUp(howToGet('chromium')),
  headless: true,
  pipe: true,
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    await page.screenshot({ path: join(root, 'public/icon', `${size}.png`), omitBackground: true });
  }
} finally {
  await browser.close();
}
