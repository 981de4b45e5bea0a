import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, TEMPLATE_LENGTH } from '../../../annotations/settings';
import { writeAs } from '../../../exchange/formats';
import { backups, makeBackup } from '../../../services/backup';
import { annotationsOfPage, countAnnotations, getAnnotation } from '../../../store/annotations';
import { writeField } from '../../../store/edits';
import { argumentNote, pageNote, writeArgumentNote, writePageNote } from '../../../store/notes';
import { takeBackVisit } from '../../../store/visits';
import { annotation, LATER, page as samplePage, target } from '../annotations/samples';
import { importText } from './import-text';
import { emptyStore, first, KEY_A, ours, sender, setStage, stage, visit } from './stage';

const { saveSettings, loadSettings, readSettings } = await import('../../../services/settings');
const { exportNotes } = await import('../../../services/export/exporting');

beforeEach(setStage);

describe('pasted text', () => {
  const text = 'A mail.\n\nThen Seoul decides.\nMore of it.\n \n\n  Last Seoul line.  ';
  it('is analysed, and stored only if asked', async () => {
    const ask = (isStored: boolean) =>
      stage.handlers.fromExtension['text/analyse']({ title: 'Mail', text, store: isStored }, ours);
    const answer = await ask(false);
    expect(answer).toMatchObject({ status: 'ok', stored: false });
    expect(await countAnnotations(stage.store)).toBe(0);
    const stored = await ask(true);
    if (stored.status !== 'ok') throw new Error(stored.status);
    for (const a of stored.annotations) {
      const { start, end } = a.target.position;
      expect(text.slice(start, end)).toBe(a.target.quote.exact);
    }
    expect(stored.annotations).toHaveLength(2);
    await ask(true);
    expect(await countAnnotations(stage.store)).toBe(2);
  });

  it('of a private window is analysed; to store it is refused', async () => {
    const privately = { ...ours, url: 'moz-extension://tightrope-id/library.html', incognito: true };
    const ask = (isStored: boolean) =>
      stage.handlers.fromExtension['text/analyse']({ title: 'Mail', text, store: isStored }, privately);
    expect(await ask(false)).toMatchObject({ status: 'ok', stored: false });
    await expect(ask(true)).rejects.toMatchObject({ key: 'private-window' });
    for (const table of stage.store.tables) expect(await table.count()).toBe(0);
  });

  it('once kept can be taken back: no copy goes, no word of the reader’s, and it can be kept again', async () => {
    const { store } = stage;
    const keep = async () => {
      const answer = await stage.handlers.fromExtension['text/analyse'](
        { title: 'Mail', text, store: true },
        ours,
      );
      if (answer.status !== 'ok') throw new Error(answer.status);
      return answer;
    };
    await visit();
    await makeBackup(store);
    const { page } = first(await keep());
    await takeBackVisit(store, page.key);
    expect(await annotationsOfPage(store, page.key)).toEqual([]);
    expect(await store.pages.toCollection().primaryKeys()).toEqual([KEY_A]);
    expect(await backups(store)).toHaveLength(1);

    const [one, other] = (await keep()).annotations;
    await writeField(store, one?.id ?? '', 'note', 'mine');
    // A verdict given and taken back is no word of the reader's.
    await writeField(store, other?.id ?? '', 'verdict', 'confirmed');
    await writeField(store, other?.id ?? '', 'verdict', 'found');
    await takeBackVisit(store, page.key);
    expect((await annotationsOfPage(store, page.key)).map(({ note }) => note)).toEqual(['mine']);
    expect(await store.pages.count()).toBe(2);
  });
});

