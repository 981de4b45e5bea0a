/** Every schema version ever shipped opens in today's store, and nothing of it is lost. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { latestVerdicts } from '../../../store/annotations';
import { DATABASE_NAME, openStore } from '../../../store/database';
import { argumentNote, writeArgumentNote } from '../../../store/notes';
import { v1Fixture } from '../../fixtures/store/v1';
import { v2Fixture } from '../../fixtures/store/v2';
import { v3Fixture } from '../../fixtures/store/v3';

const fixtures = [v1Fixture, v2Fixture, v3Fixture];

it.each(fixtures)('a database of version $version', async ({ version, stores, rows }) => {
  const indexedDB = new IDBFactory();
  const old = new Dexie(DATABASE_NAME, { indexedDB, IDBKeyRange });
  old.version(version).stores({ ...stores });
  for (const [table, list] of Object.entries(rows)) await old.table(table).bulkAdd([...list]);
  old.close();

  const store = openStore({ indexedDB, IDBKeyRange });
  for (const [table, list] of Object.entries(rows)) expect(await store.table(table).toArray()).toEqual(list);
  expect((await latestVerdicts(store, 10)).map(({ id }) => id)).toEqual(
    rows.annotations.map(({ id }) => id).reverse(),
  );
  // No index is left by which nothing is looked up: every write would pay for it.
  const { indexNames } = store.backendDB().transaction('annotations').objectStore('annotations');
  expect([...indexNames]).toEqual([
    'created',
    'modified',
    'page.key',
    'page.outlet',
    'tags',
    'touched.verdict',
  ]);
  await writeArgumentNote(store, 'kelly/no-looming-choice', 'mine');
  expect(await argumentNote(store, 'kelly/no-looming-choice')).toMatchObject({ text: 'mine' });
  store.close();
});

it('has a fixture of every version there ever was', () => {
  const store = openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  expect(fixtures.map(({ version }) => version)).toEqual(
    Array.from({ length: store.verno }, (_, i) => i + 1),
  );
});
