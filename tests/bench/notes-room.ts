/** Runs inside a browser: a library of a hundred thousand annotations in a real IndexedDB, and the same work done raw. */
import type { Listed } from '../../annotations/listed';
import type { Annotation } from '../../annotations/types';
import { arguments_ } from '../../essays/catalogue';
import { EXPORT_FORMATS, type ExportFormat, writeAs } from '../../exchange/formats';
import { exportMarkdownFiles } from '../../services/export/export-markdown';
import { exportStream, writeAll } from '../../services/export/export-stream';
import { importSession } from '../../services/import/import-session';
import { openListing } from '../../services/listing';
import { type Search, searchAt } from '../../services/search/search';
import { annotationsOfPage } from '../../store/annotations';
import { DATABASE_NAME, openStore, type Store } from '../../store/database';
import { annotations, words } from './notes-samples';

export interface NotesFigures {
  readonly page: number;
  readonly pageRaw: number;
  readonly openLarge: number;
  readonly openSmall: number;
  readonly keystroke: number;
  readonly exporting: number;
  readonly exportingRaw: number;
  readonly longestTask: number;
  /** Bytes of that file. */
  readonly file: number;
  /** Bytes of memory that grew while it was written, at most. */
  readonly grown: number;
  readonly filling: number;
  readonly fillingTask: number;
  readonly formatTask: number;
  readonly slowestFormat: number;
  /** Trying a file out and taking it, together. */
  readonly importing: number;
  readonly importTask: number;
  readonly importingRaw: number;
}

const SMALL = 1_000;

const middle = (list: number[]) => [...list].sort((a, b) => a - b)[list.length >> 1] ?? Number.NaN;

async function timed<T>(work: () => Promise<T> | T): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function filled(name: string, list: readonly Annotation[]): Promise<Store> {
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onsuccess = resolve;
  });
  const store = openStore({ name });
  for (let i = 0; i < list.length; i += 5000) await store.annotations.bulkAdd(list.slice(i, i + 5000));
  return store;
}

/** The workers of the library, as the bench built them. */
export interface Workers {
  readonly search: string;
  readonly import: string;
}
const workers: Record<keyof Workers, string> = { search: '', import: '' };

/** Takes the code of the workers. */
export function prepare(given: Workers): void {
  Object.assign(workers, given);
}

const startWorker = (name: keyof Workers) =>
  new Worker(URL.createObjectURL(new Blob([workers[name]], { type: 'text/javascript' })));
const labels = Object.fromEntries(arguments_.map(({ id, label }) => [id, label]));

/** Opens the library, until the first claims can be drawn, or until all are read and can be searched. */
const opened = (store: Store, isAll: boolean) =>
  new Promise<{ list: readonly Listed[]; search: Search }>((resolve, reject) => {
    const search = searchAt(startWorker('search'), labels);
    const close = openListing(
      store,
      search,
      ({ isComplete, list }) => {
        if (isAll && !isComplete) return;
        close();
        resolve({ list, search });
      },
      reject,
    );
  });
const opening = (store: Store, isAll = false) => timed(async () => (await opened(store, isAll)).search.end());

const raw = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const storeOf = (name: string) => openStore({ name });
/** The table itself, past Dexie. */
async function rawTable(store: Store): Promise<() => IDBObjectStore> {
  await store.open();
  const db = store.backendDB();
  return () => db.transaction('annotations').objectStore('annotations');
}

/** Fills the libraries the other measurements read. */
export async function fill(count: number): Promise<void> {
  const list = annotations(count);
  await filled('large', list);
  await filled('small', list.slice(0, SMALL));
}

export async function measureReading(): Promise<Partial<NotesFigures>> {
  const [large, small] = [storeOf('large'), storeOf('small')];
  const table = await rawTable(large);
  const keys = await large.annotations.orderBy('page.key').uniqueKeys();
  const step = Math.max(1, Math.floor(keys.length / 60));
  const pages = (keys as string[]).filter((_, i) => i % step === 0);
  const ours: number[] = [];
  const theirs: number[] = [];
  const openLarge: number[] = [];
  const openSmall: number[] = [];
  for (const key of pages) {
    theirs.push(await timed(() => raw(table().index('page.key').getAll(key))));
    ours.push(await timed(() => annotationsOfPage(large, key)));
  }
  for (let i = 0; i < 7; i++) {
    openSmall.push(await opening(small));
    openLarge.push(await opening(large));
  }
  return {
    page: middle(ours),
    pageRaw: middle(theirs),
    openLarge: middle(openLarge),
    openSmall: middle(openSmall),
  };
}

