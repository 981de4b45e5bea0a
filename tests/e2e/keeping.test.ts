import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isMine } from '../../annotations/touched';
import { waitForClosed } from '../../scripts/browser/closed';
import { readHighlights, waitUntilPainted } from '../../scripts/browser/highlights';
import { editorial, wire } from '../../scripts/browser/samples';
import { until } from '../../scripts/browser/until';
import { cardButton, closeCard, openCard, openNote, typeNote } from './harness/card';
import { toFront } from './harness/front';
import { browserName, openSession, type Session } from './harness/session';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session?.close());

/** The stored record of a claim's text. */
const recordOf = async (text: string) =>
  (await session.records()).find(({ target }) => target.quote.exact === text);

const siteOf = (address: string) => new URL(address).hostname.replace(/^www\./, '');

describe(`what the reader does is kept, in ${browserName}`, () => {
  test('a note survives a reload and a restart of the browser', async () => {
    const note = 'Second thought: who says so? “Quotes”, 한국어 & <b>markup</b>';
    let page = await session.openPainted(wire.address);
    const claim = await openCard(page);
    await typeNote(page, note);
    await session.recordsThat('the note', (records) => records.some((record) => record.note === note));

    await page.reload();
    await waitUntilPainted(page);
    await openCard(page);
    expect(await (await openNote(page)).$eval('textarea', (field) => field.value)).toBe(note);

    await session.restart();
    expect((await recordOf(claim))?.note).toBe(note);
    page = await session.openPainted(wire.address);
    await openCard(page);
    expect(await (await openNote(page)).$eval('textarea', (field) => field.value)).toBe(note);
    await page.close();
  });

  test('a tag half typed is kept when the card is closed over it, or the page left', async () => {
    for (const [tag, leave] of [
      ['half', closeCard],
      ['left', (page: Page) => page.goto(editorial.address)],
    ] as const) {
      const page = await session.openPainted(wire.address);
      const claim = await openCard(page, 1);
      const frame = await openNote(page);
      await frame.focus('#tags');
      await frame.type('#tags', tag);
      await leave(page);
      await session.recordsThat('the tag', (records) =>
        records.some(({ target, tags }) => target.quote.exact === claim && tags.includes(tag)),
      );
      await page.close();
    }
  });

  test('a dismissed claim stays dismissed after a reload', async () => {
    const page = await session.openPainted(editorial.address);
    const before = (await readHighlights(page)).length;
    const claim = await openCard(page, 1);
    await (await cardButton(page, 'dismiss')).click();
    await session.recordsThat('the verdict', (records) =>
      records.some(({ target, verdict }) => target.quote.exact === claim && verdict === 'dismissed'),
    );
    await page.reload();
    await until(
      'the other claims after the reload',
      async () => (await readHighlights(page)).length === before - 1,
    );
    expect((await readHighlights(page)).map(({ text }) => text)).not.toContain(claim);
    expect((await recordOf(claim))?.verdict).toBe('dismissed');

    // The popup leads back to it.
    const popup = await session.openPopup(editorial.address);
    await popup.locator('summary::-p-text(1 dismissed)').click();
    await popup.locator('details[open] button.claim').click();
    await toFront(page);
    await (await cardButton(page, 'dismissed')).click();
    await until('the claim to be painted', async () =>
      (await readHighlights(page)).some(({ text }) => text === claim),
    );
    await page.close();
  });

  test('a claim deleted on the page can be had back there', async () => {
    const page = await session.openPainted(editorial.address);
    const claim = await openCard(page, 1);
    const record = await recordOf(claim);
    await (await cardButton(page, 'delete')).click();
    await (await cardButton(page, 'delete it')).click();
    const undo = await waitForClosed(page, '.removed button', 'undo');
    await session.recordsThat('the deletion', (records) => records.every(({ id }) => id !== record?.id));
    await undo.click();
    await cardButton(page, 'delete');
    expect(await recordOf(claim)).toEqual(record);
    const isPainted = async () => (await readHighlights(page)).some(({ text }) => text === claim);
    expect(await isPainted()).toBe(true);

    // Or in the library, whenever it is opened.
    await (await cardButton(page, 'delete')).click();
    await (await cardButton(page, 'delete it')).click();
    await session.recordsThat('the deletion', (records) => records.every(({ id }) => id !== record?.id));
    const library = await session.openOwn('library.html');
    await library.bringToFront();
    await library.locator('.deleted summary').click();
    await library.locator('.deleted li ::-p-text(Bring back)').click();
    await session.recordsThat('it to be back', (records) => records.some(({ id }) => id === record?.id));
    expect(await recordOf(claim)).toEqual(record);
    await library.close();
    await page.bringToFront();
    await until('it to be painted', isPainted);
    await page.close();
  });

  test('a killed background loses nothing and comes back when it is needed', async () => {
    const page = await session.openPainted(wire.address);
    const before = await session.records();
    await session.killBackground();
    expect(await session.records()).toEqual(before);

    // The page, painted before, asks the new background for the note editor and for a verdict.
    const claim = await openCard(page, 2);
    await (await cardButton(page, 'confirm')).click();
    await session.recordsThat('the verdict', (records) =>
      records.some(({ target, verdict }) => target.quote.exact === claim && verdict === 'confirmed'),
    );
    await session.killBackground();
    await typeNote(page, 'written after the second end');
    await session.recordsThat('the note', (records) =>
      records.some(({ note }) => note === 'written after the second end'),
    );
    expect((await session.records()).map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
    await page.close();
  });

  test('a view of one’s own: only what was confirmed, corrected, added or written on, also in the address', async () => {
    const all = await session.records();
    const mine = all.filter(isMine).length;
    expect(mine).toBeGreaterThan(0);
    expect(mine).toBeLessThan(all.length);
    const library = await session.openOwn('library.html');
    await library.bringToFront();
    const rows = () => library.$$eval('.claim-row', (list) => list.length);
    await until('more than one’s own', async () => (await rows()) > mine);
    await library.locator('.filter-mine input').click();
    await until('one’s own alone', async () => (await rows()) === mine);
    await until('it in the address', () => library.evaluate("location.hash.includes('mine=yes')"));
    await library.close();
  });

  test('an article is forgotten from its popup: nothing of it is kept or painted, and others stay', async () => {
    const page = await session.openPainted(editorial.address);
    const popup = await session.openPopup(editorial.address);
    await popup.bringToFront();
    await popup.locator('.forget-page summary').click();
    await popup.locator('.forget-page button').click();
    const rest = await session.recordsThat(
      'none of the article',
      (records) => !records.some(({ page: { url } }) => url === editorial.address),
    );
    expect(rest.some(({ page: { url } }) => url === wire.address)).toBe(true);
    await until('its popup to say so', () =>
      popup.$eval('[role=status]', (said) => said.textContent?.includes('forgotten')),
    );
    await until('nothing painted', async () => (await readHighlights(page)).length === 0);
    await popup.close();
    await page.close();
  });

  test('an article is forgotten from the library, below any of its claims: nothing of it is kept, listed or painted', async () => {
    const page = await session.openPainted(wire.address);
    const claim = await openCard(page);
    await typeNote(page, 'soon to be forgotten');
    await session.recordsThat('the note', (records) =>
      records.some(({ note }) => note.includes('soon to be forgotten')),
    );
    const other = await session.openPainted(editorial.address);
    const before = await session.records();
    const id = (await recordOf(claim))?.id ?? '';
    const library = await session.openOwn(`library.html#id=${id}`);
    await library.bringToFront();
    await library.locator('.forget-page summary').click();
    await library.locator('.forget-page button').click();
    const rest = await session.recordsThat(
      'none of the article',
      (records) => !records.some(({ page: { url } }) => url === wire.address),
    );
    expect(rest).toEqual(before.filter(({ page: { url } }) => url !== wire.address));
    await until('the other article’s claims alone in the list', async () => {
      const rows = await library.$$eval('.claim-row', (all) => all.map((row) => row.textContent ?? ''));
      return rows.length > 0 && !rows.some((row) => row.includes(claim.slice(0, 40)));
    });
    await page.bringToFront();
    await until('nothing painted', async () => (await readHighlights(page)).length === 0);
    for (const one of [library, page, other]) await one.close();
  });

  test('the settings say how safely it is kept, how full it is, and of when the last copy is', async () => {
    const page = await session.openPainted(wire.address);
    const factsOf = async () => {
      const options = await session.openOwn('options.html');
      const facts = await until('the facts', async () => {
        const all = await options.$$eval('.facts dd', (list) => list.map((one) => one.textContent ?? ''));
        return all[0]?.includes('claim') && all[1]?.includes(' of ') && all;
      });
      await options.close();
      return facts;
    };
    const [count, space, safety] = await factsOf();
    expect(Number.parseInt(count ?? '', 10)).toBe((await session.records()).length);
    expect(space).toMatch(/^[\d.,]+ MB of [\d.,]+ [MG]B$/);
    expect(safety).toBe('The browser won’t clear it by itself.');
    // Opening the library makes a copy.
    const library = await session.openOwn('library.html');
    const year = String(new Date().getFullYear());
    await until('the copy to be told of', async () => (await factsOf())[3]?.includes(year));
    for (const one of [library, page]) await one.close();
  });

  test('a site, a day and everything are forgotten from the settings', async () => {
    const pages = [await session.openPainted(wire.address), await session.openPainted(editorial.address)];
    const options = await session.openOwn('options.html');
    await options.bringToFront();
    const isLeft = (what: string, condition: (urls: readonly string[]) => boolean) =>
      session.recordsThat(what, (records) => condition(records.map(({ page: { url } }) => url)));
    await until('the site to be named', () =>
      options.$eval('#forget-site', (list, site) => list.textContent?.includes(site), siteOf(wire.address)),
    );
    await options.select('#forget-site', siteOf(wire.address));
    await options.locator('form.forget:has(#forget-site) button').click();
    await options.locator('dialog .dialog-form button.danger').click();
    await isLeft(
      'the other site alone',
      (urls) => urls.length > 0 && urls.every((url) => url === editorial.address),
    );

    // Today, as the reader's own calendar has it.
    await options.$eval('#forget-day', (field) => {
      const now = new Date();
      const two = (n: number) => String(n).padStart(2, '0');
      (field as HTMLInputElement).value =
        `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await options.locator('form.forget:has(#forget-day) button').click();
    await options.locator('dialog .dialog-form button.danger').click();
    await isLeft('nothing of today', (urls) => urls.length === 0);

    await pages[0]?.bringToFront();
    await pages[0]?.reload();
    await isLeft('claims again', (urls) => urls.length > 0);
    await options.bringToFront();
    await options.locator('.buttons button.danger:not([disabled])').click();
    await options.locator('dialog input').fill('delete');
    await options.locator('dialog button[type=submit]:not([disabled])').click();
    await isLeft('nothing', (urls) => urls.length === 0);
    for (const one of [options, ...pages]) await one.close();
  });

  test('a background killed in the middle of the work leaves no half page', async () => {
    const page = await session.open(editorial.address);
    await session.killBackground();
    await page.reload();
    await waitUntilPainted(page);
    const quotes = (await session.records())
      .filter(({ page: { url } }) => url === editorial.address)
      .map(({ target }) => `${target.position.start} ${target.quote.exact}`);
    expect(new Set(quotes).size).toBe(quotes.length);
    await page.close();
  });
});
