/** What the background refuses is said where the reader asked for it, and can be tried again. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { begin, clickOn, DAILY, RULES, settled } from './daily';
import { describeInPage } from './harness';
import { clickInHost, inHost, painted, requests } from './reader';

declare const background: {
  handlers: Record<string, unknown>;
  tell: (type: string, request: unknown) => Promise<unknown>;
};

let page: Page;
/** A claim's card; the picker is one in looks only. */
const card = () => inHost(page, '.card:not(.picker)');
const alert = (within: string) => inHost(page, `${within} [role="alert"]`);

/** Has the background refuse what it is asked next, once. */
const refuse = (type: string) =>
  page.evaluate((of) => {
    const { handlers } = background;
    const answer = handlers[of];
    handlers[of] = () => {
      handlers[of] = answer;
      throw new Error('The background is gone.');
    };
  }, type);

async function linkSelection(): Promise<void> {
  await page.evaluate(() => {
    const paragraph = document.querySelector('b')?.closest('p');
    if (paragraph) getSelection()?.selectAllChildren(paragraph);
    return background.tell('page/link-selection', {});
  });
}

describeInPage('what is refused', () => {
  test('of a card is said in it, and no longer once it is tried again or another is open', async () => {
    page = await begin();
    await clickOn(page, 'urged');
    await refuse('annotation/verdict');
    await clickInHost(page, '.card-actions button:nth-child(1)');
    await expect.poll(() => alert('.card')).toContain('try again');
    await clickInHost(page, '.card-actions button:nth-child(1)');
    await expect.poll(card).toContain('Confirmed');
    expect(await alert('.card')).toBe(null);
    await refuse('annotation/verdict');
    await clickInHost(page, '.card-actions button:nth-child(1)');
    await expect.poll(() => alert('.card')).toContain('try again');
    await page.evaluate(() => background.tell('page/focus', { id: 'neutral' }));
    await expect.poll(card).toContain('neutral');
    expect(await alert('.card')).toBe(null);
  });

  test('of a copy is said where the page lets nothing be copied', async () => {
    page = await begin();
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => false;
    });
    await clickOn(page, 'urged');
    await clickInHost(page, '.card-footer button');
    await expect.poll(() => alert('.card')).not.toBe(null);
    expect(await inHost(page, '.card-footer')).not.toContain('Link copied');
  });

  test('of a deletion’s undoing is said beside it', async () => {
    page = await begin();
    await clickOn(page, 'urged');
    await clickInHost(page, '.card-footer button:last-child');
    await clickInHost(page, '.card-footer .danger');
    await expect.poll(() => inHost(page, '.removed')).toContain('1 claim deleted');
    await refuse('annotation/restore');
    await clickInHost(page, '.removed .primary');
    await expect.poll(() => inHost(page, '.removed')).toContain('try again');
    await clickInHost(page, '.removed .primary');
    await expect.poll(card).toContain('largest trading partner');
    await clickInHost(page, '.card-footer button:last-child');
    await clickInHost(page, '.card-footer .danger');
    await clickInHost(page, '.removed .icon');
    await expect.poll(() => inHost(page, '.removed')).toBe(null);
  });

  test('of a selection’s arguments leaves the whole catalogue to be searched', async () => {
    page = await begin();
    await refuse('selection/rank');
    await linkSelection();
    await expect.poll(() => alert('.picker')).toContain('try again');
    await expect.poll(() => inHost(page, '.picker details', 'open')).toBe('true');
  });

  test('of a link is said over the choice that was made, which stays', async () => {
    page = await begin();
    await linkSelection();
    await expect.poll(() => inHost(page, '.picker')).toContain('The treaty locks Korea in');
    await refuse('selection/add');
    await clickInHost(page, '.picker button[type="submit"]');
    await expect.poll(() => alert('.picker')).toContain('try again');
    await clickInHost(page, '.picker button[type="submit"]');
    await expect.poll(card).toContain('largest trading partner');
    expect(await inHost(page, '.picker')).toBe(null);
  });
});

describeInPage('an answer that comes late', () => {
  test('with a note’s editor opens it in no other claim’s card', async () => {
    page = await begin();
    await page.evaluate(() => {
      background.handlers['note/open'] = () =>
        new Promise((resolve) => {
          Object.assign(globalThis, { open: () => resolve({ url: 'about:blank' }) });
        });
    });
    await clickOn(page, 'urged');
    await clickInHost(page, '.card-actions button:last-child');
    await expect.poll(() => requests(page, 'note/open')).toHaveLength(1);
    await page.evaluate(() => background.tell('page/focus', { id: 'neutral' }));
    await expect.poll(card).toContain('neutral');
    await page.evaluate('open()');
    await settled();
    expect(await inHost(page, '.note-frame')).toBe(null);
  });
});

