/** The screens worked by the keyboard alone, in a real browser. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, type Stage } from './stage';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage?.close());

/** How many stops the Tab key makes, and those at which nothing shows that it is there. */
async function tabStops() {
  const unseen: string[] = [];
  let stops = 0;
  for (; stops < 60; stops++) {
    await stage.page.keyboard.press('Tab');
    const stop = await stage.page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      if (!at || at === document.body) return { isEnd: true, isSeen: true, html: '' };
      // A hidden input shows its focus on what stands for it.
      const shows = [at, at.nextElementSibling, at.parentElement, at.closest('label, form, .row')];
      const isSeen = shows.some((one) => {
        if (!one) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
      });
      return { isEnd: false, isSeen, html: at.outerHTML.slice(0, 160) };
    });
    if (stop.isEnd) break;
    if (!stop.isSeen) unseen.push(stop.html);
  }
  return { stops, unseen };
}

test.each([
  ['card', 400],
  ['picker', 400],
  ['refusal', 400],
  ['popup-muted', 400],
  ['popup-no-access', 400],
  ['library', 1280],
  ['library-export', 1280],
  ['library-argument', 1280],
  ['library-queue', 1280],
  ['options', 1280],
  ['welcome', 1280],
])('%s shows where the keyboard is, at each stop', { timeout: 60_000 }, async (scene, width) => {
  await stage.show(scene, { width, height: 900 });
  const { stops, unseen } = await tabStops();
  expect(unseen).toEqual([]);
  expect(stops).toBeGreaterThan(1);
});

const calls = () => stage.page.evaluate(() => (globalThis as unknown as { calls: unknown[][] }).calls);
const press = async (...keys: Parameters<Stage['page']['keyboard']['press']>[0][]) => {
  for (const key of keys) await stage.page.keyboard.press(key);
};
/** The active option's text, in the list. */
const active = () =>
  stage.page.$$eval('[role=option][aria-selected=true] .claim-text', (rows) =>
    rows.map((row) => row.textContent),
  );

describe('the library by keyboard', { timeout: 20_000 }, () => {
  test('J and K, arrows, C, D, U and slash', async () => {
    await stage.show('library-panel', { width: 1280, height: 900 });
    await press('j');
    const [first] = await active();
    await press('ArrowDown');
    const [second] = await active();
    expect(second).not.toBe(first);
    await press('k');
    expect(await active()).toEqual([first]);
    await press('c', 'd', 'u');
    expect((await calls()).slice(-3).map(([name, , verdict]) => [name, verdict])).toEqual([
      ['onVerdict', 'confirmed'],
      ['onVerdict', 'dismissed'],
      ['onUndo', undefined],
    ]);
    await press('/');
    await stage.page.waitForFunction(() => document.activeElement?.id === 'library-search');
    await stage.page.keyboard.type('chips');
    expect((await calls()).at(-1)).toEqual([
      'onView',
      expect.objectContaining({ filter: { text: 'chips' } }),
    ]);
  });

  test('a held key steps on and on, and judges once', async () => {
    await stage.show('library-panel', { width: 1280, height: 900 });
    const { keyboard } = stage.page;
    await press('j');
    const [first] = await active();
    for (const key of ['j', 'c'] as const) {
      for (let i = 0; i < 3; i += 1) await keyboard.down(key);
      await keyboard.up(key);
    }
    await press('k', 'k', 'k');
    expect(await active()).toEqual([first]);
    expect((await calls()).filter(([name]) => name === 'onVerdict')).toHaveLength(1);
  });

  test('X picks, A picks all shown, and what is picked is acted on together', async () => {
    await stage.show('library-panel', { width: 1280, height: 900 });
    await press('j', 'x', 'j', 'x');
    await (await stage.page.waitForSelector('.bulk-bar ::-p-text(Confirm)'))?.click();
    expect((await calls()).at(-1)).toEqual(['onVerdictAll', ['sample-1', 'sample-2'], 'confirmed']);
    await press('a');
    await (await stage.page.waitForSelector('.bulk-bar input'))?.type('later');
    await press('Enter');
    expect((await calls()).at(-1)).toEqual(['onTagAll', expect.arrayContaining(['sample-9']), ['later']]);
    await press('Escape', 'Escape');
    expect(await stage.page.$('.bulk-bar')).toBeNull();
  });

  test('while a Korean word is composed nothing is asked, and then once', async () => {
    await stage.show('library-panel', { width: 1280, height: 900 });
    await (await stage.page.waitForSelector('#library-search'))?.focus();
    const ime = await stage.page.createCDPSession();
    const asked = async () => (await calls()).filter(([name]) => name === 'onView');
    for (const text of ['ㅎ', '하', '한'])
      await ime.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
    expect(await asked()).toEqual([]);
    expect(await stage.page.$eval('#library-search', (field) => (field as HTMLInputElement).value)).toBe(
      '한',
    );
    await ime.send('Input.insertText', { text: '한' });
    expect((await asked()).at(-1)).toEqual(['onView', expect.objectContaining({ filter: { text: '한' } })]);
  });

  test('E leads into the note, where letters are letters', async () => {
    await stage.show('library-panel', { width: 1280, height: 900 });
    await press('j', 'e');
    await stage.page.waitForFunction(() => document.activeElement?.id === 'note');
    const before = (await calls()).length;
    await press('d', 'c');
    expect((await calls()).slice(before).filter(([name]) => name === 'onVerdict')).toEqual([]);
  });

  test('in a narrow panel Enter brings the detail to the front, Escape the list', async () => {
    await stage.show('library-panel', { width: 360, height: 700 });
    const sees = (selector: string) => stage.page.$eval(selector, (element) => element.checkVisibility());
    await press('j');
    expect([await sees('.library-list'), await sees('.library-detail')]).toEqual([true, false]);
    await press('Enter');
    expect([await sees('.library-list'), await sees('.library-detail')]).toEqual([false, true]);
    await press('Escape');
    expect([await sees('.library-list'), await sees('.library-detail')]).toEqual([true, false]);
  });

  test('of 100,000 claims only those in sight are in the document', async () => {
    await stage.show('library-many', { width: 1280, height: 900 });
    const rows = () => stage.page.$$eval('.claim-list .row', (all) => all.length);
    expect(await rows()).toBeGreaterThan(8);
    expect(await rows()).toBeLessThan(40);
    await stage.page.$eval('.claim-list', (list) => {
      list.scrollTop = list.scrollHeight;
    });
    await stage.page.waitForFunction(
      () => document.querySelector('.claim-list [aria-posinset="100000"]') !== null,
    );
    expect(await rows()).toBeLessThan(40);
  });
});

