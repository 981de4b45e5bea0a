/** One article from idle to painted, by trace: the production build in Chromium, on the median page of the set. */
import { build } from 'esbuild';
import type { CDPSession, Page } from 'puppeteer-core';
import { waitUntilPainted } from '../../scripts/browser/highlights';
import { launch } from '../../scripts/browser/launch';
import { type Site, serveSite } from '../../scripts/browser/site';
import { findBrowser, howToGet } from '../../scripts/browsers.mjs';
import { buildFolder } from '../../scripts/setup.mjs';
import { newsPages } from './news-pages';
import { type Bench, median, type Row } from './types';

const RUNS = 9;
/** How long a page is watched, and how much of that, at its end, it must be idle; milliseconds. */
const WATCHED = 4000;
const IDLE = 1500;
const HOST = 'https://en.yna.co.kr';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly tid: number;
  readonly pid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Of these, those that the thread ran, not having to wait for others' work. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string; readonly stackTrace?: unknown } };
}

interface Traced {
  /** Milliseconds: our longest task, all our scripts' CPU time, and that of it after the painting. */
  readonly longest: number;
  readonly total: number;
  readonly idle: number;
}

/** Script work on a thread. The pages have no scripts of their own: all of it is ours, or the measuring's. */
const WORK = new Set([
  'EvaluateScript',
  'v8.compile',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'FireIdleCallback',
]);

/** What our scripts did on the page's main thread. Tasks of the measuring itself name no address of ours. */
function readTrace(events: readonly TraceEvent[], ours: string): Traced {
  const own = events.find(({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.startsWith(ours));
  if (!own) throw new Error('The trace shows no script of the extension on the page.');
  const thread = events.filter(({ pid, tid, ph }) => pid === own.pid && tid === own.tid && ph === 'X');
  const spans = thread
    .filter(
      ({ name, args }) => WORK.has(name) && (args?.data?.url === undefined || args.data.url.startsWith(ours)),
    )
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  // Work within work counts once.
  const outer: TraceEvent[] = [];
  for (const span of spans) {
    const before = outer.at(-1);
    if (!before || span.ts >= before.ts + (before.dur ?? 0)) outer.push(span);
  }
  const tasks = thread.filter(({ name }) => name.endsWith('RunTask'));
  const holds = (task: TraceEvent) =>
    outer.some(({ ts }) => ts >= task.ts && ts < task.ts + (task.dur ?? 0) && ts >= own.ts);
  const sum = (list: readonly TraceEvent[]) => list.reduce((all, event) => all + cpuTime(event), 0);
  const mine = outer.filter(({ ts }) => ts >= own.ts);
  const end = Math.max(...events.map(({ ts }) => ts));
  return {
    longest: Math.max(0, ...tasks.filter(holds).map(({ dur = 0 }) => dur / 1000)),
    total: sum(mine),
    idle: sum(mine.filter(({ ts }) => ts > end - IDLE * 1000)),
  };
}

/** Milliseconds of the thread's own work in an event. */
const cpuTime = ({ tdur, dur = 0 }: TraceEvent) => (tdur ?? dur) / 1000;

async function record(cdp: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'v8.execute', 'v8'] },
  });
  await work();
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  return events;
}

