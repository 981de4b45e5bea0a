import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editorial, offTopic, wire } from '../../scripts/browser/samples';
import { cardButton, openCard, typeNote } from './harness/card';
import { browserName, inChromium, openSession, type Session } from './harness/session';
import { strayRequests, watchExtension } from './harness/traffic';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session?.close());

describe(`the network, in ${browserName}`, () => {
  test('is never used by the extension, whatever the reader does', async () => {
    // A worker that is being watched can't be ended: first a fresh one, then the watch.
    await session.killBackground();
    const asked = inChromium ? await watchExtension(session) : [];
    const page = await session.openPainted(wire.address);
    await openCard(page);
    await (await cardButton(page, 'confirm')).click();
    await typeNote(page, 'a note');
    await session.openPainted(editorial.address);
    await session.open(offTopic.address);
    await session.openPopup(wire.address);
    for (const own of ['library.html', 'options.html', 'welcome.html']) await session.openOwn(own);
    await (await session.openPainted(wire.address)).reload();
    await new Promise((resolve) => setTimeout(resolve, 2_000));

    expect(strayRequests(session, [wire.address, editorial.address, offTopic.address])).toEqual([]);
    expect(asked.filter((address) => !/^(chrome-extension|data|blob):/.test(address))).toEqual([]);
    // The watch itself works: the extension's own files were seen.
    if (inChromium) expect(asked.length).toBeGreaterThan(0);
  });

  test('is closed to its pages by their policy', async () => {
    const own = await session.openOwn('options.html');
    const before = session.site.requests.length;
    const outcome = await own.evaluate(
      `fetch(${JSON.stringify(wire.address)}).then(() => 'sent', (error) => error.name)`,
    );
    expect(outcome).toBe('TypeError');
    expect(session.site.requests.slice(before)).not.toContain(wire.address);
  });
});
