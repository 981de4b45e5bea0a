/** What has to stay in sight where there is little room, or where the colours are the reader's own. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from './stage';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage?.close());

test('rows of the list in a low or zoomed window, and the one chosen', async () => {
  await stage.show('library-panel', { width: 640, height: 400 });
  expect(await stage.page.$eval('.claim-list', (list) => list.clientHeight)).toBeGreaterThan(150);
  for (let step = 0; step < 3; step += 1) await stage.page.keyboard.press('j');
  const chosen = () =>
    stage.page.$eval('.claim-list [aria-selected=true]', (row) => row.getBoundingClientRect().toJSON());
  await expect.poll(async () => (await chosen()).bottom).toBeLessThan(401);
  // What can be done with those picked is in sight as well.
  await stage.page.keyboard.press('x');
  await stage.page.waitForSelector('.bulk-bar');
  const bar = await stage.page.$eval('.bulk-bar', (one) => one.getBoundingClientRect().bottom);
  expect(bar).toBeLessThanOrEqual(400);
});

test('a claim of long ago the library is opened at, once it is read', async () => {
  await stage.show('library-at-old', { width: 1280, height: 800 });
  const chosen = await stage.page.waitForSelector('.claim-list [aria-selected=true]', { timeout: 3000 });
  expect(await chosen?.isIntersectingViewport()).toBe(true);
});

test.each([320, 760, 1280])('the ways out of what is picked, in a library of %d px', async (width) => {
  await stage.show('library-panel', { width, height: 700 });
  await stage.page.keyboard.press('j');
  await stage.page.keyboard.press('x');
  await (await stage.page.waitForSelector('.bulk-bar .menu button'))?.click();
  const list = await stage.page.waitForSelector('.bulk-bar .menu-list');
  const { left, right } = await stage.page.evaluate((one) => one?.getBoundingClientRect().toJSON(), list);
  const room = await stage.page.$eval('.library-list', (one) => one.clientWidth);
  expect(left).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(room);
});

test('the stance and the screen chosen, in forced colours', async () => {
  await stage.show('library', { width: 1280, height: 900, forcedColours: true });
  const look = (selector: string, property: string) =>
    stage.page.$eval(selector, (one, name) => getComputedStyle(one).getPropertyValue(name), property);
  for (const [chosen, other, property] of [
    ['.stance-radios label:has(:checked)', '.stance-radios label:not(:has(:checked))', 'background-color'],
    ['.screen-nav [aria-current]', '.screen-nav a:not([aria-current])', 'border-bottom-color'],
  ] as const)
    expect(await look(chosen, property)).not.toBe(await look(other, property));
});

test.each(['light', 'dark'] as const)(
  'a verdict just pressed, under the pointer, in the %s',
  async (theme) => {
    await stage.show('card-noted', { theme });
    await (await stage.page.waitForSelector('>>> .card-actions [aria-pressed=true]'))?.hover();
    expect(await stage.faults()).toEqual([]);
  },
);

test('the sentence that is to be linked, where the picker is lower than what it holds', async () => {
  await stage.show('picker', { height: 460 });
  const quote = await stage.page.waitForSelector('>>> blockquote');
  const [box, line] =
    (await quote?.evaluate((one) => [
      one.clientHeight,
      Number.parseFloat(getComputedStyle(one).lineHeight),
    ])) ?? [];
  expect(box).toBeGreaterThanOrEqual(2 * Number(line));
});

test.each([320, 400, 640])('the menus of a popup of %d px', async (width) => {
  await stage.show('popup-annotated', { width });
  for (const button of await stage.page.$$('.popup-footer .menu > button')) {
    await button.click();
    const { left, right } = await stage.page.$eval('.menu-list', (list) =>
      list.getBoundingClientRect().toJSON(),
    );
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(width);
  }
});

test('what the page argues, in a popup whose buttons large text makes as high as it is', async () => {
  await stage.show('popup-annotated', { width: 390, height: 600, textSize: 32 });
  const { top, bottom } = await boxOf('.popup-main');
  expect(bottom - top).toBeGreaterThanOrEqual(
    await stage.page.$eval('.popup-main', (main) => main.scrollHeight - 1),
  );
});

test('icons, as large as the text beside them; on a page in pixels, whatever its root has', async () => {
  const widthOf = (selector: string) =>
    stage.page.$eval(`>>> ${selector} svg`, (icon) => icon.getBoundingClientRect().width);
  await stage.show('popup-annotated');
  const usual = await widthOf('.popup-header .button');
  await stage.show('popup-annotated', { textSize: 32 });
  expect(await widthOf('.popup-header .button')).toBe(2 * usual);
  await stage.show('card');
  expect(await widthOf('.card-steps .button')).toBe(usual);
});

/** How much of something of the card can't be seen, above or below, in pixels. */
const outOfSight = (selector: string) =>
  stage.page.$eval(`>>> ${selector}`, (one) => {
    const { top, bottom } = one.getBoundingClientRect();
    const body = one.closest('.card-body')?.getBoundingClientRect();
    return Math.max(0, (body?.top ?? 0) - top, bottom - (body?.bottom ?? 0));
  });

