import { launch } from '../browser/launch';
import { buildFolder } from '../setup.mjs';
import type { Demo } from './types';

/** Opens a browser window with the extension on the samples and stays until it is closed. */
export async function showWindow({ browser: name, executable, site, samples }: Demo): Promise<void> {
  const hosts = samples.map(({ address }) => new URL(address).hostname);
  const { browser } = await launch({
    browser: name,
    executable,
    extension: buildFolder(name),
    site,
    hosts,
    headless: false,
  });
  for (const { address } of [...samples].reverse()) {
    const page = await browser.newPage();
    await page.goto(address);
    await page.bringToFront();
  }
  console.log(
    [
      '',
      'Tightrope is open on:',
      ...samples.map(({ address }) => `  ${address}`),
      `(${hosts.join(' and ')} lead to this machine in this window, under a certificate made for it; other sites are the real ones.)`,
      'Click on a painted sentence, or on the extension’s button in the toolbar. Close the browser to end.',
    ].join('\n'),
  );
  await new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
}
