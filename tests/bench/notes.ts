/** The library at 100,000 annotations, as multiples of raw IndexedDB, in one Chromium. */
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { findBrowser, howToGet } from '../../scripts/browsers.mjs';
import type { NotesFigures } from './notes-room';
import type { Bench, Row } from './types';

/** Annotations; another number for a quick look. */
const LARGE = Number(process.env.TIGHTROPE_BENCH_NOTES ?? 100_000);
const ADDRESS = 'https://library.example/';

async function run(): Promise<Row[]> {
  const { outputFiles } = await build({
    entryPoints: ['tests/bench/notes-room.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'bench',
    target: 'es2023',
    logLevel: 'error',
  });
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
    const script = outputFiles[0]?.text ?? '';
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
      await page.evaluate(script);
      const figures = await page.evaluate(`bench.${call}`);
      await page.close();
      return figures as Partial<NotesFigures>;
    };
    await measure(`fill(${LARGE})`);
    const f = {
      ...(await measure('measureReading()')),
      ...(await measure('measureExport()')),
      ...(await measure(`measureSearch(${LARGE})`)),
      ...(await measure(`measureImport(${LARGE})`)),
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
      row(
        `notes: a keystroke of search, ${count}, median`,
        f.keystroke,
        'a frame of 16 ms, at most 1',
        f.keystroke / 16,
      ),
      row(`notes: indexing ${count} for search`, f.indexing, '', null),
      row(
        `notes: JSON export of ${count}`,
        f.exporting,
        'raw getAll and stringify, at most 1.3',
        f.exporting / f.exportingRaw,
      ),
      row('notes: longest task of that export', f.longestTask, '100 ms, at most 1', f.longestTask / 100),
      row(
        `notes: JSON import of ${count}`,
        f.importing,
        'raw bulkAdd, at most 1.5',
        f.importing / f.importingRaw,
      ),
    ];
  } finally {
    await browser.close();
  }
}

export const notesBench: Bench = { name: 'notes', run };
