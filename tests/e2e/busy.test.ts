/** What popup and badge say while a page is being read: that it is, and no count of what stood there before. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { readHighlights, waitUntilPainted } from '../../scripts/browser/highlights';
import { editorial, wire } from '../../scripts/browser/samples';
import { until } from '../../scripts/browser/until';
import { browserName, openSession, type Session } from './harness/session';

vi.setConfig({ testTimeout: 120_000 });

const HOST = 'https://en.yna.co.kr';
const GLOSSARY = `${HOST}/glossary`;
const HEAVY = `${HOST}/view/a-page-that-is-busy-itself`;
/** Keeps its own thread busy once it is loaded, as pages with much advertising do. */
const heavy = `<script>
  const work = (turns) => {
    for (const end = Date.now() + 700; Date.now() < end; );
    if (turns > 0) setTimeout(work, 30, turns - 1);
  };
  addEventListener('load', () => setTimeout(work, 0, 5));
</script>`;

/** Notes, in a popup, each heading and badge it shows: \`heading | badge\`. */
const note = `(() => {
  const { action } = globalThis.browser ?? chrome;
  const tabId = Number(new URLSearchParams(location.search).get('tab'));
  globalThis.said = [];
  const look = async () => {
    const badge = await action.getBadgeText({ tabId });
    const heading = document.querySelector('#popup-count, .state-panel h1, main h1')?.textContent ?? '';
    if (said.at(-1) !== heading + ' | ' + badge) said.push(heading + ' | ' + badge);
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
  setInterval(look, 200);
})()`;

let session: Session;
let page: Page | undefined;
beforeAll(async () => {
  session = await openSession({
    pages: {
      [wire.address]: { body: wire.html },
      [GLOSSARY]: { body: '<!doctype html><title>Glossary</title><p>Linchpin: a pin.' },
      [HEAVY]: { body: wire.html.replaceAll(wire.address, HEAVY).replace('</title>', `</title>${heavy}`) },
    },
  });
});
afterAll(() => session?.close());
afterEach(async () => {
  await page?.close();
  page = undefined;
});

/** Opens the popup of the tab at an address, lets something happen in the tab, and gives what it said until the end. */
async function saidWhile(of: Page, happen: () => Promise<unknown>): Promise<string[]> {
  const popup = await session.openPopup(of.url());
  const heading = () =>
    popup
      .$eval('#popup-count, .state-panel h1, main h1', ({ textContent }) => textContent ?? '')
      .catch(() => 'Reading');
  // Before it knows anything the popup says that it is at work, too.
  await until('the popup', async () => !(await heading()).startsWith('Reading'));
  await popup.evaluate(note);
  await of.bringToFront();
  await happen();
  await waitUntilPainted(of, { atLeast: 3 });
  const count = (await readHighlights(of)).length;
  const said = await until('the count in popup and badge', async () => {
    const now = (await popup.evaluate('said')) as string[];
    return now.at(-1)?.startsWith(`${count} `) && now.at(-1)?.endsWith(`| ${count}`) && now;
  });
  await popup.close();
  return said;
}

/** From the first word of being at work on, without what the tab said before. */
function atWork(said: readonly string[]): string[] {
  const begin = said.findIndex((one) => one.startsWith('Reading the page'));
  expect(said.join('\n')).toContain('Reading the page… | \n');
  return said.slice(begin).map((one) => one.replace(/\d+/g, 'N'));
}
/** At work; then the count, which badge and popup may show one after the other. */
const counts =
  /^(Reading the page… \| \n)+((Reading the page… \| N|N \w+ found here[^|\n]*\| |N [^|\n]*\| N?)\n?)+$/;

describe(`a page that is being read, in ${browserName}`, () => {
  test('after a load: popup and badge say so, then the count', async () => {
    page = await session.open(GLOSSARY);
    const at = page;
    const said = atWork(await saidWhile(at, () => at.goto(HEAVY)));
    expect(`${said.join('\n')}\n`).toMatch(counts);
  });

  test('after it went to another address by itself, whose text is under way: no count of the article before', async () => {
    page = await session.openPainted(wire.address);
    const at = page;
    const article = /<article[\s\S]*<\/article>/.exec(editorial.html)?.[0] ?? editorial.html;
    const said = atWork(
      await saidWhile(at, async () => {
        await at.evaluate((html) => {
          history.pushState(null, '', '/view/another-article-under-way');
          setTimeout(() => {
            document.body.innerHTML = html;
          }, 3000);
        }, article);
        await until('the other article', () =>
          at.evaluate(() => document.body.textContent?.includes('stop apologising')),
        );
        await until('its claims alone', async () =>
          (await readHighlights(at)).every(({ text }) => text !== ''),
        );
      }),
    );
    expect(`${said.join('\n')}\n`).toMatch(counts);
  });
});
