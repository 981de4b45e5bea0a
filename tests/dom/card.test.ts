import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { begin, clickOn, pointOn, settled } from './daily';
import { describeInPage } from './harness';
import { clickInHost, inHost, painted } from './reader';

declare const background: {
  handlers: Record<string, unknown>;
  sent: { type: string; request: Record<string, never> }[];
  tell: (type: string, request: unknown) => Promise<{ ok: boolean; value?: never }>;
};

let page: Page;

describeInPage('the card', () => {
  test('opens on a click on a claim, and nowhere else; Escape closes it', async () => {
    page = await begin();
    await clickOn(page, 'Analysts in Washington');
    expect(await inHost(page, '.card')).toBe(null);
    await clickOn(page, 'urged');
    expect(await inHost(page, '.card')).toContain('largest trading partner');
    expect(Object.keys(await painted(page))).toContain('tightrope-active');
    await page.keyboard.press('Escape');
    await settled();
    expect(await inHost(page, '.card')).toBe(null);
    expect(Object.keys(await painted(page))).not.toContain('tightrope-active');
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
    expect(await page.title()).toBe('the link was followed');
    expect(await inHost(page, '.card')).toBe(null);
    const { x, y } = await pointOn(page, 'foundation of the');
    await page.mouse.move(10, 10);
    await page.mouse.move(x, y);
    await settled();
    await clickInHost(page, '.mark-button');
    await settled();
    expect(await inHost(page, '.card')).toContain('foundation of the country');
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
    await settled();
    expect(await inHost(page, '.card')).not.toBe(null);
    await page.keyboard.press('Escape');
    await settled();
    expect(await inHost(page, '.card')).toBe(null);
    expect(await inHost(page, '.claim-list button:focus')).not.toBe(null);
  });

  test('steps from claim to claim in the order of the page, and around', async () => {
    page = await begin();
    const seen: (string | null)[] = [];
    for (let i = 0; i < 4; i++) {
      await page.evaluate(() => background.tell('page/step', { direction: 'next' }));
      await settled(250);
      seen.push((await inHost(page, '.card [role="status"]')) ?? null);
    }
    expect(seen).toEqual(['1 of 3', '2 of 3', '3 of 3', '1 of 3']);
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
    expect(await inHost(page, '.card')).toContain('neutral');
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

  test('keeps a dismissed claim open until it is closed, then it is gone', async () => {
    page = await begin();
    await clickOn(page, 'urged');
    await clickInHost(page, '.card-actions button:nth-child(2)');
    await settled();
    expect(
      await page.evaluate(() => background.sent.filter(({ type }) => type === 'annotation/verdict')),
    ).toEqual([{ type: 'annotation/verdict', request: { id: 'urged', verdict: 'dismissed' } }]);
    expect(await inHost(page, '.card')).toContain('Dismissed');
    expect(Object.keys(await painted(page))).not.toContain('tightrope-diplomat-echoes');
    await page.keyboard.press('Escape');
    await settled();
    expect(await inHost(page, '.claim-list')).not.toContain('urged');
  });
});

describeInPage('the reader’s own selection', () => {
  test('is offered a button, ranked by the engine and saved with its selectors', async () => {
    page = await begin();
    const from = await pointOn(page, 'Analysts in');
    const to = await pointOn(page, 'security.');
    await page.mouse.move(from.x - 20, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    await settled(500);
    await clickInHost(page, '.mark-button');
    await settled(300);
    expect(await inHost(page, '.picker')).toContain('Link to an argument');
    await clickInHost(page, '.picker button[type="submit"]');
    await settled(300);
    const added = await page.evaluate(
      () => background.sent.find(({ type }) => type === 'selection/add')?.request,
    );
    expect(added).toMatchObject({ argument: 'kelly/treaty-ally-locked-in', stance: 'echoes' });
    const { quote, paragraph } = (
      added as never as { target: { quote: { exact: string; prefix: string }; paragraph: string } }
    ).target;
    expect(paragraph).toContain(quote.exact);
    expect(quote.prefix.length).toBeGreaterThanOrEqual(32);
    expect((await painted(page))['tightrope-kelly-echoes']).toHaveLength(2);
  });
});
