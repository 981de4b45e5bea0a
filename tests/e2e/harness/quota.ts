/** A disk that is full, as far as the extension can tell. It must not have `unlimitedStorage`; Chromium only. */
import type { Session } from './session';

/**
 * Takes the space away that the browser gives the extension.
 * @returns gives it back
 */
export async function useUpQuota(session: Session): Promise<() => Promise<unknown>> {
  const own = await session.openOwn('options.html');
  const protocol = await own.createCDPSession();
  const { origin } = session.launched;
  await protocol.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  // Chromium grants small writes out of what it was told up to half a minute ago.
  await new Promise((resolve) => setTimeout(resolve, 31_000));
  return () => protocol.send('Storage.overrideQuotaForOrigin', { origin });
}
