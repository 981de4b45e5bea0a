import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launch, open } from './harness';
import { clickInHost, inHost, painted, playEngine } from './reader';
import type * as Room from './room';

declare const room: typeof Room;
declare const background: {
  handlers: Record<string, unknown>;
  sent: { type: string; request: Record<string, never> }[];
  tell: (type: string, request: unknown) => Promise<{ ok: boolean; value?: never }>;
  listeners: Set<unknown>;
};

const DAILY = readFileSync(new URL('../fixtures/pages/daily.html', import.meta.url), 'utf8');
const RULES = [
  { word: 'foundation', argument: 'kelly/treaty-ally-locked-in', stance: 'echoes', id: 'foundation' },
  { word: 'urged', argument: 'diplomat/china-pressure', stance: 'echoes', id: 'urged' },
  { word: 'neutral', argument: 'diplomat/two-partner-dilemma', stance: 'challenges', id: 'neutral' },
];

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser?.close());
afterEach(() => page?.close());

async function begin(html = DAILY, rules = RULES, headers: Record<string, string> = {}): Promise<void> {
  page = await open(browser, html, headers);
  await page.evaluate(playEngine, rules);
  await page.evaluate(() => {
    const life = new room.Life(document);
    Object.assign(globalThis, { life });
    life.begin();
  });
  await settled();
}

const settled = (ms = 150) => new Promise((resolve) => setTimeout(resolve, ms));

/** The middle of the first line of a text of the page. */
async function pointOn(text: string): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    const pageText = room.readPageText(document.body);
    const start = pageText.text.indexOf(wanted);
    const box = pageText.rangeOf({ start, end: start + wanted.length })?.getClientRects()[0];
    if (!box) throw new Error(`not on the page: ${wanted}`);
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }, text);
}

async function clickOn(text: string): Promise<void> {
  const { x, y } = await pointOn(text);
  await page.mouse.click(x, y);
  await settled();
}

