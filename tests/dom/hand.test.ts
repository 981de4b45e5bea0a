/** The reader's hand is fetched at the first sign of a reader; here its script comes when the test lets it. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { until } from '../../scripts/browser/until';
import { begin, clickOn, DAILY, pointOn, RULES, settled } from './daily';
import { describeInPage, fixture, open } from './harness';
import { clickInHost, inHost, playEngine, requests } from './reader';
import type { Room } from './room';

declare const room: Room;
declare const browser: { runtime: { sendMessage: (message: { type: string }) => Promise<unknown> } };
declare const background: {
  handlers: Record<string, (request: never) => unknown>;
  tell: (type: string, request: unknown) => Promise<{ ok: boolean; value?: never }>;
};
declare const script: { come: () => void; fail: () => void };
declare const analysis: { end: () => void };

let page: Page;
const card = () => inHost(page, '.card');
const asked = () => requests(page, 'script/load');

/** Takes the hand's script from a page: it comes (or can't) when it is told to. */
async function takeHand(): Promise<void> {
  await page.evaluate(() => {
    room.forgetHand();
    const { runtime } = browser;
    const send = runtime.sendMessage;
    const waiting: ((reply: unknown) => void)[] = [];
    const answer = (reply: unknown) => {
      for (const one of waiting.splice(0)) one(reply);
    };
    const come = () => {
      room.bringHand();
      answer({ ok: true });
    };
    const fail = () => answer({ ok: false, error: { key: 'no-access', message: 'no leave' } });
    Object.assign(globalThis, { script: { come, fail } });
    runtime.sendMessage = async (message) => {
      const reply = await send(message);
      return message.type === 'script/load' ? new Promise((resolve) => waiting.push(resolve)) : reply;
    };
  });
}

async function beginWithoutHand(html = DAILY): Promise<void> {
  page = await begin(html);
  await takeHand();
}

/** The same before anything is found, until the test lets the analysis end. */
async function beginBeforeClaims(rules = RULES): Promise<void> {
  page = await open(DAILY);
  await page.evaluate(playEngine, rules, true);
  await takeHand();
  await page.evaluate(() => {
    const { handlers } = background;
    const analyse = handlers['page/analyse'];
    handlers['page/analyse'] = (request) =>
      new Promise((answer) => {
        Object.assign(globalThis, { analysis: { end: () => answer(analyse?.(request)) } });
      });
    new room.Life(document).begin();
  });
  await until('the page under analysis', () => page.evaluate(() => 'analysis' in globalThis));
}

