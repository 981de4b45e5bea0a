import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { evaluateInChrome } from '../../scripts/browser/bidi';
import { readHighlights, waitUntilPainted } from '../../scripts/browser/highlights';
import { editorial, wire } from '../../scripts/browser/samples';
import { until } from '../../scripts/browser/until';
import { cardButton, closeCard, openCard, typeNote } from './harness/card';
import { browserName, inChromium, openSession, type Session } from './harness/session';

vi.setConfig({ testTimeout: 90_000 });

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session?.close());

/** Lets the extension into private windows, as its reader would in the add-on's settings. */
const allow = (id: string) => `(async () => {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await ExtensionPermissions.add(${JSON.stringify(id)}, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
  await (await AddonManager.getAddonByID(${JSON.stringify(id)})).reload();
  return WebExtensionPolicy.getByID(${JSON.stringify(id)}).privateBrowsingAllowed;
})()`;

/** Rows in every table of the store; none before there is one: opened by us, it would have no tables. */
const rows = `(async () => {
  if (!(await indexedDB.databases()).some(({ name }) => name === 'tightrope')) return [];
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('tightrope');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const names = [...request.result.objectStoreNames];
      const transaction = request.result.transaction(names);
      const counts = names.map((name) => transaction.objectStore(name).count());
      transaction.oncomplete = () => {
        request.result.close();
        resolve(names.map((name, i) => name + ' ' + counts[i].result));
      };
    };
  });
})()`;

const api = '(globalThis.browser ?? chrome)';
const badges = `${api}.tabs.query({}).then((tabs) => Promise.all(
  tabs.filter(({ incognito }) => incognito).map(({ id }) => ${api}.action.getBadgeText({ tabId: id }))
)).then((texts) => texts.find(Boolean) ?? null)`;

/** Has the private tab at an address taken out of memory, with one at another address before it, and shows it again. */
const outOfMemory = (address: string, other: string) => `(async () => {
  const { tabs } = ${api};
  const at = async () => (await tabs.query({ url: ${JSON.stringify(address)} })).find(({ incognito }) => incognito);
  const { id, windowId } = await at();
  await tabs.create({ windowId, url: ${JSON.stringify(other)} });
  await tabs.discard(id);
  const { id: now, discarded } = await at();
  await tabs.update(now, { active: true });
  return (discarded ? 'out of memory, ' : 'in memory, ') + (now === id ? 'same id' : 'another id');
})()`;

/** The page in the private window, once it shows an address. */
const privatePage = (address: string) =>
  until(`the private window at ${address}`, async () =>
    (await session.browser.pages()).find((page) => page.url() === address),
  );

async function allowPrivate(): Promise<void> {
  if (inChromium) {
    const cdp = await session.browser.target().createCDPSession();
    await cdp.send('Extensions.loadUnpacked', { path: session.extension, enableInIncognito: true } as never);
    await cdp.detach();
  } else await evaluateInChrome(session.browser, allow(session.launched.extensionId));
}

describe(`a private window, in ${browserName}`, () => {
  test('has its claims found and counted; the reader’s word stays for its tab and site, and nothing of it is stored', async () => {
    await allowPrivate();
    const own = await session.openOwn('options.html');
    expect(await own.evaluate(`${api}.extension.isAllowedIncognitoAccess()`)).toBe(true);
    // The store is made when the page first asks for its counts.
    await until('the store', async () => ((await own.evaluate(rows)) as string[]).length > 0);
    const before = await own.evaluate(rows);
    const created = await own.evaluate(
      `${api}.windows.create({ incognito: true, url: ${JSON.stringify(editorial.address)} }).then(({ incognito }) => incognito)`,
    );
    expect(created).toBe(true);
    const count = await until('the count in the private window', () => own.evaluate(badges));
    expect(Number(count)).toBeGreaterThanOrEqual(5);

    let page = await privatePage(editorial.address);
    await waitUntilPainted(page);
    const claim = await openCard(page);
    await (await cardButton(page, 'Confirm')).click();
    await cardButton(page, 'Confirmed');
    await typeNote(page, 'Kept for this window only.');
    await until('the note to be taken', async () =>
      JSON.stringify(await own.evaluate(`${api}.storage.session.get(null)`)).includes('for this window only'),
    );
    await closeCard(page);
    // To another site, whose page is read in the same tab, and back.
    await page.goto(wire.address, { waitUntil: 'load' });
    await waitUntilPainted(page);
    expect((await readHighlights(page)).map(({ text }) => text)).not.toContain(claim);
    await page.goto(editorial.address, { waitUntil: 'load' });
    await waitUntilPainted(page);
    expect(await openCard(page)).toBe(claim);
    await cardButton(page, 'Confirmed');

    // Taken out of memory behind another tab, which gives it another id in Chromium, and shown again.
    const kept = await own.evaluate(outOfMemory(editorial.address, wire.address));
    expect(kept).toBe(`out of memory, ${inChromium ? 'another' : 'same'} id`);
    page = await privatePage(editorial.address);
    await waitUntilPainted(page);
    expect(await openCard(page)).toBe(claim);
    await cardButton(page, 'Confirmed');

    expect(await own.evaluate(rows)).toEqual(before);
    expect(before).toContain('annotations 0');
    // It ends with the tab.
    await page.close();
    await until('nothing to be known of a private tab', async () => {
      const all = (await own.evaluate(`${api}.storage.session.get(null)`)) as Record<string, unknown>;
      return !JSON.stringify(all).includes('"confirmed"');
    });
  });

  // Chromium opens pages of ours in normal windows only.
  test.skipIf(inChromium)(
    'shows no library of its own there, and opens the reader’s in a normal one',
    async () => {
      await allowPrivate();
      const own = await session.openOwn('options.html');
      const library = `${session.launched.origin}/library.html`;
      const openLibraries = `${api}.tabs.query({ url: '${library}*' }).then((tabs) => tabs.map(({ incognito }) => incognito))`;
      await own.evaluate(`${api}.windows.create({ incognito: true, url: '${library}' })`);
      // The driver is told no address of the extension's own pages, and keeps pages that are gone.
      const textOf = (one: Page) => one.evaluate('document.body.textContent').catch(() => '');
      const page = await until('the notice', async () => {
        for (const one of await session.browser.pages())
          if (((await textOf(one)) as string).includes('This is a private window')) return one;
        return undefined;
      });
      expect(await page.evaluate('document.querySelector("input")')).toBeNull();
      await page.locator('main button').click();
      await until('the library in a normal window', async () =>
        ((await own.evaluate(openLibraries)) as boolean[]).includes(false),
      );
    },
  );
});
