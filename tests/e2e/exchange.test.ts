import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Annotation } from '../../annotations/types';
import { writeAs } from '../../exchange/formats';
import { fromJson } from '../../exchange/json';
import { exportAll, filesIn, importFile } from '../../scripts/browser/library';
import { editorial, wire } from '../../scripts/browser/samples';
import { until } from '../../scripts/browser/until';
import { cardButton, openCard, typeNote } from './harness/card';
import { browserName, inChromium, openSession, type Session } from './harness/session';

let reader: Session;
let newcomer: Session;
beforeAll(async () => {
  reader = await openSession();
  const page = await reader.openPainted(wire.address);
  await openCard(page, 0);
  await (await cardButton(page, 'confirm')).click();
  await openCard(page, 1);
  await typeNote(page, '=1+1, "quoted"\n한국어 😀 </script>');
  await reader.recordsThat('the note', (records) => records.some(({ note }) => note.includes('</script>')));
  await reader.openPainted(editorial.address);
  newcomer = await openSession();
});
afterAll(async () => {
  await reader?.close();
  await newcomer?.close();
});

const time = () => new Date().toISOString();
const onThePage = { title: '', outlet: 'Example', published: '', language: 'en', fingerprint: '' };
const byId = (records: readonly Annotation[]) => [...records].sort((a, b) => a.id.localeCompare(b.id));

