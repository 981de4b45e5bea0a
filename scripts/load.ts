/**
 * `npm run load -- [--visits 2000] [--stored 30000] [--minutes 120]`: a day of heavy reading replayed in Chromium, in one
 * tab, over what is stored of the days before. Fails where the memory of the background or of the page goes on growing,
 * or where badge, popup and page disagree. Where the minutes are over it says so and how far it came.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CDPSession, Page } from 'puppeteer-core';
import { readHighlights, waitUntilPainted } from './browser/highlights';
import { launch } from './browser/launch';
import { openOwn } from './browser/own-page';
import { putRecords, readRecords } from './browser/records';
import { serveSite } from './browser/site';
import { tabIdOf } from './browser/tab-id';
import { until } from './browser/until';
import { findBrowser, howToGet } from './browsers.mjs';
import { annotationsBefore, articleOf } from './load/day';
import { giveUp } from './run.mjs';
import { buildFolder } from './setup.mjs';

/** What a heap may be at the end, measured against what it was after the first twentieth. */
const GROWTH = 1.2;
/** Milliseconds a visit may take before it counts as stuck: the day is a long one, and runs beside other work. */
const PATIENCE = 120_000;

const { values } = parseArgs({
  options: {
    visits: { type: 'string', default: '2000' },
    stored: { type: 'string', default: '30000' },
    minutes: { type: 'string', default: '120' },
  },
});
const visits = Number(values.visits);
const executable = findBrowser('chromium') ?? giveUp(howToGet('chromium'));

/** Bytes of a heap's objects after collecting what is not used. */
async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

const folder = mkdtempSync(join(tmpdir(), 'tightrope-load-'));
const articles = Array.from({ length: visits }, (_, n) => articleOf(n));
const site = await serveSite(
  Object.fromEntries(articles.map(({ address, html }) => [address, { body: html }])),
);
const launched = await launch({
  browser: 'chromium',
  executable,
  extension: buildFolder('chromium'),
  site,
  profile: join(folder, 'profile'),
});
const own = await openOwn(launched, 'options.html');
const page: Page = await launched.browser.newPage();
const pageHeap = await page.createCDPSession();
const heaps = { page: [] as number[], background: [] as number[] };
const problems: string[] = [];
const note = (problem: string) => {
  problems.push(problem);
  console.error(problem);
};

async function measure(): Promise<void> {
  heaps.page.push(await heapOf(pageHeap));
  const target = await launched.browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.createCDPSession();
  heaps.background.push(await heapOf(worker));
  await worker.detach();
}

/** Notes where badge or popup say another number than is painted. */
async function compareCounts(visit: number): Promise<void> {
  const painted = (await readHighlights(page)).length;
  const tab = await tabIdOf(own, page.url());
  const badge = () => own.evaluate(`(globalThis.browser ?? chrome).action.getBadgeText({ tabId: ${tab} })`);
  const popup = await openOwn(launched, `popup.html?tab=${tab}`);
  const count = () =>
    popup.$eval('#popup-count', (heading) => Number.parseInt(heading.textContent ?? '', 10));
  for (const [name, ask] of [
    ['badge', async () => Number(await badge())],
    ['popup', count],
  ] as const)
    await until(
      `the ${name} to say that ${painted} are painted`,
      async () => (await ask()) === painted,
      PATIENCE,
    ).catch((error: Error) => note(`visit ${visit}: ${error.message}`));
  await popup.close();
  await page.bringToFront();
}

const began = performance.now();
const seconds = () => Math.round((performance.now() - began) / 1000);
try {
  await putRecords(own, annotationsBefore(Number(values.stored)));
  // Always on the same kind of page.
  const step = 4 * Math.max(1, Math.floor(visits / 80));
  for (const [n, { address, isOnSubject }] of articles.entries()) {
    if (seconds() > 60 * Number(values.minutes)) {
      console.log(`Ended after ${values.minutes} minutes, at ${n} of ${visits} visits.`);
      break;
    }
    await page.goto(address, { waitUntil: 'load', timeout: PATIENCE });
    if (isOnSubject) await waitUntilPainted(page, { timeout: PATIENCE });
    if (n === 0 || n % step !== 0) continue;
    await measure();
    await compareCounts(n);
    console.log(
      `${n + 1} visits in ${seconds()} s, heaps ${Object.values(heaps)
        .map((list) => ((list.at(-1) ?? 0) / 1e6).toFixed(1))
        .join(' and ')} MB`,
    );
  }
  for (const [name, list] of Object.entries(heaps)) {
    const [first = 1] = list;
    const ratio = (list.at(-1) ?? first) / first;
    console.log(
      `${name} heap: ${(first / 1e6).toFixed(1)} → ${((list.at(-1) ?? 0) / 1e6).toFixed(1)} MB, ratio ${ratio.toFixed(2)} (at most ${GROWTH})`,
    );
    if (ratio > GROWTH) note(`the heap of the ${name} grew ${ratio.toFixed(2)}-fold`);
  }
  console.log(`${(await readRecords(own)).length} annotations stored`);
} finally {
  await launched.browser.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
process.exitCode = problems.length ? 1 : 0;
