/** Of which origin an address is, and what follows from it: what a page may be told, and whether we may read it. */
import { browser } from 'wxt/browser';
import { pageKeyOf } from '../../annotations/address';

/** The origin of a page that can be read; empty for others: the browser's own pages, and ours, nobody can grant. */
export function originOf(url: string): string {
  if (url.startsWith('file:')) return 'file://';
  return /^https?:/.test(url) && URL.canParse(url) ? new URL(url).origin : '';
}

/** Whether two addresses are of one origin; of files, each is one of its own. */
export function isSameOrigin(a: string, b: string): boolean {
  if (!URL.canParse(a) || !URL.canParse(b)) return false;
  const [one, other] = [new URL(a), new URL(b)];
  if (one.protocol === 'file:') return other.protocol === 'file:' && one.pathname === other.pathname;
  return one.origin !== 'null' && one.origin === other.origin;
}

/** Whether two addresses are one article's, told apart by no more than what says where its reader came from. */
export function isSameAddress(a: string, b: string): boolean {
  return URL.canParse(a) && URL.canParse(b) && isSameOrigin(a, b) && pageKeyOf(a) === pageKeyOf(b);
}

/** Whether the browser lets us read an origin's pages, whatever the reader asks for. */
export function canRead(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [`${origin}/*`] }).catch(() => false);
}
