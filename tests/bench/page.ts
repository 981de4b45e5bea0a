/** Anchoring, describing, painting and reading, as multiples of walking a page's text, in one Chromium. */
import { build } from 'esbuild';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowser, howToGet } from '../../scripts/browsers.mjs';
import { type NewsPage, newsPages } from './news-pages';
import type { Figures, Timing } from './page-room';
import { type Bench, median, type Row } from './types';

const ADDRESS = 'https://news.example/world/seoul-between-two-powers.html';
/** With these the page's clock has five microseconds rather than a hundred. */
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** Starts a Chromium in which nothing leaves the machine. @throws where none is installed, saying how to get one */
async function startChromium(): Promise<Browser> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error(howToGet('chromium'));
  return puppeteer.launch({
    executablePath,
    pipe: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
}

async function figuresOf(browser: Browser, { html }: NewsPage, script: string): Promise<Figures> {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (!request.isNavigationRequest()) void request.abort();
    else void request.respond({ body: html, contentType: 'text/html; charset=utf-8', headers: ISOLATED });
  });
  await page.goto(ADDRESS);
  await page.evaluate(script);
  const figures = (await page.evaluate('bench.measure()')) as Figures;
  await page.close();
  return figures;
}

const row = (name: string, value: number, reference: string, ratio: number | null, unit = 'ms'): Row => ({
  name,
  value,
  unit,
  reference,
  ratio,
});

async function run(): Promise<Row[]> {
  const { outputFiles } = await build({
    entryPoints: ['tests/bench/page-room.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    logLevel: 'error',
  });
  const script = outputFiles[0]?.text ?? '';
  const { set, long } = newsPages();
  const browser = await startChromium();
  try {
    const figures: Figures[] = [];
    for (const page of set) figures.push(await figuresOf(browser, page, script));
    const longest = await figuresOf(browser, long, script);
    const of = (read: (figures: Figures) => number) => median(figures.map(read));
    const timed = (name: string, read: (f: Figures) => Timing, reference: string) =>
      row(
        name,
        of((f) => read(f).ms),
        reference,
        reference ? of((f) => read(f).ratio) : null,
      );
    const onLong = (name: string, { ms, ratio }: Timing, reference: string) =>
      row(name, ms, reference, ratio);
    const quotes = figures.reduce((sum, f) => sum + f.quotes, 0);
    const share = (read: (f: Figures) => number) =>
      (100 * figures.reduce((sum, f) => sum + read(f), 0)) / quotes;
    const percent = (name: string, read: (f: Figures) => number) => row(name, share(read), '', null, '%');
    return [
      timed('page/floor', (f) => f.floor, ''),
      timed('page/find-unchanged', (f) => f.find, 'floor, at most 3'),
      timed('page/find-edited-10', (f) => f.edited, 'floor, at most 110'),
      timed('page/find-edited-10-hypothesis', (f) => f.hypothesis, 'floor'),
      row(
        'page/find-edited-10-faster',
        of((f) => f.hypothesis.ms / f.edited.ms),
        'hypothesis restated, at least 8',
        of((f) => f.hypothesis.ms / f.edited.ms),
        'times',
      ),
      timed('page/describe', (f) => f.describe, 'floor, at most 5'),
      timed('page/paint', (f) => f.paint, 'floor, at most 1'),
      timed('page/sentinel', (f) => f.sentinel, 'floor, at most 5'),
      timed('page/article', (f) => f.article, 'readability with its clone'),
      percent('page/found-unchanged', (f) => f.found),
      percent('page/edited-10-right', (f) => f.editedOutcome.right),
      percent('page/edited-10-wrong', (f) => f.editedOutcome.wrong),
      percent('page/edited-10-hypothesis-right', (f) => f.hypothesisOutcome.right),
      percent('page/edited-10-hypothesis-wrong', (f) => f.hypothesisOutcome.wrong),
      row('long/floor', longest.floor.ms, '', null),
      onLong('long/find-unchanged', longest.find, 'floor, at most 6'),
      onLong('long/find-edited-10', longest.edited, 'floor'),
      onLong('long/article', longest.article, 'readability with its clone'),
    ];
  } finally {
    await browser.close();
  }
}

export const pageBench: Bench = { name: 'page', run };
