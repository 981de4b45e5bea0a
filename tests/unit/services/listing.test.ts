import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Listing, openListing } from '../../../services/listing';
import { openStore, type Store } from '../../../store/database';
import { removeAnnotations, writeField } from '../../../store/edits';
import { annotation, page } from '../annotations/samples';
import { openSearch } from './search-stage';

let store: Store;
let other: Store;
let close = () => {};
beforeEach(() => {
  const indexedDB = new IDBFactory();
  store = openStore({ indexedDB, IDBKeyRange });
  other = openStore({ indexedDB, IDBKeyRange });
});
afterEach(() => {
  close();
  index.end();
  store.close();
  other.close();
});

const many = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    annotation({
      id: `a${String(i).padStart(5, '0')}`,
      created: new Date(Date.UTC(2026, 0, 1) + i * 60_000).toISOString(),
    }),
  );

let index = openSearch();
function follow() {
  index.end();
  index = openSearch();
  const seen: Listing[] = [];
  close = openListing(
    store,
    index.search,
    (listing) => seen.push(listing),
    (thrown) => {
      throw thrown;
    },
  );
  return seen;
}
const ids = (listing: Listing | undefined) => listing?.list.map(({ id }) => id).sort() ?? [];

it('shows the newest first, then everything', async () => {
  await store.annotations.bulkAdd(many(1300));
  const seen = follow();
  await expect.poll(() => seen.at(-1)?.isComplete).toBe(true);
  expect(ids(seen[0])).toEqual(
    many(1300)
      .slice(-120)
      .map(({ id }) => id),
  );
  expect(seen[0]?.isComplete).toBe(false);
  expect(ids(seen.at(-1))).toEqual(many(1300).map(({ id }) => id));
});

it('follows what is written, removed and cleared, also through another connection', async () => {
  await store.annotations.bulkAdd(many(3));
  const seen = follow();
  await expect.poll(() => ids(seen.at(-1))).toHaveLength(3);
  await writeField(other, 'a00001', 'note', 'mine');
  await expect.poll(() => seen.at(-1)?.list.find(({ id }) => id === 'a00001')?.note).toBe('mine');
  expect(await index.among(['a00000', 'a00001', 'a00002'], 'mine')).toEqual(['a00001']);
  await removeAnnotations(store, ['a00000']);
  await expect.poll(() => ids(seen.at(-1))).toEqual(['a00001', 'a00002']);
  await other.annotations.bulkAdd([annotation({ id: 'b' })]);
  await expect.poll(() => ids(seen.at(-1))).toEqual(['a00001', 'a00002', 'b']);
  expect(index.size()).toBe(3);
  await other.annotations.clear();
  await expect.poll(() => ids(seen.at(-1))).toEqual([]);
  expect(index.size()).toBe(0);
});

it('follows a thousand changes at once, made one by one or together', async () => {
  const rows = many(1000);
  await store.annotations.bulkAdd(rows.slice(0, 3));
  const seen = follow();
  await expect.poll(() => seen.at(-1)?.isComplete).toBe(true);
  await other.annotations.bulkAdd(rows.slice(3));
  await expect.poll(() => ids(seen.at(-1))).toHaveLength(1000);
  await other.transaction('rw', other.annotations, async () => {
    for (const { id } of rows) await other.annotations.update(id, { note: 'changed' });
  });
  await expect.poll(() => seen.at(-1)?.list.every(({ note }) => note === 'changed')).toBe(true);
  expect(
    await index.among(
      rows.map(({ id }) => id),
      'changed',
    ),
  ).toHaveLength(1000);
  await other.annotations.bulkDelete(rows.slice(10).map(({ id }) => id));
  await expect.poll(() => ids(seen.at(-1))).toHaveLength(10);
  expect(index.size()).toBe(10);
});

it('loses no change made while everything is still being read', async () => {
  await store.annotations.bulkAdd(many(1300));
  const seen = follow();
  await expect.poll(() => seen.length).toBeGreaterThan(0);
  await Promise.all([
    writeField(other, 'a00000', 'note', 'early'),
    writeField(other, 'a01299', 'note', 'late'),
    removeAnnotations(other, ['a00600']),
  ]);
  await expect.poll(() => seen.at(-1)?.isComplete).toBe(true);
  const noted = () =>
    seen
      .at(-1)
      ?.list.filter(({ note }) => note)
      .map(({ id }) => id)
      .sort();
  await expect.poll(noted).toEqual(['a00000', 'a01299']);
  await expect.poll(() => ids(seen.at(-1))).toHaveLength(1299);
});

it('holds a page once, and cuts a megabyte of a note', async () => {
  await store.annotations.bulkAdd([
    annotation({ id: 'a', note: 'x'.repeat(1_000_000) }),
    annotation({ id: 'b', page: { ...page } }),
  ]);
  const seen = follow();
  await expect.poll(() => ids(seen.at(-1))).toHaveLength(2);
  const [a, b] = seen.at(-1)?.list ?? [];
  expect(a?.page).toBe(b?.page);
  expect(a?.note.length).toBeLessThan(500);
});

it('finds everything as soon as it says that it has all', async () => {
  await store.annotations.bulkAdd(many(1300).map((row) => ({ ...row, note: `n${row.id}` })));
  const early = new Promise<readonly string[] | null>((resolve, reject) => {
    index.end();
    index = openSearch();
    const { search, among } = index;
    close = openListing(
      store,
      search,
      // At that very moment, not later.
      ({ isComplete }) => isComplete && among(['a00000', 'a01179', 'a01299'], 'na').then(resolve, reject),
      reject,
    );
  });
  expect(await early).toEqual(['a00000', 'a01179', 'a01299']);
});

it('lists everything also where it cannot be searched, and says so', async () => {
  await store.annotations.bulkAdd(many(300));
  const seen: Listing[] = [];
  const errors: unknown[] = [];
  index.end();
  close = openListing(
    store,
    index.search,
    (listing) => seen.push(listing),
    (thrown) => errors.push(thrown),
  );
  await expect.poll(() => seen.at(-1)?.isComplete).toBe(true);
  expect(ids(seen.at(-1))).toHaveLength(300);
  expect(errors[0]).toBeInstanceOf(Error);
  await expect(index.ask('any')).rejects.toThrow();
});
