/** How a reader finds their way in the library: its orders, tags that lead to what has them, what the search takes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rankedOf, sortingOf } from '../../annotations/order';
import type { Annotation } from '../../annotations/types';
import { writeAs } from '../../exchange/formats';
import { exportAll, importFile } from '../../scripts/browser/library';
import { until } from '../../scripts/browser/until';
import { samples } from '../preview/samples';
import { browserName, openSession, type Session } from './harness/session';

let session: Session;
let library: Page;
beforeAll(async () => {
  session = await openSession();
  const file = join(session.downloads, 'samples.json');
  writeFileSync(file, writeAs('json', samples, { exported: '2026-05-12T09:00:00.000Z' }));
  library = await session.openOwn('library.html');
  expect(await importFile(library, file)).toContain('9 claims added');
});
afterAll(() => session?.close());

const all = (selector: string) =>
  library.$$eval(selector, (found) => found.map((one) => one.textContent ?? ''));
const hash = () => decodeURIComponent(new URL(library.url()).hash);
const go = (to: string) =>
  library.evaluate((wanted) => {
    location.hash = wanted;
  }, to);
/** The ids of the claims in sight, in the order a reader sees them in. */
const inSight = () =>
  library.$$eval('.claim-row', (rows) =>
    rows
      .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
      .map(({ id }) => id.replace('claim-', '')),
  );
const active = () =>
  library.$$eval('[role=option][aria-selected=true]', (rows) =>
    rows.map(({ id }) => id.replace('claim-', '')),
  );

/** The ids of the samples as an order ranks them. */
function ranked(order: 'surest' | 'least-sure'): string[] {
  const sorting = sortingOf(order, 'en');
  if (sorting.of !== 'claims') throw new Error('this order ranks no claims');
  return samples
    .map(rankedOf)
    .sort(sorting.compare)
    .map(({ id }) => id);
}

