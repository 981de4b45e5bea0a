/** Holds the house of docs/architecture.md to be true: its table of imports is read from there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Import {
  readonly specifier: string;
  /** The file it leads to, relative to the root; undefined for packages. */
  readonly file: string | undefined;
  readonly typeOnly: boolean;
}

interface SourceFile {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly reExports: number;
  readonly exports: readonly string[];
  /** Exported functions without a docstring. */
  readonly undocumented: readonly string[];
}

/** Rows of the table: folder → what it may import, `types` where only types. */
function readTable(): Map<string, Map<string, 'all' | 'types'>> {
  const rows = readFileSync(join(root, 'docs/architecture.md'), 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 5 && cells[1]?.startsWith('`'));
  const foldersOf = (cell = '') => [...cell.matchAll(/`([\w-]+)\/`/g)].map(([, name = '']) => name);
  const all = rows.flatMap((cells) => foldersOf(cells[1]));
  const allowed = (cell: string): Map<string, 'all' | 'types'> => {
    if (cell.startsWith('everything')) {
      const but = cell.replace(/^everything( but)?/, '').split(/[, ]+/);
      return new Map(all.filter((name) => !but.includes(name)).map((name) => [name, 'all']));
    }
    const words = cell.split(',').map((word) => word.trim().replace(/ \(.*\)$/, ''));
    return new Map(
      words
        .filter((word) => word !== '–')
        .map((word) => [
          word.replace(/ \*\*types\*\*$| types$/, ''),
          / \*?\*?types/.test(word) ? 'types' : 'all',
        ]),
    );
  };
  return new Map(
    rows.flatMap((cells) => foldersOf(cells[1]).map((name) => [name, allowed(cells[3] ?? '')] as const)),
  );
}

const table = readTable();

function resolve(from: string, specifier: string): string | undefined {
  if (!/^(\.|@\/|~\/)/.test(specifier)) return undefined;
  const base = /^[@~]\//.test(specifier)
    ? specifier.slice(2)
    : posix.normalize(posix.join(posix.dirname(from), specifier.replace(/[?#].*$/, '')));
  const found = ['', '.ts', '.tsx', '.mjs', '/index.ts'].find((end) => existsSync(join(root, base + end)));
  return base + (found ?? '');
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const { module, comments, program } = parseSync(path, text);
  const link = (specifier: string, typeOnly: boolean) => ({
    specifier,
    file: resolve(path, specifier),
    typeOnly,
  });
  const imports = module.staticImports.map(({ moduleRequest, entries }) =>
    link(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType)),
  );
  const dynamic = module.dynamicImports
    .map(({ moduleRequest: { start, end } }) => text.slice(start, end))
    .filter((request) => /^['"]/.test(request))
    .map((request) => link(request.slice(1, -1), false));
  const reExports = module.staticExports.flatMap(({ entries }) =>
    entries.filter((entry) => entry.moduleRequest),
  );

  const exports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ exportName: { name } }) => name ?? []),
  );

  const documented = (start: number) =>
    comments.some(
      (comment) =>
        comment.type === 'Block' &&
        comment.value.startsWith('*') &&
        text.slice(comment.end, start).trim() === '',
    );
  const undocumented = program.body.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration' || !node.declaration || documented(node.start)) return [];
    const { declaration } = node;
    if (declaration.type === 'FunctionDeclaration') return [declaration.id?.name ?? '?'];
    if (declaration.type !== 'VariableDeclaration') return [];
    return declaration.declarations
      .filter(({ init }) => init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression')
      .map(({ id }) => (id.type === 'Identifier' ? id.name : '?'));
  });
  return {
    path,
    folder: path.split('/')[0] ?? '',
    text,
    imports: [...imports, ...dynamic],
    reExports: reExports.length,
    exports,
    undocumented,
  };
}

const sources = [...table.keys(), 'tests']
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((p) => join(folder, p)),
  )
  .map((path) => relative(root, join(root, path)).replaceAll('\\', '/'))
  .filter((path) => /\.(tsx?|mjs)$/.test(path) && !/(^|\/)(\.|node_modules\/)/.test(path))
  .map(readSource);
const house = sources.filter(({ folder }) => folder !== 'tests');

interface Door {
  readonly name: string;
  /** Where it may stand, relative to the root. */
  readonly files: readonly string[];
}

/** The doors of the page: lines like `name(…), other(…): Type  // file.ts: …` under `// folder/` or `// folder/file.ts`. */
function doorsOf(page: string): Door[] {
  const [, lines = ''] = /```ts\n([\s\S]*?)```/.exec(page) ?? [];
  let [folder, only] = ['', ''];
  return lines.split('\n').flatMap((line): Door[] => {
    const heading = /^\/\/ ([\w-]+\/)([\w-]+\.ts)?/.exec(line);
    if (heading) [, folder = '', only = ''] = heading;
    const [code = '', comment = ''] = line.split(/\/\/(.*)/);
    const named = [...comment.matchAll(/[\w/-]+\.tsx?/g)].map(([file]) => file);
    const files = (named.length ? named : [only]).map((file) => folder + file);
    let outer = code;
    // What stands in brackets, from the inside out, is no door.
    while (/[([{<][^()[\]{}<>]*[)\]}>]/.test(outer)) outer = outer.replace(/[([{<][^()[\]{}<>]*[)\]}>]/g, '');
    return outer.split(/[;,]/).flatMap((part) => {
      const name = /^\s*(?:new )?([A-Za-z_]\w*)/.exec(part)?.[1];
      return name ? [{ name, files }] : [];
    });
  });
}

