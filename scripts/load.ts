/**
 * `npm run load -- [--visits 2000] [--browser chromium]`: a day of heavy reading replayed in a real browser, in one tab.
 * Fails where the memory of the background or of the page goes on growing, or where badge and page disagree.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CDPSession, Page } from 'puppeteer-core';
import { outlets } from '../page/outlets';
import { readHighlights, waitUntilPainted } from './browser/highlights';
import { launch } from './browser/launch';
import { openOwn } from './browser/own-page';
import { readRecords } from './browser/records';
import { editorial, offTopic, wire } from './browser/samples';
import { serveSite } from './browser/site';
import { tabIdOf } from './browser/tab-id';
import { until } from './browser/until';
import { findBrowser, howToGet } from './browsers.mjs';
import { giveUp } from './run.mjs';
import { buildFolder } from './setup.mjs';

/** What a heap may be at the end, measured against what it was after the first tenth. */
const GROWTH = 1.2;

const { values } = parseArgs({ options: { visits: { type: 'string', default: '2000' } } });
const visits = Number(values.visits);
const executable = findBrowser('chromium') ?? giveUp(howToGet('chromium'));

/** A day's articles over all outlets of the list; one in four is on something else. */
const samples = Array.from({ length: visits }, (_, n) => {
  const sample = [wire, editorial, wire, offTopic][n % 4] ?? wire;
  const address = `https://www.${outlets[n % outlets.length]?.hosts[0]}/world/2026/report-${n}-on-the-alliance`;
  return { address, html: sample.html.replaceAll(sample.address, address), isOnSubject: sample !== offTopic };
});

/** Bytes of a heap's objects after collecting what is not used. */
async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

const folder = mkdtempSync(join(tmpdir(), 'tightrope-load-'));
const site = await serveSite(
  Object.fromEntries(samples.map(({ address, html }) => [address, { body: html }])),
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

async function measure(): Promise<void> {
  heaps.page.push(await heapOf(pageHeap));
  const target = await launched.browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.createCDPSession();
  heaps.background.push(await heapOf(worker));
  await worker.detach();
}

try {
  // Always on the same kind of page.
  const step = 4 * Math.max(1, Math.floor(visits / 40));
  for (const [n, { address, isOnSubject }] of samples.entries()) {
    await page.goto(address, { waitUntil: 'load' });
    if (isOnSubject) await waitUntilPainted(page);
    if (n === 0 || n % step !== 0) continue;
    await measure();
    const painted = (await readHighlights(page)).length;
    const tab = await tabIdOf(own, page.url());
    const badge = () => own.evaluate(`(globalThis.browser ?? chrome).action.getBadgeText({ tabId: ${tab} })`);
    await until('the badge to say what is painted', async () => (await badge()) === String(painted)).catch(
      (error: Error) => problems.push(`visit ${n}: ${error.message}`),
    );
    console.log(
      `${n + 1} visits, heaps ${Object.values(heaps)
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
    if (ratio > GROWTH) problems.push(`the heap of the ${name} grew ${ratio.toFixed(2)}-fold`);
  }
  console.log(`${(await readRecords(own)).length} annotations stored`);
} finally {
  await launched.browser.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length ? 1 : 0;