describe(`finding one’s way in the library in ${browserName}`, () => {
  test('an order is chosen, is kept by the address and by a saved view, and keys and exports follow it', async () => {
    const [first = '', second = '', third = ''] = ranked('least-sure');
    const isFirst = (id: string) => until(`${id} to be first`, async () => (await inSight())[0] === id);
    await library.bringToFront();
    await library.select('[aria-label="Order"]', 'least-sure');
    await isFirst(first);
    expect(hash()).toBe('#order=least-sure');
    expect((await inSight()).slice(0, 3)).toEqual([first, second, third]);
    expect(await library.$$('.article-row')).toHaveLength(0);

    await library.focus('.claim-list');
    for (const id of [first, second, third]) {
      await library.keyboard.press('j');
      await until(`${id} to be chosen`, async () => (await active())[0] === id);
    }
    // A verdict on it leaves it where it is.
    await library.keyboard.press('c');
    await session.recordsThat('the verdict', (records) =>
      records.some(({ id, verdict }) => id === third && verdict === 'confirmed'),
    );
    await library.keyboard.press('k');
    await until('the one before', async () => (await active())[0] === second);

    const file = await exportAll(library, 'Table (CSV)', session.downloads);
    const { data } = Papa.parse<{ id: string }>(readFileSync(file, 'utf8').replace('\ufeff', ''), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data.map(({ id }) => id)).toEqual(ranked('least-sure'));

    await library.locator('.saved-views summary').click();
    await library.type('.saved-views input', 'In doubt');
    await library.keyboard.press('Enter');
    await until('the view', async () => (await all('.saved-views a')).includes('In doubt'));
    await go('order=surest');
    await isFirst(ranked('surest')[0] ?? '');
    await library.locator('.saved-views a').click();
    await isFirst(first);
    await go('order=oldest');
    await until(
      'the articles, oldest first',
      async () => (await all('.article-row b'))[0]?.startsWith('The ally next door') === true,
    );
    await go('');
  });

  test('a tag leads to what has it, by click and by key, in the order chosen', async () => {
    const [tagged = ''] = samples.filter(({ tags }) => tags.includes('trade')).map(({ id }) => id);
    const open = async () => {
      await go(`order=title&id=${tagged}`);
      await until('all claims', async () => (await inSight()).length > 1);
      await library.waitForSelector('.library-detail .tag a');
    };
    const onlyTagged = () => until('the tagged claim alone', async () => (await inSight()).join() === tagged);
    await open();
    await library.locator('.library-detail .tag ::-p-text(trade)').click();
    await onlyTagged();
    expect(hash()).toBe(`#tag=trade&order=title&id=${tagged}`);
    await library.goBack({ timeout: 2000 }).catch(() => undefined);
    await until('all claims again', async () => (await inSight()).length > 1);

    await library.focus('.library-detail .tag a');
    await library.keyboard.press('Enter');
    await onlyTagged();
    // Removing it is another button.
    await library.locator('[aria-label="Remove tag chips"]').click();
    await session.recordsThat('one tag less', (records) =>
      records.some(({ id, tags }) => id === tagged && tags.join() === 'trade'),
    );
    expect(hash()).toContain('tag=trade');
  });

  test('a tag is renamed where it is filtered by, and the view goes along, there and back', async () => {
    const isNow = async (tag: string) => {
      await session.recordsThat(`the tag ${tag}`, (records) =>
        records.some(({ tags }) => tags.join() === tag),
      );
      await until(`the view of ${tag}`, async () => hash() === `#tag=${tag}`);
      await until('the claim', async () => (await inSight()).length === 1);
    };
    await go('tag=trade');
    await library.locator('.rename-tag summary').click();
    await library.locator('.rename-tag input').fill('commerce');
    await library.keyboard.press('Enter');
    await isNow('commerce');
    expect(await library.evaluate(() => document.activeElement?.textContent)).toContain('“commerce”');
    await library.keyboard.press('u');
    await isNow('trade');
  });

  test('in a narrow window, where the detail covers the list, the list comes to the front', async () => {
    const isListInFront = async () => await library.$eval('.library-list', (list) => list.checkVisibility());
    const size = await library.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    await go('');
    await library.setViewport({ width: 420, height: 800 });
    for (const link of ['.library-detail .tag a', '.library-detail .of-article']) {
      await go('');
      await until('the list', isListInFront);
      const row = await library.waitForSelector('.claim-row::-p-text(trade minister)');
      await row?.click();
      await until('the detail alone', async () => !(await isListInFront()));
      await (await library.waitForSelector(link))?.focus();
      await library.keyboard.press('Enter');
      await until('the list in front', isListInFront);
      await until('the list to have the focus', () =>
        library.evaluate(() => document.activeElement?.role === 'listbox'),
      );
    }
    await library.setViewport(size);
    await go('');
  });

  test('what is looked for is marked in list and claim, as long as it is looked for', async () => {
    const marked = () =>
      library.evaluate(() => [...(CSS.highlights.get('hit') ?? [])].map((range) => range.toString()));
    await go('id=sample-2');
    await library.waitForSelector('.detail .in-context mark');
    await library.bringToFront();
    await library.type('#library-search', 'biggest cust');
    // In its row, and in its text beside the words that decided.
    await until(
      'the words marked in both places',
      async () => (await marked()).join() === 'biggest,cust,biggest,cust',
    );
    await go('');
    await until('nothing marked', async () => (await marked()).length === 0);
  });

  test('the search takes operators and phrases, and says so where nothing is found', async () => {
    const [first] = samples;
    const host = new URL(first?.page.url ?? '').host;
    const cases: [typed: string, passes: (a: Annotation) => boolean][] = [
      ['tag:trade', ({ tags }) => tags.includes('trade')],
      [`site:${host}`, ({ page }) => new URL(page.url).host === host],
      ['"a tariff"', ({ target }) => target.quote.exact.includes('a tariff')],
      [`site:${host} troops`, ({ target }) => target.quote.exact.includes('troops')],
    ];
    for (const [typed, passes] of cases) {
      const wanted = samples.filter(passes).map(({ id }) => id);
      expect(wanted.length, typed).toBeGreaterThan(0);
      await library.bringToFront();
      await library.type('#library-search', typed);
      await until(
        `what is found by ${typed}`,
        async () => (await inSight()).sort().join() === [...wanted].sort().join(),
      );
      await go('');
      await until('all claims', async () => (await inSight()).length > 6);
    }
    await library.type('#library-search', 'site:nowhere.example');
    await until('what can be typed', async () => (await all('.search-hints dt')).includes('tag:trade'));
    await go('');
  });
});
