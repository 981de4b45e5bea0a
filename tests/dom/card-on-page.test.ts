/** The card on pages that have ways of their own with clicks, clipboard, boxes and colours. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { begin, clickOn, DAILY, pointOn, settled } from './daily';
import { describeInPage } from './harness';
import { clickInHost, inHost } from './reader';

declare const background: {
  tell: (type: string, request: unknown) => Promise<{ ok: boolean; value?: never }>;
};

let page: Page;
const card = () => inHost(page, '.card');

describeInPage('the card on a page of its own ways', () => {
  const boxOf = (selector: string) => inHost(page, selector, 'getBoundingClientRect().top');

  test('opens where the page keeps clicks from its document', async () => {
    page = await begin();
    await page.evaluate(() => {
      document.querySelector('main')?.addEventListener('click', (event) => event.stopPropagation());
    });
    await clickOn(page, 'urged');
    await expect.poll(card).toContain('largest trading partner');
  });

  test('leaves to the page a click that it has a use for', async () => {
    page = await begin();
    await page.evaluate(() => {
      document.querySelector('main')?.addEventListener('click', (event) => event.preventDefault());
    });
    await clickOn(page, 'urged');
    await settled(300);
    expect(await card()).toBe(null);
  });

  test('stands beside the column where there is room, not over the ends of its lines', async () => {
    page = await begin(DAILY.replace('</style>', 'main{margin:0}</style>'));
    await page.setViewport({ width: 1160, height: 560 });
    await page.$eval('b', (word) => word.scrollIntoView({ block: 'center' }));
    await clickOn(page, 'urged');
    await expect.poll(card).toContain('largest trading partner');
    await settled(300);
    const end = await page.$eval('article', (column) => column.getBoundingClientRect().right);
    expect(Number(await inHost(page, '.placed', 'getBoundingClientRect().left'))).toBe(end + 8);
  });

  test('covers nothing of a claim of many short lines on a small screen', async () => {
    page = await begin(DAILY.replace('</style>', 'body{font-size:25px!important}</style>'));
    await page.setViewport({ width: 400, height: 740 });
    await page.$eval('b', (word) => scrollBy(0, word.getBoundingClientRect().top - 160));
    await clickOn(page, 'urged');
    await expect.poll(card).toContain('largest trading partner');
    await settled(300);
    const lastLine = await pointOn(page, 'its neighbours');
    expect(Number(await boxOf('.card'))).toBeGreaterThan(lastLine.y);
  });

  test('follows its claim in a box that scrolls', async () => {
    const box = '<main style="height:600px;overflow:auto"><div style="height:900px"></div>';
    page = await begin(DAILY.replace('<main>', box).replace('</main>', '<p style="height:900px"></main>'));
    await page.evaluate(() => document.querySelector('main')?.scrollTo({ top: 900 }));
    await clickOn(page, 'urged');
    await expect.poll(card).toContain('largest trading partner');
    await settled(300);
    const before = Number(await boxOf('.placed'));
    await page.evaluate(() => document.querySelector('main')?.scrollBy({ top: 60 }));
    await expect.poll(async () => Number(await boxOf('.placed'))).toBe(before - 60);
  });

  test('is written from left to right, whatever the page', async () => {
    page = await begin(DAILY.replace('<html ', '<html dir="rtl" '));
    await clickOn(page, 'urged');
    await expect.poll(card).toContain('largest trading partner');
    expect(await inHost(page, '.card', 'computedStyleMap().get("direction").value')).toBe('ltr');
  });

  test('turns dark with the page, and what is painted with it', async () => {
    const dark = '@media (prefers-color-scheme: dark){body{background:#111;color:#eee}}</style>';
    page = await begin(DAILY.replace('</style>', dark));
    await clickOn(page, 'urged');
    await expect.poll(card).toContain('largest trading partner');
    const ground = () => inHost(page, '.card', 'computedStyleMap().get("color-scheme").toString()');
    const paint = () =>
      page.evaluate(() =>
        document.adoptedStyleSheets.map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join(),
      );
    expect(await ground()).toBe('light');
    const before = await paint();
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await expect.poll(ground).toBe('dark');
    expect(await paint()).not.toBe(before);
  });

  test('goes to a claim that is folded up without moving the page', async () => {
    page = await begin();
    await page.evaluate(() => {
      const paragraph = document.querySelector('b')?.closest('p');
      if (paragraph) paragraph.style.display = 'none';
      document.body.style.paddingBottom = '3000px';
      scrollTo(0, 1000);
    });
    await page.evaluate(() => background.tell('page/focus', { id: 'urged' }));
    await expect.poll(card).toContain('largest trading partner');
    await settled(600);
    expect(await page.evaluate('scrollY')).toBe(1000);
  });

  test('copies the sentence with its source and link', async () => {
    page = await begin();
    await page.evaluate(() => {
      const writeText = async (text: string) => {
        document.title = JSON.stringify(text);
      };
      Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
    });
    await clickOn(page, 'urged');
    await clickInHost(page, '.card-footer button:nth-child(2)');
    await expect.poll(() => inHost(page, '.card-footer')).toContain('Quote copied');
    const [sentence, source, link] = JSON.parse(await page.title()).split('\n');
    expect(sentence).toMatch(/^“China, the country's largest trading partner, .* at its neighbours\.”$/);
    expect(source).toBe('“Seoul weighs its words between two powers”, The Example Daily, 21 Nov 2026');
    expect(link).toContain('https://news.example/2026/11/21/seoul-between-two-powers.html#:~:text=China');
  });

  test('copies a link where the page has no clipboard to write to', async () => {
    page = await begin(`${DAILY}<textarea></textarea>`);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await clickOn(page, 'urged');
    await clickInHost(page, '.card-footer button');
    await expect.poll(() => inHost(page, '.card-footer')).toContain('Link copied');
    await page.keyboard.press('Escape');
    await page.focus('textarea');
    await page.keyboard.press('KeyV', { commands: ['paste'] });
    expect(await page.$eval('textarea', ({ value }) => value)).toContain('#:~:text=China');
    // What the reader copies next is theirs again.
    await page.$eval('textarea', (field) => {
      field.value = 'their own words';
      field.select();
    });
    await page.keyboard.press('KeyC', { commands: ['copy'] });
    await page.$eval('textarea', (field) => field.setSelectionRange(0, 0));
    await page.keyboard.press('KeyV', { commands: ['paste'] });
    expect(await page.$eval('textarea', ({ value }) => value)).toBe('their own wordstheir own words');
  });
});
