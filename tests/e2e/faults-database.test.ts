/** What others do to the database, and time to the clock: what the reader was told is saved is there, or is said to be gone. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Annotation } from '../../annotations/types';
import { waitForClosed } from '../../scripts/browser/closed';
import { readHighlights, waitUntilPainted } from '../../scripts/browser/highlights';
import { exportAll, importFile } from '../../scripts/browser/library';
import { editorial, wire } from '../../scripts/browser/samples';
import { until } from '../../scripts/browser/until';
import { cardButton, closeCard, openCard } from './harness/card';
import {
  clearStorage,
  deleteDatabase,
  putVersion1,
  shiftTimes,
  upgradeBeyond,
  versionOf,
} from './harness/database';
import { browserName, openSession, type Session } from './harness/session';

let session: Session;
const open: Page[] = [];
beforeAll(async () => {
  // A copy of the build, for it is updated.
  session = await openSession({ change: () => undefined });
});
afterAll(() => session?.close());
afterEach(async () => {
  for (const page of open.splice(0)) await page.close().catch(() => undefined);
});

const painted = async (address: string) => {
  const page = await session.openPainted(address);
  open.push(page);
  return page;
};
const own = async (path: string) => {
  const page = await session.openOwn(path);
  open.push(page);
  return page;
};
const textOf = (page: Page) => page.evaluate('document.body.textContent') as Promise<string>;
const says = (page: Page, words: string) =>
  until(`the page to say “${words}”`, async () => (await textOf(page)).includes(words));

/** Confirms a claim by its card; gives the claim's text. */
async function confirm(page: Page, index: number): Promise<string> {
  const claim = await openCard(page, index);
  await (await cardButton(page, 'confirm')).click();
  return claim;
}
const isConfirmed = (claim: string) =>
  session.recordsThat(`“${claim}” confirmed`, (all) =>
    all.some(({ target, verdict }) => target.quote.exact === claim && verdict === 'confirmed'),
  );

/** An annotation of the wire report as an older version left it, with a note. */
async function written(note: string): Promise<Annotation> {
  const page = await painted(wire.address);
  const [kept] = (await session.records()).filter(({ page: { url } }) => url === wire.address);
  await page.close();
  if (!kept) throw new Error('nothing is stored');
  return { ...kept, note, touched: { note: kept.modified } };
}
const withNote = (note: string, claim: string) =>
  session
    .recordsThat(`the note “${note}”`, (all) => all.some((record) => record.note === note))
    .then((all) => all.filter(({ target }) => target.quote.exact === claim));