/** Waits for it. By looking again: Puppeteer's own waiting looks when an element changes, which a focus does not do. */
const hasFocus = (selector: string) =>
  expect.poll(() => stage.page.$(`>>> ${selector}:focus`)).not.toBeNull();

test('the search over all arguments, where it is unfolded, and the keyboard in it', async () => {
  await stage.show('picker', { height: 460 });
  // The picker takes the focus once it is painted.
  await hasFocus('.card');
  await (await stage.page.waitForSelector('>>> summary'))?.click();
  await hasFocus('input[type=search]');
  expect(await outOfSight('input[type=search]')).toBe(0);
  expect(await outOfSight('.argument-results label')).toBe(0);
});

test('the argument, under a claim on a small screen', async () => {
  await stage.show('card', { width: 400, height: 364 });
  expect(await outOfSight('.thesis')).toBe(0);
});

test('what a link is changed to, and the button that does it', async () => {
  await stage.show('card', { height: 460 });
  await (await stage.page.waitForSelector('>>> ::-p-text(Change the link)'))?.click();
  await expect.poll(() => outOfSight('.change h3')).toBe(0);
  expect(await outOfSight('.change [type=submit]')).toBe(0);
});

test.each(['en', 'ko', 'zh_CN'] as const)(
  'what can be done with a claim, in even rows, in %s',
  async (lang) => {
    await stage.show('card-noted', { lang });
    const rows = async (buttons: string) =>
      stage.page.$$eval(`>>> ${buttons}`, (all) => all.map((one) => one.getBoundingClientRect().top));
    const [confirm, dismiss, change, note] = await rows('.card-actions > .button');
    expect([dismiss, note]).toEqual([confirm, change]);
    await (await stage.page.waitForSelector('>>> .card-footer > .button.icon'))?.click();
    await stage.page.waitForSelector('>>> [role=alertdialog]');
    expect(new Set(await rows('.card-footer > .button')).size).toBe(1);
  },
);

const boxOf = (selector: string) =>
  stage.page.$eval(selector, (one) => one.getBoundingClientRect().toJSON() as DOMRect);

test.each([400, 1280])('what was done is said clear of list and claim, in %d px', async (width) => {
  await stage.show('library-toast', { width, height: 700 });
  const { bottom } = await boxOf('.toast');
  expect(bottom).toBeLessThan((await boxOf('.library-main')).top + 1);
  // A dialogue has nothing to do with it.
  await stage.page.$eval('header button[title="Import"]', (button) => (button as HTMLElement).click());
  const calls = await stage.page.evaluate(() => (globalThis as unknown as { calls: unknown[][] }).calls);
  expect(calls).toEqual([['onToastClose']]);
});

test('what an export is begun with, however long its choices are', async () => {
  await stage.show('library-export', { width: 380, height: 700 });
  expect((await boxOf('dialog button[type=submit]')).bottom).toBeLessThanOrEqual(700);
  // The choice that has the focus is not behind it.
  await stage.page.focus('dialog input[name=files]');
  for (const _ of [1, 2]) await stage.page.keyboard.press('ArrowDown');
  const chosen = await boxOf('dialog label:has(:focus)');
  expect(chosen.bottom).toBeLessThanOrEqual((await boxOf('dialog .dialog-buttons')).top);
});

test('a narrow panel has the list in its upper half, and words on all its buttons', async () => {
  await stage.show('library-panel', { width: 400, height: 760 });
  expect((await boxOf('.claim-row')).top).toBeLessThan(380);
  const nameless = await stage.page.$$eval('.library-header button, .filter-bar button', (all) =>
    all.flatMap((one) => (one.checkVisibility() && !one.innerText.trim() ? [one.outerHTML] : [])),
  );
  expect(nameless).toEqual([]);
  await (await stage.page.$('.library-actions .menu > button'))?.click();
  await (await stage.page.waitForSelector('.menu-list ::-p-text(Backups)'))?.click();
  await stage.page.waitForSelector('dialog[open] ::-p-text(Back up now)');
  await stage.page.keyboard.press('Escape');
  const choice = '.filter-bar [aria-label="Stance"]';
  const isSeen = () => stage.page.$eval(choice, (one) => one.checkVisibility());
  expect(await isSeen()).toBe(false);
  await (await stage.page.$('.filter-open'))?.click();
  expect(await isSeen()).toBe(true);
});
