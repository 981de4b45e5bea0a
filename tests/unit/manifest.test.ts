/** What we ask the browsers for, and what we call ourselves. The built manifests are checked in tests/e2e/security-build. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { zipOf } from '../../scripts/package/zip';
import { root } from '../../scripts/run.mjs';
import { justified, policyOf } from '../e2e/harness/manifest';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const about = JSON.parse(read('package.json')) as {
  version: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

describe('the version', () => {
  test('is the same in package.json, its lock and at the top of the changelog', () => {
    const lock = JSON.parse(read('package-lock.json')) as {
      version: string;
      packages: Record<string, { version: string }>;
    };
    const [, newest] = /^## (\S+)/m.exec(read('CHANGELOG.md')) ?? [];
    expect({ lock: lock.version, root: lock.packages['']?.version, newest }).toEqual({
      lock: about.version,
      root: about.version,
      newest: about.version,
    });
  });

  test('is one the stores take: up to four numbers', () => {
    expect(about.version).toMatch(/^\d{1,5}(\.\d{1,5}){2,3}$/);
  });
});

describe('the description', () => {
  // The Chrome Web Store and Edge Add-ons take no more.
  test.each(['en', 'ko', 'zh_CN'])('has at most 132 characters in %s', (locale) => {
    const [, description = ''] = /^description: '?(.*?)'?$/m.exec(read(`locales/${locale}.yml`)) ?? [];
    expect(description.length).toBeGreaterThan(30);
    expect(description.length).toBeLessThanOrEqual(132);
  });

  test('is the summary of the stores’ listing', () => {
    const [, description = ''] = /^description: '?(.*?)'?$/m.exec(read('locales/en.yml')) ?? [];
    expect(read('docs/store/listing.md')).toContain(`\n\n${description}\n`);
  });
});

describe('the table in docs/privacy.md', () => {
  test('gives a reason for every permission, in words', () => {
    expect(justified().size).toBeGreaterThan(5);
    for (const [permission, why] of justified())
      expect(why.split(' ').length, permission).toBeGreaterThanOrEqual(4);
  });
});

describe('a policy', () => {
  test('is read by its directives', () => {
    expect(policyOf("default-src 'none'; script-src 'self'").get('script-src')).toEqual(["'self'"]);
  });
});

describe('every package', () => {
  const lock = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { version?: string; integrity?: string; link?: boolean }>;
  };
  test('is pinned in the lock, with its hash', () => {
    const loose = Object.entries(lock.packages).filter(
      ([path, { version, integrity }]) => path !== '' && !(version && integrity),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });
});

describe('a zip', () => {
  const entries = [
    { path: 'b/c.txt', bytes: new Uint8Array([1, 2, 3]) },
    { path: 'a.txt', bytes: new Uint8Array([4]), isExecutable: true },
  ];
  test('is the same to the byte in any order, and at any time', () => {
    vi.useFakeTimers();
    const once = zipOf(entries);
    vi.setSystemTime(Date.now() + 86_400_000);
    const later = zipOf([...entries].reverse());
    vi.useRealTimers();
    expect(Buffer.from(later).equals(Buffer.from(once))).toBe(true);
  });
  test('takes no path twice', () => {
    expect(() => zipOf([...entries, { path: 'a.txt', bytes: new Uint8Array() }])).toThrow(/a\.txt/);
  });
});
