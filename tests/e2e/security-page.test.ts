/** A news page that means ill: what it can see of us, and what it can make us do. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findClosed } from '../../scripts/browser/closed';
import { readHighlights } from '../../scripts/browser/highlights';
import { wire } from '../../scripts/browser/samples';
import { until } from '../../scripts/browser/until';
import { cardButton, openCard, openNote, typeNote } from './harness/card';
import { addressOf, pages, wireAt } from './harness/pages';
import { browserName, inChromium, openSession, type Session } from './harness/session';

/** A script that gets hold of every shadow root and frame it can, before anything of ours runs. */
const spying = `<script>
  window.caught = [];
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, { ...init, mode: 'open' });
    caught.push('shadow root');
    return root;
  };
  for (const type of ['keydown', 'keypress', 'keyup', 'input', 'beforeinput'])
    addEventListener(type, (event) => caught.push(type + ' ' + (event.key ?? event.data)), true);
  // Whoever sends it can be sent elsewhere: to an editor of the page's own, in the place of ours.
  addEventListener('message', ({ data, source }) => {
    caught.push('message ' + JSON.stringify(data));
    source.location.href = 'about:blank';
  });
</script>`;

/** A page whose own elements look like ours, and that gives classes to every name we might use. */
const lookalike = `<script>
  window.caught = [];
  for (const name of ['tightrope-host', 'tightrope-card', 'tightrope-x']) customElements.define(name, class extends HTMLElement {
    constructor() { super(); caught.push(this.attachInternals()); }
  });
  const double = document.createElement('div');
  double.setAttribute('data-tightrope-host', '');
  double.attachShadow({ mode: 'open' });
  document.documentElement.append(double);
  CSS.highlights?.set('tightrope-kelly-echoes', new Highlight());
</script>`;

/** Names of document and window taken by elements. */
const clobbering = [
  'body',
  'head',
  'title',
  'documentElement',
  'querySelector',
  'querySelectorAll',
  'createElement',
  'createRange',
  'cloneNode',
  'location',
  'defaultView',
  'getSelection',
  'adoptedStyleSheets',
  'addEventListener',
]
  .map((name) => `<img name="${name}" id="${name}" alt=""><form id="${name}" name="${name}"></form>`)
  .concat(['<form id="browser"></form>', '<form id="chrome"><input name="runtime"></form>'])
  .join('');

/**
 * Elements by the names under which our scripts find each other, callable as only this kind is. A paragraph beside the
 * article has Readability asked for.
 */
const named = ['tightropeHand', 'tightropeRefusal', 'tightropeReadability', 'tightropeAnchoring']
  .map((name) => `<object id="${name}" data="about:blank"></object>`)
  .concat(['<form id="tightropeLife"></form>', `<p>${'Bread has become dearer this month. '.repeat(4)}</p>`])
  .join('');

/** Rules that try to hide our card, and to reach into it. */
const styles = `<style>
  * { opacity: 0.999 !important; }
  [data-tightrope-host], html > div { display: none !important; opacity: 0 !important; transform: scale(0) !important; }
  [data-tightrope-host] *, ::part(card) { visibility: hidden !important; }
</style>`;

let session: Session;
beforeAll(async () => {
  session = await openSession({
    pages: {
      ...pages,
      [addressOf('spying')]: { body: wireAt('spying', spying) },
      [addressOf('lookalike')]: { body: wireAt('lookalike', lookalike) },
      [addressOf('named')]: { body: wireAt('named', '', named) },
      [addressOf('clobbering')]: { body: wireAt('clobbering', '', clobbering) },
      [addressOf('styles')]: { body: wireAt('styles', styles) },
    },
  });
});
afterAll(() => session?.close());

const recordsOf = async (name: string) =>
  (await session.records()).filter(({ page }) => page.url === addressOf(name));
const evaluate = <T>(page: Page, code: string) => page.evaluate(code) as Promise<T>;

