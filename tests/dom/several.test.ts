/** Several articles under each other in one page: what belongs to which, and which is in view. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { begin, DAILY, pointOn, settled } from './daily';
import { describeInPage, fixture } from './harness';
import { clickInHost, inHost, painted, requests as requestsOf } from './reader';

declare const background: {
  handlers: Record<string, (request: never) => unknown>;
  sent: { type: string; request: Record<string, unknown> }[];
  tell: (type: string, request: unknown) => Promise<unknown>;
};

/** Two stories, each as high as the window and more. */
const PAGE = fixture('scrolled').replace('</head>', '<style>.story{min-height:2000px}</style></head>');
const RULES = [
  { word: 'destroyers', argument: 'kelly/treaty-ally-locked-in', stance: 'echoes', id: 'first' },
  { word: 'landlord', argument: 'diplomat/two-partner-dilemma', stance: 'echoes', id: 'second' },
];

let page: Page;

async function scrollTo(story: number): Promise<void> {
  await page.evaluate((index) => document.querySelectorAll('.story')[index]?.scrollIntoView(), story);
  await settled(400);
}

async function select(text: string): Promise<void> {
  const { x, y } = await pointOn(page, text);
  await page.mouse.click(x, y, { count: 3 });
  await settled(400);
}

const requests = (type: string) => requestsOf(page, type);

/** The visits whose articles were analysed, in their order. */
const visits = async () => (await requests('page/analyse')).map(({ visit }) => String(visit));

/** Opens the page, scrolls to the second article until it is read too. */
async function beginBoth(html = PAGE): Promise<void> {
  page = await begin(html, RULES);
  await scrollTo(1);
  const anchored = async () => (await requests('page/anchors')).map(({ visit }) => visit);
  await expect.poll(async () => new Set(await anchored()).size).toBe(2);
}

/** Selects a line, links it to the argument that is offered, and gives the page it is saved under. */
async function link(text: string): Promise<unknown> {
  await select(text);
  const before = (await requests('selection/add')).length;
  await page.evaluate(() => background.tell('page/link-selection', {}));
  await clickInHost(page, '.picker button[type="submit"]');
  await expect.poll(async () => (await requests('selection/add')).length).toBe(before + 1);
  await expect.poll(() => inHost(page, '.card:not(.picker)')).toContain(text);
  // The card of what was added stands over the next lines.
  await page.keyboard.press('Escape');
  await settled();
  const added = (await requests('selection/add')).slice(before);
  return added.map(({ visit }) => visit);
}

describeInPage('several articles in one page', () => {
  test('a selection is stored under the article it stands in, and under no other', async () => {
    await beginBoth();
    await scrollTo(0);
    const [first, second] = await visits();
    expect(await link('The ships are to be ready')).toEqual([first]);
    // Its last line: three clicks select up to the beginning of the next article.
    expect(await link('Nobody in the ministry')).toEqual([first]);
    await scrollTo(1);
    expect(await link('In the evening')).toEqual([second]);
  });

  test('a selection across two articles, or outside both, is nobody’s', async () => {
    await beginBoth(PAGE.replace('</main>', '</main><p>Imprint of the newspaper</p>'));
    await page.evaluate(() => {
      const [from, , , , to] = document.querySelectorAll('.story p');
      if (from && to) getSelection()?.setBaseAndExtent(from, 0, to, 1);
      return background.tell('page/link-selection', {});
    });
    await page.evaluate(() => {
      const imprint = [...document.querySelectorAll('p')].at(-1);
      if (imprint) getSelection()?.selectAllChildren(imprint);
      return background.tell('page/link-selection', {});
    });
    expect(await requests('selection/rank')).toEqual([]);
  });

  test('a lost claim gets a place in its own article only', async () => {
    await beginBoth();
    await page.evaluate(async () => {
      const asked = background.sent.find(({ type }) => type === 'page/analyse')?.request;
      const answer = background.handlers['page/analyse']?.({ ...asked, blocks: [] } as never) as {
        annotations: { id: string; target: { quote: { exact: string } } }[];
      };
      const lost = structuredClone(answer.annotations[0]);
      if (!lost) throw new Error('nothing found');
      lost.id = 'lost';
      lost.target.quote.exact = 'A sentence about tulips which never stood on this page, nor on any other.';
      const annotations = [...answer.annotations, lost];
      await background.tell('page/refresh', { ...answer, annotations, visit: asked?.visit });
      await background.tell('page/place', { id: 'lost' });
    });
    await select('In the evening');
    expect(await inHost(page, '.place-anew .chosen')).toBe(null);
    await scrollTo(0);
    await select('The ships are to be');
    await expect.poll(() => inHost(page, '.place-anew .chosen')).toContain('The ships are to be ready');
  });

  test('the background hears which is in view when another one was analysed meanwhile', async () => {
    page = await begin(PAGE, RULES);
    await page.evaluate(() => {
      const { handlers } = background;
      const analyse = handlers['page/analyse'] as (request: never) => unknown;
      handlers['page/in-view'] = () => ({ known: true });
      handlers['page/analyse'] = async (request) => {
        await new Promise((resolve) => setTimeout(resolve, 1500));
        return analyse(request);
      };
    });
    await scrollTo(1);
    await expect.poll(visits).toHaveLength(2);
    await scrollTo(0);
    const [first] = await visits();
    const inView = async () => (await requests('page/in-view')).map(({ visit }) => visit);
    await expect.poll(async () => (await inView()).at(-1)).toBe(first);
    const turned = (await inView()).length;
    await expect.poll(async () => (await inView()).slice(turned)).toEqual([first]);
    await settled();
    expect((await inView()).slice(turned)).toEqual([first]);
  });

  test('one that could not be read is tried again at the next turn', async () => {
    page = await begin(PAGE, RULES);
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.evaluate(() => {
      const walk = document.createTreeWalker;
      document.createTreeWalker = () => {
        document.createTreeWalker = walk;
        throw new Error('not now');
      };
    });
    await scrollTo(1);
    await expect.poll(() => said.join()).toContain('could not be read');
    expect(await visits()).toHaveLength(1);
    await scrollTo(0);
    await scrollTo(1);
    await expect.poll(visits).toHaveLength(2);
  });
});

