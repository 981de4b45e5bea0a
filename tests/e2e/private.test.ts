import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evaluateInChrome } from '../../scripts/browser/bidi';
import { editorial } from '../../scripts/browser/samples';
import { until } from '../../scripts/browser/until';
import { inChromium, openSession, type Session } from './harness/session';

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

const badges = `browser.tabs.query({}).then((tabs) => Promise.all(
  tabs.filter(({ incognito }) => incognito).map(({ id }) => browser.action.getBadgeText({ tabId: id }))
)).then((texts) => texts.find(Boolean) ?? null)`;

// Chromium takes extensions that a program loaded out of private windows.
describe.skipIf(inChromium)('a private window, in Firefox', () => {
  test('has its claims found and counted, and nothing of it is stored', async () => {
    expect(await evaluateInChrome(session.browser, allow(session.launched.extensionId))).toBe(true);
    const own = await session.openOwn('options.html');
    // The store is made when the page first asks for its counts.
    await until('the store', async () => ((await own.evaluate(rows)) as string[]).length > 0);
    const before = await own.evaluate(rows);
    await own.evaluate(
      `browser.windows.create({ incognito: true, url: ${JSON.stringify(editorial.address)} }).then(() => true)`,
    );
    const count = await until('the count in the private window', () => own.evaluate(badges));
    expect(Number(count)).toBeGreaterThanOrEqual(5);
    expect(await own.evaluate(rows)).toEqual(before);
    expect(before).toContain('annotations 0');
  });
});
