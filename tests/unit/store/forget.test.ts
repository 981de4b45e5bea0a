import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../store/database';
import { removeAnnotations, writeField } from '../../../store/edits';
import { forget, forgetEverything, sitesKept } from '../../../store/forget';
import { writePageNote } from '../../../store/notes';
import { recordVisit } from '../../../store/visits';
import { annotation, page } from '../annotations/samples';

let store: Store;
const keyOf = (site: string, path: string) => `https://${site}/${path}`;

/** One claim found on a page, on a day. */
async function found(id: string, key: string, day: string) {
  const now = `${day}T12:00:00.000Z`;
  const there = { ...page, key, url: key };
  const one = annotation({ id, page: there, created: now, modified: now });
  await recordVisit(store, key, now, () => ({ page: there, put: [one], drop: [] }));
}

beforeEach(async () => {
  store = openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  await found('a1', keyOf('a.example', '1'), '2026-03-01');
  await found('a2', keyOf('a.example', '2'), '2026-03-02');
  await found('b1', keyOf('b.example', '1'), '2026-03-02');
  await store.backups.put({ made: '2026-03-03T00:00:00.000Z', bytes: new Uint8Array([1]), claims: 3 });
});
const ids = async () => (await store.annotations.toCollection().primaryKeys()).sort();

describe('forgetting', () => {
  it('a site: its claims, pages, notes, and what remained of removed ones', async () => {
    await store.pageNotes.put({
      page: { ...page, key: keyOf('a.example', '1') },
      text: 'x',
      modified: '2026-03-01T00:00:00.000Z',
    });
    await removeAnnotations(store, ['a2']);
    await found('c1', keyOf('data.example', '1'), '2026-03-01');
    expect(await sitesKept(store)).toEqual(['a.example', 'b.example', 'data.example']);
    expect(await forget(store, { site: 'a.example' })).toBe(1);
    expect(await ids()).toEqual(['b1', 'c1']);
    expect(await sitesKept(store)).toEqual(['b.example', 'data.example']);
    const rest = [store.removed, store.tombstones, store.pageNotes, store.backups];
    expect(await Promise.all(rest.map((table) => table.count()))).toEqual([0, 0, 0, 0]);
  });

  it('a site of which only a note on an article is kept, or a claim’s removal', async () => {
    await writePageNote(store, { ...page, key: keyOf('noted.example', '1') }, 'x');
    const [pageKey, quoteHash] = [keyOf('removed.example', '1'), '0'.repeat(16)];
    await store.tombstones.put({ id: 't', pageKey, quoteHash, deleted: '2026-03-01T00:00:00.000Z' });
    expect(await sitesKept(store)).toEqual(['a.example', 'b.example', 'noted.example', 'removed.example']);
    for (const site of ['noted.example', 'removed.example']) await forget(store, { site });
    expect(await sitesKept(store)).toEqual(['a.example', 'b.example']);
    expect([await store.pageNotes.count(), await store.tombstones.count()]).toEqual([0, 0]);
  });

  it('a page, and no other of the site', async () => {
    expect(await forget(store, { pageKey: keyOf('a.example', '1') })).toBe(1);
    expect(await ids()).toEqual(['a2', 'b1']);
    expect(await store.pages.count()).toBe(2);
  });

  it('a day, wherever', async () => {
    await writeField(store, 'a2', 'note', 'a word of the reader');
    expect(await forget(store, { from: '2026-03-02T00:00:00.000Z', to: '2026-03-03T00:00:00.000Z' })).toBe(2);
    expect(await ids()).toEqual(['a1']);
    expect(await store.pages.toCollection().primaryKeys()).toEqual([keyOf('a.example', '1')]);
  });

  it('a day, with what was deleted only later of the articles read on it', async () => {
    await removeAnnotations(store, ['a1'], '2026-03-05T12:00:00.000Z');
    await removeAnnotations(store, ['a2'], '2026-03-05T12:00:00.000Z');
    await forget(store, { from: '2026-03-02T00:00:00.000Z', to: '2026-03-03T00:00:00.000Z' });
    const all = await Promise.all(store.tables.map((table) => table.toArray()));
    expect(JSON.stringify(all)).not.toContain(keyOf('a.example', '2'));
    expect((await store.tombstones.toArray()).map(({ id }) => id)).toEqual(['a1']);
  });

  it('a day, and nothing of what came before or after', async () => {
    const [from, to] = ['2026-03-02T00:00:00.000Z', '2026-03-03T00:00:00.000Z'];
    // An article of the day before, read again on the day.
    await recordVisit(store, keyOf('a.example', '1'), from, () => ({ page, put: [], drop: [] }));
    await store.annotations.update('a2', { created: from });
    await store.annotations.update('b1', { created: to });
    const later = { ...page, key: keyOf('c.example', '1') };
    await store.pageNotes.put({ page: later, text: 'x', modified: to });
    await store.tombstones.put({ id: 'c1', pageKey: later.key, quoteHash: '', deleted: to });
    expect(await forget(store, { from, to })).toBe(1);
    expect(await ids()).toEqual(['a1', 'b1']);
    expect(await sitesKept(store)).toEqual(['a.example', 'b.example', 'c.example']);
    expect([await store.pageNotes.count(), await store.tombstones.count()]).toEqual([1, 1]);
  });

  it('everything, in every table', async () => {
    await forgetEverything(store);
    expect(await Promise.all(store.tables.map((table) => table.count()))).toEqual(store.tables.map(() => 0));
  });

  it('does all or nothing', async () => {
    store.backups.hook('deleting', () => {
      throw new Error('no');
    });
    await expect(forget(store, { site: 'a.example' })).rejects.toMatchObject({ name: 'StoreError' });
    expect(await ids()).toEqual(['a1', 'a2', 'b1']);
  });
});

