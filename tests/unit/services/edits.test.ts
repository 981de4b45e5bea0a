import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { annotationSchema } from '../../../annotations/schemas';
import { backups } from '../../../services/backup';
import { countAnnotations, getAnnotation } from '../../../store/annotations';
import { restoreAnnotations } from '../../../store/edits';
import { forget, sitesKept } from '../../../store/forget';
import { page as samplePage, target } from '../annotations/samples';
import { first, KEY_A, ours, sender, setStage, stage, startWorker, URL_A, visit } from './stage';

const { saveSettings } = await import('../../../services/settings');
const { allTabs, moveTab, readTab } = await import('../../../services/tabs/tab-state');
const { expire, upkeep } = await import('../../../services/upkeep');

beforeEach(setStage);

describe('a content script', () => {
  it('gets at annotations of its own page only', async () => {
    const { id } = first(await visit());
    const stranger = sender({ tabId: 9, url: 'https://evil.example/' });
    for (const attempt of [
      stage.handlers.fromPage['annotation/verdict']({ id, verdict: 'dismissed' }, stranger),
      stage.handlers.fromPage['annotation/remove']({ id }, stranger),
      stage.handlers.fromPage['note/open']({ id }, stranger),
    ])
      await expect(attempt).rejects.toMatchObject({ key: 'not-yours' });
    await visit({ page: { ...samplePage, key: 'https://evil.example/x' } }, stranger);
    await expect(stage.handlers.fromPage['annotation/remove']({ id }, stranger)).rejects.toMatchObject({
      key: 'not-yours',
    });
    await stage.handlers.fromPage['page/anchors'](
      { visit: 'v1', anchors: [{ id, anchor: { state: 'orphaned' } }] },
      stranger,
    );
    expect(await getAnnotation(stage.store, id)).toMatchObject({
      verdict: 'found',
      anchor: { state: 'anchored' },
    });
  });

  it('removes, and what is removed does not come back before the reader takes it back', async () => {
    const { id } = first(await visit());
    await stage.handlers.fromPage['annotation/remove']({ id }, sender());
    expect((await visit({ visit: 'v2' })).annotations).toHaveLength(1);
    expect(await stage.store.tombstones.where('pageKey').equals(KEY_A).count()).toBe(1);
    startWorker();
    expect(await restoreAnnotations(stage.store, [id])).toMatchObject([{ id }]);
    expect((await visit({ visit: 'v3' })).annotations).toHaveLength(2);
  });

  it('reports anchors, adds the reader’s selection, asks for its best five', async () => {
    const { id } = first(await visit());
    await stage.handlers.fromPage['page/anchors'](
      { visit: 'v1', anchors: [{ id, anchor: { state: 'uncertain', reason: 'changed' } }] },
      sender(),
    );
    expect((await getAnnotation(stage.store, id))?.anchor).toEqual({ state: 'uncertain', reason: 'changed' });
    const added = await stage.handlers.fromPage['selection/add'](
      {
        visit: 'v1',
        page: samplePage,
        target: target('Seoul said so', 700),
        argument: 'diplomat/china-pressure',
        stance: 'relates',
      },
      sender(),
    );
    expect(added).toMatchObject({
      verdict: 'added',
      correction: { argument: 'diplomat/china-pressure' },
      page: { key: KEY_A },
    });
    expect(await getAnnotation(stage.store, added.id)).toEqual(added);
    expect(v.parse(annotationSchema, added)).toEqual(added);
    expect(stage.fake.badges.get(1)).toBe('3');
    const { ranking } = await stage.handlers.fromPage['selection/rank'](
      { text: 'x', before: '', after: '' },
      sender(),
    );
    expect(ranking).toHaveLength(5);
  });

  it('places an orphan anew', async () => {
    const { id } = first(await visit());
    const placed = await stage.handlers.fromPage['annotation/place'](
      { id, target: target('Seoul weighs', 77) },
      sender(),
    );
    expect(placed).toMatchObject({
      target: { position: { start: 77 } },
      anchor: { state: 'anchored', span: { start: 77 } },
    });
    expect(await getAnnotation(stage.store, id)).toEqual(placed);
  });
});

