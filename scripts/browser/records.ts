import type { Page } from 'puppeteer-core';
import type { Annotation } from '../../annotations/types';
import { until } from './until';

// A string, because compiled functions may call helpers the page does not have.
// Opening a database that is not there would make an empty one: look first.
const readAll = `(async () => {
  if (!(await indexedDB.databases()).some(({ name }) => name === 'tightrope')) return [];
  const settled = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await settled(indexedDB.open('tightrope'));
  try {
    if (!database.objectStoreNames.contains('annotations')) return [];
    return await settled(database.transaction('annotations').objectStore('annotations').getAll());
  } finally {
    database.close();
  }
})()`;

/** Everything the extension has stored, read as it lies in IndexedDB by one of the extension's own pages. */
export async function readRecords(own: Page): Promise<readonly Annotation[]> {
  return (await own.evaluate(readAll)) as readonly Annotation[];
}

/** Records put at a time. */
const SLICE = 2000;

/** Puts annotations into the extension's own database, once there is one, by one of the extension's own pages. */
export async function putRecords(own: Page, annotations: readonly Annotation[]): Promise<void> {
  // Made by the extension itself; opened by us before that it would have no tables.
  const isThere = "indexedDB.databases().then((all) => all.some(({ name }) => name === 'tightrope'))";
  await until('the database', () => own.evaluate(isThere) as Promise<boolean>);
  for (let from = 0; from < annotations.length; from += SLICE)
    await own.evaluate(`new Promise((resolve, reject) => {
      const request = indexedDB.open('tightrope');
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const transaction = request.result.transaction('annotations', 'readwrite');
        for (const row of ${JSON.stringify(annotations.slice(from, from + SLICE))}) transaction.objectStore('annotations').put(row);
        transaction.oncomplete = () => { request.result.close(); resolve(); };
        transaction.onerror = () => reject(transaction.error);
      };
    })`);
}
