import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { backups } from '../../services/backup';
import type { Store } from '../../store/database';

/** How the reader's notes are kept: space, the browser's promise, the last backup. */
interface Health {
  readonly bytes: number | null;
  readonly quota: number | null;
  readonly persisted: boolean | null;
  readonly lastBackup: string | null;
}

const UNKNOWN: Health = { bytes: null, quota: null, persisted: null, lastBackup: null };

/** Asked anew as `count` changes. */
export function useHealth(store: Store, count: number | null): Health {
  const [health, setHealth] = useState(UNKNOWN);
  useEffect(() => {
    const look = async () => {
      const { usage, quota } = (await navigator.storage?.estimate()) ?? {};
      const [newest] = await backups(store).catch(() => []);
      setHealth({
        bytes: usage ?? null,
        quota: quota ?? null,
        persisted: await isSafe(),
        lastBackup: newest?.made ?? null,
      });
    };
    void look();
  }, [store, count]);
  return health;
}

/** The permission `unlimitedStorage` exempts from eviction, whatever `persisted` says (Chromium says no all the same). */
async function isSafe(): Promise<boolean | null> {
  const isExempt = await browser.permissions
    .contains({ permissions: ['unlimitedStorage'] })
    .catch(() => false);
  return isExempt || ((await navigator.storage?.persisted?.()) ?? null);
}