/** Ways that lead back to where they began. */
function cyclesIn(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (trail.includes(path) || done.has(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return cycles;
}

/** `page/x.ts: what is wrong`, for every file a rule names something in. */
const offences = (files: readonly SourceFile[], rule: (file: SourceFile) => readonly string[]) =>
  files.flatMap((file) => rule(file).map((what) => `${file.path}: ${what}`));

describe('the house', () => {
  test('has the folders of the table', () => {
    expect([...table.keys()]).toEqual(
      expect.arrayContaining(['essays', 'engine', 'store', 'page', 'entrypoints']),
    );
    expect(sources.length).toBeGreaterThan(20);
  });

  test.each(['architecture.md', 'contributing.md'])('has every file that docs/%s names', (page) => {
    const text = readFileSync(join(root, 'docs', page), 'utf8');
    const named = [...text.matchAll(/`([\w-]+\/[\w./-]+\.(?:tsx?|mjs|css|json|yml))`/g)].map(
      ([, path = '']) => path,
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('has every door that docs/architecture.md names', () => {
    const doors = doorsOf(readFileSync(join(root, 'docs/architecture.md'), 'utf8'));
    expect(doors.length).toBeGreaterThan(60);
    const isThere = ({ name, files }: Door) =>
      house.some(({ path, exports }) => files.includes(path) && exports.includes(name));
    expect(doors.filter((door) => !isThere(door))).toEqual([]);
  });

  test('imports run one way', () => {
    expect(
      offences(house, ({ folder, imports }) =>
        imports.flatMap(({ file, specifier, typeOnly }) => {
          const to = file?.split('/')[0];
          // What is generated (.wxt) and the interface's words (locales) belong to no room.
          if (!to || to === folder || to === 'locales' || to.startsWith('.')) return [];
          const rule = table.get(folder)?.get(to);
          const ofTypes = typeOnly || file === `${to}/types.ts`;
          if (rule === 'all' || (rule === 'types' && ofTypes)) return [];
          return [`may not import ${rule === 'types' ? 'more than types from ' : ''}${specifier}`];
        }),
      ),
    ).toEqual([]);
  });

  test('nobody imports the entrypoints or the tests', () => {
    const outside = ({ file }: Import) => /^(entrypoints|tests)\//.test(file ?? '');
    expect(
      offences(
        house.filter(({ folder }) => folder !== 'entrypoints'),
        ({ imports }) => imports.filter(outside).map(({ specifier }) => specifier),
      ),
    ).toEqual([]);
  });

  test('relative imports lead somewhere', () => {
    expect(
      offences(sources, ({ imports }) =>
        imports
          .filter(({ file }) => file && !file.startsWith('.') && !existsSync(join(root, file)))
          .map(({ specifier }) => specifier),
      ),
    ).toEqual([]);
  });

  test('has no import cycles', () => {
    const edges = new Map(
      house.map(({ path, imports }) => [
        path,
        imports.flatMap((i) => (i.file && !i.typeOnly ? [i.file] : [])),
      ]),
    );
    expect(cyclesIn(edges)).toEqual([]);
  });

  test('folders beside each other import one way', () => {
    const within = (path = '') => (path.split('/').length > 2 ? path.split('/', 2).join('/') : undefined);
    const edges = new Map<string, string[]>();
    for (const { path, imports } of house) {
      const from = within(path);
      const to = imports.flatMap(({ file }) => within(file) ?? []);
      if (from) edges.set(from, [...(edges.get(from) ?? []), ...to.filter((one) => one !== from)]);
    }
    expect(edges.size).toBeGreaterThan(20);
    expect(cyclesIn(edges)).toEqual([]);
  });

  test('has no barrel files and no drawers', () => {
    expect(offences(sources, ({ reExports }) => (reExports ? ['re-exports'] : []))).toEqual([]);
    const drawer = /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.)/;
    expect(sources.filter(({ path }) => drawer.test(path)).map(({ path }) => path)).toEqual([]);
  });

  test('has no auto-imports', () => {
    expect(readFileSync(join(root, 'wxt.config.ts'), 'utf8')).toContain('imports: false');
    expect(
      offences(sources, ({ imports }) =>
        imports.map((i) => i.specifier).filter((name) => name === '#imports'),
      ),
    ).toEqual([]);
  });

  test('has no file of more than 300 lines', () => {
    expect(
      offences(sources, ({ text }) => {
        const lines = text.trimEnd().split('\n').length;
        return lines > 300 ? [`${lines} lines`] : [];
      }),
    ).toEqual([]);
  });

  test('switches no check off: no `any`, no ignored errors', () => {
    const off = /@ts-(ignore|nocheck|expect-error)|biome-ignore[^:]*noExplicitAny|biome-ignore-all/;
    const self = relative(root, join(dirname(fileURLToPath(import.meta.url)), 'architecture.test.ts'));
    expect(
      offences(
        house.filter(({ path }) => path !== self),
        ({ text }) => off.exec(text)?.slice(0, 1) ?? [],
      ),
    ).toEqual([]);
  });

  test('says of every exported function of engine, page, store and exchange what it takes and gives', () => {
    const strict = house.filter(({ folder }) => ['engine', 'page', 'store', 'exchange'].includes(folder));
    expect(
      offences(strict, ({ undocumented }) => undocumented.map((name) => `${name} has no docstring`)),
    ).toEqual([]);
  });
});
