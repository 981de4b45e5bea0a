/** Builds made worse on purpose: one the browser gives no more space, one whose annotator does not start. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { writeAs } from '../../exchange/formats';
import { importFile } from '../../scripts/browser/library';
import { editorial, wire } from '../../scripts/browser/samples';
import { until } from '../../scripts/browser/until';
import { openCard, openNote } from './harness/card';
import { SMALL_QUOTA, useUpQuota } from './harness/quota';
import { browserName, openSession, type Session } from './harness/session';

const says = (of: Page | Frame, words: string) =>
  until(`“${words}” to be said`, async () =>
    ((await of.evaluate('document.body.textContent')) as string).includes(words),
  );

/** Opens an article and gives its popup. */
async function openWithPopup(session: Session, address: string): Promise<Page> {
  const page = await session.open(address);
  const popup = await session.openPopup(address);
  // An article in a tab behind others waits for its reader.
  await page.bringToFront();
  return popup;
}

describe(`without unlimitedStorage and with the quota used up, in ${browserName}`, () => {
  const withoutPermission = (folder: string) => {
    const path = join(folder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as { permissions: string[] };
    manifest.permissions = manifest.permissions.filter((name) => name !== 'unlimitedStorage');
    writeFileSync(path, JSON.stringify(manifest));
  };

  test('what was saved is there, the rest is refused in words, and kept in the field until there is space', async () => {
    const session = await openSession({ change: withoutPermission, preferences: SMALL_QUOTA });
    try {
      const page = await session.openPainted(wire.address);
      const claim = await openCard(page);
      const frame = await openNote(page);
      await frame.type('textarea', 'written before. ');
      const before = await session.recordsThat('the note', (all) =>
        all.some(({ note }) => note === 'written before. '),
      );
      // What could happen is said before it does.
      const settings = await session.openOwn('options.html');
      await says(settings, 'The browser may clear it when the disk runs short');
      await settings.close();
      const giveBack = await useUpQuota(session);

      // The card's note; a long one, since there may be room for a word in what the database has already.
      await page.bringToFront();
      await frame.$eval('textarea', (field) => field.setRangeText(`${'long '.repeat(40_000)}. `, 0, 0));
      await frame.type('textarea', 'written on a full disk');
      await says(frame, 'storage is full');
      expect(await frame.$eval('textarea', ({ value }) => value)).toContain('written on a full disk');
      // A page read anew.
      const popup = await openWithPopup(session, editorial.address);
      await says(popup, 'storage is full');
      // A file.
      const file = join(session.downloads, 'more.json');
      const [first] = before;
      if (!first) throw new Error('nothing is stored');
      const others = Array.from({ length: 500 }, (_, n) => {
        const quote = { ...first.target.quote, exact: `Another sentence on Seoul, ${n}.` };
        return { ...first, id: `from-a-file-${n}`, target: { ...first.target, quote } };
      });
      writeFileSync(file, writeAs('json', others, { exported: first.created }));
      const library = await session.openOwn('library.html');
      const import_ = importFile(library, file).catch(() => '');
      await says(library, 'storage is full');
      expect(await session.records()).toEqual(before);
      // What still asks a page that goes is told so by nobody: its error would be the whole run's.
      await import_;
      await library.close();

      // Space again: what stood in the field all the time is saved with the next letter.
      await giveBack();
      await page.bringToFront();
      await frame.type('textarea', '!');
      const after = await session.recordsThat('the whole note', (all) =>
        all.some(({ note }) => note.includes('written on a full disk!')),
      );
      expect(after.find(({ target }) => target.quote.exact === claim)?.note).toContain('written before. ');
    } finally {
      await session.close();
    }
  }, 180_000);
});

describe(`an annotator that does not start, in ${browserName}`, () => {
  test('the popup says so instead of being at work for ever', async () => {
    const session = await openSession({
      change: (folder) =>
        writeFileSync(join(folder, 'annotator.js'), 'throw new Error("made to fail by a test");'),
    });
    try {
      const popup = await openWithPopup(session, wire.address);
      await says(popup, 'Something went wrong');
      expect(await session.records()).toEqual([]);
    } finally {
      await session.close();
    }
  });
});
