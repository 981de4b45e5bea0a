import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textFragmentLink } from '../../page/anchoring/fragment';
import { findClosed, waitForClosed } from '../../scripts/browser/closed';
import { clickHighlight, readHighlights } from '../../scripts/browser/highlights';
import { editorial, offTopic, wire } from '../../scripts/browser/samples';
import { until } from '../../scripts/browser/until';
import { cardButton, openCard, typeNote } from './harness/card';
import { addressOf, pages, strict, wireAt } from './harness/pages';
import { browserName, inChromium, openSession, type Session } from './harness/session';

let session: Session;
const isolated = addressOf('isolated');
const headers = { 'cross-origin-embedder-policy': 'require-corp' };
beforeAll(async () => {
  session = await openSession({ pages: { ...pages, [isolated]: { body: wireAt('isolated', ''), headers } } });
});
afterAll(() => session?.close());

/** The body as the server sent it, parsed by this browser, against the body as it stands; our host is no part of it. */
const bodies = `(async () => {
  const shapeOf = (root) => {
    const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ALL);
    const nodes = [];
    for (let node = walker.currentNode; node; node = walker.nextNode()) {
      nodes.push(node.nodeType === 1 ? node.cloneNode(false).outerHTML : node.nodeType + node.data);
    }
    return nodes;
  };
  const sent = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  return { sent: shapeOf(sent.body), live: shapeOf(document.body) };
})()`;

