/** What the whole of it may cost: the build's size, the popup over a full store, the background after many pages. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { waitUntilPainted } from '../../scripts/browser/highlights';
import { type Launched, launch } from '../../scripts/browser/launch';
import { openOwn } from '../../scripts/browser/own-page';
import { putRecords } from '../../scripts/browser/records';
import { serveSite } from '../../scripts/browser/site';
import { tabIdOf } from '../../scripts/browser/tab-id';
import { findBrowser, howToGet } from '../../scripts/browsers.mjs';
import { annotationsBefore, articleOf } from '../../scripts/load/day';
import { buildFolder } from '../../scripts/setup.mjs';
import { type Bench, median, type Row } from './types';

const ROUNDS = 9;
const FEW = 100;
const MANY = 100_000;
const FIRST_PAGES = 10;
const PAGES = 200;

const zipped = (path: string): number => gzipSync(readFileSync(path)).length;

function size(name: string, bytes: number, most: number): Row {
  return {
    name: `budget: ${name}`,
    value: bytes,
    unit: 'bytes gzipped',
    reference: `${most}, at most 1`,
    ratio: bytes / most,
  };
}

function sizes(folder: string): Row[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
  const sentinel = files.find((path) => /\bsentinel\.js$/.test(path));
  return [
    ...(sentinel ? [size('sentinel', zipped(sentinel), 8_000)] : []),
    size(
      'whole build, each file by itself',
      files.reduce((sum, path) => sum + zipped(path), 0),
      2_000_000,
    ),
  ];
}

/** Milliseconds from asking for the popup to its first claim, the middle one of several. */
async function popupTime(launched: Launched, tab: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const popup = await launched.browser.newPage();
    const began = performance.now();
    await popup.goto(`${launched.origin}/popup.html?tab=${tab}`);
    await popup.waitForSelector('#popup-count');
    // The first opens what the later ones find open.
    if (round > 0) times.push(performance.now() - began);
    await popup.close();
  }
  return median(times);
}

/** Bytes of the background's live objects. */
async function backgroundHeap({ browser }: Launched): Promise<number> {
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.createCDPSession();
  await worker.send('HeapProfiler.collectGarbage');
  const { usedSize } = await worker.send('Runtime.getHeapUsage');
  await worker.detach();
  return usedSize;
}

async function run(): Promise<Row[]> {
  const extension = buildFolder('chromium');
  if (!existsSync(extension)) throw new Error(`nothing is built in ${extension}; run "npm run build" first`);
  const executable = findBrowser('chromium');
  if (!executable) throw new Error(howToGet('chromium'));
  const articles = Array.from({ length: PAGES }, (_, n) => articleOf(n));
  const site = await serveSite(
    Object.fromEntries(articles.map(({ address, html }) => [address, { body: html }])),
  );
  const folder = mkdtempSync(join(tmpdir(), 'tightrope-budget-'));
  const launched = await launch({
    browser: 'chromium',
    executable,
    extension,
    site,
    profile: join(folder, 'profile'),
  });
  try {
    const own = await openOwn(launched, 'options.html');
    const page = await launched.browser.newPage();
    const heaps: number[] = [];
    for (const [n, { address, isOnSubject }] of articles.entries()) {
      await page.goto(address, { waitUntil: 'load' });
      if (isOnSubject) await waitUntilPainted(page);
      if (n + 1 === FIRST_PAGES || n + 1 === PAGES) heaps.push(await backgroundHeap(launched));
    }
    const [early = Number.NaN, late = Number.NaN] = heaps;
    await page.goto(articles[0]?.address ?? '', { waitUntil: 'load' });
    await waitUntilPainted(page);
    const tab = await tabIdOf(own, page.url());
    const all = annotationsBefore(MANY);
    await putRecords(own, all.slice(0, FEW));
    const few = await popupTime(launched, tab);
    await putRecords(own, all.slice(FEW));
    const many = await popupTime(launched, tab);
    return [
      ...sizes(extension),
      {
        name: `budget: popup to first content, ${MANY} stored`,
        value: many,
        unit: 'ms',
        reference: `${FEW} stored besides the day's, at most 1.5`,
        ratio: many / few,
      },
      {
        name: `budget: background heap after ${PAGES} pages`,
        value: late,
        unit: 'bytes',
        reference: `after ${FIRST_PAGES}, at most 1.2`,
        ratio: late / early,
      },
    ];
  } finally {
    await launched.browser.close();
    await site.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

export const budgetBench: Bench = { name: 'budget', run };
