/** The build as it would be shipped: what it may do, what is in it. No browser is started. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { outlets } from '../../page/outlets';
import { root } from '../../scripts/run.mjs';
import { buildFolder } from '../../scripts/setup.mjs';
import { builtManifest, justified, policyOf } from './harness/manifest';
import { browserName, inChromium } from './harness/session';

const folder = buildFolder(browserName);
const manifest = builtManifest(browserName);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  statSync(join(folder, name)).isFile(),
);
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');

describe(`the build for ${browserName}`, () => {
  test('asks for the permissions of docs/privacy.md, and for no others', () => {
    const table = [...justified().keys()].filter((name) => inChromium || name !== 'sidePanel');
    const asked = [
      ...manifest.permissions,
      'the news sites of the list',
      ...(manifest.optional_host_permissions ?? []).map((pattern) => `${pattern} (optional)`),
    ];
    expect([...asked].sort()).toEqual([...table].sort());
    expect(manifest.optional_permissions ?? []).toEqual([]);
  });

  test('asks for the outlets’ hosts and never for all sites', () => {
    const hosts = outlets.flatMap((outlet) => outlet.hosts).map((host) => `*://*.${host}/*`);
    expect([...manifest.host_permissions].sort()).toEqual([...new Set(hosts)].sort());
    for (const { matches } of manifest.content_scripts)
      expect([...matches].sort()).toEqual([...new Set(hosts)].sort());
  });

  test('has a policy that allows its own files and no connection', () => {
    const policy = policyOf(manifest.content_security_policy.extension_pages);
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('connect-src')).toEqual(["'none'"]);
    for (const [name, sources] of policy)
      for (const source of sources) expect(["'none'", "'self'"], `${name} ${source}`).toContain(source);
  });

  test('talks to no other extension and to no page', () => {
    expect(manifest.externally_connectable).toBeUndefined();
    const listens = /onMessageExternal\.addListener|onConnectExternal\.addListener/;
    expect(files.filter((file) => file.endsWith('.js') && listens.test(textOf(file)))).toEqual([]);
  });

  test('shows pages the note editor’s frame and nothing else', () => {
    expect(manifest.web_accessible_resources.flatMap(({ resources }) => resources)).toEqual(['note.html']);
    if (inChromium) expect(manifest.web_accessible_resources.every((one) => one.use_dynamic_url)).toBe(true);
  });

  test('has no remote code and makes none: no eval, no script from elsewhere, nothing inline', () => {
    // Papa Parse brings an XMLHttpRequest for addresses, which it is never given; the policy would stop it.
    const makesCode = /\beval\s*\(|\bnew Function\s*\(|importScripts\s*\(|\bimport\s*\(\s*["'`]https?:/;
    const connects = /\bnew (WebSocket|EventSource)\b|sendBeacon/;
    const code = files.filter((file) => file.endsWith('.js'));
    expect(code.filter((name) => makesCode.test(textOf(name)) || connects.test(textOf(name)))).toEqual([]);
    for (const name of files.filter((file) => /\.html$/.test(file))) {
      expect(textOf(name), name).not.toMatch(/(src|href)=["']?(https?:)?\/\//);
      expect(textOf(name), name).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
    }
  });

  test('has Chromium compile at once what runs at once on a page', () => {
    for (const name of ['sentinel.js', 'annotator.js'])
      expect(textOf(name).startsWith('//# allFunctionsCalledOnLoad\n'), name).toBe(true);
    expect(textOf('annotator.js')).not.toContain('unlikelyCandidates');
  });

  test('lists the licence of every package that is in it', () => {
    const licences = textOf('licences.txt');
    const jsonOf = (path: string) =>
      JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, Record<string, string>>;
    const { dependencies = {} } = jsonOf('package.json');
    for (const name of Object.keys(dependencies).filter((one) => !one.startsWith('@types/')))
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ – `, 'm'));
    const kinds = [...licences.matchAll(/^\S+ \d+\.\d+\.\d+\S* – (.+)$/gm)].map(([, licence]) => licence);
    const fine = ['MIT', 'ISC', 'Apache-2.0', 'MPL-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD'];
    expect(kinds.filter((licence) => !fine.includes(licence ?? ''))).toEqual([]);
    expect(licences).not.toContain(root);
  });

  test('calls itself by the version of package.json', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(manifest.version).toBe(version);
  });
});
