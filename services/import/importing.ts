/** The way back in: lossless, as often as one likes, and nothing lost on a bad file. */
import { followed, merge, unite } from '../../annotations/merge';
import { type ArgumentNote, joinTexts, laterNote, nextStamp, type PageNote } from '../../annotations/notes';
import { normaliseQuote } from '../../annotations/quote-hash';
import type { SavedView } from '../../annotations/saved-view';
import { sortedJson } from '../../annotations/sorted-json';
import type { Annotation, Tombstone } from '../../annotations/types';
import { readBytes } from '../../exchange/reading';
import type { Imported, RecordError } from '../../exchange/records';
import type { Store } from '../../store/database';
import { guarded } from '../../store/errors';
import { type AnnotationRow, fromRow } from '../../store/rows';
import { siteOf } from '../../store/visits';
import { IMPORT_TABLES, type Replaced, stampOf } from './import-undo';

export interface ImportReport {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Notes on arguments and articles that are new, later than what was there, or joined to it. */
  readonly notes: number;
  /** Views of the library that are new, or named later than those here. */
  readonly views: number;
  /** Claims deleted where the file comes from, unknown here: they will not be found anew. */
  readonly deletions: number;
  /** Records that could not be read; all others were taken. */
  readonly errors: readonly RecordError[];
}

/** How far an import is. What is read from the file at once has no number. */
export interface ImportProgress {
  readonly step: 'reading' | 'checking' | 'comparing' | 'writing';
  readonly done: number;
  readonly total: number;
}

export interface ImportOptions {
  /** Says what would happen and changes nothing. */
  readonly dryRun?: boolean;
  /** ISO 8601 in UTC. */
  readonly now?: string;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Told what was put in the place of what, once it is, for `putBack`. */
  readonly onReplaced?: (replaced: readonly Replaced[]) => void;
}

/** What an import would do, and does. */
interface Plan {
  readonly added: readonly Annotation[];
  readonly updated: readonly Annotation[];
  readonly unchanged: number;
  /** Of the file's deletions those that are new here. */
  readonly tombstones: readonly Tombstone[];
  /** What is stored under the ids of `updated`, and more. */
  readonly before: ReadonlyMap<string, Annotation>;
}

/** Rows handed to the database at once: it holds a copy of each until it is written. */
const BATCH = 2000;

/** What is in a file of ours (JSON, JSON-LD), of Hypothesis or of Web Clipper. Never throws: what is wrong is listed. */
export function readImport(bytes: Uint8Array, { now = clock(), onProgress }: ImportOptions = {}): Imported {
  onProgress?.({ step: 'reading', done: 0, total: 0 });
  return readBytes(bytes, now, (done, total) => onProgress?.({ step: 'checking', done, total }));
}

/**
 * Takes what is in a file. What is there already is merged field by field, the later word winning; another annotation of
 * the same sentence of the same page is united with it, and neither's note or tags are lost. Two of one file of ours stay
 * two: a sentence the reader linked to two arguments. Another tool's later version replaces no word the reader wrote here.
 * @throws StoreError; then nothing was taken
 */
export async function take(
  store: Store,
  file: Imported,
  { dryRun = false, now = clock(), onProgress, onReplaced }: ImportOptions = {},
): Promise<ImportReport> {
  const { errors } = file;
  const tell = (step: ImportProgress['step']) => (done: number, total: number) =>
    onProgress?.({ step, done, total });
  let replaced: readonly Replaced[] = [];
  const report = await guarded(store, () =>
    store.transaction(dryRun ? 'r' : 'rw', IMPORT_TABLES, async () => {
      const plan = await planFor(store, file, now, tell('comparing'));
      const notes = await notesToPut(store, file, now);
      const views = await viewsToPut(store, file);
      if (!dryRun) {
        replaced = [
          ...(await write(store, plan, now, tell('writing'))),
          ...(await putRows(store, 'argumentNotes', notes.argumentNotes, ({ argument }) => argument)),
          ...(await putRows(store, 'pageNotes', notes.pageNotes, ({ page }) => page.key)),
          ...(await putRows(store, 'views', views, ({ name }) => name)),
        ];
      }
      return {
        added: plan.added.length,
        updated: plan.updated.length,
        unchanged: plan.unchanged,
        notes: notes.argumentNotes.length + notes.pageNotes.length,
        views: views.length,
        deletions: plan.tombstones.length,
      };
    }),
  );
  if (!dryRun) onReplaced?.(replaced);
  return { ...report, errors };
}

