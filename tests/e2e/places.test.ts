/** Where an article may stand in a page: one of several under each other, a frame, a shadow root; and under a translation. */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { waitForClosed } from '../../scripts/browser/closed';
import { clickHighlight, readHighlights, waitUntilPainted } from '../../scripts/browser/highlights';
import { editorial, offTopic, wire } from '../../scripts/browser/samples';
import { until } from '../../scripts/browser/until';
import { browserName, openSession, type Session } from './harness/session';

// A host for each: the same text at two addresses of one site is the same article.
const partOf = ({ html }: { readonly html: string }) =>
  /<article[\s\S]*<\/article>/.exec(html)?.[0] ??
  `<article>${/<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? ''}</article>`;
const head = (title: string) =>
  `<meta charset="utf-8"><title>${title}</title><meta property="og:type" content="article">
  <style>body { max-width: 640px; margin: auto; font: 17px/1.6 serif }</style>`;

/** Puts the next article under the first when told to; `own`: the next one names its address, and the page keeps its own. */
const scrolling = (next: string, own = '') => `<!doctype html><html lang="en"><head>${head('Sample Wire')}
<link rel="canonical" href="/scroll/the-first-article-of-the-wire"></head><body><main>${partOf(wire)}</main>
<template>${next}</template><script>
function grow() {
  const article = document.querySelector('template').content.firstElementChild.cloneNode(true);
  if (${JSON.stringify(own)}) article.dataset.url = ${JSON.stringify(own)};
  document.querySelector('main').append(article);
}
addEventListener('scroll', () => {
  const second = document.querySelectorAll('article')[1];
  if (!second || ${JSON.stringify(own)}) return;
  const path = '/scroll/' + (second.getBoundingClientRect().top < innerHeight / 2 ? 'the-second' : 'the-first') + '-article-of-the-wire';
  if (path !== location.pathname) history.pushState(null, '', path);
});
</script></body></html>`;

const SECOND_PATH = '/scroll/the-second-article-of-the-wire';
const under = (host: string) => `https://${host}/scroll/the-first-article-of-the-wire`;
const FIRST = under('yna.co.kr');
const NAMED = under('khan.co.kr');
const PASSED = under('arirang.com');
const SHELL = 'https://korea.net/shell/the-article-in-a-frame-of-the-wire';
const FRAMED = 'https://korea.net/framed/the-article-in-a-frame-of-the-wire';
const SHADOW = 'https://cgtn.com/shadow/the-article-in-a-shadow-of-the-wire';
const STRANGER = 'https://scmp.com/advertisement/of-the-wire';
const html = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head>${head(title)}</head><body>${body}</body></html>`;
const pages = {
  [FIRST]: { body: scrolling(partOf(editorial)) },
  [NAMED]: { body: scrolling(partOf(editorial), SECOND_PATH) },
  [PASSED]: { body: scrolling(partOf(offTopic)) },
  [SHELL]: {
    body: html(
      'Sample Wire',
      `<nav>Home</nav><iframe src="${FRAMED}" style="width: 100%; height: 700px; border: 0"></iframe>
<iframe src="${STRANGER}" style="width: 100%; height: 600px"></iframe>`,
    ),
  },
  [FRAMED]: { body: html('In a frame', partOf(wire)) },
  [STRANGER]: { body: html('Advertisement', partOf(editorial)) },
  [SHADOW]: {
    body: html(
      'In a shadow',
      `<story-body></story-body><template id="story">${partOf(wire)}</template><script>
