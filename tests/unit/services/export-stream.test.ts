import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeAll, describe, expect, it } from 'vitest';
import { ORDERS, sortingOf } from '../../../annotations/order';
import type { Annotation } from '../../../annotations/types';
import { EXPORT_FORMATS, type ExportFormat, writeAs } from '../../../exchange/formats';
import { fromJson } from '../../../exchange/json';
import type { ExportScope } from '../../../services/export/export-source';
import { exportStream } from '../../../services/export/export-stream';
import { exportNotes } from '../../../services/export/exporting';
import { openStore, type Store } from '../../../store/database';
import { allNotes, writeArgumentNote, writePageNote } from '../../../store/notes';
import { annotation, LATER, match, NOW, page, target } from '../annotations/samples';

const formats = Object.keys(EXPORT_FORMATS) as ExportFormat[];
const ARTICLES = 160;
const EACH = 7;

/** Ids scattered over the articles; the later an article's number, the later it was annotated. */
const list: Annotation[] = Array.from({ length: ARTICLES * EACH }, (_, i) => {
  const article = i % ARTICLES;
  const key = `https://news.example/${article}`;
  return annotation({
    id: `a${String((i * 7919) % 10_007).padStart(5, '0')}`,
    page: { ...page, key, url: key, title: `Article ${article}` },
    target: target(`Claim ${i}.`, i),
    matches: [match({ argument: i % 3 ? 'kelly/no-looming-choice' : 'diplomat/india-model' })],
    note: i % 5 ? '' : '"</script> 😀\n=1',
    tags: i % 4 ? [] : ['spring', `tag ${i % 8}`],
    created: new Date(Date.parse(NOW) + article * 60_000).toISOString(),
  });
});
/** As it should stand in a file: the article annotated last first, its claims in the order of the text. */
const ordered = [...list].sort(
  (a, b) =>
    (a.created < b.created ? 1 : a.created > b.created ? -1 : 0) ||
    a.target.position.start - b.target.position.start,
);

let store: Store;
beforeAll(async () => {
  store = openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  await store.annotations.bulkPut(list);
  await writePageNote(store, list[0]?.page ?? page, 'On the whole thin.', NOW);
  await writePageNote(store, { ...page, key: 'https://b.example/x', title: 'No claim' }, 'Alone.', NOW);
  await writeArgumentNote(store, 'diplomat/india-model', 'Is India alike?', NOW);
});

const written = async (format: ExportFormat, scope: ExportScope) =>
  (await exportNotes(store, format, scope, { now: LATER })).text;

