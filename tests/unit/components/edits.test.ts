// @vitest-environment jsdom
import './fake-browser';
import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { h, render } from 'preact';
import { beforeEach, expect, it } from 'vitest';
import { type Undo, useUndo } from '../../../entrypoints/wiring/use-undo';
import { annotationEdits } from '../../../services/edits';
import { openStore, type Store } from '../../../store/database';
import { allRemoved, removeAnnotations, restoreAnnotations } from '../../../store/edits';
import { forgetEverything } from '../../../store/forget';
import { removeView, savedViews, saveView } from '../../../store/views';
import { addAnnotation } from '../../../store/visits';
import { annotation, page } from '../annotations/samples';

const { browser } = globalThis as unknown as { browser: { runtime: object } };
Object.assign(browser.runtime, { sendMessage: async () => ({ ok: true, value: undefined }) });
const { editsOn } = await import('../../../entrypoints/wiring/edits');
const { viewEditsOn } = await import('../../../entrypoints/wiring/use-saved-views');

let store: Store;
let undo: Undo;
beforeEach(() => {
  store = openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  function Probe() {
    undo = useUndo();
    return null;
  }
  render(h(Probe, {}), document.createElement('div'));
});

const other = { ...page, key: 'https://other.example/' };
const edit = () =>
  editsOn(
    store,
    annotationEdits(store, async () => undefined),
    undo,
  );

it('what was written on an article comes back by no undoing once it is forgotten; what is older does', async () => {
  await addAnnotation(store, annotation());
  await addAnnotation(store, annotation({ id: 'b', page: other }));
  const edits = edit();
  await edits.onPageNote(other, 'Thin.');
  await edits.onPageNote(page, 'A source of mine.');
  await edits.onNote('a1', 'Who says so?');
  edits.onRemove('a1');
  await expect.poll(() => undo.toast?.text).toMatch(/deleted/i);
  edits.onForgetPage(page.key);
  await expect.poll(() => undo.toast?.text).toMatch(/forgotten/i);
  undo.undoLast();
  await expect.poll(() => undo.toast?.text).toBe('Undone');
  expect(await store.pageNotes.toArray()).toMatchObject([{ page: other, text: '' }]);
  undo.undoLast();
  await expect.poll(() => undo.toast?.text).toMatch(/nothing/i);
});

it('a note written here and forgotten elsewhere comes back by no undoing', async () => {
  const edits = edit();
  for (const text of ['Thin.', 'Thick.']) {
    await edits.onPageNote(page, text);
    await edits.onArgumentNote('kelly/no-looming-choice', text);
  }
  await forgetEverything(store);
  for (const _ of ['Thick.', 'Thin.']) {
    undo.undoLast();
    undo.undoLast();
  }
  await expect.poll(() => undo.toast?.text).toMatch(/nothing/i);
  await undo.underWay(Promise.resolve());
  expect([await store.pageNotes.count(), await store.argumentNotes.count()]).toEqual([0, 0]);
});

it('what was deleted on a page is brought back, and that is undone like all else', async () => {
  await addAnnotation(store, annotation({ note: 'Mine.' }));
  await addAnnotation(store, annotation({ id: 'b', page: other }));
  await removeAnnotations(store, ['a1'], '2026-01-01T00:00:00.000Z');
  await removeAnnotations(store, ['b'], '2026-01-02T00:00:00.000Z');
  expect((await allRemoved(store)).map(({ id }) => id)).toEqual(['b', 'a1']);
  edit().onBringBack(['b', 'a1']);
  await expect.poll(() => undo.toast?.text).toBe('2 claims are back');
  expect(await store.annotations.get('a1')).toMatchObject({ note: 'Mine.' });
  expect(await allRemoved(store)).toEqual([]);
  undo.undoLast();
  await expect.poll(() => undo.toast?.text).toBe('Undone');
  expect(await store.annotations.count()).toBe(0);
  expect(await allRemoved(store)).toHaveLength(2);
  // As by a backup.
  await addAnnotation(store, annotation());
  expect((await allRemoved(store)).map(({ id }) => id)).toEqual(['b']);
});