customElements.define('story-body', class extends HTMLElement {
  connectedCallback() {
    this.attachShadow({ mode: 'open' }).append(document.querySelector('#story').content.cloneNode(true));
  }
});
</script>`,
    ),
  },
  [editorial.address]: { body: editorial.html },
};
const secondOf = (first: string) => new URL(SECOND_PATH, first).href;

// A popup is opened anew for each look at its count, which takes Firefox seconds.
vi.setConfig({ testTimeout: 120_000 });

let session: Session;
let page: Page | undefined;
beforeAll(async () => {
  session = await openSession({ pages });
});
afterAll(() => session?.close());
afterEach(async () => {
  await page?.close();
  page = undefined;
});

const texts = async (of: Page | Frame) =>
  (await readHighlights(of as Page)).map(({ text }) => text).filter((text) => text !== '');
const recordsOf = async (key: string) =>
  (await session.records())
    .filter((record) => record.page.key === key)
    .map(({ target }) => target.quote.exact);

/** How many claims the popup counts for the tab that shows the address; -1 where it says something else. */
async function counted(address: string): Promise<number> {
  const popup = await session.openPopup(address);
  const words = await until('the popup', () =>
    popup.$eval('#popup-count, .state-panel h1, main h1', (heading) => heading.textContent).catch(() => null),
  );
  await popup.close();
  await page?.bringToFront();
  const count = Number.parseInt(words, 10);
  return Number.isNaN(count) ? -1 : count;
}

/** Waits for such a count; a look at it takes its time. */
const countIs = (address: string, count: number) =>
  until(`the popup of ${address} to count ${count}`, async () => (await counted(address)) === count, 60_000);

/** Scrolls until an article's middle is in view. */
async function scrollTo(index: number): Promise<void> {
  await page?.bringToFront();
  await page?.evaluate((i) => {
    const article = document.querySelectorAll('article')[i];
    const { top, height } = article?.getBoundingClientRect() ?? { top: 0, height: 0 };
    scrollBy({ top: top + Math.min(height, innerHeight) / 2 - innerHeight / 3, behavior: 'instant' });
  }, index);
}

/** Puts the next article under the first and scrolls to it, until its claims are painted too; gives those of each. */
async function goOn(of: Page) {
  const first = await texts(of);
  await of.evaluate('grow()');
  await scrollTo(1);
  await waitUntilPainted(of, { atLeast: first.length + 3 });
  const both = await texts(of);
  expect(both).toEqual(expect.arrayContaining(first));
  return { first, second: both.filter((text) => !first.includes(text)) };
}

describe(`articles under each other, in ${browserName}`, () => {
  test('the address follows the scrolling: each its own record, the marks of both, the count of the one in view', async () => {
    const SECOND = secondOf(FIRST);
    page = await session.openPainted(FIRST);
    const { first, second } = await goOn(page);
    expect(page.url()).toBe(SECOND);
    await session.recordsThat('the second article', (all) =>
      all.some((record) => record.page.key === SECOND),
    );
    expect((await recordsOf(SECOND)).sort()).toEqual([...second].sort());
    expect((await recordsOf(FIRST)).sort()).toEqual([...first].sort());
    await countIs(SECOND, second.length);
    const records = await session.records();
    expect(records.find((record) => record.page.key === SECOND)?.page.title).toContain('stop apologising');

    await scrollTo(0);
    await until('the first address', () => (page as Page).url() === FIRST);
    await countIs(FIRST, first.length);
    expect((await texts(page)).sort()).toEqual([...first, ...second].sort());
    // A claim of either opens, and takes the reader's word.
    for (const text of [first[0], second[0]]) {
      const claim = (await readHighlights(page)).find((painted) => painted.text === text);
      if (!claim) throw new Error(`not painted: ${text}`);
      await clickHighlight(page, claim);
      await (await waitForClosed(page, '[role=dialog] button', 'Confirm')).click();
      await session.recordsThat('the verdict', (all) =>
        all.some(({ target, verdict }) => target.quote.exact === text && verdict === 'confirmed'),
      );
      await page.keyboard.press('Escape');
    }
    expect((await session.records()).filter(({ anchor }) => anchor.state !== 'anchored')).toEqual([]);
  });

  test('the next one names its address and the page keeps its own', async () => {
    page = await session.openPainted(NAMED);
    const { first, second } = await goOn(page);
    const key = secondOf(NAMED);
    await session.recordsThat('the second article', (all) => all.some((record) => record.page.key === key));
    expect((await recordsOf(key)).sort()).toEqual([...second].sort());
    expect((await recordsOf(NAMED)).sort()).toEqual([...first].sort());
    await countIs(NAMED, second.length);
    await scrollTo(0);
    await countIs(NAMED, first.length);
  });

  test('the next one is on something else: nothing is read of it, and the first is there again after it', async () => {
    page = await session.openPainted(PASSED);
    const first = await texts(page);
    await page.evaluate('grow()');
    await scrollTo(1);
    await until('the second address', () => (page as Page).url() !== PASSED);
    await countIs(page.url(), -1);
    expect((await texts(page)).sort()).toEqual([...first].sort());
    await scrollTo(0);
    await countIs(PASSED, first.length);
    expect(await recordsOf(secondOf(PASSED))).toEqual([]);
  });
});

describe(`an article in a frame of the page's own, in ${browserName}`, () => {
  test('is found, painted, counted and edited; a frame of another site is left alone', async () => {
    page = await session.open(SHELL);
    const frame = await until('the frame', () => (page as Page).frames().find((one) => one.url() === FRAMED));
    await until('claims painted in the frame', async () => {
      await page?.bringToFront();
      return (await texts(frame)).length >= 5;
    });
    const painted = await readHighlights(frame as never as Page);
    await countIs(SHELL, painted.length);
    expect(await recordsOf(FRAMED)).toHaveLength(painted.length);
    const stranger = page.frames().find((one) => one.url().includes('advertisement'));
    expect(stranger && (await texts(stranger))).toEqual([]);
    expect(await texts(page)).toEqual([]);
    await page.bringToFront();
    const [first] = painted;
    if (!first) throw new Error('nothing painted');
    const { left, top } = await page.$eval('iframe', (element) => {
      const box = element.getBoundingClientRect();
      return { left: box.left, top: box.top };
    });
    await page.mouse.click(first.x + left, first.y + top);
    await (await waitForClosed(page, '[role=dialog] button', 'Confirm', frame)).click();
    await session.recordsThat('the verdict', (all) =>
      all.some(({ target, verdict }) => target.quote.exact === first.text && verdict === 'confirmed'),
    );
  });
});

