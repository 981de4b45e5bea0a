/** Claims that a page folds up or cuts off ("continue reading"), and those one has only to scroll to. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { begin, DAILY, settled } from './daily';
import { describeInPage } from './harness';
import { inHost, requests } from './reader';

declare const background: { tell: (type: string, request: unknown) => Promise<unknown> };

let page: Page;
const card = () => inHost(page, '.card');
const focus = (id: string) => page.evaluate((id) => background.tell('page/focus', { id }), id);

/** The article within something of this style, under a screenful and over more of the page. */
const within = (style: string, around = '') =>
  DAILY.replace(
    '<article>',
    `<div style="height: 900px"></div><div style="${around}"><article style="${style}">`,
  ).replace('</article>', '</article></div><p style="height: 3000px">To read on, subscribe.</p>');
const CLIP = 'display: block; max-height: 370px; overflow: hidden';

/** As when the reader opens the popup. */
const leave = () => page.evaluate(() => window.dispatchEvent(new Event('blur')));

/** What was said last of where the claims stand. */
async function said(): Promise<Record<string, string>> {
  const all = (await requests(page, 'page/anchors')) as {
    anchors: { id: string; anchor: { state: string; reason?: string } }[];
  }[];
  const last = all.at(-1)?.anchors ?? [];
  return Object.fromEntries(
    last.map(({ id, anchor }) => [id, `${anchor.state} ${anchor.reason ?? ''}`.trim()]),
  );
}
const IN_PLACE = { foundation: 'anchored', urged: 'anchored', neutral: 'anchored' };

describeInPage('a claim that the page cuts off', () => {
  test('is said to be out of sight, and its card stands over no empty place', async () => {
    page = await begin(within(CLIP));
    await leave();
    const out = 'anchored out-of-sight';
    await expect.poll(said).toEqual({ ...IN_PLACE, urged: out, neutral: out });
    await focus('neutral');
    await expect.poll(card).toContain('out of sight');
    await settled(600);
    const moved = await page.$eval('article', (article) => [scrollY, article.scrollTop]);
    expect(moved).toEqual([0, 0]);
    expect(Number(await inHost(page, '.card', 'getBoundingClientRect().top'))).toBeLessThan(20);

    // The reader opens the whole.
    await page.$eval('article', (article) => article.removeAttribute('style'));
    await page.keyboard.press('Escape');
    await focus('neutral');
    await expect.poll(said).toEqual(IN_PLACE);
    expect(await card()).not.toContain('out of sight');
    await expect.poll(() => page.evaluate('scrollY')).toBeGreaterThan(0);
  });

  test('is in its place again once the reader has opened the whole, and said so', async () => {
    page = await begin(within(CLIP));
    await page.$eval('article', (article) => {
      article.insertAdjacentHTML('afterend', '<button id="more">Continue</button>');
      document.querySelector('#more')?.addEventListener('click', () => article.removeAttribute('style'));
    });
    await page.click('#more');
    await expect.poll(said).toEqual(IN_PLACE);
  });

  test.each([
    ['folded up', 'display: none'],
    ['not shown yet', 'visibility: hidden'],
    ['folded up by a box around it', 'display: block; height: 0; overflow: clip'],
  ])('is out of sight where it is %s', async (_, style) => {
    page = await begin(within(style));
    await leave();
    await expect
      .poll(async () => new Set(Object.values(await said())))
      .toEqual(new Set(['anchored out-of-sight']));
  });

  test.each([
    ['a box that scrolls', 'display: block; height: 130px; overflow: auto', ''],
    [
      'such a box in one that does not',
      'display: block; height: 100%; overflow: auto',
      'height: 130px; overflow: hidden',
    ],
    ['a box that cuts off what is beside it', 'display: block; height: 130px; overflow-x: clip', ''],
    ['what is no box', 'display: contents; overflow: hidden', ''],
    ['what waits to be faded in', 'opacity: 0', ''],
    ['a page that is kept from scrolling', '', ''],
  ])('is in its place in %s', async (where, style, around) => {
    const html = within(style, around);
    page = await begin(
      where.includes('kept') ? html.replace('<body', '<body style="height: 100vh; overflow: hidden"') : html,
    );
    await leave();
    await settled(200);
    expect(await said()).toEqual(IN_PLACE);
  });
});
