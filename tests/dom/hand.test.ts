/** The reader's hand is fetched at the first sign of a reader; here its script comes when the test lets it. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { begin, clickOn, pointOn, settled } from './daily';
import { describeInPage } from './harness';
import { inHost, requests } from './reader';
import type { Room } from './room';

declare const room: Room;
declare const browser: { runtime: { sendMessage: (message: { type: string }) => Promise<unknown> } };
declare const background: {
  tell: (type: string, request: unknown) => Promise<{ ok: boolean; value?: never }>;
};
declare const script: { come: () => void; fail: () => void };

let page: Page;
const card = () => inHost(page, '.card');
const asked = () => requests(page, 'script/load');

/** A page without the hand's script, which comes (or can't) when it is told to. */
async function beginWithoutHand(): Promise<void> {
  page = await begin();
  await page.evaluate(() => {
    room.forgetHand();
    const { runtime } = browser;
    const send = runtime.sendMessage;
    runtime.sendMessage = async (message) => {
      const reply = await send(message);
      if (message.type !== 'script/load') return reply;
      return new Promise((answer) => {
        const come = () => {
          room.bringHand();
          answer(reply);
        };
        const fail = () => answer({ ok: false, error: { key: 'no-access', message: 'no leave' } });
        Object.assign(globalThis, { script: { come, fail } });
      });
    };
  });
}

const come = () => page.evaluate(() => script.come());

describeInPage('the reader’s hand', () => {
  test('is not asked for before there is a reader, and once where there is one', async () => {
    await beginWithoutHand();
    await settled();
    expect(await asked()).toEqual([]);
    await page.mouse.move(300, 300);
    await page.mouse.move(320, 300);
    await page.keyboard.press('Shift');
    await expect.poll(asked).toEqual([{ script: 'hand' }]);
    await come();
    await expect.poll(() => inHost(page, '.claim-list')).toContain('3 claims');
  });

  test('hears the click that came before it', async () => {
    await beginWithoutHand();
    await clickOn(page, 'urged');
    await settled();
    expect(await card()).toBe(null);
    await come();
    await expect.poll(card).toContain('largest trading partner');
  });

  test('leaves a click to the control it was on, though it hears of it late', async () => {
    await beginWithoutHand();
    await page.$eval('b', (word) => {
      const label = document.createElement('label');
      word.replaceWith(label);
      label.append(word);
    });
    const box = await page.$eval('b', (word) => {
      const { x, y, width, height } = word.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.click(box.x, box.y);
    await come();
    await settled(300);
    expect(await card()).toBe(null);
  });

  test('offers the selection that was made before it', async () => {
    await beginWithoutHand();
    const { x, y } = await pointOn(page, 'largest trading partner');
    await page.mouse.click(x, y, { count: 3 });
    await come();
    await expect.poll(() => inHost(page, '.mark-button')).toContain('Link');
  });

  test('is asked for again at the next gesture where it could not come', async () => {
    await beginWithoutHand();
    await clickOn(page, 'urged');
    await page.evaluate(() => script.fail());
    await settled();
    await page.mouse.move(300, 300);
    await settled();
    expect(await asked()).toHaveLength(1);
    await clickOn(page, 'neutral');
    await expect.poll(asked).toHaveLength(2);
    await come();
    // The one that was lost with it opens nothing late.
    await expect.poll(card).toContain('neutral');
  });

  test('comes for the popup’s wish, which is answered when the card is there', async () => {
    await beginWithoutHand();
    const answer = page.evaluate(() => background.tell('page/focus', { id: 'urged' }));
    await expect.poll(asked).toHaveLength(1);
    await come();
    expect(await answer).toEqual({ ok: true, value: { found: true } });
    expect(await card()).toContain('largest trading partner');
  });

  test('tells the popup why it could not come', async () => {
    await beginWithoutHand();
    const answer = page.evaluate(() => background.tell('page/focus', { id: 'urged' }));
    await expect.poll(asked).toHaveLength(1);
    await page.evaluate(() => script.fail());
    expect(await answer).toEqual({ ok: false, error: { key: 'no-access', message: 'no leave' } });
  });
});
