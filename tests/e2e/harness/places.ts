/** Pages whose article stands in a place of its own: one of several under each other, in a frame, in a shadow root. */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { readHighlights } from '../../../scripts/browser/highlights';
import { editorial, offTopic, wire } from '../../../scripts/browser/samples';
import { until } from '../../../scripts/browser/until';
import { openSession, type Session, type SessionOptions } from './session';

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
export const FIRST = under('yna.co.kr');
export const NAMED = under('khan.co.kr');
export const PASSED = under('arirang.com');
export const SHELL = 'https://korea.net/shell/the-article-in-a-frame-of-the-wire';
export const hiding = (how: string) => `https://korea.net/shell/the-article-in-a-frame-${how}-of-the-wire`;
export const FRAMESET = 'https://korea.net/shell/the-article-in-a-set-of-frames-of-the-wire';
export const FRAMED = 'https://korea.net/framed/the-article-in-a-frame-of-the-wire';
export const SHADOW = 'https://cgtn.com/shadow/the-article-in-a-shadow-of-the-wire';
const STRANGER = 'https://scmp.com/advertisement/of-the-wire';
const html = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head>${head(title)}</head><body>${body}</body></html>`;
/** Ways in which a frame is not shown yet. */
export const HIDDEN = {
  'not-displayed': 'display: none; width: 100%; height: 700px',
  'without-height': 'width: 100%; height: 0; border: 0',
} as const;
const pages = {
  [FIRST]: { body: scrolling(partOf(editorial)) },
  [NAMED]: { body: scrolling(partOf(editorial), SECOND_PATH) },
  [PASSED]: { body: scrolling(partOf(offTopic)) },
  [SHELL]: {
    body: html(
      'Sample Wire',
      `<nav>Home</nav><iframe src="${FRAMED}" style="width: 100%; height: 700px; border: 0"></iframe>
<iframe src="${STRANGER}" style="width: 100%; height: 600px"></iframe><template id="else">${partOf(offTopic)}</template>`,
    ),
  },
  ...Object.fromEntries(
    Object.entries(HIDDEN).map(([how, style]) => [
      hiding(how),
      { body: html('Sample Wire', `<nav>Home</nav><iframe src="${FRAMED}" style="${style}"></iframe>`) },
    ]),
  ),
  [FRAMESET]: {
    body: `<html lang="en"><head>${head('Sample Wire')}</head><frameset rows="90,*"><frame src="/menu"><frame src="${FRAMED}"></frameset></html>`,
  },
  [FRAMED]: { body: html('In a frame', partOf(wire)) },
  [new URL('/framed/on-something-else-of-the-wire', FRAMED).href]: {
    body: html('On something else', partOf(offTopic)),
  },
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
/** The second article's address on the host of the first. */
export const secondOf = (first: string) => new URL(SECOND_PATH, first).href;

/** The texts painted in a page, or in a frame of one. */
export const texts = async (of: Page | Frame) =>
  (await readHighlights(of as Page)).map(({ text }) => text).filter((text) => text !== '');

/**
 * A browser on these pages for the tests of a file; what one of them has open is closed after it.
 * @param preferences Firefox's
 */
export function openPlaces(preferences: SessionOptions['preferences'] = {}) {
  // A popup is opened anew for each look at its count, which takes Firefox seconds.
  vi.setConfig({ testTimeout: 120_000 });
  let session: Session;
  let page: Page | undefined;
  beforeAll(async () => {
    session = await openSession({ pages, preferences });
  });
  afterAll(() => session?.close());
  afterEach(async () => {
    await page?.close();
    page = undefined;
  });

  /** How many claims the popup counts for the tab that shows the address; -1 where it says something else. */
  async function counted(address: string): Promise<number> {
    const popup = await session.openPopup(address);
    const words = await until('the popup', () =>
      popup
        .$eval('main[aria-busy=false] :is(#popup-count, h1)', (heading) => heading.textContent)
        .catch(() => null),
    );
    await popup.close();
    await page?.bringToFront();
    const count = Number.parseInt(words, 10);
    return Number.isNaN(count) ? -1 : count;
  }

  return {
    openOwn: (path: string) => session.openOwn(path),
    /** Opens the page of a test. */
    open: async (address: string) => {
      page = await session.open(address);
      return page;
    },
    /** The same, until its claims are painted. */
    openPainted: async (address: string) => {
      page = await session.openPainted(address);
      return page;
    },
    records: () => session.records(),
    recordsThat: (...wish: Parameters<Session['recordsThat']>) => session.recordsThat(...wish),
    /** What is stored and not found on its page for certain. */
    lost: async () => (await session.records()).filter(({ anchor }) => anchor.state !== 'anchored'),
    /** Waits until the claim of a text is stored as confirmed. */
    confirmed: (text: string) =>
      session.recordsThat('the verdict', (all) =>
        all.some(({ target, verdict }) => target.quote.exact === text && verdict === 'confirmed'),
      ),
    /** The quotes stored under an article's key. */
    recordsOf: async (key: string) =>
      (await session.records())
        .filter((record) => record.page.key === key)
        .map(({ target }) => target.quote.exact),
    counted,
    /** Waits for such a count; a look at it takes its time. */
    countIs: (address: string, count: number) =>
      until(
        `the popup of ${address} to count ${count}`,
        async () => (await counted(address)) === count,
        60_000,
      ),
  };
}
