/** What the reader was told is saved is there, whatever dies, closes or is cleared meanwhile. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHighlights, waitUntilPainted } from '../../scripts/browser/highlights';
import { exportAll, importFile } from '../../scripts/browser/library';
import { editorial, wire } from '../../scripts/browser/samples';
import { until } from '../../scripts/browser/until';
import { cardButton, openCard, openNote, typeNote } from './harness/card';
import { browserName, inChromium, openSession, type Session } from './harness/session';

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

  test('while notes go out and come in: both finish, and nothing is lost', async () => {
    const library = await session.openOwn('library.html');
    const before = await session.records();
    const [path] = await Promise.all([
      exportAll(library, 'JSON', session.downloads),
      pause(100).then(() => session.killBackground()),
    ]);
    const file = JSON.parse(readFileSync(path, 'utf8')) as { annotations: { id: string; note: string }[] };
    expect(file.annotations.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
    const [first] = file.annotations;
    const more = join(session.downloads, 'more.json');
    const added = {
      ...first,
      id: 'from-a-file',
      target: {
        ...(first as never as { target: object }).target,
        quote: { type: 'TextQuoteSelector', exact: 'Another sentence on Seoul.', prefix: '', suffix: '' },
      },
    };
    writeFileSync(more, JSON.stringify({ ...file, annotations: [...file.annotations, added] }));
    await Promise.all([importFile(library, more), pause(150).then(() => session.killBackground())]);
    const after = await session.recordsThat('the imported one', (all) =>
      all.some(({ id }) => id === 'from-a-file'),
    );
    expect(after).toHaveLength(before.length + 1);
    await library.close();
  });
});

describe(`two places at once, in ${browserName}`, () => {
  test('two tabs write different fields of one claim: both are kept, and both see it', async () => {
    const left = await session.openPainted(editorial.address);
    const claim = await openCard(left);
    const right = await session.openPainted(editorial.address);
    expect(await openCard(right)).toBe(claim);
    await typeNote(right, 'from the right');
    await left.bringToFront();
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
    await right.bringToFront();
    const confirm = await cardButton(right, 'confirm');
    await until('the other tab’s verdict', () =>
      confirm.call<boolean>("function () { return this.getAttribute('aria-pressed') === 'true'; }"),
    );
    await left.close();
    await right.close();
  });
});

// Firefox's process belongs to its own wrapper; killing it is no test of ours.
describe.runIf(inChromium)('the browser killed, in Chromium', () => {
  test('while it writes: everything confirmed before is there', async () => {
    const page = await session.openPainted(editorial.address);
    await openCard(page, 1);
    await typeNote(page, 'first, ');
    await session.recordsThat('the note', (all) => all.some(({ note }) => note.includes('first, ')));
    // It goes on writing while the browser dies.
    const typing = page.keyboard.type('second '.repeat(200)).catch(() => undefined);
    await pause(400);
    const written = (await session.records()).find(({ note }) => note.includes('first, '))?.note ?? '';
    session.browser.process()?.kill('SIGKILL');
    await typing;
    await session.restart();
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
});
