import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { laterNote } from '../../../annotations/notes';
import { openStore, type Store } from '../../../store/database';
import { allNotes, argumentNote, pageNote, writeArgumentNote, writePageNote } from '../../../store/notes';
import { addAnnotation, takeBackVisit } from '../../../store/visits';
import { annotation, LATER, NOW, page } from '../annotations/samples';

let store: Store;
beforeEach(() => {
  store = openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
});

it('keeps a note on an argument and one on an article', async () => {
  await writeArgumentNote(store, 'kelly/expulsion-test', 'too strict', NOW);
  await writePageNote(store, page, 'a weak piece', NOW);
  expect(await argumentNote(store, 'kelly/expulsion-test')).toEqual({
    argument: 'kelly/expulsion-test',
    text: 'too strict',
    modified: NOW,
  });
  expect(await pageNote(store, page.key)).toEqual({ page, text: 'a weak piece', modified: NOW });
});

it('a later word has the later time, also when the clock was set back', async () => {
  await writePageNote(store, page, 'first', LATER);
  const onPage = await writePageNote(store, page, 'second', NOW);
  await writeArgumentNote(store, 'kelly/expulsion-test', 'first', LATER);
  const onArgument = await writeArgumentNote(store, 'kelly/expulsion-test', 'second', NOW);
  expect([onPage, onArgument].map(({ modified }) => modified > LATER)).toEqual([true, true]);
});

it('a note on an article keeps it where what was found in it is taken back', async () => {
  for (const text of ['mine', '']) {
    if (text) await writePageNote(store, page, text, NOW);
    else await store.pageNotes.clear();
    await addAnnotation(store, annotation());
    await takeBackVisit(store, page.key);
    expect([await store.annotations.count(), await store.pages.count()]).toEqual([0, text ? 1 : 0]);
  }
});

it('a note taken back is no note, but a lossless export knows of it', async () => {
  await writeArgumentNote(store, 'kelly/expulsion-test', 'x', NOW);
  await writeArgumentNote(store, 'kelly/expulsion-test', '', LATER);
  await writePageNote(store, page, 'x', NOW);
  await writePageNote(store, page, '', LATER);
  expect(await allNotes(store)).toEqual({ argumentNotes: [], pageNotes: [] });
  const { argumentNotes, pageNotes } = await allNotes(store, { withEmpty: true });
  expect([argumentNotes, pageNotes]).toMatchObject([[{ text: '' }], [{ text: '' }]]);
});

it('of two versions the later holds, whichever comes first', () => {
  const [a, b] = [
    { text: 'b', modified: NOW },
    { text: 'a', modified: LATER },
  ];
  expect([laterNote(a, b), laterNote(b, a)]).toEqual([b, b]);
  const tie = { text: 'z', modified: NOW };
  expect([laterNote(a, tie), laterNote(tie, a)]).toEqual([tie, tie]);
});
