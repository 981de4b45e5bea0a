/** A news page that gives us no rest, too much, or names that are not its own. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHighlights } from '../../scripts/browser/highlights';
import { wire } from '../../scripts/browser/samples';
import { addressOf, pages, wireAt } from './harness/pages';
import { browserName, inChromium, openSession, type Session } from './harness/session';

/** Changes its text and its address all the time, and makes up events at which we look again. */
const restless = `<script>
  let turn = 0;
  setInterval(() => {
    turn += 1;
    const paragraphs = document.querySelectorAll('article p');
    const one = paragraphs[turn % paragraphs.length];
    if (one) one.textContent = one.textContent.replace(/( \\d+)?$/, ' ' + turn);
    document.querySelector('article')?.append(document.createElement('p'));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    dispatchEvent(new PopStateEvent('popstate'));
    for (const type of ['click', 'scrollend', 'keyup', 'pointerover']) dispatchEvent(new Event(type));
    if (turn % 10 === 0) history.replaceState(null, '', '?turn=' + turn);
  }, 5);
</script>`;

/** 60,000 elements, and some more within each other than anyone needs. */
const huge = `<script>
  const much = document.createElement('div');
  for (let n = 0; n < 30_000; n++) much.append(document.createElement('b'), 'x ', document.createElement('i'));
  let deep = document.createElement('div');
  for (let n = 0; n < 2_000; n++) { const around = document.createElement('div'); around.append(deep); deep = around; }
  document.body.append(much, deep);
</script>`;

/** Says that it is the article of another site, in every way there is. */
const claiming = `<link rel="canonical" href="${wire.address}"><meta property="og:url" content="${wire.address}">
  <script type="application/ld+json">{"@type":"NewsArticle","url":"${wire.address}","mainEntityOfPage":"${wire.address}",
  "__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"headline":{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}}</script>
  <script type="application/ld+json">{"@type":"NewsArticle","headline":"${'x'.repeat(2_000_000)}</script>`;

let session: Session;
beforeAll(async () => {
  session = await openSession({
    pages: {
      ...pages,
      [addressOf('restless')]: { body: wireAt('restless', '', restless) },
      [addressOf('huge')]: { body: wireAt('huge', '', huge) },
      [addressOf('claiming')]: {
        body: wireAt('claiming', '')
          .replace(/<link\b[^>]*\brel=["']?canonical[^>]*>/i, '')
          .replace('</title>', `</title>${claiming}`),
      },
    },
  });
});
afterAll(() => session?.close());

/** The longest time, in milliseconds, for which a page did nothing else, over some seconds. */
const longestPause = (page: Page, seconds: number) =>
  page.evaluate(
    `new Promise((resolve) => {
      let longest = 0;
      let last = performance.now();
      const end = last + ${seconds * 1000};
      const look = () => {
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
        if (now < end) setTimeout(look, 1);
        else resolve(longest);
      };
      look();
    })`,
  ) as Promise<number>;
const recordsAt = async (path: string) =>
  (await session.records()).filter(({ page: { url } }) => url.includes(path));

describe(`a page that means ill, in ${browserName}`, () => {
  test('cannot keep itself or us busy by changing all the time: it stays usable, and little is stored of it', async () => {
    const page = await session.open(addressOf('restless'));
    await page.bringToFront();
    expect(await longestPause(page, 6)).toBeLessThan(1_000);
    expect((await recordsAt('restless')).length).toBeLessThan(100);
    // The background still has time for others.
    const next = await session.openPainted(wire.address);
    expect((await readHighlights(next)).length).toBeGreaterThan(4);
    await next.close();
    await page.close();
  });

  test('of 60,000 elements is read all the same', async () => {
    const page = await session.openPainted(addressOf('huge'));
    expect((await readHighlights(page)).length).toBeGreaterThan(4);
    expect(await longestPause(page, 2)).toBeLessThan(1_000);
    await page.close();
  });

  test('cannot pass for an article of another site', async () => {
    const before = (await recordsAt(wire.address)).length;
    const page = await session.openPainted(addressOf('claiming'));
    const stored = await session.recordsThat('of its own', (all) =>
      all.some(({ page: { url } }) => url.includes('claiming')),
    );
    for (const { page: of } of stored.filter(({ page: { url } }) => url.includes('claiming')))
      expect(new URL(of.key).hostname).toBe('koreatimes.co.kr');
    expect(await recordsAt(wire.address)).toHaveLength(before);
    await page.close();
  });

  // Firefox has no such bolt.
  test.runIf(inChromium)(
    'that has taken over our script on it reaches neither the settings nor what tabs show',
    async () => {
      const page = await session.openPainted(wire.address);
      const cdp = await page.createCDPSession();
      const worlds: { id: number; origin: string }[] = [];
      cdp.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
      await cdp.send('Runtime.enable');
      const ours = worlds.find(({ origin }) => origin === session.launched.origin);
      const inOurs = async (expression: string) => {
        const how = { contextId: ours?.id ?? 0, awaitPromise: true, returnByValue: true };
        return (await cdp.send('Runtime.evaluate', { ...how, expression })).result.value as unknown;
      };
      expect(await inOurs('chrome.runtime.id')).toBe(session.launched.extensionId);
      for (const area of ['local', 'session'])
        for (const ask of ['get(null)', 'set({ settings: { expireDays: 1 } })', 'clear()'])
          expect(await inOurs(`chrome.storage.${area}.${ask}.then(() => 'done', String)`)).toMatch(
            /not allowed/,
          );
      await page.close();
    },
  );
});
