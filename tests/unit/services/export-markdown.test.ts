import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, expect, it } from 'vitest';
import { exportMarkdownFiles } from '../../../services/export/export-markdown';
import type { ExportScope } from '../../../services/export/export-source';
import { openStore, type Store } from '../../../store/database';
import { writeArgumentNote, writePageNote } from '../../../store/notes';
import { addAnnotation } from '../../../store/visits';
import { annotation, LATER, match, NOW, page, target } from '../annotations/samples';

let store: Store;
beforeEach(async () => {
  store = openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  const other = { ...page, key: 'https://other.example/a', title: 'seoul weighs its Allies' };
  await addAnnotation(store, annotation({ id: 'a', target: target('Second.', 900) }));
  await addAnnotation(store, annotation({ id: 'b', target: target('First.', 10) }));
  await addAnnotation(
    store,
    annotation({ id: 'c', page: other, matches: [match({ argument: 'diplomat/india-model' })] }),
  );
  await writePageNote(store, page, 'Thin.', NOW);
  await writeArgumentNote(store, 'diplomat/india-model', 'Is India alike?', NOW);
});

async function filesOf(by: 'article' | 'argument', template = '', scope: ExportScope = {}) {
  const { blob } = await exportMarkdownFiles(store, scope, { by, template, now: LATER });
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

it('one file for each article, none over another, claims in the order of the text', async () => {
  const files = await filesOf('article');
  const names = [...files.keys()].sort();
  expect(names).toHaveLength(2);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(2);
  expect(names.join()).toMatch(/\(2\)\.md/);
  const [text = ''] = [...files.values()].filter((one) => one.includes('Thin.'));
  expect(text.indexOf('First')).toBeLessThan(text.indexOf('Second'));
});

it('one file for each argument, with the thesis and the reader’s note', async () => {
  const files = await filesOf('argument');
  expect([...files.keys()].sort()).toEqual([
    'India shows both can be kept 2026-03-02.md',
    'The treaty locks Korea in with America 2026-03-02.md',
  ]);
  const text = files.get('India shows both can be kept 2026-03-02.md');
  expect(text).toMatch(/^---\ntitle: India shows both can be kept\nargument: diplomat\/india-model\n/);
  expect(text?.match(/Is India alike\?/g)).toHaveLength(1);
  expect(text).toMatch(/\n# India shows both can be kept\n\nIndia has deepened/);
  const some = await filesOf('argument', '', { pageKey: page.key });
  expect([...some.keys()]).toEqual(['The treaty locks Korea in with America 2026-03-02.md']);
});

it('also an article that has a note and no claim, and an argument of which nothing is collected', async () => {
  const alone = {
    ...page,
    key: 'https://alone.example/a',
    url: 'https://alone.example/a',
    title: 'A: “quiet” one',
  };
  await writePageNote(store, alone, 'Nothing in it is a *claim*.', NOW);
  await writeArgumentNote(store, 'kelly/no-looming-choice', 'Who asks?', NOW);
  const files = await filesOf('article');
  expect(files.size).toBe(3);
  expect(files.get('A “quiet” one 2026-03-02.md')).toBe(
    `---
title: "A: “quiet” one"
outlet: ${page.outlet}
published: 2026-02-28
url: https://alone.example/a
exported: 2026-03-02
claims: 0
arguments: []
tags:
  - tightrope
---

# A: “quiet” one

[${page.outlet}, 2026-02-28](https://alone.example/a)

Nothing in it is a *claim*.
`,
  );
  const templated = await filesOf('article', '{{title}}: {{pageNote}} ({{count}})\n');
  expect([...templated.values()]).toContain('A: “quiet” one: Nothing in it is a *claim*. (0)\n');
  const byArgument = await filesOf('argument');
  expect(byArgument.size).toBe(3);
  expect([...byArgument.values()].filter((text) => text.includes('Who asks?'))).toHaveLength(1);

  // A part of the claims says nothing of other articles; one article is that article.
  const zipOf = async (scope: ExportScope) => {
    const options = { by: 'article', template: '', now: LATER } as const;
    const { blob } = await exportMarkdownFiles(store, scope, options);
    return Object.keys(unzipSync(new Uint8Array(await blob.arrayBuffer())));
  };
  expect(await zipOf({ arguments: ['diplomat/india-model'] })).toHaveLength(1);
  expect(await zipOf({ pageKey: alone.key })).toEqual(['A “quiet” one 2026-03-02.md']);
});

it('by the reader’s template, and with its error where it has one', async () => {
  const files = await filesOf('article', '{{#each claims}}\n- {{quote}}\n{{/each}}\n');
  expect([...files.values()]).toContain('- First.\n- Second.\n');
  await expect(filesOf('article', '{{nope}}')).rejects.toMatchObject({
    name: 'TemplateError',
    line: 1,
    problem: { key: 'no-name', values: ['nope', expect.stringContaining('title')] },
  });
});

it('says how far it is, and stops when told to', async () => {
  for (const by of ['article', 'argument'] as const) {
    const seen: number[] = [];
    const options = { by, template: '', now: LATER };
    await exportMarkdownFiles(
      store,
      {},
      { ...options, onProgress: (done, total) => seen.push(done / total) },
    );
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
    const signal = AbortSignal.abort();
    await expect(exportMarkdownFiles(store, {}, { ...options, signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  }
});
