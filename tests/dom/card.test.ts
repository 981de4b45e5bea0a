import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { addLate, begin, beginBeforeLate, clickOn, DAILY, pointOn, RULES, settled } from './daily';
import { describeInPage } from './harness';
import { clickInHost, inHost, painted, requests } from './reader';

declare const background: {
  handlers: Record<string, unknown>;
  sent: { type: string; request: Record<string, never> }[];
  tell: (type: string, request: unknown) => Promise<{ ok: boolean; value?: never }>;
};

let page: Page;
const card = () => inHost(page, '.card[role="dialog"]');

describeInPage('the card', () => {
  test('opens on a click on a claim, and nowhere else; Escape closes it', async () => {
    page = await begin();
    await clickOn(page, 'Analysts in Washington');
    await settled();
    expect(await inHost(page, '.card')).toBe(null);
    await clickOn(page, 'urged');
    await expect.poll(card).toContain('largest trading partner');
    expect(Object.keys(await painted(page))).toContain('tightrope-active');
    await page.keyboard.press('Escape');
    await expect.poll(card).toBe(null);
    expect(Object.keys(await painted(page))).not.toContain('tightrope-active');
  });

  test.each(['onclick=""', 'role="button" tabindex="0"'])(
    'opens also where the page listens for clicks around all of its text (%s)',
    async (attributes) => {
      page = await begin(DAILY.replace('<main>', `<main ${attributes}>`));
      await clickOn(page, 'urged');
      await expect.poll(card).toContain('largest trading partner');
    },
  );

  test('leaves a click on a paragraph that is a control to the page', async () => {
    page = await begin(DAILY.replace('<p>China', '<p onclick="document.title = \'pressed\'">China'));
    await clickOn(page, 'urged');
    await expect.poll(() => page.title()).toBe('pressed');
    await settled();
    expect(await inHost(page, '.card')).toBe(null);
  });

  test('stays closed on a click into the blank beside the end of a claim', async () => {
    page = await begin();
    const { x, y, blank } = await page.evaluate(() => {
      const paragraph = document.querySelector('article a')?.closest('p') as Element;
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      const last = [...range.getClientRects()].at(-1) as DOMRect;
      const { right } = paragraph.getBoundingClientRect();
      return { x: last.right + 30, y: last.top + last.height / 2, blank: right - last.right };
    });
    expect(blank).toBeGreaterThan(60);
    await page.mouse.click(x, y);
    await settled(400);
    expect(await card()).toBe(null);
  });

  test('leaves a click in a link to the link; a small button opens the card', async () => {
    page = await begin();
    await page.evaluate(() => {
      document.querySelector('article a')?.addEventListener('click', (event) => {
        event.preventDefault();
        document.title = 'the link was followed';
      });
    });
    await clickOn(page, 'foundation of the');
    await expect.poll(() => page.title()).toBe('the link was followed');
    await settled();
    expect(await inHost(page, '.card')).toBe(null);
    const { x, y } = await pointOn(page, 'foundation of the');
    await page.mouse.move(10, 10);
    await page.mouse.move(x, y);
    await clickInHost(page, '.mark-button');
    await expect.poll(card).toContain('foundation of the country');
  });

  test('opens by keyboard from the list of claims, and gives the focus back', async () => {
    page = await begin();
    await page.focus('footer');
    await page.evaluate(() => document.querySelector<HTMLElement>('article a')?.focus());
    // The list is the last stop of the page.
    await page.keyboard.down('Shift');
    await page.evaluate(() => document.body.focus());
    await page.keyboard.up('Shift');
    for (
      let i = 0;
      i < 6 && !(await page.evaluate(() => document.activeElement?.hasAttribute('data-tightrope-host')));
      i++
    ) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await expect.poll(card).not.toBe(null);
    await page.keyboard.press('Escape');
    await expect.poll(card).toBe(null);
    await expect.poll(() => inHost(page, '.claim-list button:focus')).not.toBe(null);
  });

  test('steps from claim to claim in the order of the page, and around', async () => {
    page = await begin();
    for (const place of ['1 of 3', '2 of 3', '3 of 3', '1 of 3']) {
      await page.evaluate(() => background.tell('page/step', { direction: 'next' }));
      await expect.poll(() => inHost(page, '.card [role="status"]')).toBe(place);
    }
  });

  test('steps from where the reader is, also below the last claim', async () => {
    for (const [direction, place] of [
      ['next', '1 of 3'],
      ['previous', '3 of 3'],
    ] as const) {
      page = await begin();
      await page.evaluate(() => {
        document.body.style.paddingBottom = '9000px';
        scrollTo(0, 8000);
      });
      await page.evaluate((to) => background.tell('page/step', { direction: to }), direction);
      await expect.poll(() => inHost(page, '.card [role="status"]')).toBe(place);
    }
  });

  test('counts a dismissed claim no more, and steps on from where it stands', async () => {
    page = await begin();
    await clickOn(page, 'urged');
    await expect.poll(() => inHost(page, '.card [role="status"]')).toBe('2 of 3');
    await clickInHost(page, '.card-actions button:nth-child(2)');
    await expect.poll(card).toContain('Dismissed');
    expect(await inHost(page, '.card [role="status"]')).toBe('');
    await page.evaluate(() => background.tell('page/step', { direction: 'next' }));
    await expect.poll(() => inHost(page, '.card [role="status"]')).toBe('2 of 2');
    await expect.poll(card).toContain('neutral');
  });

  test('takes a deletion back, and opens the claim again', async () => {
    page = await begin();
    const remove = async () => {
      await clickOn(page, 'urged');
      await expect.poll(card).toContain('largest trading partner');
      await clickInHost(page, '.card-footer button:last-child');
      await clickInHost(page, '.card-footer .danger');
    };
    const isPainted = async () => JSON.stringify(await painted(page)).includes('urged');
    await remove();
    await expect.poll(() => inHost(page, '.removed')).toContain('1 claim deleted');
    expect(await isPainted()).toBe(false);
    await clickInHost(page, '.removed .primary');
    await expect.poll(card).toContain('largest trading partner');
    expect(await inHost(page, '.removed')).toBe(null);
    expect(await isPainted()).toBe(true);
    await page.keyboard.press('Escape');
    // The reader goes on: the offer goes.
    await remove();
    await expect.poll(() => inHost(page, '.removed')).not.toBe(null);
    await page.keyboard.press('Escape');
    await expect.poll(() => inHost(page, '.removed')).toBe(null);
  });

  test('goes to a claim by id and says whether it is there', async () => {
    page = await begin();
    const found = await page.evaluate(async () => [
      await background.tell('page/focus', { id: 'neutral' }),
      await background.tell('page/focus', { id: 'nobody' }),
    ]);
    expect(found).toEqual([
      { ok: true, value: { found: true } },
      { ok: true, value: { found: false } },
    ]);
    await expect.poll(card).toContain('neutral');
  });

  test('goes to a claim in sight without moving the page', async () => {
    page = await begin(DAILY.replace('</body>', '<div style="height: 3000px"></div></body>'));
    await page.evaluate(() => scrollTo(0, 40));
    await page.evaluate(() => background.tell('page/focus', { id: 'urged' }));
    await expect.poll(card).toContain('largest trading partner');
    await settled(600);
    expect(await page.evaluate('scrollY')).toBe(40);
  });

  test('does nothing for events the page makes up', async () => {
    page = await begin();
    const { x, y } = await pointOn(page, 'urged');
    await page.evaluate(
      (clientX, clientY) =>
        document
          .querySelector('b')
          ?.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX, clientY })),
      x,
      y,
    );
    await settled();
    expect(await inHost(page, '.card')).toBe(null);
  });

  test('offers the library where that has the claim: not in a private window', async () => {
    for (const stored of [true, false]) {
      page = await begin(DAILY, RULES, {}, stored);
      await clickOn(page, 'urged');
      await expect.poll(() => inHost(page, '.card-footer')).toContain('Copy link');
      const footer = await inHost(page, '.card-footer');
      expect(footer?.includes('Library')).toBe(stored);
    }
  });

  test('offers the library for what the reader touched, where no more is kept', async () => {
    page = await begin(DAILY, RULES, {}, 'touched');
    await clickOn(page, 'urged');
    await expect.poll(() => inHost(page, '.card-footer')).toContain('Copy link');
    expect(await inHost(page, '.card-footer')).not.toContain('Library');
    await clickInHost(page, '.card-actions button:nth-child(1)');
    await expect.poll(() => inHost(page, '.card-footer')).toContain('Library');
  });

  test('keeps a dismissed claim open until it is closed, then it is gone', async () => {
    page = await beginBeforeLate();
    await clickOn(page, 'urged');
    await clickInHost(page, '.card-actions button:nth-child(2)');
    await expect.poll(card).toContain('Dismissed');
    expect(await requests(page, 'annotation/verdict')).toEqual([{ id: 'urged', verdict: 'dismissed' }]);
    expect(Object.keys(await painted(page))).not.toContain('tightrope-diplomat-echoes');
    // The link leads to where it stands by now, which is not where it stood when it was found.
    await addLate(page);
    await page.evaluate(() => {
      const writeText = async (text: string) => {
        document.title = text;
      };
      Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
    });
    await clickInHost(page, '.card-footer button');
    await expect.poll(() => page.title()).toContain(":~:text=China%2C%20the%20country's");
    await page.keyboard.press('Escape');
    await expect.poll(() => inHost(page, '.claim-list')).not.toContain('urged');
  });
});
