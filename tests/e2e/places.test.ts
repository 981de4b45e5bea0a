/** Where an article may stand in a page: one of several under each other, a shadow root; and under a translation. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { waitForClosed } from '../../scripts/browser/closed';
import { clickHighlight, readHighlights, waitUntilPainted } from '../../scripts/browser/highlights';
import { editorial } from '../../scripts/browser/samples';
import { until } from '../../scripts/browser/until';
import { FIRST, NAMED, openPlaces, PASSED, SHADOW, secondOf, texts } from './harness/places';
import { browserName } from './harness/session';

const { openPainted, records, recordsOf, recordsThat, lost, confirmed, counted, countIs } = openPlaces();

/** Scrolls until an article's middle is in view. */
async function scrollTo(page: Page, index: number): Promise<void> {
  await page.bringToFront();
  await page.evaluate((i) => {
    const article = document.querySelectorAll('article')[i];
    const { top, height } = article?.getBoundingClientRect() ?? { top: 0, height: 0 };
    scrollBy({ top: top + Math.min(height, innerHeight) / 2 - innerHeight / 3, behavior: 'instant' });
  }, index);
}

/** Puts the next article under the first and scrolls to it, until its claims are painted too; gives those of each. */
async function goOn(page: Page) {
  const first = await texts(page);
  await page.evaluate('grow()');
  await scrollTo(page, 1);
  await waitUntilPainted(page, { atLeast: first.length + 3 });
  const both = await texts(page);
  expect(both).toEqual(expect.arrayContaining(first));
  return { first, second: both.filter((text) => !first.includes(text)) };
}

describe(`articles under each other, in ${browserName}`, () => {
  test('the address follows the scrolling: each its own record, the marks of both, the count of the one in view', async () => {
    const SECOND = secondOf(FIRST);
    const page = await openPainted(FIRST);
    const { first, second } = await goOn(page);
    expect(page.url()).toBe(SECOND);
    await recordsThat('the second article', (all) => all.some((record) => record.page.key === SECOND));
    expect((await recordsOf(SECOND)).sort()).toEqual([...second].sort());
    expect((await recordsOf(FIRST)).sort()).toEqual([...first].sort());
    await countIs(SECOND, second.length);
    expect((await records()).find((record) => record.page.key === SECOND)?.page.title).toContain(
      'stop apologising',
    );

    await scrollTo(page, 0);
    await until('the first address', () => page.url() === FIRST);
    await countIs(FIRST, first.length);
    expect((await texts(page)).sort()).toEqual([...first, ...second].sort());
    // A claim of either opens, and takes the reader's word.
    for (const text of [first[0], second[0]]) {
      const claim = (await readHighlights(page)).find((painted) => painted.text === text);
      if (!claim) throw new Error(`not painted: ${text}`);
      await clickHighlight(page, claim);
      await (await waitForClosed(page, '[role=dialog] button', 'Confirm')).click();
      await confirmed(claim.text);
      await page.keyboard.press('Escape');
    }
    expect(await lost()).toEqual([]);
  });

  test('the next one names its address and the page keeps its own', async () => {
    const page = await openPainted(NAMED);
    const { first, second } = await goOn(page);
    const key = secondOf(NAMED);
    await recordsThat('the second article', (all) => all.some((record) => record.page.key === key));
    expect((await recordsOf(key)).sort()).toEqual([...second].sort());
    expect((await recordsOf(NAMED)).sort()).toEqual([...first].sort());
    await countIs(NAMED, second.length);
    await scrollTo(page, 0);
    await countIs(NAMED, first.length);
  });

  test('the next one is on something else: nothing is read of it, and the first is there again after it', async () => {
    const page = await openPainted(PASSED);
    const first = await texts(page);
    await page.evaluate('grow()');
    await scrollTo(page, 1);
    await until('the second address', () => page.url() !== PASSED);
    await countIs(page.url(), -1);
    expect((await texts(page)).sort()).toEqual([...first].sort());
    await scrollTo(page, 0);
    await countIs(PASSED, first.length);
    expect(await recordsOf(secondOf(PASSED))).toEqual([]);
  });
});