describe(`the database and another tab, in ${browserName}`, () => {
  test('cleared under our feet: the next visit begins afresh', async () => {
    const page = await painted(wire.address);
    await deleteDatabase(await own('welcome.html'));
    await until('the database to be gone or empty', async () => (await session.records()).length === 0);
    await page.reload();
    await waitUntilPainted(page);
    const found = await session.recordsThat('the claims', (all) => all.length > 0);
    expect(found.length).toBeGreaterThanOrEqual((await readHighlights(page)).length);
  });

  test('cleared by the browser under an open card, an open library and the background: said in words, and all goes on', async () => {
    const page = await painted(wire.address);
    await openCard(page);
    const library = await own('library.html');
    await library.locator('.claim-list .claim-row').click();
    await library.waitForSelector('.verdict-buttons button');
    await clearStorage(session, await own('welcome.html'));
    await library.bringToFront();
    await library.locator('.verdict-buttons button').click();
    await says(library, 'no longer there');
    await page.bringToFront();
    await (await cardButton(page, 'confirm')).click();
    await waitForClosed(page, '[role=dialog]', 'no longer among those of this page');
    expect(await session.records()).toEqual([]);
    // No reload of the extension, nor of any page of ours: the next visit is kept as ever.
    await page.reload();
    await waitUntilPainted(page);
    const claim = await confirm(page, 0);
    await isConfirmed(claim);
  });

  test('deleted by another tab while the library shows it: an edit says so in words, and all goes on', async () => {
    const page = await painted(wire.address);
    const library = await own('library.html');
    await library.locator('.claim-list .claim-row').click();
    await library.waitForSelector('.verdict-buttons button');
    await deleteDatabase(await own('welcome.html'));
    await library.bringToFront();
    await library.locator('.verdict-buttons button').click();
    await says(library, 'no longer there');
    await page.bringToFront();
    await page.reload();
    await waitUntilPainted(page);
    const claim = await confirm(page, 0);
    await isConfirmed(claim);
    await says(await own('library.html'), claim.slice(0, 40));
  });

  test('upgraded by another tab to a version of tomorrow, and held open: what is written is kept', async () => {
    const page = await painted(editorial.address);
    const first = await confirm(page, 0);
    await isConfirmed(first);
    const other = await own('welcome.html');
    await upgradeBeyond(other, 990);
    await page.bringToFront();
    await closeCard(page);
    const second = await confirm(page, 1);
    await isConfirmed(second);
    await isConfirmed(first);
    expect(await versionOf(other)).toBeGreaterThanOrEqual(990);
  });

  test('held open at an older version by another tab: said in words, and upgraded once it lets go', async () => {
    const kept = await written('of an older version');
    const other = await own('welcome.html');
    await session.killBackground();
    await putVersion1(other, kept, true);
    const page = await session.open(wire.address);
    open.push(page);
    await page.bringToFront();
    const popup = await session.openPopup(wire.address);
    open.push(popup);
    await page.bringToFront();
    await says(popup, 'Another tab holds the notes open');
    expect(await versionOf(other)).toBe(10);
    await other.close();
    await page.reload();
    await waitUntilPainted(page);
    expect(await withNote('of an older version', kept.target.quote.exact)).toHaveLength(1);
  });
});

describe(`a clock set back, in ${browserName}`, () => {
  /** Writes at the beginning of the note on an annotation, in the library. */
  const writeInLibrary = async (id: string, words: string) => {
    const library = await own(`library.html#id=${id}`);
    await library.bringToFront();
    await library.waitForSelector('#note');
    await library.focus('#note');
    await library.keyboard.type(words);
    await session.recordsThat(`the note “${words}”`, (all) =>
      all.some((record) => record.id === id && record.note.includes(words)),
    );
    return library;
  };
  const recordOf = async (of: string) => (await session.records()).find(({ id }) => id === of);

  test('the reader’s later word is the later one, also against a file of the time before', async () => {
    const page = await painted(editorial.address);
    const [kept] = await session.recordsThat('a claim', (all) => all.length > 0);
    const id = kept?.id ?? '';
    await page.close();
    await writeInLibrary(id, 'first');
    // It was written by a clock a day ahead, and exported; then the clock is right again.
    await shiftTimes(await own('welcome.html'), 24);
    const ahead = (await recordOf(id))?.touched.note ?? '';
    expect(Date.parse(ahead)).toBeGreaterThan(Date.now());
    const file = await exportAll(await own('library.html'), 'JSON', session.downloads);

    const library = await writeInLibrary(id, 'second ');
    await importFile(library, file);
    const now = await recordOf(id);
    expect(now?.note).toContain('second');
    expect((now?.touched.note ?? '') > ahead).toBe(true);
    // A visit keeps it.
    await painted(kept?.page.url ?? '');
    expect((await recordOf(id))?.note).toContain('second');
  });
});

describe(`an update of the extension, in ${browserName}`, () => {
  test('in the middle of the work, over a database of version 1: what was in it is read by this version', async () => {
    const kept = await written('written before the update');
    const page = await painted(wire.address);
    await openCard(page);
    const other = await own('welcome.html');
    await session.killBackground();
    await putVersion1(other, kept);
    const manifest = join(session.extension, 'manifest.json');
    const before = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
    writeFileSync(manifest, JSON.stringify({ ...before, version: `${before.version}.1` }));
    await session.update();
    await page.bringToFront();
    await page.reload();
    await waitUntilPainted(page);
    expect(await withNote('written before the update', kept.target.quote.exact)).toHaveLength(1);
    const claim = await confirm(page, 1);
    await isConfirmed(claim);
    const now = await own('options.html');
    expect(await versionOf(now)).toBeGreaterThan(10);
    await says(now, `${before.version}.1`);
  });
});
