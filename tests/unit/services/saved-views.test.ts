/** The library's named views, out and in with everything else. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { LONGEST_NAME } from '../../../annotations/saved-view';
import { backupIfDue, makeBackup } from '../../../services/backup';
import { writeAll } from '../../../services/export/export-stream';
import { importsInto } from '../../../services/import/import-session';
import { putBack, type Replaced } from '../../../services/import/import-undo';
import type { Store } from '../../../store/database';
import { removeView, savedViews, saveView } from '../../../store/views';
import { importText } from './import-text';
import { emptyStore } from './stage';

const day = (n: number) => `2026-03-0${n}T00:00:00.000Z`;
let store: Store;
beforeEach(async () => {
  store = emptyStore();
  await saveView(store, 'Doubts', 'stance=challenges', day(1));
  await saveView(store, 'Bases', 'argument=kelly%2Fbases-limit-drift', day(2));
});
const written = async () => (await writeAll(store, 'json')).text();

it('travel along, are told of, and come in once', async () => {
  const there = emptyStore();
  const file = await written();
  expect(await importText(there, file, { dryRun: true })).toMatchObject({ views: 2, added: 0, errors: [] });
  expect(await savedViews(there)).toEqual([]);
  expect(await importText(there, file)).toMatchObject({ views: 2 });
  expect(await savedViews(there)).toEqual(await savedViews(store));
  expect(await importText(there, file)).toMatchObject({ views: 0 });
});

it('of one name: the later stays', async () => {
  const there = emptyStore();
  await saveView(there, 'Doubts', 'mine', day(3));
  await saveView(there, 'Bases', 'mine', day(1));
  expect(await importText(there, await written())).toMatchObject({ views: 1 });
  expect((await savedViews(there)).map(({ name, hash }) => [name, hash])).toEqual([
    ['Bases', 'argument=kelly%2Fbases-limit-drift'],
    ['Doubts', 'mine'],
  ]);
});

it('go again with the import that is undone, save one named anew since', async () => {
  const there = emptyStore();
  await saveView(there, 'Bases', 'mine', day(1));
  let replaced: readonly Replaced[] = [];
  const onReplaced = (all: readonly Replaced[]) => {
    replaced = all;
  };
  await importText(there, await written(), { onReplaced });
  await saveView(there, 'Doubts', 'named anew', day(4));
  await putBack(there, replaced);
  expect((await savedViews(there)).map(({ name, hash }) => [name, hash])).toEqual([
    ['Bases', 'mine'],
    ['Doubts', 'named anew'],
  ]);
});

it('are in a backup, which one that is new makes due', async () => {
  await makeBackup(store, day(3));
  expect(await backupIfDue(store, Date.parse(day(5)))).toBe(false);
  await saveView(store, 'Sure', 'confidence=0.9', day(4));
  expect(await backupIfDue(store, Date.parse(day(5)))).toBe(true);
  await removeView(store, 'Doubts');
  const session = importsInto(store);
  expect(await session({ tryOut: { backup: day(5) } }, () => undefined)).toMatchObject({ views: 1 });
  await session('take', () => undefined);
  expect((await savedViews(store)).map(({ name }) => name)).toEqual(['Bases', 'Doubts', 'Sure']);
});

it('that are none are named, and the others taken', async () => {
  const file = JSON.parse(await written()) as { views: unknown[] };
  const views = [
    { name: '', hash: '', created: day(1) },
    { name: 'a'.repeat(LONGEST_NAME + 1) },
    ...file.views,
  ];
  const there = emptyStore();
  const report = await importText(there, JSON.stringify({ ...file, views }));
  expect(report.views).toBe(2);
  expect(report.errors.map(({ record, path }) => [record, path])).toEqual([
    [1, 'views.name'],
    [2, 'views.name'],
    [2, 'views.hash'],
    [2, 'views.created'],
  ]);
});