describe('a disk that is full', () => {
  /** From now on every write fails as a browser out of quota makes it fail, below Dexie's tables. */
  function fill() {
    store.use({
      stack: 'dbcore',
      name: 'full',
      create: (below) => ({
        ...below,
        table: (name) => {
          const table = below.table(name);
          return {
            ...table,
            mutate: (request) =>
              request.type === 'delete' || request.type === 'deleteRange'
                ? table.mutate(request)
                : Promise.reject(new DOMException('full', 'QuotaExceededError')),
          };
        },
      }),
    });
  }

  it('is named as such, and what was saved before is there', async () => {
    await writeField(store, 'a1', 'note', 'saved before');
    store.close();
    fill();
    await store.open();
    await expect(writeField(store, 'a1', 'note', 'too much')).rejects.toMatchObject({ key: 'store-quota' });
    await expect(found('c1', keyOf('c.example', '1'), '2026-03-04')).rejects.toMatchObject({
      key: 'store-quota',
    });
    await expect(removeAnnotations(store, ['a2'])).rejects.toMatchObject({ key: 'store-quota' });
    expect(await ids()).toEqual(['a1', 'a2', 'b1']);
    expect((await store.annotations.get('a1'))?.note).toBe('saved before');
  });

  it('leaves the way out open: forgetting makes room', async () => {
    store.close();
    fill();
    await store.open();
    expect(await forget(store, { site: 'a.example' })).toBe(2);
    expect(await ids()).toEqual(['b1']);
  });
});

describe('two contexts', () => {
  it('write one claim at once: the last word on each field wins, and none is lost', async () => {
    const factory = new IDBFactory();
    const [left, right] = [0, 1].map(() => openStore({ indexedDB: factory, IDBKeyRange })) as [Store, Store];
    await left.annotations.put(annotation({ id: 'x' }));
    await Promise.all([
      writeField(left, 'x', 'note', 'left', '2026-03-01T00:00:01.000Z'),
      writeField(right, 'x', 'tags', ['right'], '2026-03-01T00:00:01.000Z'),
      writeField(right, 'x', 'verdict', 'confirmed', '2026-03-01T00:00:02.000Z'),
    ]);
    // The clock of one was set back: what was written last still counts.
    await writeField(right, 'x', 'note', 'right, later', '2020-01-01T00:00:00.000Z');
    expect(await left.annotations.get('x')).toMatchObject({
      note: 'right, later',
      tags: ['right'],
      verdict: 'confirmed',
    });
  });
});
