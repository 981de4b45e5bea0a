/** The licences of what is built into the extension: gathered while it is bundled, written into the build. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package that is part of the build. */
interface Shipped {
  readonly name: string;
  readonly version: string;
  /** SPDX, as its package.json says. */
  readonly licence: string;
  readonly home: string;
  readonly text: string;
}

const LICENCE_FILE = /^(licen[cs]e|copying)([.-].*)?$/i;

/** The folder of the package a bundled module comes from, or undefined for modules of our own. */
export function packageFolderOf(moduleId: string): string | undefined {
  const path = moduleId.replace(/^\0/, '').replace(/\?.*$/, '').replaceAll('\\', '/');
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
}

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly homepage?: string;
  readonly repository?: string | { readonly url?: string };
}

/**
 * What there is to say of a package.
 * @throws where it names no licence: then it must not be shipped
 */
function readShipped(folder: string): Shipped {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson;
  if (!about.license)
    throw new Error(`${about.name} names no licence in its package.json: it can't be shipped`);
  const file = readdirSync(folder).find((name) => LICENCE_FILE.test(name));
  const { repository } = about;
  const home = about.homepage ?? (typeof repository === 'string' ? repository : repository?.url) ?? '';
  return {
    name: about.name,
    version: about.version,
    licence: about.license,
    home: home.replace(/^git\+/, '').replace(/\.git$/, ''),
    text: file ? readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim() : '',
  };
}

/** The file's text: one part per package, by name. */
export function licencesText(folders: Iterable<string>): string {
  const packages = [...folders]
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map(readShipped)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const parts = packages.map(({ name, version, licence, home, text }) =>
    [
      `${name} ${version} – ${licence}`,
      home,
      '',
      text || `(its package holds no text of the ${licence} licence)`,
    ]
      .join('\n')
      .trim(),
  );
  return [
    'Tightrope is under the MIT licence. Built into it are these packages of others.',
    ...parts,
    '',
  ].join(`\n\n${'-'.repeat(72)}\n\n`);
}
