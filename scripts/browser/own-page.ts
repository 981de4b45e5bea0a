import type { Page } from 'puppeteer-core';
import type { Launched } from './launch';
import { until } from './until';

/**
 * Opens one of the extension's own pages in a new tab, e.g. `popup.html`, and waits until it is loaded.
 * @param options.background whether what is in front stays there
 */
export async function openOwn(
  { browser, origin, name }: Launched,
  path: string,
  { background = false } = {},
): Promise<Page> {
  const page = await browser.newPage({ background });
  const address = `${origin}/${path}`;
  // Firefox loads the page, but its protocol does not say so.
  const arrived = page.goto(address, { timeout: name === 'firefox' ? 1_500 : 30_000 });
  await arrived.catch((error: unknown) => {
    if (name !== 'firefox') throw error;
  });
  const ready = `location.href.startsWith(${JSON.stringify(origin)}) && document.readyState === 'complete'`;
  await until(`${address} to load`, () => page.evaluate(ready) as Promise<boolean>);
  return page;
}
