/** Import files under fire: nothing is lost, whatever the file is. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { EXPORT_FORMATS, type ExportFormat, writeAs } from '../../exchange/formats';
import { fromJson } from '../../exchange/json';
import { PROBLEMS } from '../../exchange/problems';
import { readFile } from '../../exchange/reading';
import { type ImportOptions, readImport, take } from '../../services/import/importing';
import { getAnnotation } from '../../store/annotations';
import { openStore, type Store } from '../../store/database';
import { writeField } from '../../store/edits';
import { pick, type Random } from '../random';
import { annotationOf, argumentNoteOf, pageNoteOf } from './annotations';
import { must } from './run';
import { hostileText, hostileValue, mangled, mangledValue } from './text';

const EXPORTED = '2026-01-01T00:00:00.000Z';
const NOTE = 'a word of the reader’s own';

/** A file of ours, mangled as text or as values; now and then something else altogether. */
function fileOf(random: Random): string {
  if (random() < 0.05) return hostileText(random, 30);
  if (random() < 0.05) return JSON.stringify(hostileValue(random)) ?? '';
  const annotations = Array.from({ length: 1 + Math.floor(random() * 4) }, () => annotationOf(random));
  const format = pick(['json', 'jsonld', 'json', 'csv', 'markdown'] as const, random);
  const options = {
    exported: EXPORTED,
    argumentNotes: [argumentNoteOf(random)],
    pageNotes: [pageNoteOf(random)],
  };
  const text = writeAs(format, annotations, options);
  if (random() < 0.3) return mangled(text, random);
  if (format === 'csv' || format === 'markdown') return text;
  // Not by JSON.stringify alone: it would write `__proto__` only where it is a property of its own.
  return (JSON.stringify(mangledValue(JSON.parse(text), random, 0.03)) ?? '').replaceAll(
    '"toString":',
    '"__proto__":',
  );
}

/** Reads a file; what can be taken must come out of every format again, and out of the lossless ones whole. */
export function feedFile(random: Random): void {
  const { records, errors, argumentNotes, pageNotes } = readFile(fileOf(random), EXPORTED);
  for (const { problem } of errors) {
    const { key, values } = problem;
    must(values.length === PROBLEMS[key].length, `${key} with ${values.length} values`);
    must(
      values.every(({ length }) => length > 0 && length < 1000),
      `${key} with a value nobody can read`,
    );
  }
  const options = { exported: EXPORTED, argumentNotes, pageNotes };
  for (const format of Object.keys(EXPORT_FORMATS) as ExportFormat[])
    must(typeof writeAs(format, records, options) === 'string', `${format} wrote nothing`);
  for (const format of ['json', 'jsonld'] as const) {
    const again = fromJson(JSON.parse(writeAs(format, records, options)));
    must(
      JSON.stringify(again.records) === JSON.stringify(records),
      `${format} does not bring back what it wrote`,
    );
  }
}

const importText = (store: Store, text: string, options?: ImportOptions) =>
  take(store, readImport(new TextEncoder().encode(text)), options);

/** Imports a file into a store that holds a note: the note stays, and the file taken twice changes nothing. */
export async function feedImport(random: Random): Promise<void> {
  const store = openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  try {
    const mine = { ...annotationOf(random), id: 'mine' };
    await store.annotations.put(mine);
    await writeField(store, 'mine', 'note', NOTE, '2030-01-01T00:00:00.000Z');
    const file = fileOf(random);
    const tried = await importText(store, file, { dryRun: true });
    const done = await importText(store, file);
    must(tried.added === done.added && tried.updated === done.updated, 'the trial promised something else');
    must((await getAnnotation(store, 'mine'))?.note === NOTE, 'the reader’s note is lost');
    const again = await importText(store, file);
    must(
      again.added === 0 && again.updated === 0,
      `taken twice, it changes ${again.added} + ${again.updated}`,
    );
    must((await store.annotations.count()) >= 1 + done.added, 'fewer are there than were added');
  } finally {
    store.close();
  }
}
