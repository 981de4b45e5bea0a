import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { withField } from '../../../annotations/edit';
import type { Annotation } from '../../../annotations/types';
import { countAnnotations, getAnnotation } from '../../../store/annotations';
import { openStore, type Store } from '../../../store/database';
import { forgetRemoved, removeAnnotations, restoreAnnotations, writeField } from '../../../store/edits';
import { StoreError } from '../../../store/errors';
import { forget } from '../../../store/forget';
import { addAnnotation } from '../../../store/visits';
import { annotation, LATER, NOW, page } from '../annotations/samples';

let store: Store;
beforeEach(() => {
  store = openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
});

async function add(...list: Annotation[]): Promise<void> {
  for (const a of list) await addAnnotation(store, a);
}

it('removes with a tombstone that has none of the text, and restores word for word', async () => {
  const a = withField(annotation(), 'note', 'my words', NOW);
  await add(a, annotation({ id: 'a2' }));
  await removeAnnotations(store, ['a1', 'none', 'a1']);
  expect(await getAnnotation(store, 'a1')).toBeUndefined();
  const [tombstone] = await store.tombstones.toArray();
  expect(tombstone).toMatchObject({ id: 'a1', pageKey: page.key });
  expect(JSON.stringify(tombstone)).not.toMatch(/Seoul|words/);
  expect(await restoreAnnotations(store, ['a1'])).toEqual([a]);
  expect(await getAnnotation(store, 'a1')).toEqual(a);
  expect([await store.tombstones.count(), await store.removed.count()]).toEqual([0, 0]);
  // Once: what is written on it from now on is not undone by a second time.
  await writeField(store, 'a1', 'note', 'new words', LATER);
  const [now] = await restoreAnnotations(store, ['a1']);
  expect(now?.note).toBe('new words');
  expect((await getAnnotation(store, 'a1'))?.note).toBe('new words');
});

it('restores what can be: not what was forgotten since, and nothing after the session', async () => {
  const other = { ...page, key: 'https://b.example/x' };
  await add(annotation(), annotation({ id: 'a2', page: other }), annotation({ id: 'a3' }));
  await removeAnnotations(store, ['a1', 'a2']);
  await forget(store, { pageKey: other.key });
  expect(await restoreAnnotations(store, ['a1', 'a2'])).toEqual([annotation()]);
  await expect(restoreAnnotations(store, ['a2'])).rejects.toMatchObject({ key: 'store-missing' });
  expect(await countAnnotations(store)).toBe(2);
  await removeAnnotations(store, ['a1', 'a3']);
  await forgetRemoved(store);
  await expect(restoreAnnotations(store, ['a1'])).rejects.toBeInstanceOf(StoreError);
  expect(await store.tombstones.count()).toBe(2);
});

it('restores nothing over what is there again', async () => {
  await add(annotation());
  await removeAnnotations(store, ['a1']);
  const imported = annotation({ note: 'from a file' });
  await add(imported);
  expect(await restoreAnnotations(store, ['a1'])).toEqual([imported]);
  expect(await getAnnotation(store, 'a1')).toEqual(imported);
  expect(await store.tombstones.count()).toBe(0);
});
