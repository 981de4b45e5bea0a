/** What the reader was told is saved is there, whatever dies, closes or is cleared meanwhile. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Annotation } from '../../annotations/types';
import { writeAs } from '../../exchange/formats';
import { fromJson } from '../../exchange/json';
import { readHighlights, waitUntilPainted } from '../../scripts/browser/highlights';
import { exportAll, importFile } from '../../scripts/browser/library';
import { editorial, wire } from '../../scripts/browser/samples';
import { until } from '../../scripts/browser/until';
import { cardButton, openCard, openNote, typeNote } from './harness/card';
import { toFront } from './harness/front';
import { browserName, openSession, type Session } from './harness/session';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session?.close());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const placesOf = async (address: string) =>
  (await session.records())
    .filter(({ page }) => page.url === address)
    .map(({ target }) => `${target.position.start} ${target.quote.exact}`)
    .sort();
/** The same claim of another sentence. */
const another = (of: Annotation, id: string): Annotation => ({
  ...of,
  id,
  target: { ...of.target, quote: { ...of.target.quote, exact: `Another sentence on Seoul, ${id}.` } },
});

/** A file of many claims that are not there yet. */
async function manyIn(name: string): Promise<{ file: string; count: number }> {
  const [first] = await session.records();
  if (!first) throw new Error('nothing is stored');
  const many = Array.from({ length: 3000 }, (_, n) => another(first, `${name}-${n}`));
  const file = join(session.downloads, name);
  writeFileSync(file, writeAs('json', many, { exported: first.created }));
  return { file, count: many.length };
}

/** Opens a library and takes a file, without waiting for the end of it. */
async function beginImport(file: string): Promise<Page> {
  const library = await session.openOwn('library.html');
  await library.bringToFront();
  await library.locator('header button[title="Import"]').click();
  const chooser = await library.waitForSelector('dialog input[type=file]');
  await chooser?.uploadFile(file);
  const isTried = "document.querySelector('dialog [aria-live]').textContent.match(/\\d/) !== null";
  await until('what the import would do', () => library.evaluate(isTried) as Promise<boolean>);
  await (await library.$('dialog .dialog-buttons button.primary'))?.click();
  return library;
}

describe(`the background killed, in ${browserName}`, () => {
  test('at any moment of annotating: the next visit has every claim once', async () => {
    const page = await session.openPainted(wire.address);
    const whole = await placesOf(wire.address);
    for (const after of [0, 30, 80, 150, 300, 600]) {
      await page.goto(wire.address, { waitUntil: 'domcontentloaded' });
      await pause(after);
      await session.killBackground();
    }
    await page.goto(wire.address, { waitUntil: 'load' });
    await waitUntilPainted(page);
    expect(await placesOf(wire.address)).toEqual(whole);
    await page.close();
  });

  test('right after every edit: what the card says is what is stored', async () => {
    const page = await session.openPainted(wire.address);
    for (const [index, action, verdict] of [
      [0, 'confirm', 'confirmed'],
      [1, 'dismiss', 'dismissed'],
    ] as const) {
      const claim = await openCard(page, index);
      const button = await cardButton(page, action);
      await button.click();
      // As soon as the card shows it, the reader may believe it.
      await until('the card to show the verdict', () =>
        button.call<boolean>("function () { return this.getAttribute('aria-pressed') === 'true'; }"),
      );
      await session.killBackground();
      const stored = (await session.records()).find(({ target }) => target.quote.exact === claim);
      expect(stored?.verdict).toBe(verdict);
    }
    await page.close();
  });

  test('at any moment of notes going out and coming in: all finish, and nothing is lost', async () => {
    const library = await session.openOwn('library.html');
    const before = await session.records();
    const [first] = before;
    if (!first) throw new Error('nothing is stored');
    for (const [n, after] of [0, 50, 150, 400].entries()) {
      const killed = () => pause(after).then(() => session.killBackground());
      const [path] = await Promise.all([exportAll(library, 'JSON', session.downloads), killed()]);
      const { records } = fromJson(JSON.parse(readFileSync(path, 'utf8')));
      const stored = await session.records();
      expect(records.map(({ id }) => id).sort()).toEqual(stored.map(({ id }) => id).sort());
      const file = join(session.downloads, `more-${n}.json`);
      writeFileSync(
        file,
        writeAs('json', [...records, another(first, `from-a-file-${n}`)], { exported: first.created }),
      );
      await Promise.all([importFile(library, file), killed()]);
      await session.recordsThat('the imported one', (all) => all.some(({ id }) => id === `from-a-file-${n}`));
    }
    expect(await session.records()).toHaveLength(before.length + 4);
    await library.close();
  });

  test('the library closed while it imports: all of the file is taken, or nothing', async () => {
    const before = (await session.records()).length;
    const many = await manyIn('many.json');
    for (const after of [0, 100, 400]) {
      const library = await beginImport(many.file);
      await pause(after);
      await library.close();
      // What was begun may still be on its way to the disk.
      await pause(1_000);
      expect([before, before + many.count]).toContain((await session.records()).length);
    }
  });
});