/** Keystrokes as the library takes them: the question to the worker, the answer back, the list sifted by it. */
export async function measureSearch(): Promise<Partial<NotesFigures>> {
  const { list, search } = await opened(storeOf('large'), true);
  const typed = [
    `${words[40]} ${words[900]}`,
    words[7000] ?? '',
    'treaty',
    'outlet 3',
    'washngton',
    words[15] ?? '',
  ];
  const keystrokes: number[] = [];
  let hits = 0;
  for (const text of typed)
    for (let i = 1; i <= text.length; i++)
      keystrokes.push(
        await timed(async () => {
          const found = await search.ask(text.slice(0, i));
          hits += list.filter(({ id }) => found?.(id)).length;
        }),
      );
  if (hits === 0) throw new Error('Nothing was found: the search does not work.');
  search.end();
  return { keystroke: middle(keystrokes) };
}

/** The longest stretch in which the page could neither draw nor answer. */
async function longestTaskOf(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  const observer = new PerformanceObserver((entries) => {
    for (const { duration } of entries.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ entryTypes: ['longtask'] });
  await work();
  await new Promise((resolve) => setTimeout(resolve, 100));
  observer.disconnect();
  return longest;
}

export async function measureExport(): Promise<Partial<NotesFigures>> {
  const large = storeOf('large');
  let [exporting, file] = [0, 0];
  const longestTask = await longestTaskOf(async () => {
    exporting = await timed(async () => {
      file = (await writeAll(large, 'json')).size;
    });
  });
  return { exporting, longestTask, file };
}

/** In a page of its own, after ours: what either leaves behind in memory is no fault of the other. */
export async function measureRawExport(): Promise<Partial<NotesFigures>> {
  const table = await rawTable(storeOf('large'));
  const exportingRaw = await timed(async () => new Blob([JSON.stringify(await raw(table().getAll()))]));
  return { exportingRaw };
}

/** The library reading all there is and making it searchable, bit by bit, while one works in it. */
export async function measureFilling(): Promise<Partial<NotesFigures>> {
  const large = storeOf('large');
  let filling = 0;
  const fillingTask = await longestTaskOf(async () => {
    filling = await opening(large, true);
  });
  return { filling, fillingTask };
}

/** Every other format, and Markdown in many files. */
export async function measureFormats(): Promise<Partial<NotesFigures>> {
  const large = storeOf('large');
  const others = (Object.keys(EXPORT_FORMATS) as ExportFormat[]).filter((format) => format !== 'json');
  const works: [name: string, work: () => Promise<unknown>][] = [
    ...others.map((format): [string, () => Promise<unknown>] => [
      format,
      () => exportStream(large, format, {}),
    ]),
    ...(['article', 'argument'] as const).map((by): [string, () => Promise<unknown>] => [
      `zip by ${by}`,
      () => exportMarkdownFiles(large, {}, { by, template: '' }),
    ]),
  ];
  let formatTask = 0;
  let slowestFormat = 0;
  for (const [name, work] of works) {
    let time = 0;
    const longest = await longestTaskOf(async () => {
      time = await timed(work);
    });
    console.debug(`    ${name}: ${Math.round(time)} ms, longest task ${Math.round(longest)} ms`);
    formatTask = Math.max(formatTask, longest);
    slowestFormat = Math.max(slowestFormat, time);
  }
  return { formatTask, slowestFormat };
}

/** The whole way of taking a file: to its worker, read, checked and written. */
export async function measureImport(count: number): Promise<Partial<NotesFigures>> {
  const file = new Blob([writeAs('json', annotations(count), { exported: '2026-03-01T00:00:00.000Z' })]);
  (await filled(DATABASE_NAME, [])).close();
  const session = importSession(startWorker('import'), file);
  let [tried, importing] = [0, 0];
  const importTask = await longestTaskOf(async () => {
    tried = await timed(() => session.tryOut(() => undefined));
    importing = await timed(() => session.take(() => undefined));
  });
  return { importing: tried + importing, importTask };
}

/** In a page of its own, as of exports. */
export async function measureRawImport(count: number): Promise<Partial<NotesFigures>> {
  const rows = annotations(count);
  const store = await filled('other', []);
  return { importingRaw: await timed(() => store.annotations.bulkAdd(rows)) };
}