describe('what is kept', () => {
  const privately = sender({ incognito: true });
  it('in a private window is nothing, and edits work all the same', async () => {
    const answer = await visit({}, privately);
    const { id } = first(answer);
    expect(answer).toMatchObject({ stored: false });
    await stage.handlers.fromPage['annotation/verdict']({ id, verdict: 'confirmed' }, privately);
    await stage.handlers.fromPage['annotation/remove']({ id: answer.annotations[1]?.id ?? '' }, privately);
    const where = target('Seoul said so', 700);
    const added = await stage.handlers.fromPage['selection/add'](
      {
        visit: 'v1',
        page: samplePage,
        target: where,
        argument: 'diplomat/china-pressure',
        stance: 'relates',
      },
      privately,
    );
    startWorker();
    expect(await stage.handlers.fromExtension['tab/state']({ tabId: 1 }, ours)).toMatchObject({
      count: 2,
      unsaved: [{ id, verdict: 'confirmed' }, { id: added.id }],
    });
    for (const table of stage.store.tables) expect(await table.count()).toBe(0);
  });

  it('is what the reader touched, where they want it so', async () => {
    await saveSettings({ keep: 'touched' });
    const met = await visit();
    const { id } = first(met);
    expect(met).toMatchObject({ stored: true, unsaved: met.annotations.map((a) => a.id) });
    expect(await countAnnotations(stage.store)).toBe(0);
    await stage.handlers.fromPage['annotation/verdict']({ id, verdict: 'confirmed' }, sender());
    expect(await countAnnotations(stage.store)).toBe(1);
    const again = await visit({ visit: 'v2' });
    expect(again).toMatchObject({ unsaved: [again.annotations.find((a) => a.id !== id)?.id] });
    expect(again.annotations).toHaveLength(2);
    expect(again.annotations.filter((a) => a.id === id)).toHaveLength(1);
    expect(await countAnnotations(stage.store)).toBe(1);
    expect((await stage.handlers.fromExtension['tab/state']({ tabId: 1 }, ours)).unsaved).toHaveLength(2);
  });

  it('in a private window goes along where the browser gives its tab another id, and is known by that alone', async () => {
    const { id } = first(await visit({}, privately));
    await stage.handlers.fromPage['annotation/verdict']({ id, verdict: 'confirmed' }, privately);
    stage.fake.tabs.delete(1);
    stage.fake.tabs.set(7, { id: 7, url: URL_A });
    await moveTab(1, 7);
    const again = await visit({ visit: 'v2' }, { ...privately, tabId: 7 });
    expect(first(again)).toMatchObject({ id, verdict: 'confirmed' });
    expect((await allTabs()).map(({ tabId }) => tabId)).toEqual([7]);
    await moveTab(8, 9);
    expect(await allTabs()).toHaveLength(1);
  });

  it.each(['of a private window', 'first touched now'])(
    'of what is written in one moment is all of it: %s',
    async (which) => {
      const incognito = which === 'of a private window';
      if (!incognito) await saveSettings({ keep: 'touched' });
      const { id } = first(await visit({}, sender({ incognito })));
      const frame = { url: 'chrome-extension://tightrope-id/note.html', tabId: 1, incognito };
      // The press of a button in the card takes the focus from the note, which is then written at once.
      const answers = await Promise.all([
        stage.handlers.fromExtension['note/write']({ id, note: 'mine', tags: ['x'] }, frame),
        stage.handlers.fromPage['annotation/verdict']({ id, verdict: 'confirmed' }, sender({ incognito })),
      ]);
      const all = { note: 'mine', tags: ['x'], verdict: 'confirmed' };
      expect(await stage.handlers.fromExtension['note/write']({ id }, frame)).toMatchObject(all);
      expect(answers[0]).toMatchObject({ note: 'mine', tags: ['x'] });
      expect(answers[1]).toMatchObject({ verdict: 'confirmed' });
      if (incognito) expect(await countAnnotations(stage.store)).toBe(0);
      else expect(await getAnnotation(stage.store, id)).toMatchObject(all);
    },
  );

  it('is what the reader wrote, too, where they take back a deletion', async () => {
    await saveSettings({ keep: 'touched' });
    const { id } = first(await visit());
    await stage.handlers.fromPage['annotation/verdict']({ id, verdict: 'confirmed' }, sender());
    await stage.handlers.fromPage['annotation/remove']({ id }, sender());
    expect(await getAnnotation(stage.store, id)).toBeUndefined();
    await restoreAnnotations(stage.store, [id]);
    expect(await getAnnotation(stage.store, id)).toMatchObject({ verdict: 'confirmed' });
  });

  it.each([
    ['stored', {}, false],
    ['of a private window', {}, true],
    ['untouched, where only what is touched is kept', { keep: 'touched' }, false],
  ] as const)(
    'comes back whole where a deletion on the page is taken back: %s',
    async (_, patch, incognito) => {
      await saveSettings(patch);
      const from = sender({ incognito });
      const { id } = first(await visit({}, from));
      if (!('keep' in patch))
        await stage.handlers.fromPage['annotation/verdict']({ id, verdict: 'confirmed' }, from);
      const before = first(await visit({ visit: 'v2' }, from));
      await stage.handlers.fromPage['annotation/remove']({ id }, from);
      expect(stage.fake.badges.get(1)).toBe('1');
      startWorker();
      expect(await stage.handlers.fromPage['annotation/restore']({ id }, from)).toEqual(before);
      expect(stage.fake.badges.get(1)).toBe('2');
      expect(first(await visit({ visit: 'v4' }, from))).toEqual(before);
      // What is back is not brought back once more, over what was written since.
      const restore = (other: string) => stage.handlers.fromPage['annotation/restore']({ id: other }, from);
      await stage.handlers.fromPage['annotation/verdict']({ id, verdict: 'dismissed' }, from);
      expect(await restore(id)).toMatchObject({ id, verdict: 'dismissed' });
      await expect(restore('nobody')).rejects.toMatchObject({ key: 'not-yours' });
    },
  );

  it('is no riddle where a deletion on the page was taken back in the library first', async () => {
    const { id } = first(await visit());
    await stage.handlers.fromPage['annotation/remove']({ id }, sender());
    await restoreAnnotations(stage.store, [id]);
    expect(await stage.handlers.fromPage['annotation/restore']({ id }, sender())).toMatchObject({ id });
    const stranger = sender({ tabId: 9, url: 'https://evil.example/' });
    await visit({ page: { ...samplePage, key: 'https://evil.example/x' } }, stranger);
    await expect(stage.handlers.fromPage['annotation/restore']({ id }, stranger)).rejects.toMatchObject({
      key: 'not-yours',
    });
  });

  it.each(['everything', 'touched'] as const)(
    'is not found again once it was deleted untouched, nor brought back once forgotten (keeping %s)',
    async (keep) => {
      await saveSettings({ keep });
      const { id } = first(await visit());
      await stage.handlers.fromPage['annotation/remove']({ id }, sender());
      expect((await visit({ visit: 'v2' })).annotations).toHaveLength(1);
      expect(await sitesKept(stage.store)).toEqual(['news.example']);
      await forget(stage.store, { pageKey: KEY_A });
      await stage.handlers.fromExtension['pages/refresh']({ pageKeys: [KEY_A] }, ours);
      const undoing = stage.handlers.fromPage['annotation/restore']({ id }, sender());
      await expect(undoing).rejects.toMatchObject({ key: 'not-yours' });
      expect((await readTab(1))?.unsaved.map((a) => a.id)).not.toContain(id);
      for (const table of stage.store.tables)
        expect([table.name, await table.count()]).toEqual([table.name, 0]);
    },
  );

  it('expires where it is untouched and the reader wants it so', async () => {
    const { id } = first(await visit());
    await stage.handlers.fromPage['annotation/verdict']({ id, verdict: 'confirmed' }, sender());
    const inAYear = Date.now() + 365 * 86_400_000;
    expect(await expire(stage.store, inAYear)).toBe(0);
    await saveSettings({ expireDays: 30 });
    expect(await expire(stage.store, inAYear)).toBe(1);
    expect(await getAnnotation(stage.store, id)).toBeDefined();
  });

  it('is looked after once a day, also in a browser that is never closed, and under a clock that ran ahead', async () => {
    await visit();
    await saveSettings({ expireDays: 30 });
    const then = Date.now() + 40 * 86_400_000;
    expect(await upkeep(stage.store, then)).toBe(true);
    expect(await countAnnotations(stage.store)).toBe(0);
    // What expired is in the copy made before.
    expect(await backups(stage.store)).toMatchObject([{ claims: 2 }]);
    expect(await upkeep(stage.store, then + 3_600_000)).toBe(false);
    expect(await upkeep(stage.store, then + 86_400_000)).toBe(true);
    expect(await upkeep(stage.store, then)).toBe(true);
  });

  it('is due again in an hour where no copy could be made, and what is past its time goes all the same', async () => {
    await visit();
    await saveSettings({ expireDays: 30 });
    const now = Date.now() + 40 * 86_400_000;
    const fail = () => {
      throw new Error('no room');
    };
    stage.store.backups.hook('creating', fail);
    await expect(upkeep(stage.store, now)).rejects.toMatchObject({ name: 'StoreError' });
    stage.store.backups.hook('creating').unsubscribe(fail);
    expect(await countAnnotations(stage.store)).toBe(0);
    await visit({ visit: 'v2' });
    expect(await upkeep(stage.store, now + 60_000)).toBe(false);
    expect(await upkeep(stage.store, now + 3_600_000)).toBe(true);
    expect(await backups(stage.store)).toHaveLength(1);
  });
});
