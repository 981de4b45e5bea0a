/** An article in a frame of the page's own: found, counted, and no longer once the frame goes or turns to something else. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { waitForClosed } from '../../scripts/browser/closed';
import { readHighlights } from '../../scripts/browser/highlights';
import { until } from '../../scripts/browser/until';
import { FRAMED, FRAMESET, HIDDEN, hiding, openPlaces, SHELL, texts } from './harness/places';
import { browserName } from './harness/session';

const { open, openOwn, recordsOf, confirmed, countIs } = openPlaces();

/** Opens the shell and waits until the claims in its frame are painted. */
async function openFramed() {
  const page = await open(SHELL);
  const frame = await until('the frame', () => page.frames().find((one) => one.url() === FRAMED));
  await until('claims painted in the frame', async () => {
    await page.bringToFront();
    return (await texts(frame)).length >= 5;
  });
  return { page, frame };
}

describe(`an article in a frame of the page's own, in ${browserName}`, () => {
  test('is found, painted, counted and edited; a frame of another site is left alone', async () => {
    const { page, frame } = await openFramed();
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
    await confirmed(first.text);
  });

  test('is counted in a set of frames too, when the page around it has looked for the last time', async () => {
    const page = await open(FRAMESET);
    const frame = await until('the frame', () => page.frames().find((one) => one.url() === FRAMED));
    await until('claims painted in the frame', async () => (await texts(frame)).length >= 5);
    await new Promise((resolve) => setTimeout(resolve, 4000));
    await countIs(FRAMESET, (await texts(frame)).length);
  });
});

const badgeOf = (address: string) => `(async () => {
  const { tabs, action } = globalThis.browser ?? chrome;
  const tab = (await tabs.query({})).find(({ url }) => url === ${JSON.stringify(address)});
  return (await action.getBadgeText({ tabId: tab.id })) || 'none';
})()`;

describe(`an article in a frame that goes away, in ${browserName}`, () => {
  const framed = async () => {
    const { page, frame } = await openFramed();
    const shown = (await texts(frame)).length;
    await countIs(SHELL, shown);
    return { page, shown };
  };

  test.each([
    ['is taken out', `document.querySelector('iframe').remove()`],
    [
      'turns to a page on something else',
      `document.querySelector('iframe').src = '/framed/on-something-else-of-the-wire'`,
    ],
    [
      'changes its address and text by itself, to something else',
      `(() => {
        const { contentWindow: inner, contentDocument: document } = window.document.querySelector('iframe');
        inner.history.pushState(null, '', '/framed/by-itself-on-something-else');
        document.body.innerHTML = window.document.querySelector('#else').innerHTML;
      })()`,
    ],
  ])('%s: nothing is counted any more', async (_what, change) => {
    const { page } = await framed();
    await page.evaluate(change);
    // Of the badge, because it is nobody's asking that empties it.
    const own = await openOwn('options.html');
    await until('an empty badge', async () => (await own.evaluate(badgeOf(SHELL))) === 'none');
    await countIs(SHELL, -1);
    await own.close();
  });

  test.each(Object.keys(HIDDEN))('while it is %s it is not read; it is once it is shown', async (how) => {
    const page = await open(hiding(how));
    const frame = await until('the frame', () => page.frames().find((one) => one.url() === FRAMED));
    // Longer than a sentinel goes on looking by itself.
    await new Promise((resolve) => setTimeout(resolve, 4000));
    expect(await texts(frame)).toEqual([]);
    await countIs(hiding(how), -1);
    await page.$eval('iframe', (element) => element.setAttribute('style', 'width: 100%; height: 700px'));
    await until('claims painted in the frame', async () => (await texts(frame)).length >= 5);
    await countIs(hiding(how), (await texts(frame)).length);
  });

  test('the address around it changes, and it stays: still counted', async () => {
    const { page, shown } = await framed();
    await page.evaluate(`history.pushState(null, '', '/shell/another-address-of-the-same-shell')`);
    const address = new URL('/shell/another-address-of-the-same-shell', SHELL).href;
    await countIs(address, shown);
  });
});
