import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { Block } from '../../messages/protocol';
import { addLate, begin, beginBeforeLate, clickOn, DAILY, lineColour, RULES, settled } from './daily';
import { describeInPage, open } from './harness';
import { inHost, painted, playEngine, requests } from './reader';
import type { Room } from './room';

declare const room: Room;
declare const background: {
  handlers: Record<string, unknown>;
  sent: { type: string; request: Record<string, never> }[];
  tell: (type: string, request: unknown) => Promise<{ ok: boolean; value?: never }>;
};

let page: Page;

describeInPage('painting', () => {
  test('paints by essay and stance under names of our own, and leaves the page byte for byte as it was', async () => {
    page = await open(DAILY);
    await page.evaluate(playEngine, RULES);
    const body = () =>
      page.evaluate(() => ({ html: document.body.outerHTML, text: document.body.textContent }));
    const before = await body();
    await page.evaluate(() => {
      CSS.highlights.set('page-own', new Highlight());
      new room.Life(document).begin();
    });
    await expect
      .poll(async () => Object.keys(await painted(page)).sort())
      .toEqual([
        'page-own',
        'tightrope-diplomat-challenges',
        'tightrope-diplomat-echoes',
        'tightrope-kelly-echoes',
      ]);
    expect(await body()).toEqual(before);
    const all = await painted(page);
    expect(all['tightrope-kelly-echoes']?.[0]).toContain('foundation of the country');
  });

  test('works under the strictest policy with Trusted Types', async () => {
    page = await begin(DAILY, RULES, {
      'content-security-policy':
        "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    });
    await clickOn(page, 'urged');
    await expect.poll(() => inHost(page, '.card')).toContain('largest trading partner');
    const line = await page.evaluate(
      () =>
        getComputedStyle(document.querySelector('b') as Element, '::highlight(tightrope-diplomat-echoes)')
          .textDecorationLine,
    );
    expect(line).toBe('underline');
  });

  test('mends what the page clears, and clears nothing of the page when it stops', async () => {
    page = await begin();
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
    expect(await page.evaluate(() => document.querySelector('[data-tightrope-host]'))).toBe(null);
  });

  test('follows the ground of the page, not the wish of the system', async () => {
    page = await begin(DAILY.replace('body{', 'body{background:#101418;color:#ddd;'));
    const colour = await page.evaluate(
      () =>
        getComputedStyle(document.querySelector('b') as Element, '::highlight(tightrope-diplomat-echoes)')
          .textDecorationColor,
    );
    expect(colour).toBe('rgb(115, 205, 195)');
  });

  test('follows a page that turns dark', async () => {
    page = await begin();
    await page.evaluate(() => {
      document.body.style.background = '#101418';
      document.dispatchEvent(new Event('scrollend'));
    });
    await expect.poll(() => lineColour(page)).toBe('rgb(115, 205, 195)');
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
  });

  test('says so where the browser lacks highlights, and lists the claims in plain sight', async () => {
    page = await open(DAILY);
    await page.evaluate(playEngine, RULES);
    await page.evaluate(() => {
      Object.defineProperty(globalThis, 'Highlight', { value: undefined });
      new room.Life(document).begin();
    });
    const list = () => inHost(page, '.claim-list.shown');
    await expect.poll(list).toContain('largest trading partner');
    expect(await list()).toContain('can’t mark text');
    expect(await painted(page)).toEqual({});
  });
});

describeInPage('the life of a page', () => {
  test('reports every anchor, also those it did not find', async () => {
    page = await begin();
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

  test('analyses late paragraphs beside known ones, and keeps the others painted', async () => {
    page = await beginBeforeLate();
    await addLate(page);
    const asked = await requests(page, 'page/analyse');
    expect(asked).toHaveLength(2);
    expect(asked[1]).toMatchObject({ more: true });
    const { blocks } = asked[1] as { blocks: Block[] };
    // After the headline, and before the three that stand below it.
    expect(blocks.map(({ known = false }) => known)).toEqual([true, false, true, true, true]);
    const all = await painted(page);
    expect(all['tightrope-diplomat-echoes']?.[0]).toContain('urged');
  });

  test('analyses the rest of an article that comes beside its first lines', async () => {
    const [, first, rest] = /(<p>South Korea's.*?<\/p>)([\s\S]*)<\/article>/.exec(DAILY) ?? [];
    const lead = `<div>${first}<p>${'More of it is to come in a moment. '.repeat(9)}</p></div>`;
    page = await begin(`<h1>Seoul weighs its words</h1><article>${lead}<div id="rest"></div></article>`);
    expect(Object.values(await painted(page)).flat()).toHaveLength(1);
    await page.evaluate((more) => {
      const place = document.querySelector('#rest');
      if (place) place.innerHTML = more;
    }, rest ?? '');
    await expect.poll(async () => Object.values(await painted(page)).flat()).toHaveLength(3);
  });

  test.each([
    ['its path', `history.pushState(null, '', '/2026/11/22/another.html')`],
    ['the route of its hash router', `location.hash = '#/article/2'`],
  ])(
    'begins a new visit when the page goes elsewhere by %s, and drops answers of the old one',
    async (_what, go) => {
      page = await begin();
      await page.evaluate(go);
      await page.evaluate(() => {
        const handler = background.handlers['page/analyse'] as (request: unknown) => unknown;
        background.handlers['page/analyse'] = async (request: { visit: string }) => {
          await new Promise((resolve) => setTimeout(resolve, 100));
          return handler(request);
        };
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
      const another = [expect.stringContaining('Another article')];
      await expect.poll(async () => (await painted(page))['tightrope-kelly-echoes']).toEqual(another);
      await settled(1000);
      const visits = (await requests(page, 'page/analyse')).map(({ visit }) => visit);
      expect(new Set(visits).size).toBe(2);
      expect((await painted(page))['tightrope-kelly-echoes']).toEqual(another);
    },
  );

  test('falls silent and cleans up when the extension is gone', async () => {
    page = await begin();
    await page.evaluate(() => {
      const { runtime } = (globalThis as never as { chrome: { runtime: { id?: string } } }).chrome;
      runtime.id = undefined as never;
    });
    await page.mouse.click(5, 700);
    await expect.poll(() => painted(page)).toEqual({});
    expect(await page.evaluate(() => document.querySelector('[data-tightrope-host]'))).toBe(null);
  });

  test('a new copy sweeps what an older one left', async () => {
    page = await begin();
    // The list for the keyboard is drawn at the first sign of a reader.
    await page.keyboard.press('Shift');
    await page.evaluate(() => {
      (globalThis as never as { life: { stopHearing: () => void } }).life.stopHearing();
      background.sent.length = 0;
      const life = new room.Life(document);
      life.begin();
    });
    await expect.poll(() => requests(page, 'page/anchors')).toHaveLength(1);
    const hosts = () => page.evaluate(() => document.querySelectorAll('[data-tightrope-host]').length);
    expect(await hosts()).toBe(0);
    await page.keyboard.press('Shift');
    await expect.poll(hosts).toBe(1);
    expect(Object.keys(await painted(page))).toHaveLength(3);
  });

  test('late text that could not be read is read after the next change', async () => {
    page = await beginBeforeLate();
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.evaluate(() => {
      const walk = document.createTreeWalker;
      document.createTreeWalker = () => {
        document.createTreeWalker = walk;
        throw new Error('not now');
      };
      document.querySelector('h1')?.after('A part that comes late, and long enough to be worth a look.');
    });
    await settled(1000);
    expect(await requests(page, 'page/analyse')).toHaveLength(1);
    await addLate(page);
    expect(errors).toEqual([]);
  });

  test.each([true, false])(
    'a page that needs Readability waits for it; stopped meanwhile (%s), it is not analysed',
    async (isStopped) => {
      page = await open(DAILY.replace('</main>', `</main><p>${'Bread has become dearer. '.repeat(8)}</p>`));
      await page.evaluate(playEngine, RULES);
      await page.evaluate(() => {
        const door = 'tightropeReadability';
        const found = Object.getOwnPropertyDescriptor(globalThis, door) as PropertyDescriptor;
        Reflect.deleteProperty(globalThis, door);
        background.handlers['script/load'] = async () => {
          await new Promise((resolve) => setTimeout(resolve, 300));
          Object.defineProperty(globalThis, door, found);
        };
        new room.Life(document).begin();
      });
      await expect.poll(() => requests(page, 'script/load')).toEqual([{ script: 'readability' }]);
      expect(await requests(page, 'page/analyse')).toEqual([]);
      if (isStopped) await page.evaluate(() => background.tell('page/stop', {}));
      await settled(600);
      expect(await requests(page, 'page/analyse')).toHaveLength(isStopped ? 0 : 1);
    },
  );

  test('stays out where the background says off', async () => {
    page = await open(DAILY);
    await page.evaluate(() => {
      background.handlers['page/analyse'] = () => ({ status: 'off' });
      new room.Life(document).begin();
    });
    await expect.poll(() => requests(page, 'page/analyse')).toHaveLength(1);
    await settled();
    expect(await painted(page)).toEqual({});
    expect(await page.evaluate(() => document.querySelector('[data-tightrope-host]'))).toBe(null);
  });
});
