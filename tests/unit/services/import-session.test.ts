import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAs } from '../../../exchange/formats';
import { endingOnceTaken, importSession, importsInto } from '../../../services/import/import-session';
import type { ImportProgress } from '../../../services/import/importing';
import { serve } from '../../../services/worker';
import { openStore, type Store } from '../../../store/database';
import { removeAnnotations, writeField } from '../../../store/edits';
import { forget } from '../../../store/forget';
import { writePageNote } from '../../../store/notes';
import { annotation, LATER, NOW, page, target } from '../annotations/samples';

let store: Store;
let end = () => {};
beforeEach(() => {
  store = openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
});
afterEach(() => {
  end();
  store.close();
});

/** An import by a worker at the other end of a channel. */
function open(text: string | Uint8Array<ArrayBuffer>) {
  const { port1, port2 } = new MessageChannel();
  serve(port2, importsInto(store));
  const session = importSession(port1, new Blob([text]));
  end = session.end;
  return session;
}
const all = async () => ({
  annotations: await store.annotations.orderBy('id').toArray(),
  tombstones: await store.tombstones.toArray(),
  argumentNotes: await store.argumentNotes.toArray(),
  pageNotes: await store.pageNotes.toArray(),
  pages: await store.pages.toArray(),
});
const nothing = () => undefined;

/** A text in UTF-16, mark first. */
const utf16 = (text: string, isLittle: boolean) => {
  const bytes = new DataView(new ArrayBuffer(2 * (text.length + 1)));
  [...`\ufeff${text}`].forEach((_, i, all) => {
    bytes.setUint16(2 * i, (all[i] ?? '').charCodeAt(0), isLittle);
  });
  return new Uint8Array(bytes.buffer);
};

describe('a file of another encoding', () => {
  const file = writeAs('json', [annotation({ note: 'Seoul’s 한미동맹' })], { exported: LATER });
  it.each([true, false])(
    'is read where it is UTF-16 by its mark (little end first: %s)',
    async (isLittle) => {
      const session = open(utf16(file, isLittle));
      expect(await session.tryOut(nothing)).toMatchObject({ added: 1, errors: [] });
      await session.take(nothing);
      expect(await store.annotations.toArray()).toMatchObject([{ note: 'Seoul’s 한미동맹' }]);
    },
  );
  it('is refused where its letters would be lost, which would replace what is here', async () => {
    await store.annotations.put(annotation({ note: 'Seoul’s' }));
    // ’ as Windows writes it outside of Unicode.
    const bytes = Uint8Array.from(
      writeAs('json', [annotation({ note: 'Seoul\x92s' })], { exported: LATER }),
      (one) => one.charCodeAt(0),
    );
    expect(await open(bytes).tryOut(nothing)).toMatchObject({
      added: 0,
      updated: 0,
      errors: [{ record: 0, path: '', problem: { key: 'no-unicode' } }],
    });
  });
});