describe('an export in bits', () => {
  it.each(formats.filter((format) => format !== 'csv'))(
    'as %s has the note on an article without a claim: of everything, and of that article',
    async (format) => {
      expect(await written(format, {})).toContain('Alone.');
      expect(await written(format, { pageKey: 'https://b.example/x' })).toContain('Alone.');
      expect(await written(format, { arguments: ['diplomat/india-model'] })).not.toContain('Alone.');
      // Nor has a part of the claims the notes on arguments it is not of.
      expect(await written(format, { tags: ['spring'] })).not.toContain('Is India alike?');
    },
  );

  it('counts the articles it is about', async () => {
    expect(await written('markdown', {})).toContain(`\narticles: ${ARTICLES + 1}\n`);
    expect(await written('html', {})).toContain(`articles: ${ARTICLES + 1}<`);
  });

  it.each(formats.filter((format) => format !== 'json' && format !== 'jsonld'))(
    'of everything as %s is to the letter what is written at once',
    async (format) => {
      const notes = await allNotes(store);
      expect(await written(format, {})).toBe(writeAs(format, ordered, { exported: LATER, ...notes }));
    },
  );

  it.each(['json', 'jsonld'] as const)('of everything as %s is, in the order of ids', async (format) => {
    const byId = [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
    const notes = await allNotes(store, { withEmpty: true });
    expect(await written(format, {})).toBe(writeAs(format, byId, { exported: LATER, ...notes }));
  });

  it.each([
    ['a filter', { tags: ['spring'] }, (a: Annotation) => a.tags.length > 0],
    ['an argument', { arguments: ['diplomat/india-model'] }, (_: Annotation, i: number) => i % 3 === 0],
    ['one page', { pageKey: 'https://news.example/3' }, (a: Annotation) => a.page.title === 'Article 3'],
    [
      'what a filter takes of one page',
      { pageKey: 'https://news.example/3', arguments: ['diplomat/india-model'] },
      (a: Annotation, i: number) => a.page.title === 'Article 3' && i % 3 === 0,
    ],
    ['ids', { ids: list.slice(0, 300).map(({ id }) => id) }, (_: Annotation, i: number) => i < 300],
    ['what is not stored', { annotations: list.slice(5, 9) }, (_: Annotation, i: number) => i > 4 && i < 9],
  ] as const)('of %s has what it should, in every format', async (_, scope, isWanted) => {
    const wanted = new Set(list.filter(isWanted).map(({ id }) => id));
    expect(wanted.size).toBeGreaterThan(0);
    for (const format of ['json', 'jsonld'] as const)
      expect(new Set(fromJson(JSON.parse(await written(format, scope))).records.map(({ id }) => id))).toEqual(
        wanted,
      );
    const claims = list.filter(({ id }) => wanted.has(id)).map(({ target: { quote } }) => quote.exact);
    for (const format of formats) {
      const found = new Set((await written(format, scope)).match(/Claim \d+\\?\./g));
      expect([...found].map((claim) => claim.replace('\\', '')).sort()).toEqual([...claims].sort());
    }
  });

  it('begins with the article of which a claim was added last', async () => {
    const claim = (id: string, title: string, created: string) =>
      annotation({ id, created, page: { ...page, key: title, title } });
    const annotations = [
      claim('a', 'Seen early and late', NOW),
      claim('b', 'Seen once', '2026-03-01T12:00:00.000Z'),
      claim('c', 'Seen early and late', LATER),
    ];
    expect((await written('plain', { annotations })).match(/^Seen .*$/gm)).toEqual([
      'Seen early and late',
      'Seen once',
    ]);
  });

  it('of many that were picked says how many it has read, and has each once', async () => {
    const ids = list.slice(0, 250).map(({ id }) => id);
    const seen: (readonly [number, number])[] = [];
    const onProgress = (done: number, total: number) => void seen.push([done, total]);
    const { blob } = await exportStream(store, 'json', { ids }, { now: LATER, onProgress });
    expect(
      fromJson(JSON.parse(await blob.text()))
        .records.map(({ id }) => id)
        .sort(),
    ).toEqual([...ids].sort());
    expect(seen.every(([done, total]) => done <= total)).toBe(true);
    expect(seen.at(-1)?.[0]).toBe(seen.at(-1)?.[1]);
  });

  it('stands in the order of the list: whole articles, and in a table each claim for itself', async () => {
    const claim = (id: string, title: string, confidence: number) =>
      annotation({
        id,
        created: title === 'Alpha' ? LATER : NOW,
        page: { ...page, key: title, title, published: title === 'Alpha' ? LATER : NOW },
        target: target(`Claim ${id}.`, Number(id)),
        matches: [match({ confidence })],
      });
    const all = [claim('1', 'Zeta', 0.5), claim('2', 'Zeta', 0.9), claim('3', 'Alpha', 0.7)];
    await store.annotations.clear();
    await store.annotations.bulkPut(all);
    const scopes: ExportScope[] = [{}, { ids: ['1', '2', '3'] }, { text: 'claim' }, { annotations: all }];
    const expected = {
      newest: ['312', '312'],
      oldest: ['123', '123'],
      published: ['312', '312'],
      'published-oldest': ['123', '123'],
      outlet: ['312', '312'],
      title: ['312', '312'],
      surest: ['123', '231'],
      'least-sure': ['123', '132'],
    };
    for (const scope of scopes)
      for (const order of ORDERS) {
        const claims = async (format: ExportFormat) => {
          const file = await exportNotes(store, format, scope, {
            now: LATER,
            sorting: sortingOf(order, 'en'),
          });
          return [...file.text.matchAll(/Claim (\d)/g)].map(([, id]) => id).join('');
        };
        expect([await claims('plain'), await claims('csv')], order).toEqual(expected[order]);
      }
    await store.annotations.clear();
    await store.annotations.bulkPut(list);
  });

  it('of an argument begins with its thesis and the note on it, and is named after it', async () => {
    const file = await exportNotes(
      store,
      'markdown',
      { arguments: ['diplomat/india-model'] },
      { now: LATER },
    );
    expect(file.name).toBe('India shows both can be kept 2026-03-02.md');
    expect(file.text).toContain('\n# India shows both can be kept\n');
    expect(file.text).toContain('Is India alike?');
  });

  it.each(formats)('as %s says how far it is, and stops when told to', async (format) => {
    const seen: number[] = [];
    await exportStream(store, format, {}, { onProgress: (done, total) => seen.push(done / total) });
    // What is read most at a time: a slice of the store.
    expect(seen.length).toBeGreaterThanOrEqual(list.length / 500);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);

    // In either half of the work: reading, and writing.
    for (const share of [0.1, 0.6]) {
      const stop = new AbortController();
      const told: number[] = [];
      const onProgress = (done: number, total: number) => {
        told.push(done / total);
        if (done > share * total) stop.abort();
      };
      const work = exportStream(store, format, {}, { signal: stop.signal, onProgress });
      await expect(work).rejects.toMatchObject({ name: 'AbortError' });
      expect(told.filter((one) => one > share)).toHaveLength(1);
    }
  });
});
