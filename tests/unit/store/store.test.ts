// liveQuery keeps still in a context without IndexedDB.
import 'fake-indexeddb/auto';
import Dexie, { liveQuery } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { withField } from '../../../annotations/edit';
import type { Annotation } from '../../../annotations/types';
import { annotationEdits } from '../../../services/edits';
import {
  annotationsOfPage,
  countAnnotations,
  facetsOf,
  getAnnotation,
  getAnnotations,
  hasAnnotations,
  latestVerdicts,
} from '../../../store/annotations';
import { openStore, type Store } from '../../../store/database';
import { removeAnnotations, writeField } from '../../../store/edits';
import { storeErrorFor } from '../../../store/errors';
import { v1 } from '../../../store/migrations/v1';
import { writePageNote } from '../../../store/notes';
import {
  addAnnotation,
  dropUntouchedBefore,
  pagesOfSite,
  recordAnchors,
  recordVisit,
} from '../../../store/visits';
import { annotation, LATER, NOW, page, target } from '../annotations/samples';

let store: Store;
let indexedDB: IDBFactory;
beforeEach(() => {
  indexedDB = new IDBFactory();
  store = openStore({ indexedDB, IDBKeyRange });
});

async function add(...list: Annotation[]): Promise<void> {
  for (const a of list) await addAnnotation(store, a);
}

describe('reading', () => {
  it('gives back exactly what was written', async () => {
    const a = annotation({ note: '= \ud83d\ude00 \u202e', tags: ['x'] });
    await add(a);
    expect(await getAnnotation(store, 'a1')).toEqual(a);
    expect(await getAnnotation(store, 'none')).toBeUndefined();
    expect(await getAnnotations(store, ['none', 'a1'])).toEqual([a]);
  });

  it('lists a page in the order of its claims, orphans last', async () => {
    await add(
      annotation({ id: 'late', target: target('late', 900) }),
      annotation({
        id: 'gone',
        target: target('gone', 5),
        anchor: { state: 'orphaned', reason: 'text-gone' },
      }),
      annotation({ id: 'early', target: target('early', 10) }),
      annotation({ id: 'elsewhere', page: { ...page, key: 'https://other.example/x' } }),
    );
    expect((await annotationsOfPage(store, page.key)).map(({ id }) => id)).toEqual(['early', 'late', 'gone']);
  });

  it('says whether there is anything of a page without reading a record', async () => {
    await add(annotation());
    const read: string[] = [];
    store.annotations.hook('reading', (row) => {
      read.push(row.id);
      return row;
    });
    expect(await hasAnnotations(store, page.key)).toBe(true);
    expect(await hasAnnotations(store, 'https://other.example/x')).toBe(false);
    expect(read).toEqual([]);
  });

  it('offers every outlet and tag there is, and what names no outlet as one', async () => {
    const pasted = { ...page, key: 'text:1', outlet: '' };
    await add(
      annotation({ id: 'pasted', page: pasted, tags: ['thaad', 'five'] }),
      annotation({ tags: ['five'] }),
    );
    expect(await facetsOf(store)).toEqual({ outlets: ['', page.outlet], tags: ['five', 'thaad'] });
  });

  it('gives the latest verdicts, and no more than asked for', async () => {
    const judged = (id: string, verdict: string) => annotation({ id, touched: { verdict } });
    await add(judged('first', NOW), annotation({ id: 'never' }), judged('last', LATER));
    expect((await latestVerdicts(store, 1)).map(({ id }) => id)).toEqual(['last']);
    expect((await latestVerdicts(store, 5)).map(({ id }) => id)).toEqual(['last', 'first']);
  });

  it('is live', async () => {
    const seen: number[] = [];
    const list = liveQuery(() => annotationsOfPage(store, page.key));
    const subscription = list.subscribe(({ length }) => seen.push(length));
    await add(annotation());
    await expect.poll(() => seen.at(-1)).toBe(1);
    subscription.unsubscribe();
  });
});

describe('writing', () => {
  it('keeps the fields two tabs write at once', async () => {
    await add(annotation());
    const other = openStore({ indexedDB, IDBKeyRange });
    await Promise.all([
      writeField(store, 'a1', 'note', 'mine'),
      writeField(other, 'a1', 'tags', ['t']),
      writeField(store, 'a1', 'verdict', 'confirmed'),
    ]);
    expect(await getAnnotation(other, 'a1')).toMatchObject({
      note: 'mine',
      tags: ['t'],
      verdict: 'confirmed',
    });
    other.close();
  });

  it('says so where the annotation is gone', async () => {
    await expect(writeField(store, 'none', 'note', 'x')).rejects.toMatchObject({ key: 'store-missing' });
  });

  it('writes many at once, leaving alone what is to stay, and can write back what was there', async () => {
    const others = [annotation({ id: 'a2' }), annotation({ id: 'a3', tags: ['y'] })];
    await add(annotation({ tags: ['x'] }), ...others);
    const repainted: string[] = [];
    const edits = annotationEdits(store, async (keys) => repainted.push(...keys));
    const { count, undo } = await edits.writeAll(['a1', 'a2', 'a3', 'none'], 'tags', ({ tags }) =>
      tags.includes('x') ? undefined : [...tags, 'x'],
    );
    expect([count, repainted]).toEqual([2, [page.key]]);
    const tags = async () => (await getAnnotations(store, ['a1', 'a2', 'a3'])).map((a) => a.tags);
    expect(await tags()).toEqual([['x'], ['x'], ['y', 'x']]);
    await undo();
    expect(await tags()).toEqual([['x'], [], ['y']]);
  });

  it('writes back what was there only where nobody has written again since', async () => {
    await add(annotation(), annotation({ id: 'a2' }));
    const edits = annotationEdits(store, async () => undefined);
    const { undo } = await edits.writeAll(['a1', 'a2'], 'tags', ({ tags }) => [...tags, 'x']);
    await edits.write('a2', 'tags', ['x', 'typed since']);
    await undo();
    expect((await getAnnotations(store, ['a1', 'a2'])).map((a) => a.tags)).toEqual([
      [],
      ['x', 'typed since'],
    ]);
  });

  it('is done also where the page that shows it could not be repainted', async () => {
    await add(annotation());
    const edits = annotationEdits(store, () => Promise.reject(new Error('gone')));
    expect(await edits.write('a1', 'note', 'saved')).toMatchObject({ note: 'saved' });
  });
});

