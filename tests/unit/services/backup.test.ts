import { writeAs } from '../../../exchange/formats';
import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { backupIfDue, backups, expendable, makeBackup, readBackup } from '../../../services/backup';
import { exportStream, writeAll } from '../../../services/export/export-stream';
import { importsInto } from '../../../services/import/import-session';
import { getAnnotation } from '../../../store/annotations';
import { openStore, type Store } from '../../../store/database';
import { removeAnnotations, writeField } from '../../../store/edits';
import { forget, forgetEverything } from '../../../store/forget';
import { writeArgumentNote, writePageNote } from '../../../store/notes';
import { type AnnotationRow, fromRow } from '../../../store/rows';
import { v1Fixture } from '../../fixtures/store/v1';
import { v2Fixture } from '../../fixtures/store/v2';
import { v3Fixture } from '../../fixtures/store/v3';
import { annotation, LATER, NOW, page, target } from '../annotations/samples';
import { importText } from './import-text';

let store: Store;
beforeEach(() => {
  store = openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
});
const quietly = () => undefined;
const many = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    annotation({
      id: `a${String(i).padStart(5, '0')}`,
      note: i % 7 ? '' : '"</script> 😀\n',
      target: target(`Claim ${i}.`, i),
    }),
  );

describe('everything, bit by bit', () => {
  it('is to the letter what is written at once', async () => {
    for (const count of [0, 1, 1201]) {
      const list = many(count);
      await store.annotations.bulkPut(list);
      await writeArgumentNote(store, 'kelly/expulsion-test', 'mine', NOW);
      const argumentNotes = await store.argumentNotes.toArray();
      const text = await (await writeAll(store, 'json', { now: LATER })).text();
      expect(text).toBe(writeAs('json', list, { exported: LATER, argumentNotes }));
    }
  });

  it('says how far it is, and stops when told to', async () => {
    await store.annotations.bulkPut(many(1201));
    const seen: number[] = [];
    const stop = new AbortController();
    const work = writeAll(store, 'json', {
      signal: stop.signal,
      onProgress: (done, total) => {
        seen.push(done / total);
        if (seen.length === 2) stop.abort();
      },
    });
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen).toHaveLength(2);
  });

  it('in another format has every article and the notes on them', async () => {
    const list = many(3);
    await store.annotations.bulkPut(list);
    await writePageNote(store, page, 'On the whole thin.', NOW);
    const pageNotes = await store.pageNotes.toArray();
    const { name, blob } = await exportStream(store, 'markdown', {}, { now: LATER });
    expect(name).toBe('Tightrope notes 2026-03-02.md');
    expect(await blob.text()).toBe(writeAs('markdown', list, { exported: LATER, pageNotes }));
    expect(await blob.text()).toContain('On the whole thin.');
  });
});