const clock = () => new Date().toISOString();
type Tell = (done: number, total: number) => void;

/** Puts rows into a table, and says what they replaced. */
async function putRows<T extends object>(
  store: Store,
  table: Replaced['table'],
  rows: readonly T[],
  keyOf: (row: T) => string,
): Promise<Replaced[]> {
  const keys = rows.map(keyOf);
  const before = await store.table<object, string>(table).bulkGet(keys);
  await store.table(table).bulkPut([...rows]);
  return rows.map((row, i) => ({ table, key: keys[i] ?? '', before: before[i], stamp: stampOf(row) }));
}

async function write(
  store: Store,
  { added, updated, tombstones, before }: Plan,
  now: string,
  tell: Tell,
): Promise<Replaced[]> {
  const put = [...added, ...updated];
  await inBatches(
    added,
    (rows) => store.annotations.bulkAdd(rows),
    (done) => tell(done, put.length),
  );
  await inBatches(
    updated,
    (rows) => store.annotations.bulkPut(rows),
    (done) => tell(added.length + done, put.length),
  );
  const pages = new Map(put.map(({ page }) => [page.key, page]));
  const visited = [...pages].map(([key, page]) => ({ key, site: siteOf(key), page, seen: now }));
  return [
    ...put.map((row): Replaced => {
      const was = before.get(row.id);
      return { table: 'annotations', key: row.id, before: was, stamp: row.modified };
    }),
    ...(await writeTombstones(store, put, tombstones)),
    ...(await putRows(store, 'pages', visited, ({ key }) => key)),
  ];
}

/** What stands in the file is wanted back, also where it was removed here; the file's own removals follow. */
async function writeTombstones(
  store: Store,
  put: readonly Annotation[],
  removals: readonly Tombstone[],
): Promise<Replaced[]> {
  const wanted = new Set(put.map(({ id }) => id));
  const lifted = (await store.tombstones.toArray()).filter(({ id }) => wanted.has(id));
  await store.tombstones.bulkDelete(lifted.map(({ id }) => id));
  return [
    ...lifted.map((one): Replaced => ({ table: 'tombstones', key: one.id, before: one, stamp: undefined })),
    ...(await putRows(store, 'tombstones', removals, ({ id }) => id)),
  ];
}

/** Two batches under way at a time: the database has something to do while the next is made ready. */
async function inBatches(
  annotations: readonly Annotation[],
  hand: (rows: AnnotationRow[]) => PromiseLike<unknown>,
  tell: (done: number) => void,
): Promise<void> {
  let before: PromiseLike<unknown> | undefined;
  for (let i = 0; i < annotations.length; i += BATCH) {
    const handed = hand(annotations.slice(i, i + BATCH));
    await before;
    tell(i);
    before = handed;
  }
  await before;
}

/** A file's notes that change something here: those new or later than ours, and of another tool's, ours with theirs. */
async function notesToPut(store: Store, { argumentNotes, pageNotes, isForeign }: Imported, now: string) {
  const ours = await store.argumentNotes.bulkGet(argumentNotes.map(({ argument }) => argument));
  const oursOnPages = await store.pageNotes.bulkGet(pageNotes.map(({ page }) => page.key));
  const later = <N extends ArgumentNote | PageNote>(theirs: N, mine: N | undefined) =>
    (theirs.modified !== mine?.modified || theirs.text !== mine.text) &&
    (!mine || laterNote(theirs, mine) === theirs);
  const beside = (theirs: PageNote, mine: PageNote | undefined): PageNote[] => {
    if (!mine) return [theirs];
    const text = joinTexts(mine.text, theirs.text);
    return text === mine.text ? [] : [{ ...mine, text, modified: nextStamp(mine, now) }];
  };
  return {
    argumentNotes: argumentNotes.filter((note, i) => later(note, ours[i])),
    pageNotes: isForeign
      ? pageNotes.flatMap((note, i) => beside(note, oursOnPages[i]))
      : pageNotes.filter((note, i) => later(note, oursOnPages[i])),
  };
}