describeInPage('several articles, of which one', () => {
  const inView = async () => (await requests('page/in-view')).map(({ visit }) => visit);
  const texts = async () =>
    Object.values(await painted(page))
      .flat()
      .join();

  test('is taken out of the page, has its marks taken along; the other is in view', async () => {
    await beginBoth();
    const [first] = await visits();
    await page.evaluate(() => document.querySelectorAll('.story')[1]?.remove());
    await expect.poll(inView).toEqual([first]);
    expect(await texts()).toContain('destroyers');
    expect(await texts()).not.toContain('landlord');
    // Nothing is left of it that could hear of a later change.
    await page.evaluate(() => background.tell('page/focus', { id: 'first' }));
    await expect.poll(() => inHost(page, '.card')).toContain('destroyers');
    await page.evaluate(() => background.tell('page/focus', { id: 'second' }));
    expect(await inHost(page, '.card')).toContain('destroyers');
    expect(await visits()).toHaveLength(2);
  });

  test('names no address is read once the page has another one: until then it would be stored as the first', async () => {
    page = await begin(PAGE.replace(/ data-url="[^"]*"/, ' itemscope itemtype="NewsArticle"'), RULES);
    await scrollTo(1);
    await settled(400);
    expect(await visits()).toHaveLength(1);
    await page.evaluate(() => history.pushState(null, '', '/2026/11/20/beijing-counts-its-friends'));
    await expect.poll(visits).toHaveLength(2);
    const keys = (await requests('page/analyse')).map(({ page: of }) => (of as { url: string }).url);
    expect(keys[1]).toContain('beijing-counts');
  });

  test('is on something else, is passed by, and said so once', async () => {
    const [before = '', after = ''] = PAGE.split('<section class="story" data-url');
    const bread = after.replace(/China|South Korea|United States|Seoul|Beijing/g, 'bread');
    page = await begin(`${before}<section class="story" data-url${bread}`, RULES);
    await scrollTo(1);
    await expect.poll(inView).toEqual([null]);
    await page.evaluate(() => scrollBy(0, 30));
    await settled(400);
    await page.evaluate(() => (globalThis as never as { life: { again: () => void } }).life.again());
    await expect.poll(inView).toEqual([null, null]);
    await settled();
    expect(await visits()).toHaveLength(1);
  });
});

describeInPage('one article in a page', () => {
  test('any text of the page can be selected, also a caption outside of the article', async () => {
    const caption = '<figcaption>A map of 1950 with South Korea and its neighbours</figcaption>';
    page = await begin(DAILY.replace('<main>', `<figure>${caption}</figure><main>`));
    expect(await link('A map of 1950')).toEqual(await visits());
  });
});
