import type { Page } from 'puppeteer-core';
import type { Annotation } from '../../annotations/types';

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
