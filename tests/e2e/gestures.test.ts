/**
 * The browser's own ways to us, pressed for real: the context menu and the keyboard's shortcuts. No protocol of the
 * browsers presses them, so they are shown on a screen of our own, and its keyboard is used; where there is none,
 * nothing of this runs, and `npm test` says so.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findClosed, waitForClosed } from '../../scripts/browser/closed';
import { readHighlights, waitUntilPainted } from '../../scripts/browser/highlights';
import { editorial, offTopic, wire } from '../../scripts/browser/samples';
import { until } from '../../scripts/browser/until';
import { hasScreen } from '../../scripts/screen.mjs';
import { pages } from './harness/pages';
import { openScreen, type Screen } from './harness/screen';
import { selectParagraph } from './harness/selection';
import { browserName, openSession, type Session } from './harness/session';

/** At a host that is none of the news sites. */
const ELSEWHERE = 'https://elsewhere.example/the-wire-report-again';

let screen: Screen;
let session: Session;
let page: Page | undefined;

/** Has what is selected linked to the argument proposed first. */
async function choose(at: Page): Promise<void> {
  await (await waitForClosed(at, '.picker button[type=submit]:not(:disabled)')).click();
}
const added = (words: string) =>
  session.recordsThat('the reader’s own claim', (all) =>
    all.some(({ target, verdict }) => verdict === 'added' && target.quote.exact.includes(words)),
  );
const isOpen = (at: Page, words: string) => async () =>
  (await (await findClosed(at, '[role=dialog]'))?.text())?.includes(words.trim().slice(0, 40));

describe.runIf(hasScreen())(`what a reader presses outside of the page, in ${browserName}`, () => {
  beforeAll(async () => {
    screen = await openScreen();
    session = await openSession({
      pages: { ...pages, [ELSEWHERE]: { body: wire.html } },
      screen: screen.name,
    });
  });
  afterAll(async () => {
    await session?.close();
    screen?.close();
  });
  afterEach(async () => {
    await page?.close();
    page = undefined;
  });

  test('the context menu links a selection to an argument', async () => {
    page = await session.openPainted(wire.address);
    const { x, y } = await selectParagraph(page, 'ease visa rules');
    await page.mouse.click(x, y, { button: 'right' });
    // The letter our entry begins with; the menu is the browser's own and can't be asked whether it is open.
    await until('the picker', async () => {
      screen.press('l');
      await new Promise((resolve) => setTimeout(resolve, 500));
      return findClosed(page as Page, '.picker');
    });
    await choose(page);
    await added('ease visa rules');
  });

  test('its shortcut does so too, also on a page that was not read before', async () => {
    page = await session.open(offTopic.address);
    const words = 'coffee';
    await selectParagraph(page, words);
    screen.press('alt+shift+l');
    await choose(page);
    await added(words);
    await until('it painted', async () => (await readHighlights(page as Page)).length === 1);
  });

  test('its shortcut does so too where a page went on to something else by itself', async () => {
    page = await session.openPainted(wire.address);
    await page.evaluate(
      (html) => {
        document.title = 'Coffee';
        history.pushState(null, '', '/view/of-something-else');
        document.body.innerHTML = html;
      },
      /<body>([\s\S]*)<\/body>/.exec(offTopic.html)?.[1] ?? '',
    );
    await until('nothing painted', async () => (await readHighlights(page as Page)).length === 0);
    // Its annotator rests once the text has settled.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await selectParagraph(page, 'I grind twenty');
    screen.press('alt+shift+l');
    await choose(page);
    await added('I grind twenty');
  });

  test('shortcuts go from claim to claim and back', async () => {
    page = await session.openPainted(wire.address);
    const [first, second] = await readHighlights(page);
    if (!first || !second) throw new Error('nothing painted');
    screen.press('alt+shift+j');
    await until('the first card', isOpen(page, first.text));
    screen.press('alt+shift+j');
    await until('the second card', isOpen(page, second.text));
    screen.press('alt+shift+k');
    await until('the first card again', isOpen(page, first.text));
  });

  test('a shortcut annotates a page that is on none of the sites, and nothing it turns to by itself', async () => {
    page = await session.open(ELSEWHERE);
    expect(await readHighlights(page)).toEqual([]);
    screen.press('alt+shift+u');
    await waitUntilPainted(page, { atLeast: 5 });
    await page.evaluate(
      (html) => {
        document.title = 'Another article';
        history.pushState(null, '', '/turned-to');
        document.body.innerHTML = html;
      },
      /<body>([\s\S]*)<\/body>/.exec(editorial.html)?.[1] ?? '',
    );
    // Its annotator goes along, and asks once the text has settled.
    await new Promise((resolve) => setTimeout(resolve, 5000));
    expect(await readHighlights(page)).toEqual([]);
    expect((await session.records()).filter((one) => one.page.url.includes('/turned-to'))).toEqual([]);
    screen.press('alt+shift+u');
    await waitUntilPainted(page, { atLeast: 3 });
  });
});
