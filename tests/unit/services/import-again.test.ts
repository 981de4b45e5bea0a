/** Another tool's file, imported again after both it and the reader went on writing. */
import { beforeEach, expect, it } from 'vitest';
import type { Annotation } from '../../../annotations/types';
import { writeField } from '../../../store/edits';
import { addAnnotation } from '../../../store/visits';
import { annotation, LATER, page as samplePage, target } from '../annotations/samples';
import { importText } from './import-text';
import { emptyStore, setStage } from './stage';

beforeEach(setStage);

const day = (n: number) => `2026-02-0${n}T00:00:00.000Z`;
/** One highlight, as Hypothesis has it on a day. */
const exported = (text: string, updated: string, tags: readonly string[] = []) =>
  JSON.stringify({
    export_userid: 'acct:reader@hypothes.is',
    annotations: [
      {
        id: 'h',
        uri: 'https://other.example/a-story',
        text,
        tags,
        created: day(1),
        updated,
        target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'Seoul waits.' }] }],
      },
    ],
  });

async function imported() {
  const store = emptyStore();
  const take = (...of: Parameters<typeof exported>) => importText(store, exported(...of), { now: day(9) });
  const one = async () => (await store.annotations.toArray())[0] as Annotation;
  await take('Why?', day(1), ['first']);
  const { id } = await one();
  return { store, id, take, one };
}

it('takes what was written there, where nothing was written here', async () => {
  const { take, one } = await imported();
  expect(await take('Why not?', day(3), ['second'])).toMatchObject({ added: 0, updated: 1 });
  expect(await one()).toMatchObject({ note: 'Why not?', tags: ['second'], modified: day(3) });
  expect(await take('Why not?', day(3), ['second'])).toMatchObject({ updated: 0, unchanged: 1 });
  expect(await take('Why?', day(2), ['first'])).toMatchObject({ updated: 0, unchanged: 1 });
});

it('keeps what the reader wrote here, though something was changed there later', async () => {
  const { store, id, take, one } = await imported();
  await writeField(store, id, 'note', 'Because of the treaty.', day(2));
  await writeField(store, id, 'tags', ['first', 'mine'], day(2));
  expect(await take('Why?', day(3), ['first', 'theirs'])).toMatchObject({ updated: 1 });
  expect(await one()).toMatchObject({
    note: 'Because of the treaty.\n\nWhy?',
    tags: ['first', 'mine', 'theirs'],
  });
  expect(await take('Why?', day(3), ['first', 'theirs'])).toMatchObject({ updated: 0, unchanged: 1 });
});

it('keeps the reader’s verdict, and what the page said of itself and where the sentence stands', async () => {
  const { store, id, take, one } = await imported();
  const before = await one();
  const page = { ...before.page, title: 'A story', outlet: 'The Other', published: '2026-01-31' };
  await store.annotations.put({
    ...before,
    page,
    anchor: { state: 'anchored', span: { start: 3, end: 15 } },
  });
  await writeField(store, id, 'verdict', 'dismissed', day(2));
  await take('Why not?', day(3));
  expect(await one()).toMatchObject({
    note: 'Why not?',
    verdict: 'dismissed',
    page,
    anchor: { state: 'anchored' },
  });
});

it('keeps what is known of an article another passage of which comes in, or the same one', async () => {
  const store = emptyStore();
  const key = 'https://other.example/a-story';
  const page = { ...samplePage, key, url: key, authors: ['Jane Doe'], fingerprint: 'f0' };
  const ours = annotation({ page, target: target('Seoul waits.', 900, { prefix: '', suffix: '' }) });
  await addAnnotation(store, ours);
  const file = JSON.parse(exported('Why?', LATER));
  const [passage] = file.annotations;
  const selector = [{ type: 'TextQuoteSelector', exact: 'Beijing waits, too.' }];
  file.annotations.push({ ...passage, id: 'i', target: [{ selector }] });
  expect(await importText(store, JSON.stringify(file))).toMatchObject({ added: 1, updated: 1 });
  expect((await store.annotations.toArray()).map((one) => one.page)).toEqual([page, page]);
  expect((await store.pages.get(key))?.page).toEqual(page);
});

it('takes a note that was written anew there, with the answers to it', async () => {
  const store = emptyStore();
  const thread = (text: string, n: number) => {
    const { annotations, ...file } = JSON.parse(exported(text, day(n)));
    const answer = {
      ...annotations[0],
      id: 'r',
      text: 'No.',
      updated: day(2),
      created: day(2),
      references: ['h'],
    };
    return JSON.stringify({ ...file, annotations: [...annotations, answer] });
  };
  await importText(store, thread('Why?', 1), { now: day(9) });
  await importText(store, thread('Why not?', 3), { now: day(9) });
  expect((await store.annotations.toArray()).map(({ note }) => note)).toEqual(['Why not?\n\nNo.']);
});

it('takes a note on an article that nobody has written on here', async () => {
  const store = emptyStore();
  const row = { id: 'n', uri: 'https://other.example/a-story', text: 'Thin.', updated: day(1) };
  const file = JSON.stringify({ export_userid: 'acct:reader@hypothes.is', annotations: [row] });
  expect(await importText(store, file, { now: day(9) })).toMatchObject({ notes: 1, errors: [] });
  expect(await store.pageNotes.toArray()).toMatchObject([{ text: 'Thin.', modified: day(1) }]);
});
