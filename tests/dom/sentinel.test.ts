import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { ADDRESS, describeInPage, fixture, load, open } from './harness';
import type { Room } from './room';

declare const room: Room;
declare const chrome: { runtime: object };
declare const background: {
  sent: { type: string; request: unknown }[];
  tell: (type: string, request: unknown) => Promise<unknown>;
};

let page: Page;

/** Runs the sentinel, counting everything it could leave behind. */
async function watch(html: string): Promise<void> {
  page = await open(html);
  await page.evaluate(() => {
    const left = { timers: 0, observers: 0, listeners: 0 };
    Object.assign(globalThis, { left });
    const later = globalThis.setTimeout;
    globalThis.setTimeout = ((handler: () => void, delay: number) => {
      left.timers++;
      return later(() => {
        left.timers--;
        handler();
      }, delay);
    }) as never;
    globalThis.MutationObserver = class extends MutationObserver {
      isOn = false;
      override observe(...given: Parameters<MutationObserver['observe']>) {
        if (!this.isOn) left.observers++;
        this.isOn = true;
        super.observe(...given);
      }
      override disconnect() {
        if (this.isOn) left.observers--;
        this.isOn = false;
        super.disconnect();
      }
    };
    const listen = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (...given: Parameters<typeof listen>) {
      left.listeners++;
      return listen.apply(this, given);
    };
    room.keepWatch();
  });
}

const ARTICLE = fixture('daily').match(/<main>[\s\S]*<\/main>/)?.[0] ?? '';
/** Puts an article on the subject into the page in the stead of what stood there. */
const becomeArticle = () =>
  page.evaluate((html) => {
    document.title = 'Seoul weighs its words';
    document.body.innerHTML = html;
  }, ARTICLE);
const verdicts = () => page.evaluate(() => background.sent);
const left = () => page.evaluate(() => (globalThis as never as { left: unknown }).left);
const NOTHING = { timers: 0, observers: 0, listeners: 0 };
const verdict = (relevant: boolean) => ({ type: 'sentinel/verdict', request: { relevant } });

