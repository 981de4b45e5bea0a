/** Draws public/icon/*.png from icon.svg: `node tests/preview/icons.mjs`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

const here = import.meta.dirname;
const out = join(here, '../../public/icon');
const svg = readFileSync(join(here, 'icon.svg'), 'utf8');
const SIZES = [16, 32, 48, 96, 128];

mkdirSync(out, { recursive: true });
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  headless: true,
  pipe: true,
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  writeFileSync(join(out, `${size}.png`), await page.screenshot({ omitBackground: true }));
}
await browser.close();
