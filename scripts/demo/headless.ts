import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, relative } from 'node:path';
import type { Page } from 'puppeteer-core';
import { waitForClosed } from '../browser/closed';
import { clickHighlight, readHighlights, waitUntilPainted } from '../browser/highlights';
import { type Launched, launch } from '../browser/launch';
import { exportAll } from '../browser/library';
import { openOwn } from '../browser/own-page';
import { readRecords } from '../browser/records';
import { tabIdOf } from '../browser/tab-id';
import { root } from '../run.mjs';
import { buildFolder } from '../setup.mjs';
import { describeClaims } from './report';
import type { Demo } from './types';

const folder = join(root, '.output', 'demo');

async function shoot(page: Page, name: string, fullPage = false): Promise<void> {
  await page.bringToFront();
  // What fades or slides in has come to rest by then.
  await new Promise((resolve) => setTimeout(resolve, 500));
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
}

/** The popup's count, summary and tally of arguments, a line each; all it says where there is no count. */
const popupText = `document.querySelector('#popup-count') === null ? document.querySelector('main').innerText.trim() : [
  ...document.querySelectorAll('#popup-count, .summary, .essay-group > :first-child, .essay-group li'),
].map((element) => element.localName !== 'li' ? element.innerText.trim() : '  ' +
  [...element.querySelectorAll('.argument-label, .hidden-text')].map((part) => part.innerText.trim()).join(' · ')).join('\\n')`;

async function openPopup(launched: Launched, own: Page, address: string): Promise<Page> {
  const popup = await openOwn(launched, `popup.html?tab=${await tabIdOf(own, address)}`);
  await popup.setViewport({ width: 400, height: 600 });
  return popup;
}

/** Waits until the page is painted; one the extension passes over is annotated by the popup's button. */
async function annotate(launched: Launched, own: Page, page: Page): Promise<void> {
  try {
    await waitUntilPainted(page, { timeout: 8_000 });
  } catch {
    console.log('Not taken for an article on the subject: asking for it by “Annotate this page” …');
    const popup = await openPopup(launched, own, page.url());
    await popup.locator('::-p-aria(Annotate this page)').setTimeout(5_000).click();
    await waitUntilPainted(page).catch(() => console.log('No claim was found on it.'));
    await popup.close();
  }
}

/** Opens a sample, prints what was found and the popup's summary, and takes pictures of page, card and popup. */
async function showSample(launched: Launched, own: Page, name: string, address: string): Promise<void> {
  const page = await launched.browser.newPage();
  await page.goto(address);
  await annotate(launched, own, page);
  const painted = await readHighlights(page);
  await shoot(page, `${name}-page`, true);

  const found = (await readRecords(own)).filter((record) => record.page.url === page.url());
  console.log(`\n== ${await page.title()}\n   ${address}\n   ${painted.length} claims painted\n`);
  console.log(describeClaims(found));

  const popup = await openPopup(launched, own, page.url());
  // It is drawn in steps: its frame first, then what it knows of the page.
  await popup.waitForSelector('main[aria-busy=false]');
  console.log(`\nThe popup says:\n${await popup.evaluate(popupText)}`);
  await shoot(popup, `${name}-popup`, true);
  await popup.close();

  const [first] = painted;
  if (!first) return;
  await page.bringToFront();
  await clickHighlight(page, first);
  await waitForClosed(page, '[role=dialog]');
  await shoot(page, `${name}-card`);
  await page.close();
}

/** Takes a picture of the library and exports everything from it; gives the files' names. */
async function showLibrary(launched: Launched, downloads: string): Promise<string> {
  const library = await openOwn(launched, 'library.html');
  await library.waitForSelector('[role=option]');
  await library.keyboard.press('j');
  await shoot(library, 'library');
  const names: string[] = [];
  for (const format of ['Markdown', 'CSV', 'JSON']) {
    const file = await exportAll(library, format, downloads);
    const name = `notes${extname(file)}`;
    copyFileSync(file, join(folder, name));
    names.push(name);
  }
  return names.join(', ');
}

/** Shows the samples without a display: claims and summary on the terminal, pictures and exports in `.output/demo/`. */
export async function showHeadless({ browser: name, executable, site, samples }: Demo): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const downloads = mkdtempSync(join(tmpdir(), 'tightrope-demo-'));
  const launched = await launch({ browser: name, executable, extension: buildFolder(name), site, downloads });
  try {
    const own = await openOwn(launched, 'options.html');
    for (const sample of samples) await showSample(launched, own, sample.name, sample.address);

    const exports =
      (await readRecords(own)).length > 0 ? await showLibrary(launched, downloads) : 'nothing to export';
    console.log(`\nPictures and exports (${exports}) are in ${relative(root, folder)}/`);
  } finally {
    await launched.browser.close();
    rmSync(downloads, { recursive: true, force: true });
  }
}
