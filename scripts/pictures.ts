/**
 * `npm run pictures`: makes the pictures of the README and the stores anew, of the built extension in Chromium, at the 1280 × 800 they ask for.
 */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { waitForClosed } from './browser/closed';
import { clickHighlight, readHighlights, waitUntilPainted } from './browser/highlights';
import { launch } from './browser/launch';
import { openOwn } from './browser/own-page';
import { readRecords } from './browser/records';
import { editorial, wire } from './browser/samples';
import { serveSite } from './browser/site';
import { until } from './browser/until';
import { findBrowser, howToGet } from './browsers.mjs';
import { giveUp, root } from './run.mjs';
import { buildFolder } from './setup.mjs';

const VIEWPORT = { width: 1280, height: 800 };

const executable = findBrowser('chromium') ?? giveUp(howToGet('chromium'));
const site = await serveSite(
  Object.fromEntries([wire, editorial].map(({ address, html }) => [address, { body: html }])),
);
const launched = await launch({
  browser: 'chromium',
  executable,
  extension: buildFolder('chromium'),
  site,
}).catch((error: Error) => giveUp(error.message));

async function save(page: Page, name: string): Promise<void> {
  await page.bringToFront();
  await page.setViewport(VIEWPORT);
  // Fonts, and what moves into its place.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await page.screenshot({ path: join(root, 'docs/store', `${name}.png`) as `${string}.png` });
}
async function open(address: string): Promise<Page> {
  const page = await launched.browser.newPage();
  await page.setViewport(VIEWPORT);
  await page.goto(address, { waitUntil: 'load' });
  await waitUntilPainted(page);
  return page;
}

try {
  await open(editorial.address);
  const article = await open(wire.address);
  const options = await openOwn(launched, 'options.html');
  // One that challenges, with echoes around it: the picture shows both.
  const challenges = (await readRecords(options)).filter(
    ({ matches: [first], page }) => first?.stance === 'challenges' && page.url === wire.address,
  );
  const surest = challenges.reduce((a, b) =>
    (b.matches[0]?.confidence ?? 0) > (a.matches[0]?.confidence ?? 0) ? b : a,
  );
  await article.bringToFront();
  const claim = (await readHighlights(article)).find(({ text }) => text === surest.target.quote.exact);
  if (!claim) throw new Error('the sample article has no claim that challenges');
  await clickHighlight(article, claim);
  await waitForClosed(article, '[role=dialog]');
  await save(article, 'page');

  const library = await openOwn(launched, `library.html#id=${surest.id}`);
  await library.setViewport(VIEWPORT);
  await library.waitForSelector('.verdict-buttons button');
  await library.locator('.verdict-buttons button').click();
  await library.locator('#note').fill('Compare what the spokesman said in May.');
  await library.locator('h2').click();
  await until('the note to be saved', async () =>
    (await readRecords(options)).some(({ note }) => note !== ''),
  );
  await save(library, 'library');
  await save(options, 'settings');
} finally {
  await launched.browser.close();
  await site.close();
}
