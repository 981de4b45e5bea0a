import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { begin, DAILY, pointOn, settled } from './daily';
import { describeInPage } from './harness';
import { clickInHost, inHost, painted, requests } from './reader';

declare const background: {
  handlers: Record<string, unknown>;
  sent: { type: string; request: Record<string, never> }[];
  tell: (type: string, request: unknown) => Promise<{ ok: boolean; value?: { started: boolean } }>;
};

let page: Page;
/** The claim's card; the bar is one in looks only. */
const card = () => inHost(page, '.card[role="dialog"]');

/** Gives the page an annotation whose sentence it has lost, and a background that stores where it is placed. */
async function loseOne(): Promise<void> {
  await page.evaluate(async () => {
    const asked = background.sent.find(({ type }) => type === 'page/analyse');
    const analyse = background.handlers['page/analyse'] as (request: unknown) => {
      annotations: { id: string; target: { quote: { exact: string } }; anchor: unknown }[];
      settings: never;
    };
    const { annotations, settings } = analyse({ ...asked?.request, blocks: [] });
    const lost = structuredClone(annotations[0]);
    if (!lost) throw new Error('nothing found');
    lost.id = 'lost';
    lost.target.quote.exact =
      'A sentence about tulips which never stood on this page at all, nor on any other.';
    background.handlers['annotation/place'] = ({ target }: { target: never }) => ({
      ...lost,
      target,
      anchor: { state: 'anchored' },
    });
    await background.tell('page/refresh', { annotations: [...annotations, lost], settings });
  });
}

const place = (id: string) => page.evaluate((of) => background.tell('page/place', { id: of }), id);

async function selectLine(text: string): Promise<void> {
  const { x, y } = await pointOn(page, text);
  await page.mouse.click(x, y, { count: 3 });
}

describeInPage('placing a lost claim anew', () => {
  test('the reader selects its passage and presses the button; it is painted there', async () => {
    page = await begin(DAILY);
    await loseOne();
    expect(await place('lost')).toEqual({ ok: true, value: { started: true } });
    await expect.poll(() => inHost(page, '.place-anew')).toContain('tulips');
    await selectLine('Analysts in Washington');
    await expect.poll(() => inHost(page, '.place-anew .chosen')).toContain('Analysts in Washington');
    // The button that links a selection to an argument is not meant now.
    await settled(300);
    expect(await inHost(page, '.mark-button')).toBe(null);
    await clickInHost(page, '.place-anew .primary');
    await expect.poll(card).toContain('Analysts in Washington');
    const [sent] = await requests(page, 'annotation/place');
    expect(sent).toMatchObject({
      id: 'lost',
      target: { quote: { exact: expect.stringContaining('Analysts in Washington') } },
    });
    const all = Object.values(await painted(page)).flat();
    expect(all.some((text) => text.includes('Analysts in Washington'))).toBe(true);
    expect(await inHost(page, '.place-anew')).toBe(null);
    expect(await page.evaluate(() => getSelection()?.type)).toBe('None');
  });

  test('at what was selected before the reader asked', async () => {
    page = await begin(DAILY);
    await loseOne();
    await selectLine('Analysts in Washington');
    await place('lost');
    await expect.poll(() => inHost(page, '.place-anew .chosen')).toContain('Analysts in Washington');
  });

  test('at one word, as the quotes of other programs may be; at no passage that would be lost again', async () => {
    const long = `<p>${'Seoul has said so before, and said it again. '.repeat(40)}</p>`;
    page = await begin(DAILY.replace('<blockquote>', `${long}<blockquote>`));
    await loseOne();
    await place('lost');
    await expect.poll(() => inHost(page, '.place-anew')).toContain('tulips');
    await selectLine('Seoul has said so');
    await expect.poll(() => inHost(page, '.place-anew')).toContain('up to 1,500');
    expect(await inHost(page, '.place-anew .primary', 'disabled')).toBe('true');
    const { x, y } = await pointOn(page, 'neighbours');
    await page.mouse.click(x, y, { count: 2 });
    await expect.poll(() => inHost(page, '.place-anew .chosen')).toBe('neighbours');
    expect(await inHost(page, '.place-anew')).not.toContain('up to 1,500');
    await clickInHost(page, '.place-anew .primary');
    await expect.poll(() => requests(page, 'annotation/place')).toHaveLength(1);
  });

  test('says what went wrong, and can be tried again', async () => {
    page = await begin(DAILY);
    await loseOne();
    await place('lost');
    await selectLine('Analysts in Washington');
    await expect.poll(() => inHost(page, '.place-anew .chosen')).toContain('Analysts in Washington');
    await page.evaluate(() => {
      const { handlers } = background;
      const stored = handlers['annotation/place'];
      handlers['annotation/place'] = () => {
        handlers['annotation/place'] = stored;
        throw new Error('The background is gone.');
      };
    });
    await clickInHost(page, '.place-anew .primary');
    const alert = () => inHost(page, '.place-anew [role="alert"]');
    await expect.poll(alert).toContain('try again');
    await selectLine('China, the country');
    await expect.poll(() => inHost(page, '.place-anew .chosen')).toContain('China');
    expect(await alert()).toBe(null);
    await selectLine('Analysts in Washington');
    await expect.poll(() => inHost(page, '.place-anew .chosen')).toContain('Analysts in Washington');
    await clickInHost(page, '.place-anew .primary');
    await expect.poll(card).toContain('Analysts in Washington');
  });

  test('ends with Escape, and does not begin for what is not of the page', async () => {
    page = await begin(DAILY);
    await loseOne();
    expect(await place('unknown')).toEqual({ ok: true, value: { started: false } });
    await place('lost');
    await expect.poll(() => inHost(page, '.place-anew')).toContain('tulips');
    await page.keyboard.press('Escape');
    await expect.poll(() => inHost(page, '.place-anew')).toBe(null);
  });
});

describeInPage('a claim whose place is uncertain', () => {
  test('is painted as such where it may stand, and stays there by the reader’s word', async () => {
    page = await begin();
    await page.evaluate(async () => {
      const asked = background.sent.find(({ type }) => type === 'page/analyse');
      const analyse = background.handlers['page/analyse'] as (request: unknown) => {
        annotations: { target: { quote: { exact: string }; position: unknown } }[];
        settings: never;
      };
      const { annotations, settings } = analyse({ ...asked?.request, blocks: [] });
      const [first] = structuredClone(annotations);
      if (!first) throw new Error('nothing found');
      // Too short to be believed without what stood around it.
      first.target.quote = { exact: 'foundation', prefix: 'tulips ', suffix: ' roses' } as never;
      first.target.position = { start: 0, end: 10 };
      background.handlers['annotation/place'] = ({ target }: { target: never }) => ({ ...first, target });
      await background.tell('page/refresh', { annotations: [first], settings });
    });
    await expect.poll(() => painted(page)).toEqual({ 'tightrope-kelly-uncertain': ['foundation'] });
    await page.evaluate(() => background.tell('page/focus', { id: 'foundation' }));
    await expect.poll(card).toContain('may not be the sentence');
    await clickInHost(page, '.card-actions button');
    await expect.poll(() => requests(page, 'annotation/place')).toHaveLength(1);
    await expect.poll(() => painted(page)).toMatchObject({ 'tightrope-kelly-echoes': ['foundation'] });
  });
});
