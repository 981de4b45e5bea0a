/** What counts as a selection that can be linked, and what the engine is given with it. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { begin, DAILY } from './daily';
import { describeInPage } from './harness';
import { inHost, requests } from './reader';

declare const background: { tell: (type: string, request: unknown) => Promise<unknown> };

let page: Page;

/** Selects all of an element, and asks for the picker. */
const link = (selector: string) =>
  page.evaluate((of) => {
    const element = document.querySelector(of);
    if (element) getSelection()?.selectAllChildren(element);
    return background.tell('page/link-selection', {});
  }, selector);

describeInPage('a selection', () => {
  test.each([
    ['of signs alone', '#signs'],
    ['in a field the page has for writing', '#field'],
  ])('%s is none', async (_, selector) => {
    const none = '<p id="signs">* * *</p><div id="field" contenteditable>A comment on South Korea.</div>';
    page = await begin(DAILY.replace('<blockquote>', `${none}$&`));
    await link(selector);
    await expect.poll(() => inHost(page, '.refusal [role="alert"]')).toContain('Select a sentence');
    expect(await requests(page, 'selection/rank')).toEqual([]);
  });

  test('in a long article is ranked with what stands nearest', async () => {
    const long = (word: string) => `<p>${`The ${word} of it is said here. `.repeat(120)}</p>`;
    const own = '<p id="own">South Korea keeps both its friends.</p>';
    page = await begin(DAILY.replace('<blockquote>', `${long('first')}${own}${long('rest')}$&`));
    await link('#own');
    await expect.poll(() => requests(page, 'selection/rank')).toHaveLength(1);
    const [{ before, after } = {}] = (await requests(page, 'selection/rank')) as Record<string, string>[];
    expect([before?.length, after?.length]).toEqual([2000, 2000]);
    expect(before).toMatch(/The first of it is said here\.$/);
    expect(after).toMatch(/^\s*The rest of it/);
  });
});
