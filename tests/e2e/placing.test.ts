/**
 * A claim whose sentence the page has lost: said so, counted, and placed anew by the reader's own selection; and one the
 * page cuts off.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Annotation } from '../../annotations/types';
import { waitForClosed } from '../../scripts/browser/closed';
import { readHighlights, waitUntilPainted } from '../../scripts/browser/highlights';
import { wire } from '../../scripts/browser/samples';
import { until } from '../../scripts/browser/until';
import { toFront } from './harness/front';
import { addressOf, wireAt } from './harness/pages';
import { selectParagraph } from './harness/selection';
import { browserName, openSession, type Session } from './harness/session';

// A popup is opened anew for each look at its count, which takes Firefox seconds.
vi.setConfig({ testTimeout: 120_000 });

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session?.close());

/** What popup and panel say of the claims: stored, in place, uncertain, no longer on the page. */
async function sumIn(own: Page): Promise<number[]> {
  const words = await until('the sum', () =>
    own.$eval('.anchor-sum', (element) => element.textContent).catch(() => null),
  );
  return (words.match(/\d+/g) ?? []).map(Number);
}
const states = async () => {
  const anchors = (await session.records()).map(({ anchor }) => anchor.state);
  const count = (state: string) => anchors.filter((one) => one === state).length;
  return [anchors.length, count('anchored'), count('uncertain'), count('orphaned')];
};

describe(`a claim the page has lost, in ${browserName}`, () => {
  test('is counted as lost, and stands where the reader selects', async () => {
    const page = await session.openPainted(wire.address);
    const painted = (await readHighlights(page)).map(({ text }) => text);
    const lost = painted.find((text) => text.includes('cut off group tours'));
    if (!lost) throw new Error('the claim is not painted');
    const paragraph = wire.html
      .split(/(?=<p[ >])/)
      .find((part) => part.includes('cut off group tours'))
      ?.replace(/<\/p>[\s\S]*$/, '</p>');
    if (!paragraph) throw new Error('no such paragraph');
    const other = 'The ministry keeps a small garden behind its main building, where cabbages grow.';
    session.site.put(wire.address, { body: wire.html.replace(paragraph, `<p>${other}</p>`) });
    await page.reload();
    await waitUntilPainted(page);
    await session.recordsThat('the lost one', (all) => all.some(({ anchor }) => anchor.state === 'orphaned'));
    const popup = await session.openPopup(wire.address);
    await until('the sum to say so', async () => (await sumIn(popup))[3] !== 0);
    const before = await sumIn(popup);
    expect(before).toEqual(await states());
    expect(before[0]).toBe((before[1] ?? 0) + (before[2] ?? 0) + (before[3] ?? 0));

    // The popup's button closes it, and the page lets the reader select.
    const isAsked = await popup.evaluate(() => {
      const items = [...document.querySelectorAll('li')];
      const item = items.find(({ textContent }) => textContent?.includes('cut off group tours'));
      const button = [...(item?.querySelectorAll('button') ?? [])].find(({ textContent }) =>
        textContent?.includes('anew'),
      );
      button?.click();
      return button !== undefined;
    });
    expect(isAsked).toBe(true);
    await toFront(page);
    await waitForClosed(page, '.place-anew');
    await selectParagraph(page, 'small garden');
    await waitForClosed(page, '.place-anew', 'cabbages');
    await (await waitForClosed(page, '.place-anew button', 'Place it here')).click();
    await until('the claim painted at its new place', async () =>
      (await readHighlights(page)).some(({ text }) => text.includes('small garden')),
    );
    const records = await session.recordsThat('its new place', (all) =>
      all.some(({ target, anchor }) => target.quote.exact === other && anchor.state === 'anchored'),
    );
    const placed = records.find(({ target }) => target.quote.exact === other);
    expect(placed?.target.paragraph).toBe(other);
    expect(placed?.touched.target).toBeDefined();

    // Found there again at the next visit; the sum is as it was, one more in place.
    await page.reload();
    await until('painted there again', async () =>
      (await readHighlights(page)).some(({ text }) => text.includes('small garden')),
    );
    await session.recordsThat('all as placed', (all) =>
      all.some(({ target, anchor }) => target.quote.exact === other && anchor.state === 'anchored'),
    );
    const after = await session.openPopup(wire.address);
    const sum = await sumIn(after);
    expect(sum).toEqual(await states());
    expect(sum[0]).toBe(before[0]);
    expect(sum[3]).toBe((before[3] ?? 0) - 1);
    expect(sum[0]).toBe((sum[1] ?? 0) + (sum[2] ?? 0) + (sum[3] ?? 0));
    // The panel's list says it only where a place is not sure; its figures always do.
    expect(await sumIn(await session.openOwn('sidepanel.html#screen=figures'))).toEqual(sum);
  });
});

describe(`a claim under “continue reading”, in ${browserName}`, () => {
  test('is said to be out of sight in popup and card, until the reader opens the whole', async () => {
    const address = addressOf('clipped');
    const clip = '<style>article { max-height: 330px; overflow: hidden }</style>';
    const more =
      '<button onclick="document.querySelector(\'head style:last-of-type\').remove()">More</button>';
    const html = wireAt('clipped', '')
      .replace('</head>', `${clip}</head>`)
      .replace('</article>', `</article>${more}`);
    session.site.put(address, { body: html });
    const page = await session.openPainted(address);
    const popup = await session.openPopup(address);
    await popup.bringToFront();
    const isCut = ({ anchor }: Annotation) => anchor.reason === 'out-of-sight';
    const records = await session.recordsThat('those cut off', (all) => all.some(isCut));
    expect(records.filter(isCut).every(({ anchor }) => anchor.state === 'anchored')).toBe(true);
    await popup.locator('button.claim:has(.claim-reason)').click();
    await toFront(page);
    const card = await waitForClosed(page, '[role=dialog]');
    expect(await card.text()).toContain('out of sight');
    expect(await page.evaluate(() => [scrollY, document.querySelector('article')?.scrollTop])).toEqual([
      0, 0,
    ]);

    await page.keyboard.press('Escape');
    await page.locator('article + button').click();
    await session.recordsThat('all in their place', (all) => !all.some(isCut));
    await page.close();
  });
});
