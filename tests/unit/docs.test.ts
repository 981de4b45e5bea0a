/** What the documents point at is there: files, headings, and the files that comments name. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const documents = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** The fragment that GitHub gives a heading: lower case, without marks, blanks as hyphens. */
const fragmentOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_\- ]/gu, '')
    .replaceAll(' ', '-');

const headingsIn = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => fragmentOf(heading));

/** The links of a document that stay in the repository: file and fragment, each empty where there is none. */
const linksIn = (path: string): { link: string; file: string; fragment: string }[] =>
  [...readFileSync(path, 'utf8').matchAll(/\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].map(
    ([link, file = '', fragment = '']) => ({ link, file, fragment }),
  );

describe('documents', () => {
  it.each(documents)('%s links to files and headings that exist', (path) => {
    const dead = linksIn(path).filter(({ file, fragment }) => {
      const target = file ? normalize(join(dirname(path), file)) : path;
      if (!existsSync(target)) return true;
      return fragment !== '' && !headingsIn(target).includes(fragment);
    });
    expect(dead.map(({ link }) => link)).toEqual([]);
  });

  it('are named by comments as they are called', () => {
    const folders = [
      'engine',
      'page',
      'annotations',
      'store',
      'exchange',
      'messages',
      'services',
      'components',
    ];
    const others = ['entrypoints', 'training', 'cli', 'scripts', 'tests'];
    const sources = [...folders, ...others].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:tsx?|mjs)$/.test(name) && !name.includes('node_modules'))
        .map((name) => join(folder, name)),
    );
    const named = sources.flatMap((source) =>
      [...readFileSync(source, 'utf8').matchAll(/\bdocs\/[\w/-]+\.md\b/g)].map(([name]) => ({
        source,
        name,
      })),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(({ name }) => !existsSync(name))).toEqual([]);
  });
});