describeInPage('the sentinel', () => {
  test.each(['daily', 'breaks', 'live', 'listicle', 'teaser', 'transcript', 'opinion', 'wire'])(
    'says yes to %s, and no more than yes',
    async (name) => {
      await watch(fixture(name));
      expect(await verdicts()).toEqual([verdict(true)]);
      expect(await left()).toEqual(NOTHING);
    },
  );

  test.each([
    ['its line breaks in one line of the source', fixture('breaks').replace(/(<br>)\s+/g, '$1')],
    [
      'a line of its source for every word',
      fixture('daily').replace(/<meta property="og:type"[^>]*>|(?<=<p>[^<]*) /g, '\n'),
    ],
  ])('says yes to an article with %s', async (_, html) => {
    await watch(html);
    await expect.poll(verdicts).toEqual([verdict(true)]);
  });

  test('says no to an article on something else, and leaves nothing behind', async () => {
    const bread =
      'The price of bread rose again this month, bakers said, as wheat harvests failed across the plains of the south. ';
    await watch(`<title>Bread</title><h1>Bread prices rise</h1>${`<p>${bread.repeat(2)}</p>`.repeat(6)}`);
    expect(await verdicts()).toEqual([verdict(false)]);
    expect(await left()).toEqual(NOTHING);
  });

  test('says no to a front page of teasers', async () => {
    const teaser =
      '<a href="/1"><h3>South Korea, China and the United States talk</h3><p>Seoul said no to Beijing.</p></a>';
    await watch(`<title>Front page: South Korea</title>${teaser.repeat(30)}`);
    // As long as it may look again.
    await new Promise((resolve) => setTimeout(resolve, 3700));
    await expect.poll(verdicts).toEqual([verdict(false)]);
  });

  test('looks again at a page that is empty at first, and finds the late article', async () => {
    await watch('<title>Loading</title><div id="app"></div>');
    expect(await verdicts()).toEqual([]);
    await becomeArticle();
    await expect.poll(verdicts).toEqual([verdict(true)]);
    expect(await left()).toEqual(NOTHING);
  });

  test('finds an article that comes long after the last look, and is idle until then', async () => {
    await watch('<title>Loading</title><div id="app"></div>');
    await expect.poll(verdicts, { timeout: 6000 }).toEqual([verdict(false)]);
    expect(await left()).toEqual({ ...NOTHING, observers: 1 });
    await becomeArticle();
    await expect.poll(verdicts).toEqual([verdict(false), verdict(true)]);
    expect(await left()).toEqual(NOTHING);
  });

  test.each([
    ['its extension is gone', () => void Object.assign(chrome.runtime, { id: undefined })],
    ['the permission for its site is', () => void background.tell('site/revoked', {})],
  ])('looks no more once %s', async (_, end) => {
    await watch('<title>Loading</title><div id="app"></div>');
    await expect.poll(verdicts, { timeout: 6000 }).toEqual([verdict(false)]);
    await page.evaluate(end);
    await becomeArticle();
    await expect.poll(left, { timeout: 3000 }).toEqual(NOTHING);
    expect(await verdicts()).toEqual([verdict(false)]);
  });

  test('finds the rest of a declared article that comes once the reader asks for it', async () => {
    const lead = `<p>${'Balance is a word that sounds better in a lecture hall than in a situation room. '.repeat(2)}</p>`;
    await watch(`<meta property="og:type" content="article"><title>On balance</title><div>${lead}</div>`);
    await expect.poll(verdicts, { timeout: 6000 }).toEqual([verdict(false)]);
    await new Promise((resolve) => setTimeout(resolve, 3700));
    await becomeArticle();
    await expect.poll(verdicts).toEqual([verdict(false), verdict(true)]);
    expect(await left()).toEqual(NOTHING);
  });

  test('finds the article that comes late into a shadow root', async () => {
    await watch('<title>Loading</title><news-app></news-app>');
    await page.evaluate(() => document.querySelector('news-app')?.attachShadow({ mode: 'open' }));
    await expect.poll(verdicts, { timeout: 6000 }).toEqual([verdict(false)]);
    await page.evaluate((html) => {
      const root = document.querySelector('news-app')?.shadowRoot;
      if (root) root.innerHTML = html;
    }, ARTICLE);
    await expect.poll(verdicts).toEqual([verdict(false), verdict(true)]);
  });

  test('looks ever more seldom at a page that changes all the time and never is an article', async () => {
    const bread = '<p>The price of bread rose again this month, bakers said, as wheat harvests failed.</p>';
    await watch(`<title>Prices</title>${bread.repeat(30)}<b></b>`);
    await expect.poll(verdicts, { timeout: 6000 }).toEqual([verdict(false)]);
    await page.evaluate(() => {
      const left = { looks: 0 };
      Object.assign(globalThis, { left });
      const all = Document.prototype.querySelectorAll;
      Document.prototype.querySelectorAll = function (this: Document, selectors: string) {
        if (selectors.includes('p, pre')) left.looks++;
        return all.call(this, selectors);
      } as never;
      const ticker = document.querySelector('b');
      setInterval(() => {
        if (ticker) ticker.textContent = String(performance.now());
      }, 20);
    });
    await new Promise((resolve) => setTimeout(resolve, 9000));
    // The two after the first, and then 0.8, 1.6, 3.2 and 6.4 seconds after a change.
    expect(((await left()) as { looks: number }).looks).toBeLessThanOrEqual(5);
  });

  test('says no to a page that stays empty after the second look', async () => {
    await watch('<title>Empty</title><body></body>');
    await expect.poll(verdicts).toEqual([verdict(false)]);
    expect(await left()).toEqual({ ...NOTHING, observers: 1 });
  });

  test('looks again when woken', async () => {
    await watch(fixture('daily'));
    await page.evaluate(() => {
      document.title = 'Bread';
      for (const p of document.querySelectorAll('p, li, blockquote, h1'))
        p.textContent =
          'The price of bread rose again this month, bakers said, as wheat harvests failed across the plains of the south and the north.';
      return background.tell('sentinel/wake', {});
    });
    await expect.poll(verdicts).toEqual([verdict(true), verdict(false)]);
  });

  test('looks once when woken where the page went nowhere', async () => {
    await watch(fixture('daily'));
    await page.evaluate(() => background.tell('sentinel/wake', {}));
    expect(await verdicts()).toEqual([verdict(true), verdict(true)]);
    expect(await left()).toEqual(NOTHING);
  });

  test('says nothing of another address’s text, still there after a way back', async () => {
    await watch(fixture('daily'));
    await page.evaluate((address) => {
      const { title } = document;
      const html = document.body.innerHTML;
      history.pushState(null, '', '/2026/11/22/bread.html');
      void background.tell('sentinel/wake', {});
      document.title = 'Bread';
      document.body.innerHTML =
        `<p>${'The price of bread rose again this month, bakers said. '.repeat(4)}</p>`.repeat(6);
      history.pushState(null, '', address);
      void background.tell('sentinel/wake', {});
      document.title = title;
      document.body.innerHTML = html;
    }, ADDRESS);
    expect(await verdicts()).toEqual([verdict(true)]);
  });

  test('waits for the new article when woken before it is there', async () => {
    const bread =
      'The price of bread rose again this month, bakers said, as wheat harvests failed across the plains of the south. ';
    await watch(`<title>Bread</title><h1>Bread prices rise</h1>${`<p>${bread.repeat(2)}</p>`.repeat(6)}`);
    await page.evaluate(() => {
      history.pushState(null, '', '/2026/11/22/another.html');
      return background.tell('sentinel/wake', {});
    });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await verdicts()).toEqual([verdict(false)]);
    await becomeArticle();
    await expect.poll(verdicts).toEqual([verdict(false), verdict(true)]);
    expect(await left()).toEqual(NOTHING);
  });

  test('looks again at a page of teasers that becomes an article', async () => {
    await watch(`<title>News</title><p>${'Read our latest stories, all of them. '.repeat(8)}</p>`);
    expect(await verdicts()).toEqual([verdict(false)]);
    await becomeArticle();
    await expect.poll(verdicts).toEqual([verdict(false), verdict(true)]);
  });

  test('reads nothing of a small frame, and speaks for one that has grown to fill the page', async () => {
    page = await open('<title>Shell</title><iframe style="width:300px;height:250px"></iframe>');
    await page.evaluate((html) => {
      const frame = document.querySelector('iframe');
      if (frame) frame.srcdoc = html;
    }, fixture('daily'));
    await expect.poll(() => page.frames()[1]?.$('article')).toBeTruthy();
    const frame = page.frames()[1];
    if (!frame) throw new Error('no frame');
    await load(frame);
    const read = await frame.evaluate(() => {
      let paragraphs = 0;
      for (const { prototype } of [Document, Element]) {
        const all = prototype.querySelectorAll;
        prototype.querySelectorAll = function (this: ParentNode, selectors: string) {
          if (selectors.includes('p, pre')) paragraphs++;
          return all.call(this, selectors);
        } as never;
      }
      room.keepWatch();
      return paragraphs;
    });
    expect(read).toBe(0);
    await page.$eval('iframe', (element) => element.setAttribute('style', 'width:1000px;height:1300px'));
    await expect.poll(() => frame.evaluate(() => background.sent)).toEqual([verdict(true)]);
  });

  test('does not look before the reader sees the page', async () => {
    page = await open(fixture('daily'));
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      performance.getEntriesByType = () => [];
      room.keepWatch();
    });
    expect(await verdicts()).toEqual([]);
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'visible' });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    expect(await verdicts()).toEqual([verdict(true)]);
  });

  test('does not look at what is rendered ahead of a visit, until there is one', async () => {
    page = await open(fixture('daily'));
    const set = (prerendering: boolean, type: string) =>
      page.evaluate(
        (value, event) => {
          Object.defineProperty(document, 'prerendering', { value, configurable: true });
          document.dispatchEvent(new Event(event));
        },
        prerendering,
        type,
      );
    await set(true, 'none');
    await page.evaluate(() => room.keepWatch());
    await set(true, 'visibilitychange');
    expect(await verdicts()).toEqual([]);
    await set(false, 'prerenderingchange');
    expect(await verdicts()).toEqual([verdict(true)]);
  });
});
