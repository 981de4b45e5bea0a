import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { isTouched } from '../../../annotations/touched';
import type { Annotation } from '../../../annotations/types';
import { evaluateInChrome } from '../../../scripts/browser/bidi';
import { waitUntilPainted } from '../../../scripts/browser/highlights';
import { type BrowserName, type Launched, launch } from '../../../scripts/browser/launch';
import { openOwn } from '../../../scripts/browser/own-page';
import { readRecords } from '../../../scripts/browser/records';
import { type Site, type SitePages, serveSite } from '../../../scripts/browser/site';
import { tabIdOf } from '../../../scripts/browser/tab-id';
import { until } from '../../../scripts/browser/until';
import { findBrowser, howToGet } from '../../../scripts/browsers.mjs';
import { buildFolder } from '../../../scripts/setup.mjs';
import { pages } from './pages';

/** The browser these tests run in; `npm test` names each in turn. */
export const browserName = (process.env.TIGHTROPE_BROWSER ?? 'chromium') as BrowserName;
export const inChromium = browserName === 'chromium';

/** A browser with the production build on it, its site, and a profile that outlives restarts. */
export interface Session {
  readonly site: Site;
  readonly launched: Launched;
  readonly browser: Browser;
  /** Folder of the installed build. */
  readonly extension: string;
  /** Where downloads go. */
  readonly downloads: string;
  /** Opens a page of the site in a new tab. */
  open(address: string): Promise<Page>;
  /** The same for an article on the subject, and waits until its claims are painted and no more come. */
  openPainted(address: string): Promise<Page>;
  /** Opens one of the extension's own pages in a tab, e.g. `popup.html`. */
  openOwn(path: string): Promise<Page>;
  /** The popup of the tab that shows the address, as a page in a tab of its own. */
  openPopup(address: string): Promise<Page>;
  /** Everything stored, as it lies in IndexedDB. */
  records(): Promise<readonly Annotation[]>;
  /** Waits until the stored records satisfy a condition, and gives them. */
  recordsThat(
    what: string,
    condition: (records: readonly Annotation[]) => boolean,
  ): Promise<readonly Annotation[]>;
  /** Waits until the page of the first run is there: it comes in front at a moment of its own. */
  firstRunPage(): Promise<void>;
  /** Ends the background (service worker or event page) as the browser does when it is idle. */
  killBackground(): Promise<void>;
  /** Installs what now lies in `extension` over what is installed, as an update does: what was stored stays. */
  update(): Promise<void>;
  /** Quits the browser and starts it again on the same profile. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface SessionOptions {
  readonly pages?: SitePages;
  readonly preferences?: Readonly<Record<string, unknown>>;
  /** The X display to show the browser on; without one it is headless. */
  readonly screen?: string;
  /** Changes a copy of the build, which is then installed in its stead. */
  readonly change?: (folder: string) => void;
}

function executable(): string {
  const path = process.env.TIGHTROPE_EXECUTABLE ?? findBrowser(browserName);
  if (!path) throw new Error(howToGet(browserName));
  return path;
}

async function killBackground({ browser, name, extensionId }: Launched): Promise<void> {
  if (name === 'firefox') {
    const extension = `WebExtensionPolicy.getByID(${JSON.stringify(extensionId)}).extension`;
    await evaluateInChrome(browser, `${extension}.terminateBackground({ ignoreDevToolsAttached: true })`);
    return;
  }
  // Another may start at once, called by some page.
  const doomed = browser.targets().filter((target) => target.type() === 'service_worker');
  await until('the service worker to be gone', async () => {
    const left = doomed.filter((target) => browser.targets().includes(target));
    // Asked again each time: a worker that is just starting may not hear it. Its session may end before the answer.
    for (const target of left) await (await target.worker())?.close().catch(() => undefined);
    return left.length === 0;
  });
}

async function firstRunPage({ browser, origin }: Launched): Promise<void> {
  await until('the page of the first run', async () => {
    const addresses = (await browser.pages()).map((page) => page.evaluate('location.href'));
    return (await Promise.all(addresses)).includes(`${origin}/welcome.html`);
  });
}

/** Starts a session on a fresh profile; `close` it in `afterAll`. */
export async function openSession(options: SessionOptions = {}): Promise<Session> {
  const build = buildFolder(browserName);
  if (!existsSync(join(build, 'manifest.json'))) {
    throw new Error(`No build in ${build}: run npm test, or npm run build and npm run build:firefox, first`);
  }
  const site = await serveSite(options.pages ?? pages);
  const folder = mkdtempSync(join(tmpdir(), 'tightrope-e2e-'));
  const extension = options.change ? join(folder, 'extension') : build;
  if (options.change) {
    cpSync(build, extension, { recursive: true });
    options.change(extension);
  }
  const downloads = mkdtempSync(join(folder, 'downloads-'));
  const start = async () => {
    const started = await launch({
      browser: browserName,
      executable: executable(),
      extension,
      site,
      profile: join(folder, 'profile'),
      downloads,
      preferences: options.preferences ?? {},
      ...(options.screen !== undefined && { screen: options.screen }),
    });
    await firstRunPage(started);
    return started;
  };
  let launched = await start();
  let reader: Page | undefined;
  const ownPage = async () => {
    // Behind what is tested, which would be hidden by it.
    reader ??= await openOwn(launched, 'options.html', { background: true });
    return reader;
  };
  const records = async () => readRecords(await ownPage());

  return {
    site,
    downloads,
    extension,
    get launched() {
      return launched;
    },
    get browser() {
      return launched.browser;
    },
    open: async (address) => {
      const page = await launched.browser.newPage();
      await page.goto(address, { waitUntil: 'load' });
      return page;
    },
    openPainted: async (address) => {
      const page = await launched.browser.newPage();
      await page.goto(address, { waitUntil: 'load' });
      await waitUntilPainted(page);
      return page;
    },
    openOwn: (path) => openOwn(launched, path),
    openPopup: async (address) =>
      openOwn(launched, `popup.html?tab=${await tabIdOf(await ownPage(), address)}`),
    records,
    recordsThat: async (what, condition) => {
      let found: readonly Annotation[] = [];
      try {
        return await until(`the stored records: ${what}`, async () => {
          found = await records();
          return condition(found) && found;
        });
      } catch (error) {
        const touched = found.filter(isTouched).map(({ verdict, note, tags }) => ({ verdict, note, tags }));
        throw new Error(`${what}: of ${found.length} records, touched are ${JSON.stringify(touched)}`, {
          cause: error,
        });
      }
    },
    update: async () => {
      await launched.browser.installExtension(extension);
      // Its own pages went with the old copy.
      reader = undefined;
    },
    firstRunPage: () => firstRunPage(launched),
    killBackground: () => killBackground(launched),
    restart: async () => {
      await launched.browser.close();
      reader = undefined;
      launched = await start();
    },
    close: async () => {
      await launched.browser.close();
      await site.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
