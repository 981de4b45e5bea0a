/** The library at 100,000 annotations, as multiples of raw IndexedDB, in one Chromium. */
import { build } from 'esbuild';
import puppeteer, { type Page } from 'puppeteer-core';
import { findBrowser, howToGet } from '../../scripts/browsers.mjs';
import type { NotesFigures, Workers } from './notes-room';
import type { Bench, Row } from './types';

/** Annotations; another number for a quick look. */
const LARGE = Number(process.env.TIGHTROPE_BENCH_NOTES ?? 100_000);
const ADDRESS = 'https://library.example/';

/** Watches what a page holds in memory, from now on; `end` gives by how many bytes it grew at most. */
async function heapOf(page: Page) {
  const cdp = await page.createCDPSession();
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  const held = async () => {
    const { usedSize, embedderHeapUsedSize, backingStorageSize } = await cdp.send('Runtime.getHeapUsage');
    return usedSize + embedderHeapUsedSize + backingStorageSize;
  };
  const before = await held();
  let most = before;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      most = Math.max(most, await held());
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })().catch(() => undefined);
  return {
    async end() {
      isOver = true;
      await watching;
      return most - before;
    },
  };
}

/** A module with all it imports, as one script. */
async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'bench',
    target: 'es2023',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

async function run(): Promise<Row[]> {
  const script = await bundled('tests/bench/notes-room.ts');
  const workers: Workers = {
    search: await bundled('entrypoints/wiring/search.worker.ts'),
    import: await bundled('entrypoints/wiring/import.worker.ts'),
  };
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error(howToGet('chromium'));
  const browser = await puppeteer.launch({
    executablePath,
    pipe: true,
    // The whole of it is one answer, minutes long on a slow machine.
    protocolTimeout: 1_800_000,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  try {
    /** Each in a page of its own: what one leaves in memory would slow the next. */
    const measure = async (call: string): Promise<Partial<NotesFigures>> => {
      console.error(`  ${call}`);
      const page = await browser.newPage();
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        if (request.isNavigationRequest())
          void request.respond({ body: '<!doctype html>', contentType: 'text/html' });
        else void request.abort();
      });
      await page.goto(ADDRESS);
      page.on('console', (message) => message.type() === 'debug' && console.error(message.text()));
      // Otherwise puppeteer says no more than "Target closed".
      const crashed = new Promise<never>((_, reject) => page.once('error', reject));
      await page.evaluate(script);
      await page.evaluate(`bench.prepare(${JSON.stringify(workers)})`);
      const heap = await heapOf(page);
      const figures = await Promise.race([page.evaluate(`bench.${call}`), crashed]);
      const grown = await heap.end();
      await page.close();
      return { ...(figures as Partial<NotesFigures>), grown };
    };
    await measure(`fill(${LARGE})`);
    const f = {
      ...(await measure('measureReading()')),
      ...(await measure('measureFilling()')),
      ...(await measure('measureRawExport()')),
      ...(await measure('measureFormats()')),
      ...(await measure('measureSearch()')),
      ...(await measure(`measureRawImport(${LARGE})`)),
      ...(await measure(`measureImport(${LARGE})`)),
      ...(await measure('measureExport()')),
    } as NotesFigures;
    const count = LARGE.toLocaleString('en');
    const row = (name: string, value: number, reference: string, ratio: number | null): Row => ({
      name,
      value,
      unit: 'ms',
      reference,
      ratio,
    });
    return [
      row(
        `notes: annotations of one page among ${count}`,
        f.page,
        'raw indexed read, at most 2',
        f.page / f.pageRaw,
      ),
      row(
        `notes: opening the library, ${count}`,
        f.openLarge,
        'with 1,000, at most 1.5',
        f.openLarge / f.openSmall,
      ),
      row(`notes: ${count} read and searchable`, f.filling, '', null),
      row('notes: longest task meanwhile', f.fillingTask, '100 ms, at most 1', f.fillingTask / 100),
      row(
        `notes: a keystroke of search, ${count}, to its worker and back, median`,
        f.keystroke,
        'a frame of 16 ms, at most 1',
        f.keystroke / 16,
      ),
      row(
        `notes: JSON export of ${count}`,
        f.exporting,
        'raw getAll and stringify, at most 1.3',
        f.exporting / f.exportingRaw,
      ),
      row('notes: longest task of that export', f.longestTask, '100 ms, at most 1', f.longestTask / 100),
      {
        // The file itself counts as held, though the browser may keep it on disk.
        ...row('notes: peak memory of that export', (f.file + f.grown) / 1e6, '', null),
        unit: 'MB',
        reference: 'twice the file, at most 1',
        ratio: (f.file + f.grown) / (2 * f.file),
      },
      row(`notes: ${count} in the slowest of the other formats`, f.slowestFormat, '', null),
      row('notes: longest task of those exports', f.formatTask, '100 ms, at most 1', f.formatTask / 100),
      row(
        `notes: JSON import of ${count}, tried out and taken`,
        f.importing,
        'raw bulkAdd, at most 1.5',
        f.importing / f.importingRaw,
      ),
      row('notes: longest task of that import', f.importTask, '100 ms, at most 1', f.importTask / 100),
    ];
  } finally {
    await browser.close();
  }
}

export const notesBench: Bench = { name: 'notes', run };
