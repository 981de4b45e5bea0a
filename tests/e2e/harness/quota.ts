/** A disk that is full, as far as the extension can tell. It must not have `unlimitedStorage`. */
import { inChromium, type Session } from './session';

/** Firefox only: kilobytes for all sites together, read as the browser starts. Too few, and it would not start at all. */
export const SMALL_QUOTA = { 'dom.quotaManager.temporaryStorage.fixedLimit': 12 * 1024 };

// Bytes that no compression makes smaller, in ever smaller pieces, until not one kilobyte goes in.
const fill = `(async () => {
  // Opened anew for each: Firefox closes a database it had no room for.
  const put = (size) => new Promise((resolve) => {
    const opening = indexedDB.open('ballast');
    opening.onupgradeneeded = () => opening.result.createObjectStore('pieces', { autoIncrement: true });
    opening.onerror = () => resolve(false);
    opening.onsuccess = () => {
      const bytes = new Uint8Array(size);
      for (let at = 0; at < size; at += 65536) crypto.getRandomValues(bytes.subarray(at, at + 65536));
      const end = (done) => { opening.result.close(); resolve(done); };
      try {
        const transaction = opening.result.transaction('pieces', 'readwrite');
        transaction.objectStore('pieces').put(bytes);
        transaction.oncomplete = () => end(true);
        transaction.onabort = () => end(false);
      } catch {
        end(false);
      }
    };
  });
  let pieces = 0;
  for (let size = 1024 * 1024; size >= 1024; size /= 2) while (pieces < 200 && await put(size)) pieces += 1;
  return pieces;
})()`;

const empty = `new Promise((resolve, reject) => {
  const request = indexedDB.deleteDatabase('ballast');
  request.onsuccess = () => resolve('done');
  request.onerror = () => reject(request.error);
})`;

/**
 * Uses up the space the browser gives the extension: in Chromium by its protocol, in Firefox by filling it.
 * @returns gives the space back
 */
export async function useUpQuota(session: Session): Promise<() => Promise<unknown>> {
  const own = await session.openOwn('options.html');
  if (!inChromium) {
    const pieces = Number(await own.evaluate(fill));
    if (pieces === 0 || pieces >= 200)
      throw new Error(`the quota is not what it was set to: ${pieces} pieces`);
    return () => own.evaluate(empty);
  }
  const protocol = await own.createCDPSession();
  const { origin } = session.launched;
  await protocol.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  // Chromium grants small writes out of what it was told up to half a minute ago.
  await new Promise((resolve) => setTimeout(resolve, 31_000));
  return () => protocol.send('Storage.overrideQuotaForOrigin', { origin });
}