/** Opens the page and leaves it alone: looking at it meanwhile would be work on its thread. */
async function visit(page: Page, address: string, ours: string, hasClaims: boolean): Promise<Traced> {
  const cdp = await page.createCDPSession();
  const events = await record(cdp, async () => {
    await page.goto(address);
    await pause(WATCHED);
  });
  await cdp.detach();
  if (hasClaims) await waitUntilPainted(page);
  return readTrace(events, ours);
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Readability alone, as a script for a page: `copy()`, then `parse()`, which has a timer fire for it. */
async function readabilityScript(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { Readability } from '@mozilla/readability';
        let clone;
        globalThis.copy = () => { clone = document.cloneNode(true); };
        globalThis.parse = () => new Promise((done) => setTimeout(() => { new Readability(clone).parse(); done(); }));`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    format: 'iife',
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * Its first parse in a page without the extension's scripts, as cold as a reader's page is, in milliseconds of the
 * thread's own work.
 */
async function parseOnce(page: Page, address: string, script: string): Promise<number> {
  await page.goto(address);
  await pause(300);
  await page.evaluate(script);
  await page.evaluate('copy()');
  const cdp = await page.createCDPSession();
  const events = await record(cdp, async () => {
    await page.evaluate('parse()');
  });
  await cdp.detach();
  return Math.max(...events.filter(({ name }) => name === 'TimerFire').map(cpuTime));
}

async function run(): Promise<Row[]> {
  const executable = findBrowser('chromium');
  if (!executable) throw new Error(howToGet('chromium'));
  const extension = buildFolder('chromium');
  const { set } = newsPages();
  const html = set[set.length >> 1]?.html ?? '';
  const article = `${HOST}/view/median-article-of-the-set`;
  const plain = 'https://elsewhere.example/view/median-article-of-the-set';
  const inDoubt = `${HOST}/view/median-article-in-boxes-of-its-own`;
  const offTopic = `${HOST}/view/bread-prices-of-the-set-rise`;
  const site: Site = await serveSite({
    [article]: { body: html },
    [plain]: { body: html },
    // No `article`, each paragraph in a box: where the body is, only Readability can say.
    [inDoubt]: {
      body: html.replace(/<(\/?)article>/g, '<$1div>').replace(/<p>(.*?)<\/p>/g, '<div><p>$1</p></div>'),
    },
    [offTopic]: { body: html.replace(/\p{Lu}\p{L}+/gu, 'Bread') },
  });
  const launched = await launch({ browser: 'chromium', executable, extension, site });
  try {
    // The first-run page and the worker's first start are no part of it.
    await pause(2000);
    const script = await readabilityScript();
    const [parses, on, doubt, off]: [number[], Traced[], Traced[], Traced[]] = [[], [], [], []];
    // In turns, so that what else the machine does falls on all alike.
    for (let i = 0; i < RUNS; i++) {
      const page = await launched.browser.newPage();
      parses.push(await parseOnce(page, `${plain}?r=${i}`, script));
      on.push(await visit(page, `${article}?r=${i}`, launched.origin, true));
      // Another site between: within one, the browser keeps what it compiled.
      await page.goto(`${plain}?between=${i}`);
      doubt.push(await visit(page, `${inDoubt}?r=${i}`, launched.origin, true));
      off.push(await visit(page, `${offTopic}?r=${i}`, launched.origin, false));
      await page.close();
    }
    const parse = median(parses);
    const of = (list: readonly Traced[], read: (traced: Traced) => number) => median(list.map(read));
    const row = (name: string, value: number, reference: string, ratio: number | null): Row => {
      return { name, value, unit: 'ms', reference, ratio };
    };
    const total = of(on, (t) => t.total);
    return [
      row('trace/readability', parse, '', null),
      row(
        'trace/longest-task',
        of(on, (t) => t.longest),
        'at most 50 ms',
        null,
      ),
      row('trace/scripts', total, 'readability, at most 1.5', total / parse),
      row(
        'trace/scripts-in-doubt',
        of(doubt, (t) => t.total),
        'readability',
        of(doubt, (t) => t.total) / parse,
      ),
      row(
        'trace/idle-afterwards',
        of(on, (t) => t.idle),
        'nothing',
        null,
      ),
      row(
        'trace/off-topic',
        of(off, (t) => t.total),
        '',
        null,
      ),
      row(
        'trace/off-topic-idle',
        of(off, (t) => t.idle),
        'nothing',
        null,
      ),
    ];
  } finally {
    await launched.browser.close();
    await site.close();
  }
}

export const traceBench: Bench = { name: 'trace', run };