describe(`a hostile page, in ${browserName}`, () => {
  test('sees no shadow root of ours and no key of a note', async () => {
    const page = await session.openPainted(addressOf('spying'));
    await openCard(page);
    await typeNote(page, 'secret 42');
    await session.recordsThat('the note', (records) => records.some(({ note }) => note === 'secret 42'));
    expect(await evaluate<string[]>(page, 'caught')).toEqual([]);
    expect(await evaluate(page, 'frames.length')).toBe(0);
    expect(await evaluate(page, "document.querySelector('[data-tightrope-host]').shadowRoot")).toBeNull();
    expect(await evaluate(page, "document.documentElement.outerHTML.includes('secret 42')")).toBe(false);
    await page.close();
  });

  test('can’t use the address of a note editor, even if it learns it', async () => {
    const page = await session.openPainted(wire.address);
    await openCard(page);
    const frame = await openNote(page);
    await frame.waitForSelector('textarea');
    const [token = '', again = ''] = await evaluate<string[]>(
      page,
      "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('note.html'))",
    );
    expect(again).toBe('');
    const known = token || `${session.launched.origin}/note.html`;
    await page.evaluate((src) => {
      const own = document.createElement('iframe');
      own.id = 'stolen';
      own.src = src;
      document.body.append(own);
    }, known);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const fields = await Promise.all(
      page
        .frames()
        .filter((one) => one !== frame && one !== page.mainFrame())
        .map((one) => one.$$('textarea').catch(() => [])),
    );
    expect(fields.flat()).toEqual([]);
    await page.close();
  });

  test('can’t press our buttons: made-up events open, confirm and delete nothing', async () => {
    const page = await session.openPainted(wire.address);
    const before = await session.records();
    const [claim] = await readHighlights(page);
    await page.evaluate(({ x, y }) => {
      const place = { clientX: x, clientY: y - scrollY, bubbles: true, composed: true };
      const target = document.elementFromPoint(place.clientX, place.clientY) ?? document.body;
      for (const type of ['pointerover', 'pointerdown', 'mousedown', 'mouseup', 'click'])
        target.dispatchEvent(new MouseEvent(type, place));
    }, claim ?? { x: 0, y: 0 });
    expect(await findClosed(page, '[role=dialog]')).toBeNull();
    await openCard(page);
    await page.evaluate(() => {
      const host = document.querySelector('[data-tightrope-host]');
      for (const key of ['Tab', 'Enter', ' ', 'c', 'd', 'Delete'])
        host?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      window.postMessage({ type: 'annotation/remove', request: { id: 'x' } }, '*');
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await session.records()).toEqual(before);
    await page.close();
  });

  test('can’t reach the extension: there is no way to send it a message', async () => {
    const page = await session.openPainted(wire.address);
    const reached = await page.evaluate(async (id) => {
      const { chrome, browser } = globalThis as unknown as Record<
        string,
        { runtime?: { sendMessage?: (...given: unknown[]) => Promise<unknown> } } | undefined
      >;
      const answers: unknown[] = [];
      for (const api of [chrome, browser]) {
        const send = api?.runtime?.sendMessage;
        if (!send) continue;
        for (const type of ['annotation/remove', 'pages/refresh', 'tab/state'])
          answers.push(await send(id, { type, request: { id: 'x' } }).catch(() => undefined));
      }
      return answers.filter((answer) => answer !== undefined);
    }, session.launched.extensionId);
    expect(reached).toEqual([]);
    await page.close();
  });

  test('can’t have a press on a card it has made invisible', async () => {
    const page = await session.openPainted(wire.address);
    const claim = await openCard(page, 1);
    await page.evaluate(() => {
      const host = document.querySelector('[data-tightrope-host]');
      if (host instanceof HTMLElement) host.style.setProperty('opacity', '0', 'important');
    });
    const verdictOf = async () =>
      (await session.records()).find(
        ({ target, page: { url } }) => target.quote.exact === claim && url === wire.address,
      )?.verdict;
    const before = await verdictOf();
    await (await cardButton(page, 'dismiss')).click();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await verdictOf()).toBe(before);
    // It is in sight again, and once that can be noticed the reader's press counts.
    await until('the card to be in sight again', () =>
      evaluate(page, "getComputedStyle(document.querySelector('[data-tightrope-host]')).opacity === '1'"),
    );
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await (await cardButton(page, 'dismiss')).click();
    await until('the press that was seen', async () => (await verdictOf()) === 'dismissed');
    await page.close();
  });

  test('can’t hide the card by its style sheets', async () => {
    const page = await session.openPainted(addressOf('styles'));
    await openCard(page);
    const card = await cardButton(page, 'confirm');
    // The card may be on its way in: what counts is where it ends.
    await until('the card to be in sight', () =>
      card.call<boolean>(
        'function () { return this.checkVisibility({ opacityProperty: true, visibilityProperty: true }); }',
      ),
    );
    const host = await evaluate<Record<string, string>>(
      page,
      "(({ display, opacity, transform, visibility }) => ({ display, opacity, transform, visibility }))(getComputedStyle(document.querySelector('[data-tightrope-host]')))",
    );
    expect(host).toEqual({ display: 'block', opacity: '1', transform: 'none', visibility: 'visible' });
    await page.close();
  });

  test('with an element of our element’s name gets hold of nothing', async () => {
    const page = await session.openPainted(addressOf('lookalike'));
    await openCard(page);
    await typeNote(page, 'not for the double');
    await session.recordsThat('the note', (records) =>
      records.some(({ note }) => note.includes('not for the double')),
    );
    const read = await evaluate<string>(
      page,
      "caught.map((one) => one.shadowRoot?.textContent ?? '').join('') + [...document.querySelectorAll('*')].map((one) => one.shadowRoot?.textContent ?? '').join('')",
    );
    expect(read).toBe('');
    await page.close();
  });

  test('whose elements take the names of the document’s own is read all the same, or left alone', async () => {
    const page = await session.open(addressOf('clobbering'));
    await page.bringToFront();
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    // Whatever became of it: nothing false is stored, and other pages go on.
    const words = await evaluate<string>(
      page,
      "[...document.getElementsByTagName('article')].map((one) => one.textContent).join(' ')",
    );
    for (const { target } of await recordsOf('clobbering'))
      expect(words.includes(target.quote.exact), target.quote.exact).toBe(true);
    const next = await session.openPainted(wire.address);
    expect((await readHighlights(next)).length).toBeGreaterThan(4);
    await page.close();
    await next.close();
  });

  test('can’t put an element in the place of the scripts that are fetched', async () => {
    const page = await session.openPainted(addressOf('named'));
    await openCard(page);
    await cardButton(page, 'Confirm');
    await page.close();
  });

  test.runIf(inChromium)(
    'can’t tell us by our files: none answers under the extension’s address',
    async () => {
      const page = await session.open(wire.address);
      const found = await page.evaluate(async (origin) => {
        const files = ['note.html', 'options.html', 'icon/128.png', 'engine/model.bin', 'manifest.json'];
        const answers = await Promise.all(
          files.map((file) =>
            fetch(`${origin}/${file}`).then(
              () => file,
              () => null,
            ),
          ),
        );
        return answers.filter(Boolean);
      }, session.launched.origin);
      expect(found).toEqual([]);
      await page.close();
    },
  );
});
