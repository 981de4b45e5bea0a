/** The library at 100,000 annotations, as multiples of raw IndexedDB, in one Chromium. */
import { build } from 'esbuild';
import type { NotesFigures } from './notes-room';
import { startChromium } from './page';
import type { Bench, Row } from './types';

const ADDRESS = 'https://library.example/';

async function run(): Promise<Row[]> {
  const { outputFiles } = await build({
    entryPoints: ['tests/bench/notes-room.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'bench',
    footer: { js: 'bench = { ...bench };' },
    target: 'es2023',
    logLevel: 'error',
  });
  const browser = await startChromium();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (request.isNavigationRequest())
        void request.respond({ body: '<!doctype html>', contentType: 'text/html' });
      else void request.abort();
    });
    await page.goto(ADDRESS);
    await page.evaluate(outputFiles[0]?.text ?? '');
    // Asked for in bits: one answer that takes minutes would outlast the protocol's patience.
    await page.evaluate(
      'void bench.measureNotes().then((figures) => { bench.figures = figures }, (thrown) => { bench.failed = String(thrown) })',
    );
    await page.waitForFunction('bench.figures || bench.failed', { polling: 1000, timeout: 0 });
    const failed = await page.evaluate('bench.failed');
    if (failed) throw new Error(String(failed));
    const f = (await page.evaluate('bench.figures')) as NotesFigures;
    const row = (name: string, value: number, reference: string, ratio: number | null): Row => ({
      name,
      value,
      unit: 'ms',
      reference,
      ratio,
    });
    return [
      row(
        'notes: annotations of one page among 100,000',
        f.page,
        'raw indexed read, at most 2',
        f.page / f.pageRaw,
      ),
      row(
        'notes: opening the library, 100,000',
        f.openLarge,
        'with 1,000, at most 1.5',
        f.openLarge / f.openSmall,
      ),
      row(
        'notes: a keystroke of search, 100,000, median',
        f.keystroke,
        'a frame of 16 ms, at most 1',
        f.keystroke / 16,
      ),
      row('notes: indexing 100,000 for search', f.indexing, '', null),
      row(
        'notes: JSON export of 100,000',
        f.exporting,
        'raw getAll and stringify, at most 1.3',
        f.exporting / f.exportingRaw,
      ),
      row('notes: longest task of that export', f.longestTask, '100 ms, at most 1', f.longestTask / 100),
      row(
        'notes: JSON import of 100,000',
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
