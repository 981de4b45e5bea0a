/** The library's further screens, over what a reader imported; no news page is needed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Annotation } from '../../annotations/types';
import { writeAs } from '../../exchange/formats';
import { fromJson } from '../../exchange/json';
import { exportAll, filesIn, importFile } from '../../scripts/browser/library';
import { until } from '../../scripts/browser/until';
import { samples } from '../preview/samples';
import { browserName, openSession, type Session } from './harness/session';

let session: Session;
let library: Page;
beforeAll(async () => {
  session = await openSession();
  const file = join(session.downloads, 'samples.json');
  writeFileSync(file, writeAs('json', samples, { exported: '2026-05-12T09:00:00.000Z' }));
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

/** When the newest of the copies was made. */
const timeOfCopy = () =>
  library.evaluate(
    () =>
      new Promise<string | undefined>((resolve) => {
        const opening = indexedDB.open('tightrope');
        opening.onsuccess = () => {
          const { result: database } = opening;
          const asking = database.transaction('backups').objectStore('backups').getAllKeys();
          asking.onsuccess = () => {
            database.close();
            resolve(asking.result.at(-1)?.toString());
          };
        };
      }),
  );

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

  test('is worked by single keys, and everything can be taken back', async () => {
    await press('Escape');
    await goTo('');
    await until('all claims', async () => (await text('.claim-row')).length > 5);
    const active = () =>
      library.$eval('[role=option][aria-selected=true]', (row) => row.id.replace('claim-', ''));
    const focus = () => library.evaluate(() => document.activeElement?.id ?? '');
    const isActive = (wanted: string | null) =>
      until(`${wanted} to be chosen`, async () => (await active()) === wanted);
    await press('j');
    const [first = '', second = ''] = await library.$$eval('[role=option]', (rows) =>
      rows.map((row) => row.id.replace('claim-', '')),
    );
    await isActive(first);
    await press('ArrowDown');
    await isActive(second);
    await press('k');
    await isActive(first);
    await press('j');
    await isActive(second);
    await press('ArrowUp');
    await isActive(first);
    expect(new URL(library.url()).hash).toContain(encodeURIComponent(first));

    const verdict = (wanted: string) =>
      session.recordsThat(wanted, (records) =>
        records.some(({ id, verdict: is }) => id === first && is === wanted),
      );
    const [before] = samples.filter(({ id }) => id === first);
    await press('c');
    await verdict('confirmed');
    await press('d');
    await verdict('dismissed');
    await press('u');
    await verdict('confirmed');
    await press('u');
    await verdict(before?.verdict ?? 'found');

    await press('Enter');
    await until('the detail to have the focus', () =>
      library.evaluate(() => document.activeElement?.classList.contains('library-detail') ?? false),
    );
    await press('e');
    await until('the note to have the focus', async () => (await focus()) === 'note');
    await library.keyboard.type('dcu/');
    await session.recordsThat('letters to be letters', (records) =>
      records.some(({ id, note }) => id === first && note.endsWith('dcu/')),
    );
    for (let i = 0; i < 4; i++) await library.keyboard.press('Backspace');
    await session.recordsThat('the note as it was', (records) =>
      records.some(({ id, note }) => id === first && note === before?.note),
    );
    await press('Escape', '/');
    await until('the search to have the focus', async () => (await focus()) === 'library-search');
    await press('Escape', '?');
    await until('the list of keys', async () => (await text('dialog .keys dt')).length > 8);
    await press('Escape');
  });

  test('filters by what the address says, and says in the address what it filters by', async () => {
    const shown = async () => (await text('.claim-row')).length;
    const isIn = (a: Annotation, at: string) => a.anchor.state === at;
    const sure = ({ correction, matches }: Annotation) =>
      correction !== null || matches.some(({ confidence }) => confidence >= 0.8);
    const cases: [hash: string, passes: (a: Annotation) => boolean][] = [
      ['place=uncertain', (a) => isIn(a, 'uncertain')],
      ['place=orphaned', (a) => isIn(a, 'orphaned')],
      ['sure=80', sure],
      ['from=2026-05-01', ({ created }) => created >= '2026-05-01'],
      ['from=2026-04-01&to=2026-05-01', ({ created }) => created >= '2026-04-01' && created < '2026-05-01'],
      [
        'sure=80&from=2026-05-01&place=anchored',
        (a) => sure(a) && isIn(a, 'anchored') && a.created >= '2026-05-01',
      ],
    ];
    for (const [hash, passes] of cases) {
      const expected = samples.filter(passes).length;
      expect(expected, hash).toBeGreaterThan(0);
      expect(expected, hash).toBeLessThan(samples.length);
      await reopen(hash);
      await until(`${expected} claims at #${hash}`, async () => (await shown()) === expected);
    }
    await goTo('');
    await library.locator('.filter-more summary').click();
    const choose = async (label: string, value: string) => {
      const field = await library.waitForSelector(`[aria-label="${label}"]`);
      await field?.select(value);
    };
    await choose('Place in the page', 'uncertain');
    await until('it in the address', async () => new URL(library.url()).hash === '#place=uncertain');
    await choose('Confidence', '0.8');
    await until('both in the address', async () =>
      /^#place=uncertain&sure=80$/.test(new URL(library.url()).hash),
    );
    await library.goBack({ timeout: 2000 }).catch(() => undefined);
    await goTo('');

    // One article, by a link of its own.
    await press('Escape', 'j');
    await library.locator('.library-detail header a[href*="page="]').click();
    const [first] = samples;
    const ofArticle = samples.filter(({ page }) => page.key === first?.page.key).length;
    await until('its claims alone', async () =>
      [ofArticle, samples.length - ofArticle].includes(await shown()),
    );
    await goTo('');
  });

  test('keeps a view under a name, across a reload', async () => {
    await goTo('essay=kelly&stance=challenges');
    await until('two claims', async () => (await text('.claim-row')).length === 2);
    await library.locator('.saved-views summary').click();
    await library.type('.saved-views input', 'Against Kelly');
    await library.keyboard.press('Enter');
    await until('it to be saved', async () => (await text('.saved-views a')).join() === 'Against Kelly');
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
    await library.locator('header button[title="Backups"]').click();
    const began = new Date().toISOString();
    await library.locator('dialog ::-p-text(Back up now)').click();
    // There may be one of this day already, which the new one takes the place of.
    await until('the copy', async () => ((await timeOfCopy()) ?? '') >= began);
    await press('Escape');
    await press('j', 'Delete');
    await session.recordsThat('one to be gone', (records) => records.length === 8);
    await library.locator('header button[title="Backups"]').click();
    await library.locator('.copies li button').click();
    await until('what it would do', async () =>
      /1 claim added/.test((await text('dialog [aria-live]')).join()),
    );
    await library.locator('dialog .dialog-buttons button.primary').click();
    await session.recordsThat('all to be back', (records) => records.length === 9);
    await press('Escape');
  });

  test('puts a copy into the downloads, on wish, once a week', async () => {
    const copies = () => filesIn(session.downloads).filter((name) => /^Tightrope notes.*\.json\n/.test(name));
    let known = copies();
    const another = async () => {
      const file = await until('another copy', () => copies().find((one) => !known.includes(one)));
      known = copies();
      const text = readFileSync(join(session.downloads, file.split('\n')[0] ?? ''), 'utf8');
      expect(fromJson(JSON.parse(text)).records).toHaveLength(9);
    };
    await library.locator('header button[title="Backups"]').click();
    await library.locator('dialog ::-p-text(Also put a backup into the downloads folder)').click();
    await another();
    await press('Escape');
    // Within the week no other is made.
    await reopen();
    await library.waitForSelector('.claim-row');
    expect(copies()).toEqual(known);
    await library.evaluate(() => {
      const key = 'last-download';
      localStorage.setItem(key, String(Number(localStorage.getItem(key)) - 8 * 24 * 60 * 60 * 1000));
    });
    await reopen();
    await another();
  });

  test('writes one Markdown file for each argument', async () => {
    const file = await exportAll(library, 'One file per argument', session.downloads);
    const files = unzipSync(new Uint8Array(readFileSync(file)));
    const text_ = Object.values(files).map((bytes) => strFromU8(bytes));
    expect(text_.join()).toContain('Too sure of itself.');
    expect(Object.keys(files).length).toBeGreaterThan(4);
  });
});
