/** The library over many thousands: what takes long shows how far it is, can be ended, and never holds up the page. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeAs } from '../../exchange/formats';
import { filesIn } from '../../scripts/browser/library';
import { until } from '../../scripts/browser/until';
import { annotations } from '../bench/notes-samples';
import { browserName, inChromium, openSession, type Session } from './harness/session';

const MANY = 20_000;
const list = annotations(MANY);
let session: Session;
let library: Page;
beforeAll(async () => {
  session = await openSession();
  library = await session.openOwn('library.html');
  await library.bringToFront();
});
afterAll(() => session?.close());

const said = (selector: string) =>
  library.$$eval(selector, (all) => all.map((one) => one.textContent ?? '').join(' '));

const stored = () =>
  library.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('tightrope');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('annotations').objectStore('annotations').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );

/**
 * The longest stretch, in milliseconds, in which the page could neither draw nor answer, until it is asked for; less
 * what this program was held up meanwhile, since that was the machine.
 */
async function watch(): Promise<() => Promise<number>> {
  await library.evaluate(() => {
    const watched = globalThis as unknown as { longest: number; last: number; timer: number };
    clearInterval(watched.timer);
    Object.assign(watched, { longest: 0, last: performance.now() });
    watched.timer = window.setInterval(() => {
      const now = performance.now();
      watched.longest = Math.max(watched.longest, now - watched.last);
      watched.last = now;
    }, 5);
  });
  let held = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    held = Math.max(held, now - last);
    last = now;
  }, 5);
  return async () => {
    clearInterval(timer);
    return (await library.evaluate(() => (globalThis as unknown as { longest: number }).longest)) - held;
  };
}

/**
 * Keeps every word that stands in a place of the page from now on, however briefly.
 * @param cancel presses the button in that place as soon as it says this
 */
async function keepWords(selector: string, cancel = ''): Promise<void> {
  await library.evaluate(
    (place, at) => {
      const words: string[] = [];
      Object.assign(globalThis, { words });
      const observer = new MutationObserver(() => {
        const element = document.querySelector(place);
        if (element) words.push(element.textContent ?? '');
        if (!at || !new RegExp(at).test(words.at(-1) ?? '')) return;
        observer.disconnect();
        element?.querySelector('button')?.click();
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    },
    selector,
    cancel,
  );
}
const kept = () => library.evaluate(() => (globalThis as unknown as { words: string[] }).words.join('\n'));

const choose = async (path: string) => {
  const chooser = await library.waitForSelector('dialog input[type=file]');
  await chooser?.uploadFile(path);
};

describe(`a library of ${MANY} in ${browserName}`, () => {
  test('is imported beside the page, with progress, and not at all where that is cancelled', async () => {
    const file = join(session.downloads, 'many.json');
    const bad = { ...list[0], id: 'bad', note: 7 };
    writeFileSync(file, writeAs('json', [...list, bad as never], { exported: '2026-03-01T00:00:00.000Z' }));
    const longest = await watch();
    await library.locator('header button[title="Import"]').click();
    await keepWords('dialog .progress-line');
    await choose(file);
    await until('what it would do', async () =>
      (await said('dialog [aria-live]')).includes(`${MANY.toLocaleString('en')} claims added`),
    );
    expect(await kept()).toMatch(/(Checked|Compared with what you have): [\d,]+ of 20,00/);
    // The one that is wrong, its place in the file and what is wrong with it.
    expect(await said('dialog .error-table td')).toMatch(/^20001 note expected text, found 7/);
    await keepWords('dialog .progress-line', 'Taken over: [1-9][\\d,]* of 20,000');
    await library.locator('dialog .dialog-buttons button.primary').click();
    await until('it to be cancelled', async () =>
      /Nothing was changed/.test(await said('dialog [aria-live]')),
    );
    expect(await stored()).toBe(0);

    await choose(file);
    await until('what it would do', async () =>
      (await said('dialog [aria-live]')).includes(`${MANY.toLocaleString('en')} claims added`),
    );
    await library.locator('dialog .dialog-buttons button.primary').click();
    await until('it to be done', async () => /Done/.test(await said('dialog [aria-live]')), 120_000);
    expect(await stored()).toBe(MANY);
    // On a machine that others use; on the page's own thread it was seconds.
    expect(await longest()).toBeLessThan(500);
    await library.keyboard.press('Escape');
  });

  test('is searched as one types, from the first moment on', async () => {
    await library.close();
    library = await session.openOwn('library.html');
    await library.bringToFront();
    const sought = list[3];
    const words = sought?.target.quote.exact.split(' ').slice(0, 6).join(' ') ?? '';
    // Before the index is ready: the oldest are read last.
    await library.type('#library-search', words);
    await until('the one claim', async () => (await said('.claim-row')).includes(words));
    expect(await library.$$eval('.claim-row', (rows) => rows.length)).toBe(1);
    const longest = await watch();
    for (let i = 0; i < words.length; i++) await library.keyboard.press('Backspace');
    await until('all of them', async () => (await library.$$('.claim-row')).length > 5);
    expect(await longest()).toBeLessThan(500);
  });

  test('is written out with progress, and into no file where that is cancelled', async () => {
    const before = filesIn(session.downloads);
    await keepWords('.export-progress', 'Exporting: [1-9]');
    await library.locator('header button[title="Export"]').click();
    await library.locator('::-p-xpath(//dialog//label[contains(., "One file per article")])').click();
    await library.locator('dialog button[type=submit]').click();
    await until('it to be cancelled', async () => /Export cancelled/.test(await said('[role=status]')));
    expect(filesIn(session.downloads)).toEqual(before);
  });

  test('is deleted and brought back in thousands, and says meanwhile that it is at work', async () => {
    await library.close();
    const outlets = Array.from({ length: 10 }, (_, n) => `Outlet ${n}`);
    const those = list.filter(({ page }) => outlets.includes(page.outlet)).length;
    const address = new URLSearchParams(outlets.map((outlet) => ['outlet', outlet]));
    library = await session.openOwn(`library.html#${address}`);
    await library.bringToFront();
    await library.locator('.claim-row').click();
    const count = those.toLocaleString('en');
    // All have been read.
    await until('all of them', async () => (await said('.library-list')).includes(count));
    await library.keyboard.press('a');
    await until('all of them picked', async () => (await said('.bulk-bar')).includes(count));
    await keepWords('.export-progress');
    await library.locator('.bulk-bar button.danger').click();
    await until('them to be deleted', async () => (await said('.toast')).includes(`${count} claims deleted`));
    expect(await kept()).toContain('Working…');
    expect(await stored()).toBe(MANY - those);
    await library.locator('.toast button').click();
    await until('the word that they are back', async () => /Undone/.test(await said('.toast')));
    expect(await stored()).toBe(MANY);
    await until('the other word to go', async () => (await library.$('.export-progress')) === null);
  });

  test.runIf(inChromium)('asks nobody for anything from its workers', async () => {
    const urls = library.workers().map((worker) => worker.url());
    expect(urls.length).toBeGreaterThan(0);
    for (const url of urls) expect(url.startsWith(session.launched.origin)).toBe(true);
  });
});
