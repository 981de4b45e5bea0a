/** The built manifest, and what docs/privacy.md says of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from '../../../scripts/browser/launch';
import { root } from '../../../scripts/run.mjs';
import { buildFolder } from '../../../scripts/setup.mjs';

export interface Manifest {
  readonly version: string;
  readonly permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly optional_host_permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly content_scripts: readonly {
    readonly matches: readonly string[];
    readonly js: readonly string[];
  }[];
  readonly content_security_policy: { readonly extension_pages: string };
  readonly web_accessible_resources: readonly {
    readonly resources: readonly string[];
    readonly use_dynamic_url?: boolean;
  }[];
  readonly externally_connectable?: unknown;
  readonly background: Readonly<Record<string, unknown>>;
}

export function builtManifest(browser: BrowserName): Manifest {
  return JSON.parse(readFileSync(join(buildFolder(browser), 'manifest.json'), 'utf8')) as Manifest;
}

/** The permissions of the table in docs/privacy.md, each with its reason. */
export function justified(): ReadonlyMap<string, string> {
  const [, table = ''] = readFileSync(join(root, 'docs/privacy.md'), 'utf8').split('\n## Permissions\n');
  const rows = table
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 4 && !/^(permission|-+)$/.test(cells[1] ?? ''));
  return new Map(rows.map(([, permission = '', why = '']) => [permission.replaceAll('`', ''), why]));
}

/** A content security policy by its directives. */
export function policyOf(text: string): ReadonlyMap<string, readonly string[]> {
  const directives = text.split(';').map((part) => part.trim().split(/\s+/));
  return new Map(directives.map(([name = '', ...sources]) => [name, sources]));
}
