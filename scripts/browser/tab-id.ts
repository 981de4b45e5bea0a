import type { Page } from 'puppeteer-core';

/** The browser's number of the tab that shows an address, asked from one of the extension's own pages. */
export async function tabIdOf(own: Page, address: string): Promise<number> {
  const id = (await own.evaluate(
    `(globalThis.browser ?? chrome).tabs.query({}).then((tabs) =>
      tabs.filter(({ url }) => url === ${JSON.stringify(address)}).at(-1)?.id ?? -1)`,
  )) as number;
  if (id < 0) throw new Error(`No tab shows ${address}`);
  return id;
}
