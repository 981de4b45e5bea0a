import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { openStore } from '../../../store/database';
import { removeView, savedViews, saveView } from '../../../store/views';

it('keeps views by name, the last one of a name', async () => {
  const store = openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  await saveView(store, 'b', 'essay=kelly', '2026-01-01T00:00:00.000Z');
  await saveView(store, 'a', 'essay=diplomat');
  expect(await saveView(store, 'b', 'verdict=added', '2026-01-02T00:00:00.000Z')).toMatchObject({
    hash: 'essay=kelly',
  });
  expect((await savedViews(store)).map(({ name, hash }) => [name, hash])).toEqual([
    ['a', 'essay=diplomat'],
    ['b', 'verdict=added'],
  ]);
  expect(await removeView(store, 'b')).toMatchObject({ hash: 'verdict=added' });
  expect(await removeView(store, 'b')).toBeUndefined();
  expect(await savedViews(store)).toHaveLength(1);
});
