import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findClosed, waitForClosed } from '../../scripts/browser/closed';
import { clickHighlight, readHighlights, waitUntilPainted } from '../../scripts/browser/highlights';
import { editorial, offTopic, wire } from '../../scripts/browser/samples';
import { until } from '../../scripts/browser/until';
import { buildFolder } from '../../scripts/setup.mjs';
import { pages } from './harness/pages';
import { browserName, inChromium, openSession, type Session } from './harness/session';

const HOST = 'https://en.yna.co.kr';
const bodyOf = ({ html }: { readonly html: string }) => /<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? '';
const [WIRE, EDITORIAL, OFF_TOPIC] = [wire, editorial, offTopic].map(bodyOf) as [string, string, string];
/** Kept in the back-forward cache, unlike what must not be stored. */
const headers = { 'cache-control': 'no-cache' };

/** A page that goes elsewhere by itself: its head stays as it was, its text comes late. */
const single = (first: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Sample Wire</title><link rel="canonical" href="${HOST}/live/one-article-of-the-sample-wire">
<meta property="og:type" content="article"><meta property="og:title" content="The first title of them all">
<script>
const shown = {};
addEventListener('popstate', () => { document.querySelector('#app').innerHTML = shown[location.pathname] ?? ''; });
addEventListener('pageshow', (event) => { globalThis.wasKept = event.persisted; });
function go(path, html, wait) {
  shown[location.pathname] = document.querySelector('#app').innerHTML;
  history.pushState(null, '', path);
  setTimeout(() => { document.querySelector('#app').innerHTML = html; }, wait);
}
</script></head><body><div id="app">${first}</div><a id="away" href="/glossary">Glossary</a></body></html>`;

let session: Session;
let page: Page | undefined;
beforeAll(async () => {
  session = await openSession({
    pages: {
      ...pages,
      [`${HOST}/live/one-article-of-the-sample-wire`]: { body: single(WIRE), headers },
      [`${HOST}/live/coffee-shops-of-the-sample-wire`]: { body: single(OFF_TOPIC), headers },
      [`${HOST}/live/a-slow-article-of-the-sample-wire`]: { body: single(''), headers },
      [`${HOST}/glossary`]: { body: '<!doctype html><title>Glossary</title><p>Linchpin: a pin.', headers },
    },
  });
});
afterAll(() => session?.close());
afterEach(async () => {
  await page?.close();
  page = undefined;
});

/** Claims whose text is gone are painted nowhere until they are taken away. */
const texts = async (of: Page) =>
  (await readHighlights(of)).map(({ text }) => text).filter((text) => text !== '');
const go = (of: Page, path: string, html: string, wait: number) =>
  of.evaluate(`go(${JSON.stringify(path)}, ${JSON.stringify(html)}, ${wait})`);
const hasSome = (words: string) => async () =>
  (await texts(page as Page)).some((text) => text.includes(words));
/** How many claims the popup counts for the tab that shows the address. */
async function counted(address: string): Promise<number> {
  const popup = await session.openPopup(address);
  const words = await until('the count in the popup', () =>
    popup.$eval('#popup-count', (heading) => heading.textContent).catch(() => null),
  );
  await popup.close();
  return Number.parseInt(words, 10);
}

describe(`the life of a page, in ${browserName}`, () => {
  test('client-side navigation: each article its own record, the head left as it was', async () => {
    page = await session.openPainted(`${HOST}/live/one-article-of-the-sample-wire`);
    const first = await texts(page);
    await go(page, '/live/another-article-of-the-sample-wire', EDITORIAL, 1500);
    await until('the second article painted', async () => {
      const now = await texts(page as Page);
      return now.length >= 3 && !now.some((text) => first.includes(text));
    });
    await waitUntilPainted(page);
    const second = await texts(page);
    const address = `${HOST}/live/another-article-of-the-sample-wire`;
    const records = await session.recordsThat('the second article', (all) =>
      all.some((record) => record.page.key === address),
    );
    const own = records.filter((record) => record.page.key === address);
    expect(own.map(({ target }) => target.quote.exact).sort()).toEqual([...second].sort());
    expect(own[0]?.page.title).toBe('Seoul should stop apologising for its balance');
    expect(await counted(address)).toBe(second.length);

    // Back: the first article again, under its own record.
    await page.bringToFront();
    await page.evaluate('history.back()');
    await until('the first article again', async () => {
      const now = await texts(page as Page);
      return now.length === first.length && now.every((text) => first.includes(text));
    });
    expect(await counted(`${HOST}/live/one-article-of-the-sample-wire`)).toBe(first.length);
    const after = await session.records();
    expect(after.filter((record) => record.page.key === address)).toHaveLength(own.length);
  });

  test('client-side navigation from an article on something else, its text long under way', async () => {
    page = await session.open(`${HOST}/live/coffee-shops-of-the-sample-wire`);
    // The sentinel has looked by then, and nothing came of it.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await texts(page)).toEqual([]);
    await go(page, '/live/a-third-article-of-the-sample-wire', WIRE, 2500);
    await until('the article painted', async () => (await texts(page as Page)).length >= 5);
    // And on to one on something else: all is taken away.
    await go(page, '/live/coffee-again-of-the-sample-wire', OFF_TOPIC, 300);
    await until('nothing painted', async () => (await texts(page as Page)).length === 0);
  });

  test('an article that comes long after its page is found, and counted', async () => {
    const address = `${HOST}/live/a-slow-article-of-the-sample-wire`;
    page = await session.open(address);
    // Longer than the looks that are made in any case.
    await new Promise((resolve) => setTimeout(resolve, 5000));
    await page.evaluate((html) => {
      const app = document.querySelector('#app');
      if (app) app.innerHTML = html;
    }, WIRE);
    await until('the article painted', async () => (await texts(page as Page)).length >= 5);
    expect(await counted(address)).toBe((await texts(page)).length);
  });

  test('back-forward cache: painted, counted and editable after coming back', async () => {
    page = await session.openPainted(`${HOST}/live/one-article-of-the-sample-wire`);
    const before = await texts(page);
    await page.click('#away');
    await until('the other page', () => (page as Page).url().endsWith('/glossary'));
    // Firefox's protocol does not hear of the return.
    await page.evaluate('void history.back()').catch(() => undefined);
    await until('the article to be back', async () =>
      ((await (page as Page).evaluate('location.pathname')) as string).startsWith('/live/'),
    );
    await until('the claims painted again', async () => (await texts(page as Page)).length === before.length);
    expect(await page.evaluate('globalThis.wasKept')).toBe(true);
    expect(await counted(`${HOST}/live/one-article-of-the-sample-wire`)).toBe(before.length);
    await page.bringToFront();
    const [first] = await readHighlights(page);
    if (!first) throw new Error('nothing painted');
    await clickHighlight(page, first);
    await (await waitForClosed(page, '[role=dialog] button', 'Confirm')).click();
    await session.recordsThat('the verdict', (all) =>
      all.some(({ target, verdict }) => target.quote.exact === first.text && verdict === 'confirmed'),
    );
  });

  test('late paragraphs and a growing live blog: what is new is found, what was found stays', async () => {
    page = await session.openPainted(wire.address);
    const before = await texts(page);
    await page.evaluate((html) => {
      const late = document.createElement('section');
      late.innerHTML = html;
      document.querySelector('article')?.append(late);
    }, '<p>The United States is pressing South Korea to join its coalition against China, diplomats in Seoul said in the evening.</p>');
    await until('the late paragraph painted', hasSome('diplomats in Seoul said in the evening'));
    // One that names nobody: those above it say whom it means.
    await page.evaluate(() => {
      const last = document.createElement('p');
      last.textContent = 'The alliance has been the bedrock of our security for seventy years.';
      document.querySelector('article section')?.append(last);
    });
    await until('the last paragraph painted', hasSome('The alliance has been the bedrock'));
    for (const hour of [1, 2, 3]) {
      await page.evaluate((said) => {
        const entry = document.createElement('p');
        entry.textContent = said;
        document.querySelector('article h1')?.after(entry);
      }, `Update ${hour}: Beijing warned Seoul again that it would pay a price for hosting American missiles, ${hour} hours after the last warning.`);
      await until('the entry painted', hasSome(`Update ${hour}`));
    }
    const after = await texts(page);
    expect(after).toEqual(expect.arrayContaining(before));
    expect(new Set(after).size).toBe(after.length);
  });

  test('the extension installed anew under an open page: one copy at work, nothing left of the other', async () => {
    page = await session.openPainted(editorial.address);
    const before = await texts(page);
    if (inChromium) await session.browser.uninstallExtension(session.launched.extensionId);
    await session.browser.installExtension(buildFolder(browserName));
    if (inChromium) await session.firstRunPage();
    await page.bringToFront();
    await until('the new copy to answer to a click', async () => {
      // A copy that has lost its extension notices at the first sign of a reader.
      await page?.mouse.move(200, 300);
      const [first] = await readHighlights(page as Page);
      if (!first) return false;
      await clickHighlight(page as Page, first);
      return findClosed(page as Page, '[role=dialog] button', 'Confirm');
    });
    const after = await texts(page);
    expect([...after].sort()).toEqual([...before].sort());
    expect(await page.evaluate(() => document.querySelectorAll('[data-tightrope-host]').length)).toBe(1);
    await (await waitForClosed(page, '[role=dialog] button', 'Confirm')).click();
    await waitForClosed(page, '[role=dialog] button', 'Confirmed');
  });
});