describe('copies', () => {
  it('go on being made where an earlier one bears a time to come, of a clock since set back', async () => {
    const day = 86_400_000;
    const now = Date.parse(NOW);
    await store.annotations.bulkPut(many(1));
    await makeBackup(store, new Date(now + 900 * day).toISOString());
    expect(await backupIfDue(store, now)).toBe(true);
    expect(await backupIfDue(store, now + day / 2)).toBe(false);
    expect(await backups(store)).toHaveLength(2);
  });

  it.each([
    ['everything', (all: Store) => forgetEverything(all), 0],
    ['an article', (all: Store) => forget(all, { pageKey: page.key }), 1],
  ])('hold nothing of %s that was forgotten while they were made', async (_, forgetIn, left) => {
    const other = { ...page, key: 'https://other.example/1' };
    await store.annotations.bulkPut([...many(900), annotation({ id: 'b', page: other })]);
    const isRead = new Promise<void>((resolve) => {
      store.annotations.hook('reading', (row) => {
        resolve();
        return row;
      });
    });
    const making = makeBackup(store, NOW);
    await isRead;
    await forgetIn(store);
    await making;
    expect(await backups(store)).toMatchObject([{ made: NOW, claims: left }]);
    const text = await (await readBackup(store, NOW))?.text();
    expect(text).not.toContain(page.key);
  });

  it('bring back what was removed, and keep what was changed since', async () => {
    await store.annotations.bulkPut(many(3));
    await makeBackup(store, NOW);
    await removeAnnotations(store, ['a00001']);
    await writeField(store, 'a00002', 'note', 'later word');
    const restoring = importsInto(store);
    expect(await restoring({ tryOut: { backup: NOW } }, quietly)).toMatchObject({ added: 1, errors: [] });
    expect(await getAnnotation(store, 'a00001')).toBeUndefined();
    expect(await restoring('take', quietly)).toMatchObject({ added: 1, errors: [] });
    expect(await getAnnotation(store, 'a00001')).toEqual(many(3)[1]);
    expect((await getAnnotation(store, 'a00002'))?.note).toBe('later word');
  });

  it('are made once a day at most, and only where something changed', async () => {
    const day = Date.parse('2027-01-01T00:00:00.000Z');
    expect(await backupIfDue(store, day)).toBe(false);
    await store.annotations.bulkPut(many(1));
    expect(await backupIfDue(store, day)).toBe(true);
    expect(await backupIfDue(store, day + 3_600_000)).toBe(false);
    expect(await backupIfDue(store, day + 2 * 86_400_000)).toBe(false);
    await writeField(store, 'a00000', 'note', 'x', new Date(day + 86_400_000).toISOString());
    expect(await backupIfDue(store, day + 2 * 86_400_000)).toBe(true);
    const week = day + 7 * 86_400_000;
    await writePageNote(store, page, 'x', new Date(week - 1).toISOString());
    expect(await backupIfDue(store, week)).toBe(true);
    expect((await backups(store)).map(({ made, claims }) => [made.slice(0, 10), claims])).toEqual([
      ['2027-01-08', 1],
      ['2027-01-03', 1],
      ['2027-01-01', 1],
    ]);
  });

  it('are made of what came in by a file, however long ago it was written', async () => {
    const now = Date.parse(LATER);
    await store.annotations.bulkPut(many(1));
    await makeBackup(store, LATER);
    const file = writeAs('json', [annotation({ id: 'from-afar', note: 'of last year' })], { exported: NOW });
    expect(await importText(store, file)).toMatchObject({ added: 1 });
    expect(await backupIfDue(store, now + 2 * 86_400_000)).toBe(true);
    expect((await backups(store))[0]).toMatchObject({ claims: 2 });
    expect(await backupIfDue(store, now + 4 * 86_400_000)).toBe(false);
  });

  it('roll: seven days, then the last of each of six months', () => {
    const days = Array.from({ length: 400 }, (_, i) => new Date(Date.UTC(2026, 0, 1 + i, 9)).toISOString());
    const gone = new Set(expendable(days));
    const kept = days.filter((day) => !gone.has(day)).map((day) => day.slice(0, 10));
    expect(kept).toHaveLength(13);
    expect(kept.slice(-7)).toEqual(days.slice(-7).map((day) => day.slice(0, 10)));
    expect(kept.slice(0, 6).map((day) => day.slice(0, 7))).toEqual([
      '2026-08',
      '2026-09',
      '2026-10',
      '2026-11',
      '2026-12',
      '2027-01',
    ]);
    expect(expendable(['2026-01-01T08:00:00.000Z', '2026-01-01T09:00:00.000Z'])).toEqual([
      '2026-01-01T08:00:00.000Z',
    ]);
  });

  it('roll by the days of the reader’s calendar', () => {
    vi.stubEnv('TZ', 'Asia/Seoul');
    // The evening of the first and the morning of the second, in Seoul.
    expect(expendable(['2026-03-01T11:00:00.000Z', '2026-03-01T23:00:00.000Z'])).toEqual([]);
    vi.unstubAllEnvs();
  });

  it.each([v1Fixture, v2Fixture, v3Fixture])('restores an export of version $version', async ({ rows }) => {
    const list = rows.annotations.map((row) => fromRow(row as unknown as AnnotationRow));
    const notes =
      'argumentNotes' in rows ? { argumentNotes: rows.argumentNotes, pageNotes: rows.pageNotes } : {};
    const file = JSON.stringify({
      format: 'tightrope-annotations',
      version: 1,
      exported: NOW,
      annotations: list,
      ...notes,
      tombstones: rows.tombstones,
    });
    expect(await importText(store, file)).toMatchObject({ added: list.length, errors: [] });
    expect((await store.annotations.toArray()).map(fromRow)).toEqual(list);
    expect(await store.tombstones.toArray()).toEqual(rows.tombstones);
    expect(await store.argumentNotes.toArray()).toEqual(notes.argumentNotes ?? []);
    expect(await store.pageNotes.toArray()).toEqual(notes.pageNotes ?? []);
  });

  it('a copy lying in a database of version 2 can still be restored, and says first what it would do', async () => {
    const { annotations, argumentNotes, pageNotes, tombstones, backups: kept } = v2Fixture.rows;
    await store.backups.bulkAdd([...kept]);
    const [{ made }] = kept;
    const deletions = tombstones.length;
    const would = {
      added: annotations.length,
      updated: 0,
      unchanged: 0,
      notes: 2,
      views: 0,
      deletions,
      errors: [],
    };
    const restoring = importsInto(store);
    expect(await restoring({ tryOut: { backup: made } }, quietly)).toEqual(would);
    expect(await store.annotations.count()).toBe(0);
    expect(await restoring('take', quietly)).toEqual(would);
    expect(await store.annotations.toArray()).toEqual(v3Fixture.rows.annotations);
    expect(await store.argumentNotes.toArray()).toEqual(argumentNotes);
    expect(await store.pageNotes.toArray()).toEqual(pageNotes);
  });
});