it('a view saved over another, and one that is let go of, come back', async () => {
  const edits = viewEditsOn(store, undo);
  const views = async () => (await savedViews(store)).map(({ name, hash }) => `${name}: ${hash}`);
  const press = async (said: string, turn: () => void) => {
    await expect.poll(() => undo.toast?.text).toBe(said);
    turn();
    await expect.poll(() => undo.toast?.text).toBe('Undone');
  };
  await saveView(store, 'Mine', 'essay=kelly');
  edits.save('Mine', 'verdict=added');
  await press('Saved as “Mine”', () => undo.toast?.onUndo?.());
  expect(await views()).toEqual(['Mine: essay=kelly']);
  edits.remove('Mine');
  await press('View “Mine” removed', () => undo.toast?.onUndo?.());
  expect(await views()).toEqual(['Mine: essay=kelly']);
});

it('several tags are put on several claims, on none twice, and taken off again', async () => {
  await addAnnotation(store, annotation({ tags: ['chips'] }));
  await addAnnotation(store, annotation({ id: 'b' }));
  const edits = edit();
  edits.onTagAll(['a1', 'b'], ['trade', 'chips']);
  await expect.poll(() => undo.toast?.text).toBe('2 tagged');
  const tags = async (id: string) => (await store.annotations.get(id))?.tags;
  expect([await tags('a1'), await tags('b')]).toEqual([
    ['chips', 'trade'],
    ['trade', 'chips'],
  ]);
  // Put on under another name and taken off under the old one, a tag is renamed wherever it stands.
  edits.onUntagAll(['a1', 'b'], ['trade']);
  await expect.poll(() => undo.toast?.text).toBe('Tag taken off 2');
  expect([await tags('a1'), await tags('b')]).toEqual([['chips'], ['chips']]);
  edits.onUntagAll(['a1', 'b'], ['trade']);
  await expect.poll(() => undo.toast?.text).toBe('Tag taken off 0');
  undo.undoLast();
  undo.undoLast();
  await expect.poll(() => tags('b')).toEqual(['trade', 'chips']);
});

it('what was written since an edit of several stays through its undoing, which says so', async () => {
  await addAnnotation(store, annotation());
  await addAnnotation(store, annotation({ id: 'b' }));
  const edits = edit();
  edits.onTagAll(['a1', 'b'], ['chips']);
  await expect.poll(() => undo.toast?.text).toBe('2 tagged');
  await annotationEdits(store, async () => undefined).write('b', 'tags', ['chips', 'typed since']);
  undo.undoLast();
  await expect.poll(() => undo.toast?.text).toMatch(/1 of 2 claims.*changed since/);
  expect((await store.annotations.bulkGet(['a1', 'b'])).map((row) => row?.tags)).toEqual([
    [],
    ['chips', 'typed since'],
  ]);
});

it('a tag is renamed wherever it stands, also into one that is there, and both come back', async () => {
  await addAnnotation(store, annotation({ tags: ['x', 'trade', 'chips'] }));
  await addAnnotation(store, annotation({ id: 'b', page: other, tags: ['trade'] }));
  await addAnnotation(store, annotation({ id: 'c', tags: ['chips'] }));
  await addAnnotation(store, annotation({ id: 'gone', tags: ['trade'] }));
  await removeAnnotations(store, ['gone']);
  await saveView(store, 'Mine', 'tag=trade&tag=x&id=a1', '2026-01-01T00:00:00.000Z');
  await saveView(store, 'Else', 'text=trade');
  location.hash = '#tag=trade&order=oldest';
  const state = async () => ({
    tags: Object.fromEntries((await store.annotations.toArray()).map(({ id, tags }) => [id, tags])),
    views: Object.fromEntries((await savedViews(store)).map(({ name, hash }) => [name, hash])),
    hash: location.hash,
  });
  const before = await state();
  edit().onRenameTag('trade', 'chips');
  await expect.poll(() => undo.toast?.text).toBe('“trade” is now “chips”, on 2 claims');
  expect(await state()).toEqual({
    tags: { a1: ['x', 'chips'], b: ['chips'], c: ['chips'] },
    views: { Mine: 'tag=chips&tag=x&id=a1', Else: 'text=trade' },
    hash: '#tag=chips&order=oldest',
  });
  expect((await store.annotations.get('c'))?.touched.tags).toBeUndefined();
  undo.undoLast();
  await expect.poll(() => undo.toast?.text).toBe('Undone');
  expect(await state()).toEqual(before);
  expect(await restoreAnnotations(store, ['gone'])).toMatchObject([{ tags: ['trade'] }]);
});