const come = () => page.evaluate(() => script.come());
const hosts = () => page.evaluate(() => document.querySelectorAll('[data-tightrope-host]').length);

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
    // What a click is on is looked at after the page has had it; until then it may still call.
    await settled();
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

  test('comes for a tap, which opens the card of the claim under it', async () => {
    await beginWithoutHand();
    const { x, y } = await pointOn(page, 'urged');
    await page.touchscreen.tap(x, y);
    await expect.poll(asked).toHaveLength(1);
    await come();
    await expect.poll(card).toContain('largest trading partner');
  });

  test('opens what was under the click, though the page has scrolled since', async () => {
    await beginWithoutHand(DAILY.replace('<body>', '<body style="padding-bottom:3000px">'));
    await clickOn(page, 'urged');
    await settled(50);
    await page.evaluate(() => scrollBy(0, 120));
    await settled(50);
    await come();
    await expect.poll(card).toContain('largest trading partner');
  });

  test('opens nothing for a click on text in which no claim was found yet', async () => {
    await beginBeforeClaims();
    await clickOn(page, 'urged');
    await settled(50);
    await page.evaluate(() => analysis.end());
    await expect.poll(asked).toHaveLength(1);
    await come();
    await expect.poll(() => inHost(page, '.claim-list')).toContain('3 claims');
    await settled(300);
    expect(await card()).toBe(null);
  });

  test('comes for a click of which the page lets nothing else be seen', async () => {
    await beginWithoutHand();
    await page.evaluate(() => {
      const before = ['pointermove', 'pointerdown', 'pointerup', 'focusin', 'scroll'];
      const keep = (event: Event) => event.stopImmediatePropagation();
      for (const type of before) addEventListener(type, keep, { capture: true });
    });
    await clickOn(page, 'urged');
    await expect.poll(asked).toHaveLength(1);
    await come();
    await expect.poll(card).toContain('largest trading partner');
  });

  test('opens what was clicked on last', async () => {
    await beginWithoutHand();
    await clickOn(page, 'urged');
    await clickOn(page, 'neutral');
    await settled(50);
    await come();
    await expect.poll(card).toContain('neutral');
    await page.reload();
    await beginWithoutHand();
    await clickOn(page, 'urged');
    await page.click('h1');
    await settled(50);
    await come();
    await settled(300);
    expect(await card()).toBe(null);
  });

  test('offers the card of a claim in a link, to which the pointer came before it', async () => {
    await beginWithoutHand(DAILY.replace('<b>urged</b>', '<a href="/elsewhere">urged</a>'));
    await page.mouse.move(5, 5);
    const { x, y } = await pointOn(page, 'urged');
    await page.mouse.move(x, y);
    await come();
    await clickInHost(page, '.mark-button');
    await expect.poll(card).toContain('largest trading partner');
  });

  test('is not asked for where nothing was found, until text is selected', async () => {
    await beginBeforeClaims([]);
    await page.evaluate(() => analysis.end());
    await page.mouse.move(300, 300);
    await page.mouse.click(320, 300);
    await page.keyboard.press('Tab');
    await settled();
    expect(await asked()).toEqual([]);
    const { x, y } = await pointOn(page, 'largest trading partner');
    await page.mouse.click(x, y, { count: 3 });
    await expect.poll(asked).toHaveLength(1);
    await come();
    await expect.poll(() => inHost(page, '.mark-button')).toContain('Link');
  });

  test('leaves the list to the keyboard, whose first key it came for', async () => {
    await beginWithoutHand();
    await page.keyboard.press('Tab');
    await come();
    await until('the list in focus', async () => {
      await page.keyboard.press('Tab');
      return (await inHost(page, '[data-claim]:focus')) !== null;
    });
  });

  test('comes at once where claims can’t be painted', async () => {
    await beginBeforeClaims();
    await page.evaluate(() => {
      Object.assign(globalThis, { Highlight: undefined });
      new room.Life(document).begin();
    });
    await settled();
    await page.evaluate(() => analysis.end());
    await expect.poll(asked).toHaveLength(1);
    await come();
    await expect.poll(() => inHost(page, '.claim-list.shown')).toContain('3 claims');
  });

  test('draws nothing for a visit that ended while it was under way', async () => {
    await beginWithoutHand();
    await clickOn(page, 'urged');
    const answer = page.evaluate(() => background.tell('page/focus', { id: 'urged' }));
    await settled(50);
    await page.evaluate(() => background.tell('page/stop', {}));
    await come();
    expect(await answer).toEqual({ ok: true, value: { found: false } });
    await settled(300);
    expect(await hosts()).toBe(0);
  });

  test('is another for each of several articles, and each opens its own claims', async () => {
    page = await begin(
      fixture('scrolled').replace('</head>', '<style>.story{min-height:2000px}</style></head>'),
      [
        { word: 'destroyers', argument: 'kelly/treaty-ally-locked-in', stance: 'echoes', id: 'first' },
        { word: 'landlord', argument: 'diplomat/two-partner-dilemma', stance: 'echoes', id: 'second' },
      ],
    );
    await takeHand();
    await page.evaluate(() => document.querySelectorAll('.story')[1]?.scrollIntoView());
    await expect
      .poll(async () => new Set((await requests(page, 'page/anchors')).map(({ visit }) => visit)).size)
      .toBe(2);
    await clickOn(page, 'landlord');
    await settled(50);
    await come();
    await expect.poll(card).toContain('landlord');
    expect(await hosts()).toBe(2);
    await page.keyboard.press('Escape');
    await expect.poll(card).toBe(null);
  });
});