describeInPage('what the reader set', () => {
  test('counts at once: what is muted or not sure enough is neither painted nor listed', async () => {
    page = await begin();
    await page.keyboard.press('Shift');
    await expect.poll(() => inHost(page, '.claim-list')).toContain('3 claims');
    const set = (settings: object) =>
      page.evaluate(async (changed) => {
        const analyse = background.handlers['page/analyse'] as (request: unknown) => {
          annotations: unknown;
          settings: object;
        };
        const { annotations, settings } = analyse({ blocks: [] });
        await background.tell('page/refresh', { annotations, settings: { ...settings, ...changed } });
      }, settings);
    await set({ mutedArguments: ['diplomat/china-pressure'] });
    expect(Object.keys(await painted(page)).sort()).toEqual([
      'tightrope-diplomat-challenges',
      'tightrope-kelly-echoes',
    ]);
    await expect.poll(() => inHost(page, '.claim-list')).toContain('2 claims');
    await set({ threshold: 0.9 });
    expect(await painted(page)).toEqual({});
    await set({});
    expect(Object.keys(await painted(page))).toHaveLength(3);
  });
});

describeInPage('what the background answers for late text', () => {
  const addLate = (text: string) =>
    page.evaluate((late) => {
      const p = document.createElement('p');
      p.textContent = late;
      document.querySelector('article')?.append(p);
    }, text);
  const LATE = 'The United States asked South Korea some hours later to say more about its place.';

  test('stands beside what it answered first: of neither the library has more than was touched', async () => {
    page = await begin(DAILY, RULES, {}, 'touched');
    await page.evaluate(() => {
      const { handlers } = background;
      const analyse = handlers['page/analyse'] as (request: unknown) => object;
      handlers['page/analyse'] = (request: unknown) => ({
        ...analyse(request),
        annotations: [],
        unsaved: [],
      });
    });
    await addLate(LATE);
    await expect.poll(() => requests(page, 'page/analyse')).toHaveLength(2);
    await settled();
    expect(Object.keys(await painted(page))).toHaveLength(3);
    await clickOn(page, 'urged');
    await expect.poll(() => inHost(page, '.card-footer')).toContain('Copy link');
    expect(await inHost(page, '.card-footer')).not.toContain('Library');
  });

  test('may be that it is paused: then nothing stays painted or listed', async () => {
    page = await begin();
    await page.keyboard.press('Shift');
    await expect.poll(() => inHost(page, '.claim-list')).toContain('3 claims');
    await page.evaluate(() => {
      background.handlers['page/analyse'] = () => ({ status: 'off' });
    });
    await addLate(LATE);
    await expect.poll(() => painted(page)).toEqual({});
    await expect.poll(() => inHost(page, '[data-claim]')).toBe(null);
  });

  test('is not asked for where a translator wrote it that marks nothing but the text', async () => {
    page = await begin();
    await page.evaluate(() => {
      for (const p of document.querySelectorAll('article p')) p.setAttribute('_msttexthash', '1');
    });
    await addLate(LATE);
    await expect.poll(() => painted(page)).toEqual({});
    await settled(300);
    expect(await requests(page, 'page/analyse')).toHaveLength(1);
  });
});

describeInPage('what the page makes up', () => {
  test('starts nothing: no pointer, no key, no coming back', async () => {
    page = await begin(DAILY.replace('<b>urged</b>', '<a href="/elsewhere">urged</a>'));
    await page.keyboard.press('Shift');
    await expect.poll(() => inHost(page, '.claim-list')).toContain('3 claims');
    await page.evaluate(() => {
      const link = document.querySelector('a[href="/elsewhere"]');
      const paragraph = link?.closest('p');
      const options = { bubbles: true, composed: true, pointerType: 'mouse' };
      link?.dispatchEvent(new PointerEvent('pointerover', options));
      if (paragraph) getSelection()?.selectAllChildren(paragraph);
      paragraph?.dispatchEvent(new PointerEvent('pointerup', options));
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    await settled(600);
    expect(await inHost(page, '.mark-button')).toBe(null);
    expect(await requests(page, 'page/analyse')).toHaveLength(1);
  });

  test('closes nothing the reader has open', async () => {
    page = await begin();
    await clickOn(page, 'urged');
    await expect.poll(card).toContain('largest trading partner');
    await page.evaluate(() =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    );
    await settled();
    expect(await card()).toContain('largest trading partner');
  });

  test('nor with a key of the reader’s own: a click with one held is the page’s', async () => {
    page = await begin();
    await page.keyboard.down('Control');
    await clickOn(page, 'urged');
    await page.keyboard.up('Control');
    await settled();
    expect(await card()).toBe(null);
  });
});