describe('an import in its worker', () => {
  const kept = annotation({ id: 'kept', note: 'Old.', touched: { note: NOW } });
  const gone = annotation({ id: 'gone', page: { ...page, key: 'https://b.example/' } });
  const elsewhere = { ...page, key: 'https://c.example/', url: 'https://c.example/' };
  const file = writeAs(
    'json',
    [
      { ...kept, note: 'New.', modified: LATER, touched: { note: LATER } },
      { ...gone },
      annotation({ id: 'more', page: elsewhere }),
    ],
    {
      exported: LATER,
      tombstones: [{ id: 'grave', pageKey: 'x', quoteHash: 'h', deleted: NOW }],
      argumentNotes: [{ argument: 'kelly/no-looming-choice', text: 'Who asks?', modified: LATER }],
      pageNotes: [{ page, text: 'Better.', modified: LATER }],
    },
  );
  beforeEach(async () => {
    await store.annotations.bulkPut([kept, gone]);
    await removeAnnotations(store, ['gone']);
    await writePageNote(store, page, 'Thin.', NOW);
  });

  it('is tried out, taken and undone, to the last of its notes and graves', async () => {
    const before = await all();
    const session = open(file);
    const would = { added: 2, updated: 1, unchanged: 0, notes: 2, views: 0, deletions: 1, errors: [] };
    expect(await session.tryOut(nothing)).toEqual(would);
    expect(await all()).toEqual(before);
    expect(await session.take(nothing)).toEqual(would);
    const after = await all();
    expect(after.annotations.map(({ id, note }) => [id, note])).toEqual([
      ['gone', ''],
      ['kept', 'New.'],
      ['more', ''],
    ]);
    expect(after.tombstones.map(({ id }) => id)).toEqual(['grave']);
    expect(after.pageNotes[0]?.text).toBe('Better.');
    await session.undo();
    expect(await all()).toEqual(before);
  });

  it('undoes nothing that was written since', async () => {
    const session = open(file);
    await session.tryOut(nothing);
    await session.take(nothing);
    await writeField(store, 'more', 'note', 'Mine.');
    await writePageNote(store, page, 'Mine, too.');
    await session.undo();
    const { annotations, pageNotes } = await all();
    expect(annotations.map(({ id, note }) => [id, note])).toEqual([
      ['kept', 'Old.'],
      ['more', 'Mine.'],
    ]);
    expect(pageNotes[0]?.text).toBe('Mine, too.');
  });

  it('brings nothing of a site back that was forgotten since', async () => {
    const session = open(file);
    await session.tryOut(nothing);
    await session.take(nothing);
    await forget(store, { site: 'b.example' });
    await session.undo();
    const { annotations, tombstones } = await all();
    expect(annotations.map(({ id }) => id)).toEqual(['kept']);
    expect(tombstones).toEqual([]);
  });

  it('says how far it is: reading, checking, comparing, writing', async () => {
    const list = Array.from({ length: 5000 }, (_, i) =>
      annotation({ id: `a${i}`, target: target(`Claim ${i}.`, i) }),
    );
    const session = open(writeAs('json', list, { exported: LATER }));
    const seen: ImportProgress[] = [];
    const onProgress = (progress: ImportProgress) => void seen.push(progress);
    await session.tryOut(onProgress);
    await session.take(onProgress);
    const steps = seen.map(({ step }) => step);
    expect([...new Set(steps)]).toEqual(['reading', 'checking', 'comparing', 'writing']);
    const checked = seen.filter(({ step }) => step === 'checking');
    expect(checked.map(({ done }) => done)).toEqual([0, 2000, 4000]);
    expect(seen.every(({ done, total }) => done <= total)).toBe(true);
  });

  it('names what is wrong with a file, and takes nothing of it', async () => {
    const before = await all();
    const session = open('{"annotations": [');
    const { errors } = await session.tryOut(nothing);
    expect(errors).toMatchObject([{ record: 0, problem: { key: 'cut-off', values: ['1'] } }]);
    await session.take(nothing);
    expect(await all()).toEqual(before);
  });

  it('carries the key of an error of the store', async () => {
    const session = open(file);
    await session.tryOut(nothing);
    store.close();
    await expect(session.take(nothing)).rejects.toMatchObject({ key: 'store-closed' });
  });

  it('keeps nothing to undo it with where nothing offers that', async () => {
    const session = endingOnceTaken(open(file));
    await session.tryOut(nothing);
    expect(await session.take(nothing)).toMatchObject({ added: 2 });
    await expect(session.undo()).rejects.toThrow('ended');
    expect((await all()).annotations).toHaveLength(3);
  });

  it('is over once it is ended', async () => {
    const session = open(file);
    const asked = session.tryOut(nothing);
    session.end();
    await expect(asked).rejects.toThrow('ended');
    await expect(session.take(nothing)).rejects.toThrow('ended');
  });
});
