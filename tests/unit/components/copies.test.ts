// @vitest-environment jsdom
import './fake-browser';
import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import type { ExportBlob } from '../../../services/export/export-stream';
import type { ExportFile } from '../../../services/export/exporting';
import { openStore } from '../../../store/database';

const { downloadIfDue } = await import('../../../entrypoints/wiring/use-copies');

it('puts a copy into the downloads once a week, and again where one could not be made', async () => {
  const saved: string[] = [];
  const save = ({ name }: ExportFile | ExportBlob) => void saved.push(name);
  const store = openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  const noRoom = () => {
    throw new Error('no room');
  };
  await expect(downloadIfDue(store, noRoom)).rejects.toThrow('no room');
  await Promise.all([downloadIfDue(store, save), downloadIfDue(store, save)]);
  await downloadIfDue(store, save);
  expect(saved).toEqual([expect.stringMatching(/^Tightrope notes .*\.json$/)]);
});

it('puts one there although the last was made by a clock that ran ahead', async () => {
  localStorage.setItem('last-download', String(Date.now() + 365 * 24 * 60 * 60 * 1000));
  let saved = 0;
  const store = openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  const save = () => void saved++;
  await downloadIfDue(store, save);
  await downloadIfDue(store, save);
  expect(saved).toBe(1);
});
