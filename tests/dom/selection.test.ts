/** The reader's own selection, linked to an argument. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { begin, clickOn, DAILY, pointOn, RULES, settled } from './daily';
import { describeInPage, open } from './harness';
import { clickInHost, inHost, painted, playEngine, requests } from './reader';
import type { Room } from './room';

declare const room: Room;
declare const background: {
  handlers: Record<string, unknown>;
  sent: { type: string; request: Record<string, never> }[];
  tell: (type: string, request: unknown) => Promise<{ ok: boolean; value?: never }>;
};

let page: Page;

describeInPage('the reader’s own selection', () => {
  const select = (from: string, to: string) =>
    page.evaluate(
      (start, end) => {
        const pageText = new room.PageText(document.body);
        const { text } = pageText;
        const range = pageText.rangeOf({ start: text.indexOf(start), end: text.indexOf(end) + end.length });
        if (range)
          getSelection()?.setBaseAndExtent(
            range.endContainer,
            range.endOffset,
            range.startContainer,
            range.startOffset,
          );
      },
      from,
      to,
    );

  test('across two paragraphs with a long script between them, is kept without its blanks', async () => {
    const script = `<script>${'console.log(0);'.repeat(200)}</script>`;
    page = await begin(DAILY.replace('Seoul declined to comment on the remark.</p>', `$&${script}`));
    await select('Officials in Seoul', 'treaty ally of Washington');
    await page.evaluate(() => background.tell('page/link-selection', {}));
    await clickInHost(page, '.picker button[type="submit"]');
    await expect.poll(() => requests(page, 'selection/add')).toHaveLength(1);
    const [added] = await requests(page, 'selection/add');
    const { exact } = (added as never as { target: { quote: { exact: string } } }).target.quote;
    expect((await requests(page, 'selection/rank'))[0]?.text).toBe(exact);
    expect(exact).toMatch(/remark\. “We are a treaty ally of Washington$/);
    await expect.poll(async () => (await painted(page))['tightrope-kelly-echoes']).toHaveLength(2);
  });

  test('is ranked with what stands near it in the article, a line for each paragraph, and nothing else of the page', async () => {
    page = await begin();
    await select('nobody in this building', 'can be neutral');
    await page.evaluate(() => background.tell('page/link-selection', {}));
    await expect.poll(() => requests(page, 'selection/rank')).toHaveLength(1);
    const [{ text, before = '', after = '' } = {}] = (await requests(page, 'selection/rank')) as Record<
      string,
      string
    >[];
    expect(text).toMatch(/^nobody in this building.*neutral$/);
    const [headline, ...above] = before.split('\n');
    expect(headline).toBe('Seoul weighs its words between two powers');
    expect(above[0]).toMatch(/^South Korea's foreign minister said on Friday/);
    expect(above.at(-1)).toMatch(/^“We are a treaty ally of Washington, and$/);
    expect(after).toMatch(/^,” a senior official said\.\n(.+\n)*Analysts in Washington expect/);
    expect(before + after).not.toContain('answers in kind');
  });

  test('of one word is offered no button, but taken where it is asked for', async () => {
    page = await begin();
    const { x, y } = await pointOn(page, 'neighbours');
    await page.mouse.click(x, y, { count: 2 });
    // Longer than a selection has to stand to be offered one.
    await settled(400);
    expect(await inHost(page, '.mark-button')).toBe(null);
    await page.evaluate(() => background.tell('page/link-selection', {}));
    await clickInHost(page, '.picker button[type="submit"]');
    await expect.poll(() => requests(page, 'selection/add')).toHaveLength(1);
    expect((await requests(page, 'selection/add'))[0]).toMatchObject({
      target: { quote: { exact: 'neighbours' } },
    });
  });

  test('that can’t be taken is refused with a word on why, until the reader goes on', async () => {
    const long = `<p>${'Seoul has said so before, and said it again. '.repeat(40)}</p>`;
    page = await begin(DAILY.replace('<blockquote>', `${long}<blockquote>`));
    const ask = () => page.evaluate(() => background.tell('page/link-selection', {}));
    const refusal = () => inHost(page, '.refusal [role="alert"]');
    await ask();
    await expect.poll(refusal).toContain('Select a sentence');
    await select('Seoul has said so', 'situation room');
    await ask();
    await expect.poll(refusal).toMatch(/has 1,\d\d\d characters; up to 1,500/);
    await page.keyboard.press('Escape');
    await expect.poll(refusal).toBe(null);
    await ask();
    await expect.poll(refusal).toContain('up to 1,500');
    await select('Analysts in Washington', 'next government');
    await ask();
    await expect.poll(() => inHost(page, '.picker')).toContain('Analysts in Washington');
    expect(await refusal()).toBe(null);
  });

  test('on a page in translation is refused with a word on why, and taken from the original', async () => {
    page = await begin();
    const ask = () => page.evaluate(() => background.tell('page/link-selection', {}));
    const refusal = () => inHost(page, '.refusal [role="alert"]');
    const translate = (on: boolean) =>
      page.evaluate((force) => document.documentElement.classList.toggle('translated-ltr', force), on);
    await translate(true);
    await expect.poll(() => painted(page)).toEqual({});
    await select('Analysts in Washington', 'next government');
    expect(await ask()).toEqual({ ok: true });
    await expect.poll(refusal).toContain('in translation');
    await page.keyboard.press('Escape');
    await expect.poll(refusal).toBe(null);
    await ask();
    await expect.poll(refusal).toContain('in translation');
    await translate(false);
    await expect.poll(refusal).toBe(null);
    await ask();
    await expect.poll(() => inHost(page, '.picker')).toContain('Analysts in Washington');
  });

  test('on a page in another language is taken', async () => {
    page = await open(DAILY);
    await page.evaluate(playEngine, RULES);
    await page.evaluate(() => {
      const analyse = background.handlers['page/analyse'] as (request: unknown) => object;
      background.handlers['page/analyse'] = (request: unknown) => {
        const answer = { ...analyse(request), status: 'not-analysed', language: 'ko', annotations: [] };
        return answer;
      };
      new room.Life(document).begin();
    });
    await expect.poll(() => requests(page, 'page/analyse')).toHaveLength(1);
    await select('Analysts in Washington', 'next government');
    await page.evaluate(() => background.tell('page/link-selection', {}));
    await expect.poll(() => inHost(page, '.picker')).toContain('Analysts in Washington');
  });

  test.each([
    ['any more', () => background.tell('page/stop', {})],
    [
      'because the reader paused us',
      async () => {
        const { handlers } = background;
        const analyse = handlers['page/analyse'];
        handlers['page/analyse'] = () => ({ status: 'off' });
        await background.tell('page/stop', {});
        (globalThis as never as { life: { again: () => void } }).life.again();
        await new Promise((resolve) => setTimeout(resolve, 500));
        handlers['page/analyse'] = analyse;
      },
    ],
  ])('where nothing is read %s, is left to the background, which has the page read', async (_, stop) => {
    page = await begin();
    await page.evaluate(stop);
    await select('Analysts in Washington', 'next government');
    const ask = () => page.evaluate(() => background.tell('page/link-selection', {}));
    expect(await ask()).toMatchObject({ ok: false });
    // As it then does: a stop, and the script put in once more.
    await page.evaluate(async () => {
      await background.tell('page/stop', {});
      (globalThis as never as { life: { again: () => void } }).life.again();
    });
    expect(await ask()).toEqual({ ok: true });
    await expect.poll(() => inHost(page, '.picker')).toContain('Analysts in Washington');
  });

  test('within a claim is no click on it', async () => {
    page = await begin();
    const from = await pointOn(page, 'has urged');
    const to = await pointOn(page, 'small clique');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => inHost(page, '.mark-button')).toContain('Link to an argument');
    expect(await inHost(page, '.card')).toBe(null);
  });

  test('of several lines keeps them in sight under its button', async () => {
    page = await begin();
    const from = await pointOn(page, 'Officials in Seoul');
    const to = await pointOn(page, 'a senior official');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => inHost(page, '.mark-button')).toContain('Link to an argument');
    await settled();
    const top = await page.evaluate(() => getSelection()?.getRangeAt(0).getBoundingClientRect().top);
    const end = await inHost(page, '.mark-button', 'getBoundingClientRect().bottom');
    expect(Number(end)).toBeLessThanOrEqual(Number(top));
  });

  test('is shown its own arguments, not those of the one before that come late', async () => {
    page = await begin();
    await page.evaluate(() => {
      const late = ['kelly/no-looming-choice', 'diplomat/us-pressure'];
      background.handlers['selection/rank'] = async () => {
        const argument = late.shift();
        if (late.length > 0) await new Promise((resolve) => setTimeout(resolve, 500));
        return { ranking: [{ argument, stance: 'echoes', confidence: 0.6 }] };
      };
    });
    await select('Officials in Seoul', 'on the remark');
    await page.evaluate(() => background.tell('page/link-selection', {}));
    await select('Analysts in Washington', 'next government');
    await page.evaluate(() => background.tell('page/link-selection', {}));
    await expect.poll(() => inHost(page, '.picker')).toContain('Washington presses Seoul');
    await settled(700);
    expect(await inHost(page, '.picker')).toContain('Washington presses Seoul');
    await clickInHost(page, '.picker button[type="submit"]');
    await expect.poll(() => requests(page, 'selection/add')).toHaveLength(1);
    expect((await requests(page, 'selection/add'))[0]?.argument).toBe('diplomat/us-pressure');
  });

  test('within a claim is what a click on it opens', async () => {
    page = await begin();
    await select('what it calls a', 'aimed at its');
    await page.evaluate(() => background.tell('page/link-selection', {}));
    await clickInHost(page, '.picker button[type="submit"]');
    await expect
      .poll(() => inHost(page, '.card blockquote'))
      .toBe('what it calls a small clique aimed at its');
    await page.keyboard.press('Escape');
    await clickOn(page, 'urged');
    await expect.poll(() => inHost(page, '.card blockquote')).toContain('has urged Seoul');
    await clickOn(page, 'small clique');
    await expect
      .poll(() => inHost(page, '.card blockquote'))
      .toBe('what it calls a small clique aimed at its');
  });

  test('has its question closed by Escape, wherever the focus is', async () => {
    page = await begin();
    await select('Analysts in Washington', 'next government');
    await page.evaluate(() => background.tell('page/link-selection', {}));
    await expect.poll(() => inHost(page, '.picker')).not.toBe(null);
    await page.mouse.click(5, 700);
    await page.keyboard.press('Escape');
    await expect.poll(() => inHost(page, '.picker')).toBe(null);
  });

  test('is offered a button, ranked by the engine and saved with its selectors', async () => {
    page = await begin();
    const from = await pointOn(page, 'Analysts in');
    const to = await pointOn(page, 'security.');
    await page.mouse.move(from.x - 20, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    await clickInHost(page, '.mark-button');
    await expect.poll(() => inHost(page, '.picker')).toContain('Link to an argument');
    await clickInHost(page, '.picker button[type="submit"]');
    await expect.poll(async () => (await painted(page))['tightrope-kelly-echoes']).toHaveLength(2);
    const [added] = await requests(page, 'selection/add');
    expect(added).toMatchObject({ argument: 'kelly/treaty-ally-locked-in', stance: 'echoes' });
    const { quote, paragraph } = (
      added as never as { target: { quote: { exact: string; prefix: string }; paragraph: string } }
    ).target;
    expect(paragraph).toContain(quote.exact);
    expect(quote.prefix.length).toBeGreaterThanOrEqual(32);
  });

  test('asked for by key or menu, with no other sign of a reader: its arguments come as the engine names them', async () => {
    page = await begin();
    await page.evaluate(async () => {
      // Later than what the picker's focus sets off.
      const rank = background.handlers['selection/rank'] as () => unknown;
      background.handlers['selection/rank'] = async () => {
        await new Promise((resolve) => setTimeout(resolve, 200));
        return rank();
      };
      const paragraph = document.querySelector('b')?.closest('p');
      if (paragraph) getSelection()?.selectAllChildren(paragraph);
      await background.tell('page/link-selection', {});
      // Drawn anew at once, for its own reasons.
      const asked = background.sent.find(({ type }) => type === 'page/analyse');
      const analyse = background.handlers['page/analyse'] as (request: unknown) => object;
      await background.tell('page/refresh', analyse(asked?.request));
    });
    await expect.poll(() => inHost(page, '.picker')).toContain('The treaty locks Korea in');
    await expect.poll(() => inHost(page, '.claim-list')).toContain('urged');
  });
});
