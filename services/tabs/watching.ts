/** Which pages are watched beyond the outlets of the manifest: those of sites the reader allowed. */
import { browser } from 'wxt/browser';
import { readTab } from './tab-state';

/** The name the browser keeps the registration by. */
const WATCH = 'sites-allowed';
/**
 * The file as wxt.config.ts names it in the manifest. (Firefox's `getManifest` has it as an address, which it refuses
 * here.)
 */
const SENTINEL = 'sentinel.js';

/**
 * The match patterns of what the reader allowed beyond the manifest's outlets, in order; what only lets us open files,
 * or pages of the browser's own, is no site.
 */
export async function sitesAllowed(): Promise<string[]> {
  const listed = outletPatterns();
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((pattern) => isOfSites(pattern) && !listed.includes(pattern)).sort();
}

const isOfSites = (pattern: string): boolean =>
  /^(?:\*|https?):\/\//.test(pattern) || pattern === '<all_urls>';

function outletPatterns(): string[] {
  const { content_scripts = [] } = browser.runtime.getManifest();
  return content_scripts.flatMap(({ matches = [] }) => matches);
}

async function register(): Promise<void> {
  const matches = await sitesAllowed();
  await browser.scripting.unregisterContentScripts({ ids: [WATCH] }).catch(() => undefined);
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: WATCH,
      matches,
      // There it stands already, and would look at every page twice.
      excludeMatches: outletPatterns(),
      js: [SENTINEL],
      runAt: 'document_idle',
      allFrames: true,
    },
  ]);
}

let last: Promise<void> = Promise.resolve();

/**
 * Has the sentinel stand on every site the reader allowed, and on no other any more. To be called whenever permissions
 * change, and after an update, at which Chromium forgets what was registered. One call at a time, the last one counts.
 * @throws where the browser refuses
 */
export function watchSitesAllowed(): Promise<void> {
  last = last.catch(() => undefined).then(register);
  return last;
}

/**
 * Has the sentinel look at pages that are open already: at those of sites just allowed, which got none when they were
 * loaded.
 * @param patterns match patterns of the sites
 */
export async function lookAtOpenTabs(patterns: readonly string[]): Promise<void> {
  const listed = outletPatterns();
  // Where a wide pattern takes outlets in, one stands there already.
  const left = patterns.some((pattern) => listed.includes(pattern)) ? new Set() : await tabsAt(listed);
  for (const tabId of await tabsAt(patterns.filter(isOfSites))) {
    if (left.has(tabId) && !(await wasRevoked(tabId))) continue;
    const target = { tabId, allFrames: true };
    await browser.scripting.executeScript({ target, files: [`/${SENTINEL}`] }).catch(() => undefined);
  }
}

/** Whether the sentinel in a tab was ended when the reader took the permission for its site back. */
const wasRevoked = async (tabId: number) => (await readTab(tabId))?.state.status === 'no-access';

/**
 * The same for every site that is watched: once the extension was installed, or updated, whose former sentinels have
 * nobody to tell any more. Firefox puts the manifest's in by itself.
 */
export async function lookAtAllOpenTabs(): Promise<void> {
  const listed = import.meta.env.FIREFOX ? [] : outletPatterns();
  await lookAtOpenTabs([...listed, ...(await sitesAllowed())]);
}

async function tabsAt(patterns: readonly string[]): Promise<Set<number>> {
  if (patterns.length === 0) return new Set();
  const tabs = await browser.tabs.query({ url: [...patterns] });
  return new Set(tabs.flatMap(({ id, discarded }) => (id === undefined || discarded ? [] : [id])));
}
