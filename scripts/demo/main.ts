/** The demo behind `npm start`: MODE BROWSER EXECUTABLE [FILE.html]; scripts/start.mjs has set the rest up. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { textIn } from '../../exchange/decoding';
import type { BrowserName } from '../browser/launch';
import { canonicalOf, editorial, type Sample, wire } from '../browser/samples';
import { type SitePage, serveSite } from '../browser/site';
import { buildFolder } from '../setup.mjs';
import { showHeadless } from './headless';
import { showWindow } from './window';

/** Whether the build may read an address by itself. */
function isListed(browser: BrowserName, address: string): boolean {
  const manifest = JSON.parse(readFileSync(join(buildFolder(browser), 'manifest.json'), 'utf8')) as {
    host_permissions: readonly string[];
  };
  const { hostname } = new URL(address);
  return manifest.host_permissions
    .map((pattern) => pattern.replace(/^\*:\/\/(\*\.)?/, '').replace(/\/.*$/, ''))
    .some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

/**
 * A page the reader saved, served under the address it names where that is a news site of the list; byte for byte, since
 * one that is not in Unicode says itself in which encoding it is.
 */
function savedPage(browser: BrowserName, path: string): Sample & { readonly page: SitePage } {
  const bytes = readFileSync(path);
  const text = textIn(bytes);
  const html = text ?? bytes.toString('latin1');
  const page = text === null ? { body: bytes, headers: { 'content-type': 'text/html' } } : { body: text };
  const name = basename(path).replace(/\.html?$/i, '');
  const named = canonicalOf(html);
  const address =
    named && isListed(browser, named)
      ? named
      : `${new URL(wire.address).origin}/saved/${encodeURIComponent(name)}`;
  return { name, address, html, page };
}

const [mode, named, executable, file] = process.argv.slice(2);
const browser = named as BrowserName | undefined;
if (!browser || !executable) throw new Error('Run this through npm start');
const samples = file
  ? [savedPage(browser, file)]
  : [wire, editorial].map((sample) => ({ ...sample, page: { body: sample.html } }));
const site = await serveSite(Object.fromEntries(samples.map(({ address, page }) => [address, page])));
const demo = { browser, executable, site, samples };
try {
  await (mode === 'window' ? showWindow(demo) : showHeadless(demo));
} finally {
  await site.close();
}