describe('visits', () => {
  it('puts and drops in one transaction, and nothing of it where something fails', async () => {
    await add(annotation({ id: 'old' }));
    await recordVisit(store, page.key, LATER, (stored) => ({
      page,
      put: [annotation({ id: 'new' })],
      drop: stored.map(({ id }) => id),
    }));
    expect((await annotationsOfPage(store, page.key)).map(({ id }) => id)).toEqual(['new']);
    const failing = recordVisit(store, page.key, LATER, () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toMatchObject({ key: 'store-failed' });
    expect(await countAnnotations(store)).toBe(1);
  });

  it('remembers a page only where something is kept of it', async () => {
    await recordVisit(store, page.key, NOW, () => ({ page, put: [], drop: [] }));
    expect(await pagesOfSite(store, 'news.example')).toEqual([]);
    await recordVisit(store, page.key, NOW, () => ({ page, put: [annotation()], drop: [] }));
    expect(await pagesOfSite(store, 'news.example')).toEqual([page]);
  });

  it('notes anchors without calling it a change by the reader', async () => {
    await add(annotation());
    const anchors = new Map([['a1', { state: 'uncertain', reason: 'changed' }]] as const);
    expect(await recordAnchors(store, anchors)).toBe(true);
    expect(await recordAnchors(store, anchors)).toBe(false);
    expect(await getAnnotation(store, 'a1')).toMatchObject({ anchor: { state: 'uncertain' }, modified: NOW });
  });

  it('lets go of old untouched records only', async () => {
    await add(annotation(), withField(annotation({ id: 'a2' }), 'note', 'x', NOW));
    expect(await dropUntouchedBefore(store, LATER)).toBe(1);
    expect(await getAnnotation(store, 'a2')).toBeDefined();
  });

  it('lets go of articles of which nothing is left, and of no others', async () => {
    const of = (path: string) => ({ ...page, key: `https://a.example/${path}` });
    const known = async () => (await store.pages.toCollection().primaryKeys()).sort();
    await add(
      annotation({ id: 'old', page: of('gone') }),
      annotation({ id: 'deleted', page: of('deleted') }),
      withField(annotation({ id: 'mine', page: of('mine') }), 'note', 'x', NOW),
      annotation({ id: 'noted', page: of('noted') }),
    );
    await removeAnnotations(store, ['deleted']);
    await writePageNote(store, of('noted'), 'a word of mine', NOW);
    expect(await known()).toHaveLength(4);
    expect(await dropUntouchedBefore(store, LATER)).toBe(2);
    expect(await known()).toEqual(['deleted', 'mine', 'noted'].map((path) => of(path).key));
  });
});

describe('errors', () => {
  it('names a full disk, also inside Dexie’s own error', () => {
    const quota = new DOMException('full', 'QuotaExceededError');
    expect(storeErrorFor(quota).key).toBe('store-quota');
    expect(storeErrorFor(new Dexie.AbortError('aborted', quota)).key).toBe('store-quota');
    expect(storeErrorFor(new Dexie.BulkError('b', [quota as unknown as Error])).key).toBe('store-quota');
  });
  it('names a database of a newer version', () => {
    expect(storeErrorFor(new DOMException('newer', 'VersionError')).key).toBe('store-newer');
  });
  it('names a closed database', async () => {
    await store.open();
    store.close();
    await expect(countAnnotations(store)).rejects.toMatchObject({ key: 'store-closed' });
  });
  it('lets another tab upgrade, and works on', async () => {
    await add(annotation());
    const newer = new Dexie('tightrope', { indexedDB, IDBKeyRange });
    newer.version(99).stores({ ...v1.stores, extra: 'id' });
    await newer.open();
    expect(await countAnnotations(store)).toBe(1);
    newer.close();
  });
  it('names a context that does not let go, and works once it has', async () => {
    const holding = indexedDB.open('tightrope', 1);
    await new Promise((resolve) => {
      holding.onsuccess = resolve;
    });
    await expect(countAnnotations(store)).rejects.toMatchObject({ key: 'store-blocked' });
    holding.result.close();
    expect(await countAnnotations(store)).toBe(0);
  }, 10_000);
});
