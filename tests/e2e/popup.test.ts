import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHighlights } from '../../scripts/browser/highlights';
import { editorial, offTopic, wire } from '../../scripts/browser/samples';
import { until } from '../../scripts/browser/until';
import { inChromium, openSession, type Session } from './harness/session';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session?.close());

/** Presses the extension's button in the toolbar and gives the popup it opens. */
async function pressAction(page: Awaited<ReturnType<Session['open']>>) {
  const extension = (await session.browser.extensions()).get(session.launched.extensionId);
  if (!extension) throw new Error('the extension is gone');
  await page.bringToFront();
  await page.triggerExtensionAction(extension);
  const target = await session.browser.waitForTarget((t) => t.url().endsWith('/popup.html'));
  return target.asPage();
}

// Firefox opens no popup for a program without its reader's press.
describe.runIf(inChromium)('the real popup, in Chromium', () => {
  test('counts what is painted, and a click on a claim opens its card', async () => {
    const page = await session.openPainted(wire.address);
    const painted = await readHighlights(page);
    const popup = await pressAction(page);
    const count = await popup.waitForSelector('#popup-count');
    expect(await count?.evaluate((heading) => heading.textContent)).toMatch(
      new RegExp(`^${painted.length} `),
    );

    await popup.locator('button.claim').click();
    await until('the claim to be active', () => page.evaluate(() => CSS.highlights.has('tightrope-active')));
    expect(await page.evaluate(() => [...(CSS.highlights.get('tightrope-active') ?? [])].join())).toBe(
      painted[0]?.text,
    );
    await page.close();
  });

  test('opens the library beside the page at its article, and leads it on to the next one', async () => {
    const isAt = ({ address }: { readonly address: string }) =>
      until('the one panel at the article', () => {
        const all = session.browser.targets().map((one) => decodeURIComponent(one.url()).split('#page='));
        const [panel, ...others] = all.filter(([of]) => of?.endsWith('sidepanel.html'));
        return others.length === 0 && panel?.[1]?.endsWith(new URL(address).pathname);
      });
    const pages = [];
    for (const sample of [wire, editorial]) {
      const page = await session.openPainted(sample.address);
      pages.push(page);
      const popup = await pressAction(page);
      await popup.waitForSelector('button.claim');
      await popup.locator('[aria-label="Open the library"]').click();
      await isAt(sample);
    }
    // Where the reader turns to another tab, it goes along.
    await pages[0]?.bringToFront();
    await isAt(wire);
    await pages[1]?.bringToFront();
    await isAt(editorial);
    for (const page of pages) await page.close();
  });

  test('says of a page on something else that it is not on the subject', async () => {
    const page = await session.open(offTopic.address);
    const popup = await pressAction(page);
    const said = await until('the popup to answer', async () => {
      const text = await popup.$eval('main', (main) => main.textContent ?? '');
      return /not an article/i.test(text) && text;
    });
    expect(said).toMatch(/not an article on the subject/i);
    await page.close();
  });

  test('says over a page of the browser’s own nothing of the article read in the tab before', async () => {
    const page = await session.openPainted(wire.address);
    await page.goto('chrome://version');
    const popup = await pressAction(page);
    const said = await until('the popup to answer', async () => {
      const text = await popup.$eval('main', (main) => main.textContent ?? '');
      return !/reading the page/i.test(text) && text;
    });
    expect(said).toMatch(/can’t read this page/i);
    expect(await popup.$$('button.claim')).toEqual([]);
    await page.close();
  });
});