it('a tag is renamed in what views have typed; views changed or let go of since stay as they are', async () => {
  await addAnnotation(store, annotation({ tags: ['trade'] }));
  await saveView(store, 'Typed', 'text=tariffs+tag%3Atrade');
  await saveView(store, 'Changed', 'tag=trade');
  await saveView(store, 'Gone', 'tag=trade');
  location.hash = '#text=tag%3Atrade';
  const views = async () =>
    Object.fromEntries((await savedViews(store)).map(({ name, hash }) => [name, hash]));
  edit().onRenameTag('trade', 'trade war');
  await expect.poll(() => undo.toast?.text).toMatch(/is now/);
  expect(await views()).toMatchObject({
    Typed: 'text=tariffs+tag%3A%22trade+war%22',
    Changed: 'tag=trade+war',
  });
  expect(location.hash).toBe('#text=tag%3A%22trade+war%22');
  await saveView(store, 'Changed', 'tag=trade+war&stance=echoes');
  await removeView(store, 'Gone');
  undo.undoLast();
  await expect.poll(() => undo.toast?.text).toBe('Undone');
  expect(await views()).toEqual({
    Typed: 'text=tariffs+tag%3Atrade',
    Changed: 'tag=trade+war&stance=echoes',
  });
  expect(location.hash).toBe('#text=tag%3Atrade');
});

it.each([
  ['a view changed since, and brought to the front, stays', '#tag=chips&stance=echoes&id=a1'],
  ['a view that asked for that name before stays', '#tag=chips&id=b'],
  ['the view that went along comes back', null],
])('as a tag’s new name is undone, %s', async (_, brought) => {
  await addAnnotation(store, annotation({ tags: ['trade'] }));
  await addAnnotation(store, annotation({ id: 'b', tags: ['chips'] }));
  await saveView(store, 'Changed', 'tag=trade');
  await saveView(store, 'Chips', 'tag=chips');
  location.hash = brought === null ? '#tag=trade' : '';
  edit().onRenameTag('trade', 'chips');
  await expect.poll(() => undo.toast?.text).toMatch(/is now/);
  await saveView(store, 'Changed', 'stance=echoes&tag=chips');
  if (brought !== null) location.hash = brought;
  undo.undoLast();
  await expect.poll(() => undo.toast?.text).toBe('Undone');
  expect(location.hash).toBe(brought ?? '#tag=trade');
});

it('a deletion over several articles is undone for what is not forgotten since, and says so', async () => {
  await addAnnotation(store, annotation());
  await addAnnotation(store, annotation({ id: 'b', page: other }));
  const edits = edit();
  edits.onRemoveAll(['a1', 'b']);
  await expect.poll(() => undo.toast?.text).toBe('2 claims deleted');
  edits.onForgetPage(other.key);
  await expect.poll(() => undo.toast?.text).toMatch(/forgotten/i);
  undo.undoLast();
  await expect.poll(() => undo.toast?.text).toMatch(/^Undone for 1 of 2 claims/);
  expect(await store.annotations.toCollection().primaryKeys()).toEqual(['a1']);
});