describe('out and in again', () => {
  it('an export of everything into an empty profile gives the same records', async () => {
    const { id } = first(await visit());
    await stage.handlers.fromPage['annotation/verdict']({ id, verdict: 'confirmed' }, sender());
    const file = await exportNotes(stage.store, 'json', {}, { now: '2026-03-02T00:00:00.000Z' });
    expect(file).toMatchObject({ name: 'Tightrope notes 2026-03-02.json', mime: 'application/json' });
    const empty = emptyStore();
    expect(await importText(empty, file.text)).toEqual({
      added: 2,
      updated: 0,
      unchanged: 0,
      notes: 0,
      views: 0,
      deletions: 0,
      errors: [],
    });
    expect(await empty.annotations.toArray()).toEqual(await stage.store.annotations.toArray());
    // With what the article is known by at another address.
    const pages = (await stage.store.pages.toArray()).map(({ key, site, page }) => ({ key, site, page }));
    expect(await empty.pages.toArray()).toMatchObject(pages);
    expect(await importText(empty, file.text)).toEqual({
      added: 0,
      updated: 0,
      unchanged: 2,
      notes: 0,
      views: 0,
      deletions: 0,
      errors: [],
    });
  });

  it('deletions travel along, also alone, and are told of once', async () => {
    const { id } = first(await visit());
    await stage.handlers.fromPage['annotation/remove']({ id }, sender());
    const file = JSON.parse((await exportNotes(stage.store, 'json', {})).text) as object;
    const alone = JSON.stringify({ ...file, annotations: [] });
    const empty = emptyStore();
    const would = { added: 0, updated: 0, notes: 0, views: 0, deletions: 1, errors: [] };
    expect(await importText(empty, alone, { dryRun: true })).toMatchObject(would);
    expect(await empty.tombstones.count()).toBe(0);
    expect(await importText(empty, alone)).toMatchObject(would);
    expect(await empty.tombstones.toArray()).toEqual(await stage.store.tombstones.toArray());
    expect(await importText(empty, alone)).toMatchObject({ ...would, deletions: 0 });
  });

  it('notes on arguments and articles travel along, the later word winning', async () => {
    await visit();
    await writeArgumentNote(stage.store, 'kelly/expulsion-test', 'first', '2026-03-01T00:00:00.000Z');
    await writePageNote(stage.store, samplePage, 'of the page', '2026-03-01T00:00:00.000Z');
    const file = (await exportNotes(stage.store, 'json', {})).text;
    const empty = emptyStore();
    expect(await importText(empty, file, { dryRun: true })).toMatchObject({ notes: 2 });
    expect(await argumentNote(empty, 'kelly/expulsion-test')).toBeUndefined();
    expect(await importText(empty, file)).toMatchObject({ notes: 2 });
    expect(await importText(empty, file)).toMatchObject({ notes: 0 });
    await writeArgumentNote(empty, 'kelly/expulsion-test', 'second', '2026-03-02T00:00:00.000Z');
    expect(await importText(empty, file)).toMatchObject({ notes: 0 });
    expect(await argumentNote(empty, 'kelly/expulsion-test')).toMatchObject({ text: 'second' });
  });

  it.each(['2026-01-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'])(
    'another tool’s note on an article stands beside the reader’s own of %s, once',
    async (written) => {
      const hypothesis = (text: string) =>
        JSON.stringify({
          export_userid: 'acct:reader@hypothes.is',
          annotations: [{ id: 'n', uri: samplePage.url, text, updated: '2026-02-01T00:00:00.000Z' }],
        });
      const { store } = stage;
      const text = async () => (await pageNote(store, samplePage.key))?.text;
      await writePageNote(store, samplePage, 'Not on the whole.', written);
      expect(await importText(store, hypothesis('On the whole'))).toMatchObject({ notes: 1, errors: [] });
      expect(await text()).toBe('Not on the whole.\n\nOn the whole');
      expect((await pageNote(store, samplePage.key))?.page).toEqual(samplePage);
      expect(await importText(store, hypothesis('On the whole'))).toMatchObject({ notes: 0 });
      // One that was emptied here, or is a part of what the other tool has by now, is not doubled.
      await writePageNote(store, samplePage, '');
      await importText(store, hypothesis('Thin.'));
      await importText(store, hypothesis('Very.\n\nThin.'));
      expect(await text()).toBe('Thin.\n\nVery.');
    },
  );

  it('merges the later word in, says beforehand what it would do, and takes the good of a bad file', async () => {
    const { id } = first(await visit());
    const file = (await exportNotes(stage.store, 'json', { pageKey: KEY_A })).text;
    await stage.handlers.fromPage['annotation/verdict']({ id, verdict: 'confirmed' }, sender());
    expect(await importText(stage.store, file)).toMatchObject({ updated: 0, unchanged: 2 });
    expect((await getAnnotation(stage.store, id))?.verdict).toBe('confirmed');

    const other = emptyStore();
    await importText(other, file);
    const newer = (await exportNotes(stage.store, 'json', {})).text.replace(
      '"stance":"echoes"',
      '"stance":"sideways"',
    );
    const dry = await importText(other, newer, { dryRun: true });
    expect(dry).toMatchObject({ added: 0, errors: [{ path: 'matches.0.stance' }] });
    expect((await getAnnotation(other, id))?.verdict).toBe('found');
    expect(dry.updated + dry.unchanged).toBe(1);
  });

  it('counts the same sentence of the same page as the same, under another id', async () => {
    await visit();
    const elsewhere = (await exportNotes(stage.store, 'json', {})).text.replaceAll(
      /"id":"[^"]+"/g,
      () => `"id":"${crypto.randomUUID()}"`,
    );
    expect(await importText(stage.store, elsewhere)).toMatchObject({ added: 0 });
    expect(await countAnnotations(stage.store)).toBe(2);
  });

  it('keeps the words of two on the same sentence: of two profiles, and of a passage marked twice', async () => {
    const { store } = stage;
    const { id } = first(await visit());
    const elsewhere = (await exportNotes(store, 'json', {})).text.replace(id, 'theirs');
    const other = emptyStore();
    await importText(other, elsewhere);
    await writeField(store, id, 'note', 'At work.', '2026-03-01T00:00:00.000Z');
    await writeField(other, 'theirs', 'note', 'At home.', '2026-03-02T00:00:00.000Z');
    const file = (await exportNotes(other, 'json', {})).text;
    expect(await importText(store, file)).toMatchObject({ added: 0, updated: 1 });
    expect(await importText(store, file)).toMatchObject({ added: 0, updated: 0 });
    expect((await getAnnotation(store, id))?.note).toBe('At work.\n\nAt home.');

    const marked = (of: string, text: string, day: string) => ({
      id: of,
      uri: 'https://other.example/a-story',
      text,
      tags: [of],
      updated: `2026-02-0${day}T00:00:00.000Z`,
      target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'Seoul waits.' }] }],
    });
    const hypothesis = (...annotations: object[]) => JSON.stringify({ export_userid: '', annotations });
    const twice = hypothesis(marked('a', 'Why?', '2'), marked('b', 'How long?', '1'));
    const taken = (text: string) => importText(store, text, { now: '2026-02-03T00:00:00.000Z' });
    expect(await taken(twice)).toMatchObject({ added: 1, errors: [] });
    expect(await taken(twice)).toMatchObject({ added: 0, updated: 0, unchanged: 1 });
    const annotation = async () =>
      (await store.annotations.toArray()).find((a) => a.target.quote.exact === 'Seoul waits.');
    expect(await annotation()).toMatchObject({ note: 'Why?\n\nHow long?', tags: ['a', 'b'] });
    // The first is written on over there: whose the joined note is nobody can say any more, so nothing of it goes.
    await taken(hypothesis(marked('b', 'How long?', '1'), marked('a', 'Why not?', '4')));
    expect((await annotation())?.note).toBe('Why?\n\nHow long?\n\nWhy not?');
  });

  it('counts a sentence that stands twice on a page as two, by what is around it', async () => {
    const said = ['In the morning: ', 'At night: '].map((prefix, i) =>
      annotation({ id: `s${i}`, note: prefix, target: target('Seoul will stay.', i * 100, { prefix }) }),
    );
    const file = writeAs('json', said, { exported: LATER });
    expect(await importText(stage.store, file)).toMatchObject({ added: 2 });
    expect(await importText(emptyStore(), `\ufeff${file}`)).toMatchObject({ added: 2, errors: [] });
  });

  it('brings back both links of a sentence that the reader linked to two arguments', async () => {
    const both = (['kelly/expulsion-test', 'kelly/no-looming-choice'] as const).map((argument, i) =>
      annotation({
        id: `s${i}`,
        verdict: 'added',
        correction: { argument, stance: 'echoes' },
        touched: { verdict: LATER, correction: LATER, target: LATER },
      }),
    );
    const file = writeAs('json', both, { exported: LATER });
    const empty = emptyStore();
    expect(await importText(empty, file)).toMatchObject({ added: 2 });
    expect(await empty.annotations.toArray()).toEqual(both);
    expect(await importText(empty, file)).toMatchObject({ added: 0, updated: 0, unchanged: 2 });

    // Met by a third, one is united with it and the other stands beside, however often the file is read.
    const third = emptyStore();
    await importText(third, writeAs('json', [annotation({ id: 't' })], { exported: LATER }));
    expect(await importText(third, file)).toMatchObject({ added: 1, updated: 1 });
    expect(await importText(third, file)).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
    const arguments_ = (await third.annotations.toArray()).map(({ correction }) => correction?.argument);
    expect(arguments_.sort()).toEqual(['kelly/expulsion-test', 'kelly/no-looming-choice']);
  });

  it('a file that is none changes nothing', async () => {
    expect(await importText(stage.store, 'no json')).toMatchObject({ added: 0, errors: [{ record: 0 }] });
  });

  it('names a page’s export after the page', async () => {
    await visit();
    const { name, text } = await exportNotes(
      stage.store,
      'markdown',
      { pageKey: KEY_A },
      { now: '2026-03-02T00:00:00.000Z' },
    );
    expect(name).toBe('Seoul weighs its allies 2026-03-02.md');
    expect(text).toContain('> Then Seoul decides.');
  });
});

describe('settings', () => {
  it('fall back field by field', async () => {
    await stage.fake.browser.storage.local.set({
      settings: { threshold: 7, painting: 'underline', mutedArguments: ['no/such'], extra: 1 },
    });
    expect(await loadSettings()).toEqual({ ...DEFAULT_SETTINGS, painting: 'underline' });
    for (const broken of [undefined, null, 'x', [], 7])
      expect(readSettings(broken)).toEqual(DEFAULT_SETTINGS);
  });
  it('stand against what does not fit', async () => {
    await saveSettings({ template: '# {{title}}', threshold: 0.7 });
    const tooLong = 'x'.repeat(TEMPLATE_LENGTH + 1);
    expect(await saveSettings({ template: tooLong, threshold: 7, theme: 'dark' })).toEqual({
      ...DEFAULT_SETTINGS,
      template: '# {{title}}',
      threshold: 0.7,
      theme: 'dark',
    });
  });
  it('are changed one at a time', async () => {
    await saveSettings({ threshold: 0.7 });
    expect(await saveSettings({ theme: 'dark' })).toEqual({
      ...DEFAULT_SETTINGS,
      threshold: 0.7,
      theme: 'dark',
    });
  });
});
