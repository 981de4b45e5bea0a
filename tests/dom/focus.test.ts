import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { until } from '../../scripts/browser/until';
import { begin, settled } from './daily';
import { describeInPage } from './harness';
import { clickInHost, inHost, requests } from './reader';

declare const background: {
  handlers: Record<string, unknown>;
  tell: (type: string, request: unknown) => Promise<unknown>;
};

let page: Page;
const card = () => inHost(page, '.card[role="dialog"]');
const inFocus = () => inHost(page, ':focus');
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

/** The list of claims is the last stop of the page. */
async function openFromList(): Promise<void> {
  page = await begin();
  await page.evaluate(() => document.querySelector<HTMLElement>('footer a, article a')?.focus());
  await until('the list in focus', async () => {
    await page.keyboard.press('Tab');
    return (await inHost(page, '[data-claim="urged"]:focus')) !== null;
  });
  await page.keyboard.press('Enter');
  await expect.poll(() => inHost(page, '.card:focus')).not.toBe(null);
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

  test('goes back where it came from when the claim is deleted', async () => {
    await beginAtLink();
    await clickInHost(page, '.card-footer button:last-child');
    await clickInHost(page, '.card-footer .danger');
    await expect.poll(card).toBe(null);
    await expect.poll(inPage).toBe('a');
  });

  test('goes to the list of claims when the deleted one was opened there', async () => {
    await openFromList();
    await page.evaluate(() => {
      // The worker takes a moment, longer than the browser leaves the focus on what is disabled.
      background.handlers['annotation/remove'] = () => new Promise((resolve) => setTimeout(resolve, 200));
    });
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    await clickInHost(page, '.card-footer button:last-child');
    await expect.poll(inFocus).toBe('Keep it');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    await page.keyboard.press('Enter');
    await expect.poll(card).toBe(null);
    await expect.poll(() => inHost(page, '.claim-list button:focus')).not.toBe(null);
  });

  test('stays in the card when a verdict is on its way', async () => {
    await openFromList();
    await page.evaluate(() => {
      const verdict = background.handlers['annotation/verdict'] as (request: unknown) => unknown;
      background.handlers['annotation/verdict'] = async (request: unknown) => {
        await new Promise((resolve) => setTimeout(resolve, 200));
        return verdict(request);
      };
    });
    await until('the button in focus', async () => {
      await page.keyboard.press('Tab');
      return (await inFocus()) === 'Confirm';
    });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(card).toContain('Confirmed');
    expect(await inFocus()).toBe('Confirmed');
    // Pressed twice in its haste it is one verdict, and not taken back.
    expect(await requests(page, 'annotation/verdict')).toHaveLength(1);
  });

  test('stays in the card when the question and the note are closed', async () => {
    await beginAtLink();
    await clickInHost(page, '.card-footer button:last-child');
    await expect.poll(inFocus).toBe('Keep it');
    await page.keyboard.press('Enter');
    await expect.poll(() => inHost(page, '.card-footer button:last-child:focus')).not.toBe(null);

    await page.evaluate(() => {
      background.handlers['note/open'] = () => ({ url: 'about:blank' });
    });
    await clickInHost(page, '.card-actions button:last-child');
    await clickInHost(page, '.note-frame button');
    await expect.poll(() => inHost(page, '.note-frame')).toBe(null);
    await expect.poll(() => inHost(page, '.card:focus')).not.toBe(null);
  });
});
