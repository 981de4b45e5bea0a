/** What others may do to the extension's database, done from one of its own pages. */
import type { Page } from 'puppeteer-core';
import type { Annotation } from '../../../annotations/types';
import { evaluateInChrome } from '../../../scripts/browser/bidi';
import type { Session } from './session';

/** Deletes the database; what holds it open is asked to let go. */
export function deleteDatabase(own: Page): Promise<unknown> {
  return own.evaluate(`new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('tightrope');
    request.onsuccess = () => resolve('done');
    request.onerror = () => reject(request.error);
  })`);
}

/** Has the browser itself clear what the extension stored, as its settings for site data do; nobody is asked to let go. */
export async function clearStorage({ launched, browser }: Session, own: Page): Promise<void> {
  const { origin, name } = launched;
  if (name === 'chromium') {
    const protocol = await own.createCDPSession();
    await protocol.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    return;
  }
  await evaluateInChrome(
    browser,
    `new Promise((resolve) => {
      const principal = Services.scriptSecurityManager.createContentPrincipalFromOrigin(${JSON.stringify(origin)});
      Services.qms.clearStoragesForPrincipal(principal).callback = () => resolve('done');
    })`,
  );
}

/**
 * Puts a database of version 1 (Dexie counts in tens) into the place of ours, with one annotation in it.
 * @param holds whether the page keeps it open and lets nobody upgrade it
 */
export async function putVersion1(own: Page, kept: Annotation, holds = false): Promise<void> {
  await deleteDatabase(own);
  await own.evaluate(`new Promise((resolve, reject) => {
    const request = indexedDB.open('tightrope', 10);
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore('annotations', { keyPath: 'id' });
      for (const path of ['page.key', 'page.outlet', 'verdict', 'anchor.state', 'created', 'modified']) store.createIndex(path, path);
      for (const path of ['linked', 'tags']) store.createIndex(path, path, { multiEntry: true });
      store.createIndex('[page.key+created]', ['page.key', 'created']);
      const tombstones = request.result.createObjectStore('tombstones', { keyPath: 'id' });
      for (const path of ['pageKey', 'deleted']) tombstones.createIndex(path, path);
      request.result.createObjectStore('removed', { keyPath: 'id' }).createIndex('removed', 'removed');
      const pages = request.result.createObjectStore('pages', { keyPath: 'key' });
      for (const path of ['site', 'seen']) pages.createIndex(path, path);
      store.put(${JSON.stringify({ ...kept, linked: [] })});
    };
    request.onsuccess = () => {
      if (${holds}) globalThis.held = request.result;
      else request.result.close();
      resolve('done');
    };
    request.onerror = () => reject(request.error);
  })`);
}

/** The version the database has now. */
export function versionOf(own: Page): Promise<number> {
  return own.evaluate(
    "indexedDB.databases().then((all) => all.find(({ name }) => name === 'tightrope')?.version ?? 0)",
  ) as Promise<number>;
}

/** Upgrades the database to a version nobody knows yet, and keeps it open. */
export function upgradeBeyond(own: Page, version: number): Promise<unknown> {
  return own.evaluate(`new Promise((resolve, reject) => {
    const request = indexedDB.open('tightrope', ${version});
    request.onupgradeneeded = () => request.result.createObjectStore('of-tomorrow');
    request.onsuccess = () => { globalThis.held = request.result; resolve('done'); };
    request.onerror = () => reject(request.error);
  })`);
}

/** Moves every time the annotations bear by some hours, as if the clock had gone wrong while they were written. */
export function shiftTimes(own: Page, hours: number): Promise<unknown> {
  return own.evaluate(`new Promise((resolve, reject) => {
    const moved = (time) => new Date(Date.parse(time) + ${hours} * 3600e3).toISOString();
    const request = indexedDB.open('tightrope');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const transaction = request.result.transaction('annotations', 'readwrite');
      transaction.objectStore('annotations').openCursor().onsuccess = ({ target: { result: cursor } }) => {
        if (!cursor) return;
        const { touched, created, modified, ...rest } = cursor.value;
        const times = Object.entries(touched).map(([field, time]) => [field, moved(time)]);
        cursor.update({
          ...rest,
          created: moved(created),
          modified: moved(modified),
          touched: Object.fromEntries(times),
        });
        cursor.continue();
      };
      transaction.oncomplete = () => { request.result.close(); resolve('done'); };
      transaction.onerror = () => reject(transaction.error);
    };
  })`);
}