describe(`an article in an open shadow root, in ${browserName}`, () => {
  test('is read, painted with its lines, opened, and found again after a reload', async () => {
    page = await session.openPainted(SHADOW);
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
    await session.recordsThat('the verdict', (all) =>
      all.some(({ target, verdict }) => target.quote.exact === first.text && verdict === 'confirmed'),
    );
    await page.reload();
    await until('painted again', async () => (await texts(page as Page)).length === painted.length);
    expect(await recordsOf(SHADOW)).toHaveLength(painted.length);
    expect((await session.records()).filter(({ anchor }) => anchor.state !== 'anchored')).toEqual([]);
  });
});

describe(`a translated page, in ${browserName}`, () => {
  test('is not annotated and orphans nothing; the original is painted as before', async () => {
    page = await session.openPainted(editorial.address);
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
    await until('nothing painted', async () => (await texts(page as Page)).length === 0);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(await texts(page)).toEqual([]);
    expect(await counted(editorial.address)).toBe(-1);
    expect(await recordsOf(editorial.address)).toEqual(stored);
    expect((await session.records()).filter(({ anchor }) => anchor.state !== 'anchored')).toEqual([]);
    await page.evaluate(() => {
      const { kept } = globalThis as never as { kept: { node: Text; wrapper: Element }[] };
      for (const { node, wrapper } of kept) wrapper.replaceWith(node);
      document.documentElement.classList.remove('translated-ltr');
      document.documentElement.lang = 'en';
    });
    await until('painted as before', async () => (await texts(page as Page)).length === before.length);
    expect(await texts(page)).toEqual(before);
    await countIs(editorial.address, before.length);
    expect(await recordsOf(editorial.address)).toEqual(stored);
  });
});