/** A file's views: of two of one name the later stays, as where the reader names a second one so. */
async function viewsToPut(store: Store, { views }: Imported): Promise<SavedView[]> {
  const ours = await store.views.bulkGet(views.map(({ name }) => name));
  return views.filter(({ created }, i) => created > (ours[i]?.created ?? ''));
}

/** What makes two annotations the same sentence of the same page. */
const sentenceOf = ({ page, target: { quote } }: Annotation) =>
  [page.key, normaliseQuote(quote.exact), quote.prefix, quote.suffix].join('\u0000');

/** What is stored under the records' ids, and on their pages. */
async function storedNear(store: Store, records: readonly Annotation[]): Promise<Annotation[]> {
  if ((await store.annotations.count()) === 0) return [];
  const known = await store.annotations.bulkGet(records.map(({ id }) => id));
  const neighbours = await store.annotations
    .where('page.key')
    .anyOf([...new Set(records.map(({ page }) => page.key))])
    .toArray();
  return [...known, ...neighbours].flatMap((row) => (row ? [fromRow(row)] : []));
}

/** A file's deletions, save of what is here or comes with it, and of what is deleted here as well. */
async function removalsToPut(
  store: Store,
  { tombstones }: Imported,
  put: readonly Annotation[],
): Promise<Tombstone[]> {
  const coming = new Set(put.map(({ id }) => id));
  const ids = tombstones.map(({ id }) => id);
  const alive = await store.annotations.bulkGet(ids);
  const known = await store.tombstones.bulkGet(ids);
  return tombstones.filter(({ id }, i) => !alive[i] && !known[i] && !coming.has(id));
}

/** Another tool knows little more of an article than its address: those read here are as they were read. */
function onKnownPages(records: readonly Annotation[], near: ReadonlyMap<string, Annotation>): Annotation[] {
  // Of what was never read here not even the language is known.
  const read = [...near.values()].filter(({ page }) => page.language !== '');
  const known = new Map(read.map(({ page }) => [page.key, page]));
  return records.map((record) => ({ ...record, page: known.get(record.page.key) ?? record.page }));
}

async function planFor(store: Store, file: Imported, now: string, tell: Tell): Promise<Plan> {
  const { isForeign } = file;
  tell(0, file.records.length);
  const byId = new Map((await storedNear(store, file.records)).map((a) => [a.id, a]));
  const records = isForeign ? onKnownPages(file.records, byId) : file.records;
  // What a file of ours knows apart is united with nothing else of it.
  const apart = new Set(isForeign ? [] : records.map(({ id }) => id));
  const bySentence = new Map(
    [...byId.values()].flatMap((a) => (apart.has(a.id) ? [] : [[sentenceOf(a), a.id] as const])),
  );
  const before = new Map(byId);
  const touched = new Set<string>();
  // Versions of what is here first: what stands beside them is joined to the version that stays.
  const isHere = ({ id }: Annotation) => before.has(id);
  const version = (mine: Annotation, record: Annotation) =>
    isForeign && before.has(record.id) ? followed(mine, record, now) : merge(mine, record);
  for (const record of [...records.filter(isHere), ...records.filter((one) => !isHere(one))]) {
    const sentence = sentenceOf(record);
    const id = byId.has(record.id) ? record.id : (bySentence.get(sentence) ?? record.id);
    const mine = byId.get(id);
    const both = mine && (id === record.id ? version(mine, record) : unite(mine, record, now));
    byId.set(id, both ?? record);
    if (isForeign) bySentence.set(sentence, id);
    else if (bySentence.get(sentence) === id) bySentence.delete(sentence);
    touched.add(id);
  }
  const ids = [...touched];
  const same = (id: string) => before.has(id) && sortedJson(before.get(id)) === sortedJson(byId.get(id));
  const changed = ids.filter((id, i) => {
    if (i % BATCH === 0) tell(i, ids.length);
    return !same(id);
  });
  const recordsOf = (some: readonly string[]) => some.flatMap((id) => byId.get(id) ?? []);
  const added = recordsOf(changed.filter((id) => !before.has(id)));
  const updated = recordsOf(changed.filter((id) => before.has(id)));
  return {
    added,
    updated,
    unchanged: ids.length - changed.length,
    tombstones: await removalsToPut(store, file, [...added, ...updated]),
    before,
  };
}