describe('painting', () => {
  test('paints by essay and stance under names of our own, and leaves the page byte for byte as it was', async () => {
    page = await open(browser, DAILY);
    await page.evaluate(playEngine, RULES);
    const same = await page.evaluate(async () => {
      CSS.highlights.set('page-own', new Highlight());
      const before = document.body.outerHTML;
      const text = document.body.textContent;
      const life = new room.Life(document);
      life.begin();
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { html: before === document.body.outerHTML, text: text === document.body.textContent };
    });
    expect(same).toEqual({ html: true, text: true });
    const all = await painted(page);
    expect(Object.keys(all).sort()).toEqual([
      'page-own',
      'tightrope-diplomat-challenges',
      'tightrope-diplomat-echoes',
      'tightrope-kelly-echoes',
    ]);
    expect(all['tightrope-kelly-echoes']?.[0]).toContain('foundation of the country');
  });

  test('works under the strictest policy with Trusted Types', async () => {
    await begin(DAILY, RULES, {
      'content-security-policy':
        "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    });
    await clickOn('urged');
    expect(await inHost(page, '.card')).toContain('largest trading partner');
    const line = await page.evaluate(
      () =>
        getComputedStyle(document.querySelector('b') as Element, '::highlight(tightrope-diplomat-echoes)')
          .textDecorationLine,
    );
    expect(line).toBe('underline');
  });

  test('mends what the page clears, and clears nothing of the page when it stops', async () => {
    await begin();
    await page.evaluate(() => {
      CSS.highlights.clear();
      CSS.highlights.set('page-own', new Highlight());
      document.adoptedStyleSheets = [];
      document.dispatchEvent(new Event('visibilitychange'));
    });
    expect(Object.keys(await painted(page)).filter((name) => name.startsWith('tightrope'))).toHaveLength(3);
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
    await page.evaluate(() => background.tell('page/stop', {}));
    expect(Object.keys(await painted(page))).toEqual(['page-own']);
    expect(await page.evaluate(() => document.querySelector('tightrope-host'))).toBe(null);
  });

  test('follows the ground of the page, not the wish of the system', async () => {
    await begin(DAILY.replace('body{', 'body{background:#101418;color:#ddd;'));
    const colour = await page.evaluate(
      () =>
        getComputedStyle(document.querySelector('b') as Element, '::highlight(tightrope-diplomat-echoes)')
          .textDecorationColor,
    );
    expect(colour).toBe('rgb(115, 205, 195)');
  });

  test('says so where the browser lacks highlights', async () => {
    page = await open(browser, DAILY);
    const status = await page.evaluate(() => {
      Object.defineProperty(globalThis, 'Highlight', { value: undefined });
      const painter = room.createPainter(document, () => 'light');
      painter.paint([], 'highlight');
      return painter.status;
    });
    expect(status).toBe('unsupported');
  });
});

describe('the card', () => {
  test('opens on a click on a claim, and nowhere else; Escape closes it', async () => {
    await begin();
    await clickOn('Analysts in Washington');
    expect(await inHost(page, '.card')).toBe(null);
    await clickOn('urged');
    expect(await inHost(page, '.card')).toContain('largest trading partner');
    expect(Object.keys(await painted(page))).toContain('tightrope-active');
    await page.keyboard.press('Escape');
    await settled();
    expect(await inHost(page, '.card')).toBe(null);
    expect(Object.keys(await painted(page))).not.toContain('tightrope-active');
  });

  test('leaves a click in a link to the link; a small button opens the card', async () => {
    await begin();
    await page.evaluate(() => {
      document.querySelector('article a')?.addEventListener('click', (event) => {
        event.preventDefault();
        document.title = 'the link was followed';
      });
    });
    await clickOn('foundation of the');
    expect(await page.title()).toBe('the link was followed');
    expect(await inHost(page, '.card')).toBe(null);
    const { x, y } = await pointOn('foundation of the');
    await page.mouse.move(10, 10);
    await page.mouse.move(x, y);
    await settled();
    await clickInHost(page, '.mark-button');
    await settled();
    expect(await inHost(page, '.card')).toContain('foundation of the country');
  });

  test('opens by keyboard from the list of claims, and gives the focus back', async () => {
    await begin();
    await page.focus('footer');
    await page.evaluate(() => document.querySelector<HTMLElement>('article a')?.focus());
    // The list is the last stop of the page.
    await page.keyboard.down('Shift');
    await page.evaluate(() => document.body.focus());
    await page.keyboard.up('Shift');
    for (
      let i = 0;
      i < 6 && !(await page.evaluate(() => document.activeElement?.localName === 'tightrope-host'));
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
    await begin();
    const seen: (string | null)[] = [];
    for (let i = 0; i < 4; i++) {
      await page.evaluate(() => background.tell('page/step', { direction: 'next' }));
      await settled(250);
      seen.push((await inHost(page, '.card [role="status"]')) ?? null);
    }
    expect(seen).toEqual(['1 of 3', '2 of 3', '3 of 3', '1 of 3']);
  });

  test('goes to a claim by id and says whether it is there', async () => {
    await begin();
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
    await begin();
    const { x, y } = await pointOn('urged');
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
    await begin();
    await clickOn('urged');
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

describe('the reader’s own selection', () => {
  test('is offered a button, ranked by the engine and saved with its selectors', async () => {
    await begin();
    const from = await pointOn('Analysts in');
    const to = await pointOn('security.');
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

describe('the life of a page', () => {
  test('reports every anchor, also those it did not find', async () => {
    await begin();
    await page.evaluate(async () => {
      const { value } = (await background.tell('page/focus', { id: 'x' })) as never;
      void value;
      const asked = background.sent.find(({ type }) => type === 'page/analyse');
      const handler = background.handlers['page/analyse'] as (request: unknown) => {
        annotations: never[];
        settings: never;
      };
      const { annotations, settings } = handler({ ...asked?.request, blocks: [] });
      const lost = structuredClone(annotations[0] as unknown) as {
        id: string;
        target: { quote: { exact: string } };
      };
      lost.id = 'lost';
      lost.target.quote.exact =
        'A sentence about tulips which never stood on this page at all, nor on any other.';
      await background.tell('page/refresh', { annotations: [...annotations, lost], settings });
    });
    const report = await page.evaluate(
      () => background.sent.filter(({ type }) => type === 'page/anchors').at(-1)?.request,
    );
    const { anchors } = report as never as {
      anchors: { id: string; anchor: { state: string; reason?: string } }[];
    };
    expect(anchors.map(({ id, anchor }) => [id, anchor.state])).toEqual([
      ['foundation', 'anchored'],
      ['urged', 'anchored'],
      ['neutral', 'anchored'],
      ['lost', 'orphaned'],
    ]);
    expect(anchors[3]?.anchor.reason).toBe('text-gone');
  });

  test('analyses late paragraphs alone, and keeps the others painted', async () => {
    await begin(DAILY, [
      ...RULES,
      { word: 'later', argument: 'diplomat/us-pressure', stance: 'relates', id: 'late' },
    ]);
    await page.evaluate(() => {
      const p = document.createElement('p');
      p.textContent =
        'The United States asked South Korea some hours later to say more about its place in the region.';
      document.querySelector('h1')?.after(p);
    });
    await settled(1200);
    const asked = await page.evaluate(() =>
      background.sent.filter(({ type }) => type === 'page/analyse').map(({ request }) => request),
    );
    expect(asked).toHaveLength(2);
    expect(asked[1]).toMatchObject({ more: true, blocks: [{ kind: 'paragraph' }] });
    const all = await painted(page);
    expect(all['tightrope-diplomat-relates']?.[0]).toContain('some hours later');
    expect(all['tightrope-diplomat-echoes']?.[0]).toContain('urged');
  });

  test('begins a new visit when the page goes elsewhere by itself, and drops answers of the old one', async () => {
    await begin();
    await page.evaluate(() => {
      const handler = background.handlers['page/analyse'] as (request: unknown) => unknown;
      background.handlers['page/analyse'] = async (request: { visit: string }) => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        return handler(request);
      };
      history.pushState(null, '', '/2026/11/22/another.html');
      const [first, second] = document.querySelectorAll('article p:not(.byline)');
      for (const p of document.querySelectorAll('article p, article li, article blockquote'))
        if (p !== first && p !== second) p.remove();
      if (first)
        first.textContent =
          'Another article: the United States is the foundation on which South Korea builds its security, and China knows it very well.';
      if (second)
        second.textContent =
          'A second paragraph on China and on trade, which is long enough for the reader to count as one of the paragraphs of an article.';
    });
    await settled(2500);
    const visits = await page.evaluate(() => [
      ...new Set(
        background.sent.filter(({ type }) => type === 'page/analyse').map(({ request }) => request.visit),
      ),
    ]);
    expect(visits).toHaveLength(2);
    expect((await painted(page))['tightrope-kelly-echoes']).toEqual([
      expect.stringContaining('Another article'),
    ]);
  });

  test('falls silent and cleans up when the extension is gone', async () => {
    await begin();
    await page.evaluate(() => {
      const { runtime } = (globalThis as never as { chrome: { runtime: { id?: string } } }).chrome;
      runtime.id = undefined as never;
    });
    await page.mouse.click(5, 700);
    await settled();
    expect(await painted(page)).toEqual({});
    expect(await page.evaluate(() => document.querySelector('tightrope-host'))).toBe(null);
  });

  test('a new copy sweeps what an older one left', async () => {
    await begin();
    await page.evaluate(() => {
      (globalThis as never as { life: { stopHearing: () => void } }).life.stopHearing();
      const life = new room.Life(document);
      life.begin();
    });
    await settled();
    expect(await page.evaluate(() => document.querySelectorAll('tightrope-host').length)).toBe(1);
    expect(Object.keys(await painted(page))).toHaveLength(3);
  });

  test('stays out where the background says off', async () => {
    page = await open(browser, DAILY);
    await page.evaluate(async () => {
      background.handlers['page/analyse'] = () => ({ status: 'off' });
      new room.Life(document).begin();
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    expect(await painted(page)).toEqual({});
    expect(await page.evaluate(() => document.querySelector('tightrope-host'))).toBe(null);
  });
});
