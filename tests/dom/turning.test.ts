/** A page that changes under the annotator: its address, its elements, what it is about. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { addLate, begin, beginBeforeLate, countWalks, DAILY, LATE, RULES, settled, walks } from './daily';
import { describeInPage, open } from './harness';
import { painted, playEngine, requests } from './reader';
import type { Room } from './room';

declare const room: Room;
declare const background: {
  handlers: Record<string, unknown>;
  sent: { type: string; request: Record<string, never> }[];
  tell: (type: string, request: unknown) => Promise<{ ok: boolean; value?: never }>;
};

let page: Page;

describeInPage('a page that changes under the annotator', () => {
  test('an address that gains a parameter for statistics, or a fragment, is no other: the visit goes on', async () => {
    page = await begin();
    await page.evaluate(() => {
      history.replaceState(null, '', `${location.pathname}?utm_source=front&fbclid=abc`);
      history.pushState(null, '', `${location.pathname}#second`);
    });
    await settled(2500);
    const types = await page.evaluate(() => background.sent.map(({ type }) => type));
    expect(types.filter((type) => type === 'page/analyse')).toHaveLength(1);
    expect(types).not.toContain('page/in-view');
    expect(Object.keys(await painted(page))).toHaveLength(3);
  });

  test.each([
    ['its container is built anew', `document.querySelector('main').innerHTML += ''`],
    [
      'its container is replaced',
      `document.querySelector('main').replaceWith(document.querySelector('main').cloneNode(true))`,
    ],
    ['the whole body is replaced', `document.body.replaceWith(document.body.cloneNode(true))`],
  ])('finds the article again where %s, and follows it there', async (_what, change) => {
    page = await beginBeforeLate();
    const before = await painted(page);
    await page.evaluate(change);
    await settled(1200);
    expect(await painted(page)).toEqual(before);
    const asked = async () => (await requests(page, 'page/analyse')).length;
    expect(await asked()).toBe(1);
    await addLate(page);
    expect(await asked()).toBe(2);
  });

  test('paints an article that was built anew while it was being analysed', async () => {
    page = await open(DAILY);
    await page.evaluate(playEngine, RULES);
    await page.evaluate(() => {
      const analyse = background.handlers['page/analyse'] as (request: unknown) => unknown;
      background.handlers['page/analyse'] = (request: unknown) => {
        const main = document.querySelector('main');
        main?.replaceWith(main.cloneNode(true));
        return analyse(request);
      };
      new room.Life(document).begin();
    });
    const all = async () => Object.values(await painted(page)).flat();
    await expect.poll(async () => (await all()).filter((text) => text !== '')).toHaveLength(3);
  });

  test('reads on after a long quiet, at a sign of the reader', async () => {
    page = await open(DAILY);
    await page.evaluate(playEngine, [...RULES, LATE]);
    await page.evaluate(() => {
      const later = globalThis.setTimeout;
      globalThis.setTimeout = ((act: () => void, ms: number) =>
        later(act, ms === 600_000 && !('isBack' in globalThis) ? 50 : ms)) as never;
      new room.Life(document).begin();
    });
    await expect.poll(() => requests(page, 'page/anchors')).toHaveLength(1);
    await settled(300);
    const late = addLate(page);
    await settled(1000);
    expect(await requests(page, 'page/analyse')).toHaveLength(1);
    await page.evaluate(() => {
      Object.assign(globalThis, { isBack: true });
      document.dispatchEvent(new Event('scrollend'));
    });
    await late;
  });

  test('looks again for nothing that comes beside the article', async () => {
    page = await begin();
    await countWalks(page);
    await page.evaluate(() => {
      const aside = document.createElement('aside');
      aside.textContent = 'Read also: the price of bread rose again this month, bakers said on Friday.';
      document.body.append(aside);
    });
    await settled(1200);
    expect(await walks(page)).toBe(0);
  });
});

describeInPage('a page that puts another article’s text in its place', () => {
  const swap = () =>
    page.evaluate(() => {
      for (const p of document.querySelectorAll('article p, article li, article blockquote'))
        p.textContent = `Another article: the United States is the foundation on which South Korea builds its security, and China knows it very well. ${p.textContent?.length}`;
    });
  const read = async () =>
    (await requests(page, 'page/analyse')).map((request) => {
      const { page: of, blocks } = request as { page: { url: string }; blocks: { text: string }[] };
      return [new URL(of.url).pathname, blocks.some(({ text }) => text.startsWith('Another article'))];
    });
  const address = '/2026/11/22/another.html';

  test('before its address: nothing of it is stored under the former one', async () => {
    page = await begin();
    const own = await page.evaluate('location.pathname');
    await swap();
    await settled(4000);
    await page.evaluate((to) => history.pushState(null, '', to), address);
    await expect.poll(read).toEqual([
      [own, false],
      [address, true],
    ]);
    await settled(3500);
    expect(await read()).toHaveLength(2);
  });

  test('and keeps its address: it is read, a while later', async () => {
    page = await begin();
    const own = await page.evaluate('location.pathname');
    await swap();
    await expect.poll(read).toEqual([
      [own, false],
      [own, true],
    ]);
  });
});

describeInPage('a page that goes elsewhere by itself', () => {
  const address = '/2026/11/22/another.html';
  const visits = () => requests(page, 'page/analyse');
  /** Puts another article in the place of the one there, its headline too. */
  const swap = () =>
    page.evaluate(() => {
      for (const p of document.querySelectorAll('h1, article p, article li, article blockquote'))
        p.textContent = `Another article: the United States is the foundation on which South Korea builds its security, and China knows it very well. ${p.textContent?.length}`;
    });
  const anotherIsPainted = () =>
    expect
      .poll(async () => (await painted(page))['tightrope-kelly-echoes']?.[0])
      .toContain('Another article');

  test('is heard at the reader’s next move where the browser tells nothing of its history', async () => {
    page = await open(DAILY);
    await page.evaluate(playEngine, RULES);
    await page.evaluate(() => {
      Object.defineProperty(globalThis, 'navigation', { value: undefined });
      new room.Life(document).begin();
    });
    await expect.poll(() => requests(page, 'page/anchors')).toHaveLength(1);
    await page.evaluate((to) => history.pushState(null, '', to), address);
    await swap();
    await page.keyboard.press('Shift');
    await anotherIsPainted();
    expect(await visits()).toHaveLength(2);
  });

  test('into another language is read, and no translation', async () => {
    page = await begin();
    await page.evaluate((to) => {
      history.pushState(null, '', to);
      document.documentElement.lang = 'fr';
    }, address);
    await swap();
    await anotherIsPainted();
  });

  test('is read once, and under its own headline, whenever its text was seen to be another', async () => {
    page = await open(DAILY);
    await page.evaluate(playEngine, RULES);
    await page.evaluate(() => {
      const later = globalThis.setTimeout;
      let isAdded = false;
      globalThis.setTimeout = ((act: () => void, ms: number) => {
        // Between the first look and the second: what watches the article sees another text before the third.
        if (ms === 400 && !isAdded) {
          isAdded = true;
          document
            .querySelector('article p:not(.byline)')
            ?.append(' It was said once more, at some length, that day.');
        }
        // The time an address may follow in, shortened.
        return later(act, ms === 6000 ? 10 : ms);
      }) as never;
      new room.Life(document).begin();
    });
    await expect.poll(() => requests(page, 'page/anchors')).toHaveLength(1);
    await page.evaluate((to) => history.pushState(null, '', to), address);
    await swap();
    await anotherIsPainted();
    await settled(1200);
    expect(await visits()).toHaveLength(2);
    const [before, after] = (await visits()) as { page: { title: string } }[];
    expect(before?.page.title).toContain('Seoul weighs its words');
    expect(after?.page.title).toContain('Another article');
  });
});