describe(`two places at once, in ${browserName}`, () => {
  test('two tabs write different fields of one claim: both are kept, and both see it', async () => {
    const left = await session.openPainted(editorial.address);
    const claim = await openCard(left);
    const right = await session.openPainted(editorial.address);
    expect(await openCard(right)).toBe(claim);
    await typeNote(right, 'from the right');
    await toFront(left);
    await (await cardButton(left, 'confirm')).click();
    const records = await session.recordsThat('both fields', (all) =>
      all.some(({ note, verdict }) => note === 'from the right' && verdict === 'confirmed'),
    );
    expect(
      records.filter(({ target, page }) => target.quote.exact === claim && page.url === editorial.address),
    ).toHaveLength(1);
    // The left card shows the right one's note; the right card shows the left one's verdict.
    const frame = await openNote(left);
    expect(await frame.$eval('textarea', (field) => field.value)).toBe('from the right');
    await toFront(right);
    const confirm = await cardButton(right, 'confirm');
    await until('the other tab’s verdict', () =>
      confirm.call<boolean>("function () { return this.getAttribute('aria-pressed') === 'true'; }"),
    );
    await left.close();
    await right.close();
  });

  test('two windows write one note and one verdict: the later word stands, none goes under, and both see it', async () => {
    const left = await session.openPainted(wire.address);
    const claim = await openCard(left, 2);
    const right = await session.browser.newPage({ type: 'window' });
    await right.goto(wire.address, { waitUntil: 'load' });
    await waitUntilPainted(right);
    expect(await openCard(right, 2)).toBe(claim);
    const places = [
      { page: left, frame: await openNote(left) },
      { page: right, frame: await openNote(right) },
    ] as const;
    // Both editors stand open, and each is typed into in turn.
    const write = async (at: 0 | 1, words: string, after: string) => {
      const { page, frame } = places[at];
      await toFront(page);
      await until('the note as it is by now', async () => {
        await frame.click('textarea');
        return (await frame.$eval('textarea', ({ value }) => value)) === after;
      });
      await frame.$eval('textarea', (field) =>
        field.setSelectionRange(field.value.length, field.value.length),
      );
      await page.keyboard.type(words);
      await session.recordsThat(words, (all) => all.some(({ note }) => note === `${after}${words}`));
    };
    await write(0, 'From the left.', '');
    await write(1, ' From the right.', 'From the left.');
    await write(0, ' And back.', 'From the left. From the right.');

    const press = async (page: Page, other: Page, action: string) => {
      await toFront(page);
      await (await cardButton(page, action)).click();
      const button = await cardButton(other, action);
      await until(`${action} in the other window`, () =>
        button.call<boolean>("function () { return this.getAttribute('aria-pressed') === 'true'; }"),
      );
    };
    await press(left, right, 'confirm');
    await press(right, left, 'dismiss');
    const kept = (await session.records()).filter(
      ({ target, page }) => target.quote.exact === claim && page.url === wire.address,
    );
    expect(kept).toMatchObject([{ verdict: 'dismissed', note: 'From the left. From the right. And back.' }]);
    await left.close();
    await right.close();
  });
});

describe(`the browser killed, in ${browserName}`, () => {
  /** Kills the browser as a power cut would, and starts it again. */
  const kill = async () => {
    session.browser.process()?.kill('SIGKILL');
    await pause(1_000);
    await session.restart();
  };

  test('while it writes: everything confirmed before is there', async () => {
    const page = await session.openPainted(editorial.address);
    await openCard(page, 1);
    await typeNote(page, 'first, ');
    await session.recordsThat('the note', (all) => all.some(({ note }) => note.includes('first, ')));
    // It goes on writing while the browser dies.
    const typing = page.keyboard.type('second '.repeat(200)).catch(() => undefined);
    await pause(400);
    const written = (await session.records()).find(({ note }) => note.includes('first, '))?.note ?? '';
    await kill();
    await typing;
    const stored = await session.recordsThat('the note after the crash', (all) =>
      all.some(({ note }) => note.includes('first, ')),
    );
    const note = stored.find((one) => one.note.includes('first, '))?.note ?? '';
    expect(note.startsWith('first, ')).toBe(true);
    expect(note.length).toBeGreaterThanOrEqual(written.length);
    const again = await session.openPainted(editorial.address);
    expect((await readHighlights(again)).length).toBeGreaterThan(0);
    await again.close();
  });

  test('while it imports: all of the file is there, or nothing of it', async () => {
    const before = (await session.records()).length;
    const many = await manyIn('many-more.json');
    await beginImport(many.file);
    await pause(200);
    await kill();
    expect([before, before + many.count]).toContain((await session.records()).length);
  });
});