describe(`an article on the subject, in ${browserName}`, () => {
  test.each([wire, editorial])(
    'has its claims painted, and the popup counts the same: $name',
    async ({ address }) => {
      const page = await session.openPainted(address);
      const painted = await readHighlights(page);
      expect(painted.length).toBeGreaterThanOrEqual(5);

      const popup = await session.openPopup(address);
      const count = await until('the count in the popup', () =>
        popup.$eval('#popup-count', (heading) => heading.textContent).catch(() => null),
      );
      expect(Number.parseInt(count, 10)).toBe(painted.length);

      const stored = (await session.records()).filter((record) => record.page.url === address);
      expect(stored.map((record) => record.target.quote.exact).sort()).toEqual(
        painted.map(({ text }) => text).sort(),
      );
      await popup.close();
      await page.close();
    },
  );

  // Claims nobody could take for something else: the engine may get better, these must not go.
  test.each([
    [
      wire.name,
      wire,
      {
        'Washington has repeatedly asked South Korea': 'diplomat-echoes',
        'China cut off group tours': 'diplomat-echoes',
        'the linchpin of security': 'kelly-echoes',
        'is asking the American soldiers to leave': 'kelly-echoes',
        'South Korea does face a choice': 'kelly-challenges',
      },
      ['Korea Composite Stock Price Index'],
    ],
    [
      editorial.name,
      editorial,
      {
        'American bases on Korean soil': 'kelly-',
        'Young Koreans study English': 'kelly-echoes',
        'China punished our shops': 'diplomat-echoes',
      },
      ['The rope is not as thin as it looks'],
    ],
  ] as const)(
    'has the expected ones, in the hue of the essay and the line of the stance: %s',
    async (_name, { address }, expected, unpainted) => {
      const page = await session.openPainted(address);
      const painted = await readHighlights(page);
      const names = Object.keys(expected).map(
        (words) => painted.find(({ text }) => text.includes(words))?.name,
      );
      expect(names).toEqual(
        Object.values(expected).map((name) => expect.stringContaining(`tightrope-${name}`)),
      );
      for (const words of unpainted) expect(painted.map(({ text }) => text).join()).not.toContain(words);
      await page.close();
    },
  );

  test('is painted in its body only: no navigation, caption, comment or related link', async () => {
    const page = await session.openPainted(wire.address);
    const painted = (await readHighlights(page)).map(({ text }) => text).join('\n');
    for (const outside of [
      'reader_one',
      'punish Seoul again',
      'Washington urges Seoul to join the Quad',
      'largest trading partner. (Sample',
    ])
      expect(painted).not.toContain(outside);
    await page.close();
  });

  test('keeps its text DOM, node by node', async () => {
    const page = await session.openPainted(wire.address);
    await clickHighlight(page, (await readHighlights(page))[0] ?? { name: '', text: '', x: 0, y: 0 });
    await waitForClosed(page, '[role=dialog]');
    const { sent, live } = (await page.evaluate(bodies)) as { sent: string[]; live: string[] };
    expect(live).toEqual(sent);
    await page.close();
  });

  test('opens a claim by mouse, and closes it with Escape', async () => {
    const page = await session.openPainted(wire.address);
    const painted = await readHighlights(page);
    const last = painted.at(-1);
    if (!last) throw new Error('nothing painted');
    await clickHighlight(page, last);
    const card = await waitForClosed(page, '[role=dialog]');
    expect((await card.text()).replace(/\s+/g, ' ')).toContain(last.text.replace(/\s+/g, ' ').trim());
    expect(await findClosed(page, 'button', 'Confirm')).not.toBeNull();
    await page.keyboard.press('Escape');
    await until('the card to close', async () => !(await findClosed(page, '[role=dialog]')));
    await page.close();
  });

  test('opens a claim by keyboard alone', async () => {
    const page = await session.openPainted(editorial.address);
    await page.bringToFront();
    await until('the focus to reach the list of claims', async () => {
      await page.keyboard.press('Tab');
      return page.evaluate(() => document.activeElement?.hasAttribute('data-tightrope-host'));
    });
    await page.keyboard.press('Enter');
    const card = await waitForClosed(page, '[role=dialog]');
    const first = (await readHighlights(page))[0];
    expect((await card.text()).replace(/\s+/g, ' ')).toContain(first?.text.replace(/\s+/g, ' ').trim());
    await page.close();
  });

  test('leaves a click inside a link to the link', async () => {
    const page = await session.openPainted(wire.address);
    const inLink = 'the linchpin of security';
    expect((await readHighlights(page)).some(({ text }) => text.includes(inLink))).toBe(true);
    await Promise.all([page.waitForNavigation(), page.click('a[href="/glossary/linchpin"]')]);
    expect(page.url()).toContain('/glossary/linchpin');
    await page.close();
  });

  test('works on a page with a strict policy and Trusted Types', async () => {
    const page = await session.openPainted(strict.address);
    const painted = await readHighlights(page);
    expect(painted.length).toBeGreaterThanOrEqual(5);
    const [first] = painted;
    if (!first) throw new Error('nothing painted');
    await clickHighlight(page, first);
    const card = await waitForClosed(page, '[role=dialog]');
    // Styled although the page allows no style: the card is wide, but not as wide as the page.
    const width = await card.call<number>('function () { return this.getBoundingClientRect().width; }');
    expect(width).toBeGreaterThan(250);
    expect(width).toBeLessThan(600);
    await page.close();
  });

  test('lets a note be written, or says where, on a page that keeps frames out', async () => {
    const page = await session.openPainted(isolated);
    await openCard(page);
    if (inChromium) {
      await (await cardButton(page, 'note and tags')).click();
      const notice = await waitForClosed(page, '.note-frame [role=alert]');
      expect(await notice.text()).toContain('Open the claim in the library');
    } else {
      await typeNote(page, 'in isolation');
      await session.recordsThat('the note', (all) => all.some(({ note }) => note === 'in isolation'));
    }
    await page.close();
  });

  test('has a link copied that opens at the sentence', async () => {
    const page = await session.openPainted(wire.address);
    const claim = (await readHighlights(page)).at(-1);
    if (!claim) throw new Error('nothing painted');
    let link: string;
    if (inChromium) {
      const context = session.browser.defaultBrowserContext();
      await context.overridePermissions(new URL(wire.address).origin, [
        'clipboard-read',
        'clipboard-write',
        // What is not named is denied.
        'clipboard-sanitized-write',
      ]);
      await clickHighlight(page, claim);
      await (await waitForClosed(page, '[role=dialog] footer button', 'Copy link')).click();
      await waitForClosed(page, '[role=dialog] footer button', 'Copied');
      link = await until('the copied link', () => page.evaluate(() => navigator.clipboard.readText()));
    } else {
      // Firefox shows its reader a button before a program may read the clipboard.
      const text = (await page.evaluate(() => document.body.textContent)) ?? '';
      const start = text.indexOf(claim.text);
      link = textFragmentLink(wire.address, { start, end: start + claim.text.length }, text);
    }
    expect(link).toContain(`${wire.address}#:~:text=`);
    await page.close();
    const opened = await session.open(link);
    await until('the sentence in view', () =>
      opened.evaluate((words) => {
        const paragraph = [...document.querySelectorAll('p')].find((p) => p.textContent?.includes(words));
        const { top, bottom } = paragraph?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
        return scrollY > 0 && top >= 0 && bottom <= innerHeight;
      }, claim.text),
    );
    await opened.close();
  });
});

describe(`an article on something else, in ${browserName}`, () => {
  test('gets nothing injected, painted or stored', async () => {
    const page = await session.open(offTopic.address);
    const before = (await session.records()).length;
    // Long enough for the sentinel's second and third look.
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    expect(await page.evaluate(() => [...CSS.highlights.keys()])).toEqual([]);
    expect(await page.evaluate(() => document.querySelector('[data-tightrope-host]'))).toBeNull();
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
    expect(await session.records()).toHaveLength(before);
    await page.close();
  });
});