describeInPage('what the page is found not to be about', () => {
  const asked = async () => (await requests(page, 'page/analyse')).length;
  const turnToBread = () =>
    page.evaluate(() => {
      document.title = 'Bread';
      for (const p of document.querySelectorAll('h1, p, li, blockquote'))
        p.textContent = `The price of bread rose again this month, bakers said, as wheat harvests failed across the plains. ${p.textContent?.length}`;
    });
  const translate = () =>
    page.evaluate(async () => {
      document.documentElement.classList.add('translated-ltr');
      await new Promise((resolve) => setTimeout(resolve, 100));
      document.documentElement.classList.remove('translated-ltr');
    });
  /** Leaves for another page, and comes back to this one as the browser kept it. */
  const comeBack = async () => {
    await page.evaluate(() =>
      addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { wasKept: persisted })),
    );
    await page.goto('https://elsewhere.example/');
    await page.goBack();
    expect(await page.evaluate('globalThis.wasKept')).toBe(true);
  };

  test('is not read when a translation ends, nor when the page is shown again', async () => {
    page = await begin();
    await page.evaluate(() => history.pushState(null, '', '/2026/11/22/bread.html'));
    await turnToBread();
    await expect.poll(() => painted(page)).toEqual({});
    await settled(2500);
    const before = await asked();
    // The background hears of it, also where (in a frame) the tab's address tells nothing.
    expect((await requests(page, 'page/in-view')).at(-1)).toEqual({ visit: null });
    await translate();
    await comeBack();
    await settled(400);
    expect(await asked()).toBe(before);
  });

  test('a front page full of our subject is none: its teasers are not read', async () => {
    page = await begin();
    await page.evaluate(() => {
      history.pushState(null, '', '/');
      const teaser = 'Seoul and Washington talk of China, the alliance and the summit: read more of it here.';
      document.body.innerHTML = `<h1>Korea and the United States</h1>${`<h2>China and Korea</h2><p>${teaser}</p>`.repeat(9)}`;
    });
    await settled(2500);
    expect(await asked()).toBe(1);
    expect(await painted(page)).toEqual({});
  });

  test('the same after the background stopped us; an article on the subject is read again', async () => {
    page = await begin();
    await page.evaluate(() => background.tell('page/stop', {}));
    await translate();
    await expect.poll(asked).toBe(2);
    await settled(400);
    await page.evaluate(() => background.tell('page/stop', {}));
    await comeBack();
    await expect.poll(asked).toBe(3);
    await settled(400);
    await page.evaluate(() => background.tell('page/stop', {}));
    await turnToBread();
    await comeBack();
    await translate();
    await settled(400);
    expect(await asked()).toBe(3);
  });
});