describe(`notes out and in, in ${browserName}`, () => {
  test('an export imported into an empty profile gives the same records, and twice changes nothing', async () => {
    const file = await exportAll(await reader.openOwn('library.html'), 'JSON', reader.downloads);
    const mine = byId(await reader.records());
    expect(mine.length).toBeGreaterThanOrEqual(10);
    expect(await newcomer.records()).toEqual([]);

    const library = await newcomer.openOwn('library.html');
    expect(await importFile(library, file)).toContain(`${mine.length} claims added`);
    expect(byId(await newcomer.records())).toEqual(mine);

    await importFile(library, file);
    expect(byId(await newcomer.records())).toEqual(mine);
  });

  test('an import says first what it would do, and does nothing before it is told to', async () => {
    const before = byId(await newcomer.records());
    const file = JSON.parse(writeAs('json', before, { exported: '2026-03-01T00:00:00.000Z' }));
    const time = new Date().toISOString();
    const [first] = file.annotations;
    Object.assign(first, { note: 'From the other machine.', modified: time });
    first.touched.note = time;
    file.annotations.push({ ...first, id: 'bad', verdict: 'loved' });
    const path = join(newcomer.downloads, 'newer.json');
    writeFileSync(path, JSON.stringify(file));

    const library = await newcomer.openOwn('library.html');
    await library.bringToFront();
    await library.locator('header button[title="Import"]').click();
    await (await library.waitForSelector('dialog input[type=file]'))?.uploadFile(path);
    const said = () => library.$eval('dialog [aria-live]', (region) => region.textContent ?? '');
    await until('what the import would do', async () => /This would be done/.test(await said()));
    expect(await said()).toMatch(/0 claims added · 1 updated · \d+ already there/);
    expect(await said()).toMatch(/1 record could not be taken[\s\S]*verdict/);
    expect(byId(await newcomer.records())).toEqual(before);

    await library.locator('dialog .dialog-buttons button.primary').click();
    await newcomer.recordsThat('the newer note', (records) =>
      records.some(({ note }) => note === 'From the other machine.'),
    );
    expect(await newcomer.records()).toHaveLength(before.length);
    await library.close();
  });

  test('an import is undone like any other edit', async () => {
    const before = byId(await newcomer.records());
    const [first] = before;
    const another = { ...first, id: 'another', page: { ...first?.page, key: 'https://another.example/' } };
    const path = join(newcomer.downloads, 'another.json');
    writeFileSync(path, writeAs('json', [another as Annotation], { exported: '2026-03-01T00:00:00.000Z' }));
    const library = await newcomer.openOwn('library.html');
    expect(await importFile(library, path)).toContain('1 claim added');
    expect(await newcomer.records()).toHaveLength(before.length + 1);
    await library.keyboard.press('u');
    await newcomer.recordsThat('it to be gone', (records) => records.length === before.length);
    expect(byId(await newcomer.records())).toEqual(before);
    await library.close();
  });

  test('a note on an article without claims is in the library, and goes out', async () => {
    const alone = { ...onThePage, key: 'https://alone.example/a', url: 'https://alone.example/a' };
    const note = { page: { ...alone, title: 'The quiet one' }, text: 'No claim in it.', modified: time() };
    const path = join(newcomer.downloads, 'alone.json');
    writeFileSync(path, writeAs('json', [], { exported: time(), pageNotes: [note] }));
    const library = await newcomer.openOwn('library.html');
    expect(await importFile(library, path)).toContain('1 note on an argument or article');
    await library.locator('.notes-alone summary').click();
    const field = await library.waitForSelector('.notes-alone textarea');
    expect(await library.$eval('.notes-alone a', (link) => link.textContent)).toContain('The quiet one');
    await field?.type(' Or is there?');
    await until('it to be saved', () =>
      library.$eval('.notes-alone .save-state', (state) => state.textContent === 'Saved'),
    );
    const zip = await exportAll(library, 'One file per article', newcomer.downloads);
    const files = Object.entries(unzipSync(new Uint8Array(readFileSync(zip))));
    const [, bytes] = files.find(([name]) => name.startsWith('The quiet one')) ?? [];
    expect(strFromU8(bytes ?? new Uint8Array())).toContain('No claim in it. Or is there?');
    await library.close();
  });

  test('everything goes out of the settings, too', async () => {
    const options = await newcomer.openOwn('options.html');
    await options.bringToFront();
    const before = new Set(filesIn(newcomer.downloads));
    await options.locator('.menu > button ::-p-text(Export)').click();
    await options.locator('.menu-list ::-p-text(Complete data)').click();
    const file = await until('the file', () => filesIn(newcomer.downloads).find((one) => !before.has(one)));
    const text = readFileSync(join(newcomer.downloads, file.split('\n')[0] ?? ''), 'utf8');
    expect(byId(fromJson(JSON.parse(text)).records)).toEqual(byId(await newcomer.records()));
    await options.close();
  });

  test('a bad record is named, and nothing is lost', async () => {
    const before = byId(await newcomer.records());
    const library = await newcomer.openOwn('library.html');
    const bad = join(newcomer.downloads, 'bad.json');
    writeFileSync(bad, '{"this is": "not an export"}');
    expect(await importFile(library, bad)).toMatch(
      /^Tightrope can’t import this file.*Nothing you had was changed\.$/,
    );
    expect(byId(await newcomer.records())).toEqual(before);
  });

  test('Markdown has front matter and CSV no formula', async () => {
    const library = await reader.openOwn('library.html');
    const markdown = readFileSync(await exportAll(library, 'Markdown', reader.downloads), 'utf8');
    expect(markdown).toMatch(/^---\n[\s\S]+?\n---\n/);
    expect(markdown).toContain('한국어 😀');
    const csv = readFileSync(await exportAll(library, 'CSV', reader.downloads), 'utf8');
    expect(csv.trimEnd().split('\n').length).toBeGreaterThan((await reader.records()).length);
    expect(csv).not.toMatch(/(^|,)"?=1\+1/m);
  });

  test('a note on the page, written in the popup, is kept and goes out with the article', async () => {
    const note = 'On the whole thin: one source, and he is not named.';
    let popup = await reader.openPopup(wire.address);
    await popup.locator('.page-note summary').click();
    const said = () => popup.$eval('.page-note .save-state', (state) => state.textContent ?? '');
    // Nothing has been typed yet, so nothing was saved.
    expect(await said()).toBe('');
    await (await popup.waitForSelector('.page-note textarea'))?.type(note);
    await until('the note to be saved', async () => (await said()) === 'Saved');
    await popup.close();

    popup = await reader.openPopup(wire.address);
    const field = await popup.waitForSelector('.page-note textarea');
    expect(await field?.evaluate((area) => area.value)).toBe(note);
    await popup.close();
    const library = await reader.openOwn('library.html');
    for (const format of ['Markdown', 'Report', 'Plain text', 'RIS', 'JSON-LD']) {
      const file = await exportAll(library, format, reader.downloads);
      expect(readFileSync(file, 'utf8')).toContain('one source, and he is not named');
    }
    await library.close();
  });

  // Firefox shows its reader a button before a program may read the clipboard.
  test.runIf(inChromium)('the page’s summary and a claim are copied', async () => {
    const context = reader.browser.defaultBrowserContext();
    await context.overridePermissions(reader.launched.origin, ['clipboard-read', 'clipboard-write']);
    const popup = await reader.openPopup(wire.address);
    const read = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
    await popup.bringToFront();
    await popup.locator('.copy-summary').click();
    await until('it to be copied', () =>
      popup.$eval('.copy-summary', (button) => /Copied/.test(button.textContent ?? '')),
    );
    const summary = await read(popup);
    expect(summary).toContain(`](${wire.address})`);
    expect(summary).toMatch(/^\d+ claims? /);
    await popup.close();

    const library = await reader.openOwn('library.html');
    await library.bringToFront();
    await library.waitForSelector('.claim-row');
    await library.keyboard.press('j');
    await library.locator('.library-detail footer .menu > button').click();
    await library.locator('.library-detail footer ::-p-text(Copy as text)').click();
    await until('it to be said', async () =>
      /Copied to the clipboard/.test(
        (await library.$$eval('[role=status]', (all) => all.map((one) => one.textContent))).join(),
      ),
    );
    const shown = await library.$eval('.claim-row[aria-selected=true] .claim-text', (row) => row.textContent);
    const copied = await read(library);
    expect(copied).toContain(`“${shown}”`);
    expect(copied.match(/^“/gm)).toHaveLength(1);
    await library.close();
  });
});
