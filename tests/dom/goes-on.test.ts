/** What is drawn over the page gives way when the reader goes on, and what the page changes is looked at where it counts. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { until } from '../../scripts/browser/until';
import { begin, clickOn, countWalks, DAILY, lineColour, pointOn, settled, walks } from './daily';
import { describeInPage } from './harness';
import { clickInHost, inHost, requests } from './reader';

declare const background: {
  handlers: Record<string, unknown>;
  tell: (type: string, request: unknown) => Promise<unknown>;
};

let page: Page;
const card = () => inHost(page, '.card:not(.picker)');
const button = () => inHost(page, '.mark-button');
const focus = (id: string) => page.evaluate((of) => background.tell('page/focus', { id: of }), id);

const selectAnalysts = () =>
  page.evaluate(() => {
    const last = [...document.querySelectorAll('article > p')].at(-1);
    if (last) getSelection()?.selectAllChildren(last);
  });
const link = async () => {
  await selectAnalysts();
  await page.evaluate(() => background.tell('page/link-selection', {}));
  await expect.poll(() => inHost(page, '.picker')).not.toBe(null);
};

describeInPage('the button for a claim in a link', () => {
  const IN_LINK = DAILY.replace('<b>urged</b>', '<a href="#urged">urged</a>');

  test('stays while the pointer is on it, and goes when that has left', async () => {
    page = await begin(IN_LINK);
    const { x, y } = await pointOn(page, 'urged');
    await page.mouse.move(5, 5);
    await page.mouse.move(x, y);
    await expect.poll(button).not.toBe(null);
    const edge = async (side: string) =>
      Number(await inHost(page, '.mark-button', `getBoundingClientRect().${side}`));
    let last = '';
    const [left = 0, top = 0] = await until('the button at rest', async () => {
      const corner = [await edge('left'), await edge('top')];
      const isAtRest = String(corner) === last;
      last = String(corner);
      return isAtRest && corner;
    });
    await page.mouse.move(left + 9, top + 9);
    await settled(800);
    expect(await button()).not.toBe(null);
    await page.mouse.move(5, 5);
    await expect.poll(button).toBe(null);
  });

  test('is not for a finger, which follows the link', async () => {
    page = await begin(IN_LINK);
    const { x, y } = await pointOn(page, 'urged');
    await page.touchscreen.tap(x, y);
    await expect.poll(() => page.evaluate('location.hash')).toBe('#urged');
    await settled(300);
    expect(await button()).toBe(null);
  });
});

describeInPage('one thing at a time', () => {
  test('the button for a selection goes with it', async () => {
    page = await begin();
    await selectAnalysts();
    await page.keyboard.press('Shift');
    await expect.poll(button).toContain('Link');
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await page.keyboard.press('Shift');
    await expect.poll(button).toBe(null);
  });

  test('the picker takes the card’s place, the card the picker’s', async () => {
    page = await begin();
    await clickOn(page, 'urged');
    await expect.poll(card).toContain('largest trading partner');
    await link();
    expect(await card()).toBe(null);
    await focus('neutral');
    await expect.poll(card).toContain('neutral');
    expect(await inHost(page, '.picker')).toBe(null);
  });

  test('what was linked is selected no more', async () => {
    page = await begin();
    await link();
    await clickInHost(page, '.picker button[type="submit"]');
    await expect.poll(card).toContain('Analysts in Washington');
    expect(await page.evaluate(() => getSelection()?.type)).toBe('None');
  });

  test('a note is open in its own claim’s card', async () => {
    page = await begin();
    await page.evaluate(() => {
      background.handlers['note/open'] = () => ({ url: 'about:blank' });
    });
    await clickOn(page, 'urged');
    await clickInHost(page, '.card-actions button:last-child');
    await expect.poll(() => inHost(page, '.note-frame')).not.toBe(null);
    await focus('neutral');
    await expect.poll(card).toContain('neutral');
    expect(await inHost(page, '.note-frame')).toBe(null);
  });
});

describeInPage('what the page changes', () => {
  test('is not looked at where it is a counter or a script', async () => {
    page = await begin(DAILY.replace('<blockquote>', '<p><span id="count">12</span></p>$&'));
    await countWalks(page);
    await page.evaluate(() => {
      const count = document.querySelector('#count');
      if (count) count.textContent = '13 readers';
      const script = document.createElement('script');
      script.textContent = `/* ${'nothing of it is text of the article '.repeat(9)} */`;
      document.querySelector('article')?.append(script);
    });
    await settled(1200);
    expect(await walks(page)).toBe(0);
  });

  test('is said of a claim whose paragraph is taken out', async () => {
    page = await begin();
    await page.evaluate(() => document.querySelector('b')?.closest('p')?.remove());
    const said = async () => {
      const { anchors = [] } = (await requests(page, 'page/anchors')).at(-1) as {
        anchors?: { id: string; anchor: { state: string } }[];
      };
      return anchors.filter(({ anchor }) => anchor.state === 'orphaned').map(({ id }) => id);
    };
    await expect.poll(said).toEqual(['urged']);
  });

  test('with the system’s wish for dark is followed, where the page follows it', async () => {
    const dark = '@media (prefers-color-scheme:dark){body{background:#101418;color:#ddd}}';
    page = await begin(DAILY.replace('</style>', `${dark}</style>`));
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await expect.poll(() => lineColour(page)).toBe('rgb(115, 205, 195)');
  });
});
