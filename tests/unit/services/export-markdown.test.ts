import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, expect, it } from 'vitest';
import { exportMarkdownFiles } from '../../../services/export-markdown';
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

async function filesOf(by: 'article' | 'argument', template = '') {
  const { blob } = await exportMarkdownFiles(store, {}, { by, template, now: LATER });
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
  expect(text).toContain('Is India alike?');
  expect(text).toMatch(/\n# India shows both can be kept\n\nIndia has deepened/);
});

it('by the reader’s template, and with its error where it has one', async () => {
  const files = await filesOf('article', '{{#each claims}}\n- {{quote}}\n{{/each}}\n');
  expect([...files.values()]).toContain('- First.\n- Second.\n');
  await expect(filesOf('article', '{{nope}}')).rejects.toThrow('Line 1: there is no “nope”');
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