describe(`an article in an open shadow root, in ${browserName}`, () => {
  test('is read, painted with its lines, opened, and found again after a reload', async () => {
    const page = await openPainted(SHADOW);
    const painted = await readHighlights(page);
    expect(painted.length).toBeGreaterThanOrEqual(5);
    expect((await recordsOf(SHADOW)).sort()).toEqual(painted.map(({ text }) => text).sort());
    const lines = await page.evaluate(
      (names) => {
        const within = document.querySelector('story-body')?.shadowRoot?.querySelector('p') as Element;
        return names.map((name) => getComputedStyle(within, `::highlight(${name})`).textDecorationLine);
      },
      [...new Set(painted.map(({ name }) => name))],
    );
    expect(new Set(lines)).toEqual(new Set(['underline']));
    const [first] = painted;
    if (!first) throw new Error('nothing painted');
    await clickHighlight(page, first);
    await (await waitForClosed(page, '[role=dialog] button', 'Confirm')).click();
    await confirmed(first.text);
    await page.keyboard.press('Escape');
    // The reader's own selection, which must be asked for by the root's name.
    await page.bringToFront();
    const { x, y } = await page.evaluate(() => {
      const paragraphs = document.querySelector('story-body')?.shadowRoot?.querySelectorAll('p') ?? [];
      const own = [...paragraphs].find(({ textContent }) => textContent?.includes('ease visa rules'));
      own?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = own?.getBoundingClientRect();
      return { x: (box?.left ?? 0) + 40, y: (box?.top ?? 0) + 12 };
    });
    await page.mouse.click(x, y, { count: 3 });
    await (await waitForClosed(page, '.mark-button', 'Link to an argument')).click();
    await waitForClosed(page, '.picker');
    const submit = await waitForClosed(page, '.picker button[type=submit]');
    await submit.click();
    const stored = await recordsThat('the reader’s own claim', (all) =>
      all.some(({ verdict }) => verdict === 'added'),
    );
    const added = stored.find(({ verdict }) => verdict === 'added');
    expect(added?.target.quote.exact).toContain('ease visa rules');
    expect(added?.target.quote.exact).toBe(added?.target.paragraph);
    await page.reload();
    await until('painted again', async () => (await texts(page)).length === painted.length + 1);
    expect(await recordsOf(SHADOW)).toHaveLength(painted.length + 1);
    expect(await lost()).toEqual([]);
  });
});

describe(`a translated page, in ${browserName}`, () => {
  test('is not annotated and orphans nothing; the original is painted as before', async () => {
    const page = await openPainted(editorial.address);
    const before = await texts(page);
    const stored = await recordsOf(editorial.address);
    // As Chromium's translator does it: a class on the root, and the text wrapped and replaced.
    await page.evaluate(() => {
      const kept: { node: Text; wrapper: Element }[] = [];
      Object.assign(globalThis, { kept });
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const nodes: Text[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
      for (const node of nodes.filter(({ data }) => data.trim().length > 20)) {
        const wrapper = document.createElement('font');
        wrapper.setAttribute('style', 'vertical-align: inherit;');
        const inner = wrapper.cloneNode() as Element;
        inner.textContent = `The United States and China press South Korea to choose, it says here: ${node.data.split(' ').reverse().join(' ')}`;
        wrapper.append(inner);
        node.replaceWith(wrapper);
        kept.push({ node, wrapper });
      }
      document.documentElement.classList.add('translated-ltr');
      document.documentElement.lang = 'de';
    });
    await until('nothing painted', async () => (await texts(page)).length === 0);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(await texts(page)).toEqual([]);
    expect(await counted(editorial.address)).toBe(-1);
    expect(await recordsOf(editorial.address)).toEqual(stored);
    expect(await lost()).toEqual([]);
    await page.evaluate(() => {
      const { kept } = globalThis as never as { kept: { node: Text; wrapper: Element }[] };
      for (const { node, wrapper } of kept) wrapper.replaceWith(node);
      document.documentElement.classList.remove('translated-ltr');
      document.documentElement.lang = 'en';
    });
    await until('painted as before', async () => (await texts(page)).length === before.length);
    expect(await texts(page)).toEqual(before);
    await countIs(editorial.address, before.length);
    expect(await recordsOf(editorial.address)).toEqual(stored);
  });
});
