/** The library's further screens, over what a reader imported; no news page is needed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toJson } from '../../exchange/json';
import { exportAll, importFile } from '../../scripts/browser/library';
import { until } from '../../scripts/browser/until';
import { samples } from '../preview/samples';
import { browserName, openSession, type Session } from './harness/session';

let session: Session;
let library: Page;
beforeAll(async () => {
  session = await openSession();
  const file = join(session.downloads, 'samples.json');
  writeFileSync(file, toJson(samples, { exported: '2026-05-12T09:00:00.000Z' }));
  library = await session.openOwn('library.html');
  expect(await importFile(library, file)).toContain('9 claims added');
});
afterAll(() => session?.close());

const text = (selector: string) => library.$$eval(selector, (all) => all.map((one) => one.textContent ?? ''));
const goTo = async (hash: string) => {
  await library.evaluate((to) => {
    location.hash = to;
  }, hash);
};
/** As if the reader closed the library and opened it again. (Firefox's driver never ends a reload of our pages.) */
const reopen = async (hash = '') => {
  await library.close();
  library = await session.openOwn('library.html');
  await goTo(hash);
};
const press = async (...keys: Parameters<Page['keyboard']['press']>[0][]) => {
  await library.bringToFront();
  for (const key of keys) await library.keyboard.press(key);
};

describe(`the library in ${browserName}`, () => {
  test('searches as one types, also by an argument’s label', async () => {
    await library.bringToFront();
    await library.type('#library-search', 'ambasador');
    await until('the claim with a letter missing', async () => (await text('.claim-row')).length === 1);
    await goTo('text=treaty%20locks');
    await until('the claim under that argument', async () =>
      /signed in blood/.test((await text('.claim-row')).join()),
    );
    await goTo('');
    await until('all claims', async () => (await text('.claim-row')).length > 5);
  });

  test('keeps a view under a name, across a reload', async () => {
    await goTo('essay=kelly&stance=challenges');
    await until('two claims', async () => (await text('.claim-row')).length === 2);
    await library.locator('.saved-views summary').click();
    await library.type('.saved-views input', 'Against Kelly');
    await library.keyboard.press('Enter');
    await reopen();
    await library.locator('.saved-views summary').click();
    await library.locator('.saved-views a').click();
    await until('two claims again', async () => (await text('.claim-row')).length === 2);
    await goTo('');
  });

  test('keeps a note on an argument, and shows what is collected under it', async () => {
    await goTo('screen=arguments&of=kelly%2Fno-looming-choice');
    await (await library.waitForSelector('.argument-page textarea'))?.type('Too sure of itself.');
    await until('both stances', async () => (await text('.collected li')).length === 2);
    await until('it to be saved', async () => (await text('.argument-page .save-state')).join() === 'Saved');
    await reopen('screen=arguments&of=kelly%2Fno-looming-choice');
    await library.waitForSelector('.argument-page textarea');
    await until('the note to be there', () =>
      library.$eval(
        '.argument-page textarea',
        (field) => (field as HTMLTextAreaElement).value === 'Too sure of itself.',
      ),
    );
    await goTo('screen=arguments');
    expect((await library.waitForSelector('.map-node')) !== null).toBe(true);
    expect(await text('.map-side li')).toHaveLength(28);
  });

  test('judges what is in doubt by single keys, and undoes it', async () => {
    await goTo('screen=queue');
    await library.waitForSelector('.doubt');
    const [before] = await text('.doubt .in-context strong');
    await press('c');
    const judged = await session.recordsThat('a verdict', (records) =>
      records.some((one) => one.target.quote.exact === before && one.verdict === 'confirmed'),
    );
    expect(judged).toHaveLength(9);
    await until('the next claim', async () => (await text('.doubt .in-context strong'))[0] !== before);
    await press('u');
    await session.recordsThat('no verdict', (records) =>
      records.some((one) => one.target.quote.exact === before && one.verdict === 'found'),
    );
  });

  test('acts on many at once', async () => {
    await goTo('');
    await library.waitForSelector('.claim-row');
    await press('j', 'a');
    await (await library.waitForSelector('.bulk-tag input[list]'))?.type('spring');
    await library.keyboard.press('Enter');
    await session.recordsThat('the tag on all', (records) =>
      records.every(({ tags }) => tags.includes('spring')),
    );
  });

  test('makes a copy by itself, and restores from it what was deleted', async () => {
    await library.locator('header button[title="Copies"]').click();
    await library.locator('dialog ::-p-text(Make a copy now)').click();
    await until('a copy', async () => (await text('.copies li')).length > 0);
    await press('Escape');
    await press('j', 'Delete');
    await session.recordsThat('one to be gone', (records) => records.length === 8);
    await library.locator('header button[title="Copies"]').click();
    await library.locator('.copies li button').click();
    await until('what it would do', async () =>
      /1 claim added/.test((await text('dialog [aria-live]')).join()),
    );
    await library.locator('dialog .dialog-buttons button.primary').click();
    await session.recordsThat('all to be back', (records) => records.length === 9);
    await press('Escape');
  });

  test('writes one Markdown file for each argument', async () => {
    const file = await exportAll(library, 'One file per argument', session.downloads);
    const files = unzipSync(new Uint8Array(readFileSync(file)));
    const text_ = Object.values(files).map((bytes) => strFromU8(bytes));
    expect(text_.join()).toContain('Too sure of itself.');
    expect(Object.keys(files).length).toBeGreaterThan(4);
  });
});