test.each([
  ['Escape', () => press('Escape')],
  ['its cross', () => stage.page.click('dialog header button')],
  ['what it is for', () => stage.page.click('dialog [type=submit]')],
])('a dialog closed by %s gives the focus back', { timeout: 20_000 }, async (_, close) => {
  await stage.show('library-panel', { width: 1280, height: 900 });
  await stage.page.click('.library-header [title=Export]');
  await stage.page.waitForSelector('dialog[open]');
  await close();
  await stage.page.waitForFunction(() => !document.querySelector('dialog'));
  expect(await stage.page.evaluate(() => document.activeElement?.textContent)).toBe('Export');
});

test('the queue is judged by single keys', { timeout: 20_000 }, async () => {
  await stage.show('library-queue', { width: 1280, height: 900 });
  await press('c', 'd', 's', 'u');
  expect(await calls()).toEqual([
    ['onJudge', 'sample-5', 'confirmed'],
    ['onJudge', 'sample-5', 'dismissed'],
    ['onSkip', 'sample-5'],
    ['onUndo'],
  ]);
});

describe('the card by keyboard', { timeout: 20_000 }, () => {
  test('Escape closes it, and the page never hears of the key', async () => {
    await stage.show('card');
    await stage.page.evaluate(() => {
      document.addEventListener('keydown', () => {
        document.body.dataset.heard = 'true';
      });
    });
    // The card takes the focus once it is painted. Looked for again and again: no element changes with a focus.
    await expect.poll(() => stage.page.$('>>> .card:focus')).not.toBeNull();
    await press('Escape');
    expect((await calls()).map(([name]) => name)).toEqual(['onClose']);
    expect(await stage.page.evaluate(() => document.body.dataset.heard)).toBeUndefined();
  });

  test('the stance is chosen with the arrow keys, and the correction sent', async () => {
    await stage.show('card');
    await (await stage.page.waitForSelector('>>> ::-p-text(Change the link)'))?.click();
    await (await stage.page.waitForSelector('>>> input[name=tightrope-stance]:checked'))?.focus();
    await press('ArrowRight', 'Enter');
    expect(await calls()).toEqual([
      ['onCorrect', { argument: 'diplomat/china-pressure', stance: 'challenges' }],
    ]);
  });

  test('a claim is deleted only when asked twice', async () => {
    await stage.show('card');
    await (await stage.page.waitForSelector('>>> [aria-label=Delete]'))?.click();
    expect(await calls()).toEqual([]);
    await (await stage.page.waitForSelector('>>> ::-p-text(Delete it)'))?.click();
    expect(await calls()).toEqual([['onRemove']]);
  });
});
