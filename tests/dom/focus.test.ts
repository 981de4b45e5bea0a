import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { begin, settled } from './daily';
import { describeInPage } from './harness';
import { inHost } from './reader';

declare const background: {
  tell: (type: string, request: unknown) => Promise<unknown>;
};

let page: Page;
const card = () => inHost(page, '.card');
/** What of the page itself has the focus: a name, or the host of what is ours. */
const inPage = () =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.hasAttribute('data-tightrope-host') ? 'ours' : activeElement?.localName;
  });

/** A page with a search field, and a card opened by a command while one of its links had the focus. */
async function beginAtLink(): Promise<void> {
  page = await begin();
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.id = 'search';
    document.querySelector('h1')?.before(field);
    document.querySelector<HTMLElement>('article a')?.focus();
  });
  await page.evaluate(() => background.tell('page/focus', { id: 'urged' }));
  await expect.poll(() => inHost(page, '.card:focus')).not.toBe(null);
  // The card has come to rest.
  await settled(300);
}

describeInPage('the keyboard’s focus', () => {
  test('stays where a click outside the card has put it', async () => {
    await beginAtLink();
    await page.click('#search');
    await expect.poll(card).toBe(null);
    await page.keyboard.type('treaty');
    expect(await page.$eval('#search', (field) => (field as HTMLInputElement).value)).toBe('treaty');
  });

  test('stays in the page where it is when Escape closes the card', async () => {
    await beginAtLink();
    await page.evaluate(() => document.querySelector<HTMLElement>('#search')?.focus());
    await page.keyboard.press('Escape');
    await expect.poll(card).toBe(null);
    expect(await inPage()).toBe('input');
  });

  test('goes back where it came from with the card, also by a click that takes it nowhere', async () => {
    await beginAtLink();
    await page.keyboard.press('Escape');
    await expect.poll(inPage).toBe('a');
    await page.evaluate(() => {
      background.tell('page/focus', { id: 'urged' });
      document.addEventListener('mousedown', (event) => event.preventDefault());
    });
    await expect.poll(() => inHost(page, '.card:focus')).not.toBe(null);
    await settled(300);
    await page.click('h1');
    await expect.poll(card).toBe(null);
    await expect.poll(inPage).toBe('a');
  });
});
