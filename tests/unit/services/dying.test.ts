/** The background dies at every single step of what it does; the next one finds nothing half done, and finishes it. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../annotations/types';
import { writeAs } from '../../../exchange/formats';
import type { Store } from '../../../store/database';
import { annotation, LATER, page, target } from '../annotations/samples';
import { fakeBrowser } from './fake-browser';
import { importText } from './import-text';
import { startMortal, type World } from './mortal';
import { first, KEY_A, ours, sender, stage, URL_A, visit } from './stage';

const { restoreAnnotations } = await import('../../../store/edits');
const { backups, makeBackup } = await import('../../../services/backup');
const { forget } = await import('../../../store/forget');
const { exportNotes } = await import('../../../services/export/exporting');
const { loadSettings, saveSettings } = await import('../../../services/settings');

/** Everything stored, to compare. */
const all = async (store: Store) =>
  Object.fromEntries(
    await Promise.all(store.tables.map(async (table) => [table.name, await table.toArray()] as const)),
  );
type All = Awaited<ReturnType<typeof all>>;

interface Work<T> {
  /** What was there before; done by a background that lives. */
  readonly before?: () => Promise<unknown>;
  readonly work: () => Promise<T>;
  /** Looks at what a death left behind. */
  readonly left: (before: All, now: All) => void | Promise<void>;
  /** Looks at it once it was done, by the one who lived or by the next. */
  readonly done: (result: T) => void | Promise<void>;
}

/** Does the work as often as it has steps, dying at each; then the next background does it again. */
async function dyingAtEachStepOf<T>({ before, work, left, done }: Work<T>): Promise<number> {
  for (let step = 0; step < 200; step += 1) {
    const world: World = { indexedDB: new IDBFactory(), fake: fakeBrowser() };
    world.fake.tabs.set(1, { id: 1, url: URL_A });
    await startMortal(world);
    await before?.();
    const was = await all(stage.store);
    const life = await startMortal(world, step);
    const ended = await Promise.race([work().then((result) => ({ result })), life.end]);
    await startMortal(world);
    if (ended !== 'dead') {
      await done(ended.result);
      return step;
    }
    await left(was, await all(stage.store));
    await done(await work());
  }
  throw new Error('it has no end');
}

const annotationsIn = (now: All) => now.annotations as Annotation[];
const quotes = (now: All) =>
  annotationsIn(now)
    .map(({ target }) => target.quote.exact)
    .sort();
const WHOLE = [' Then Seoul decides.', 'Seoul weighs its allies.'];
/** The claim the reader has before them. */
let claim: Annotation;
const visited = async () => {
  claim = first(await visit());
};
const kept = (now: All) => annotationsIn(now).find(({ id }) => id === claim.id);
/** All the rest is as it was. */
const othersAlike = (was: All, now: All) => {
  const others = (all: All) => annotationsIn(all).filter(({ id }) => id !== claim.id);
  expect(others(now)).toEqual(others(was));
};

describe('the background dies at every step of', () => {
  it('annotating: an article is stored as a whole or not at all, and then once', async () => {
    const steps = await dyingAtEachStepOf({
      work: () => visit(),
      left: (_, now) => expect([[], WHOLE]).toContainEqual(quotes(now)),
      done: async ({ annotations }) => {
        expect(annotations).toHaveLength(2);
        expect(quotes(await all(stage.store))).toEqual(WHOLE);
        expect(await stage.handlers.fromExtension['tab/state']({ tabId: 1 }, ours)).toMatchObject({
          status: 'annotated',
          pageKey: KEY_A,
          count: 2,
        });
        expect(stage.fake.badges.get(1)).toBe('2');
      },
    });
    expect(steps).toBeGreaterThan(8);
  });

  it('a verdict: the claim has it or has it not, and nothing else changes', async () => {
    const steps = await dyingAtEachStepOf({
      before: visited,
      work: () =>
        stage.handlers.fromPage['annotation/verdict']({ id: claim.id, verdict: 'dismissed' }, sender()),
      left: (was, now) => {
        othersAlike(was, now);
        expect(['found', 'dismissed']).toContain(kept(now)?.verdict);
      },
      done: async ({ verdict }) => {
        expect(verdict).toBe('dismissed');
        expect(kept(await all(stage.store))?.verdict).toBe('dismissed');
        expect(stage.fake.badges.get(1)).toBe('1');
      },
    });
    expect(steps).toBeGreaterThan(4);
  });

  it('a verdict on a claim that was not kept until now: it is kept once', async () => {
    const steps = await dyingAtEachStepOf({
      before: async () => {
        await saveSettings({ keep: 'touched' });
        await visited();
      },
      work: () =>
        stage.handlers.fromPage['annotation/verdict']({ id: claim.id, verdict: 'confirmed' }, sender()),
      left: (_, now) => expect(annotationsIn(now).length).toBeLessThanOrEqual(1),
      done: async () => {
        expect(annotationsIn(await all(stage.store))).toMatchObject([{ id: claim.id, verdict: 'confirmed' }]);
        const { annotations } = await visit({ visit: 'v2' });
        expect(annotations.map(({ verdict }) => verdict).sort()).toEqual(['confirmed', 'found']);
      },
    });
    expect(steps).toBeGreaterThan(4);
  });

  it('a note with tags: what the editor was told is there, and written again it is whole', async () => {
    const frame = { url: 'chrome-extension://tightrope-id/note.html', tabId: 1, incognito: false };
    await dyingAtEachStepOf({
      before: visited,
      work: () =>
        stage.handlers.fromExtension['note/write']({ id: claim.id, note: 'mine', tags: ['x'] }, frame),
      left: (was, now) => {
        othersAlike(was, now);
        expect(['', 'mine']).toContain(kept(now)?.note);
      },
      done: async () =>
        expect(kept(await all(stage.store))).toMatchObject({ note: 'mine', tags: ['x'], verdict: 'found' }),
    });
  });

  it('deleting: the claim is there, or in its grave from which it comes back word for word', async () => {
    let whole: All;
    await dyingAtEachStepOf({
      before: async () => {
        await visited();
        whole = await all(stage.store);
      },
      work: async () => {
        // Deleted already by the one who died before the answer.
        await stage.handlers.fromPage['annotation/remove']({ id: claim.id }, sender()).catch(() => undefined);
      },
      left: (was, now) => {
        othersAlike(was, now);
        expect([kept(now) ? 1 : 0, now.tombstones?.length, now.removed?.length]).toEqual(
          kept(now) ? [1, 0, 0] : [0, 1, 1],
        );
      },
      done: async () => {
        expect((await visit({ visit: 'v2' })).annotations).toHaveLength(1);
        await restoreAnnotations(stage.store, [claim.id]);
        const { annotations } = await all(stage.store);
        expect(annotations).toEqual(whole.annotations);
      },
    });
  });

  it('deleting what was not kept until now: it lies in its grave or nothing of it is kept', async () => {
    await dyingAtEachStepOf({
      before: async () => {
        await saveSettings({ keep: 'touched' });
        await visited();
      },
      work: async () => {
        await stage.handlers.fromPage['annotation/remove']({ id: claim.id }, sender()).catch(() => undefined);
      },
      left: (_, now) => {
        const { length } = now.removed ?? [];
        expect([now.tombstones?.length, now.pages?.length]).toEqual([length, length]);
      },
      done: async () => {
        expect((await visit({ visit: 'v2' })).annotations).toHaveLength(1);
        expect(await restoreAnnotations(stage.store, [claim.id])).toMatchObject([claim]);
      },
    });
  });

  it('bringing back: the claim is in its grave or there, and brought back as it was', async () => {
    await dyingAtEachStepOf({
      before: async () => {
        await visited();
        await stage.handlers.fromPage['annotation/remove']({ id: claim.id }, sender());
      },
      work: () => restoreAnnotations(stage.store, [claim.id]).catch(() => null),
      left: (was, now) => {
        othersAlike(was, now);
        expect(Boolean(kept(now))).not.toBe(now.removed?.length === 1);
      },
      done: async () => expect(kept(await all(stage.store))).toMatchObject(claim),
    });
  });

  it('an import: all of the file is there or nothing, and taken again it is there once', async () => {
    const file = writeAs(
      'json',
      [
        annotation({ id: 'new', target: target('Another sentence on Seoul.', 10) }),
        annotation({ id: 'later', note: 'New.', modified: LATER, touched: { note: LATER } }),
      ],
      { exported: LATER, pageNotes: [{ page, text: 'Thin.', modified: LATER }] },
    );
    const old = writeAs('json', [annotation({ id: 'later' })], { exported: LATER });
    const steps = await dyingAtEachStepOf({
      before: () => importText(stage.store, old),
      work: () => importText(stage.store, file),
      left: (was, now) => {
        if (annotationsIn(now).length === 1) expect(now).toEqual(was);
        else expect(now).toMatchObject({ annotations: [{ note: 'New.' }, {}], pageNotes: [{}] });
      },
      done: async () =>
        expect(await all(stage.store)).toMatchObject({
          annotations: [{ id: 'later', note: 'New.' }, { id: 'new' }],
          pageNotes: [{ text: 'Thin.' }],
          pages: [{}],
        }),
    });
    expect(steps).toBeGreaterThan(8);
  });

  it('an export: there is a whole file or none, and nothing changes', async () => {
    let whole = '';
    await dyingAtEachStepOf({
      before: async () => {
        await visited();
        whole = (await exportNotes(stage.store, 'csv', {})).text;
      },
      work: () => exportNotes(stage.store, 'csv', {}),
      left: (was, now) => expect(now).toEqual(was),
      done: ({ text }) => expect(text).toBe(whole),
    });
  });

  it('a copy: it holds everything or is none', async () => {
    await dyingAtEachStepOf({
      before: visited,
      work: () => makeBackup(stage.store),
      left: (was, now) => expect({ ...now, backups: [] }).toEqual({ ...was, backups: [] }),
      done: async () => {
        const copies = await backups(stage.store);
        for (const copy of copies) expect(copy).toMatchObject({ claims: 2 });
        expect(copies.length).toBeGreaterThan(0);
      },
    });
  });

  it('forgetting: everything of the site goes, or nothing', async () => {
    await dyingAtEachStepOf({
      before: visited,
      work: () => forget(stage.store, { site: 'news.example' }),
      left: (was, now) => {
        if (annotationsIn(now).length) expect(now).toEqual(was);
        else expect(now.pages).toEqual([]);
      },
      done: async () => expect(await all(stage.store)).toMatchObject({ annotations: [], pages: [] }),
    });
  });

  it('saving a setting: it is as before or as wished', async () => {
    await dyingAtEachStepOf({
      before: () => saveSettings({ threshold: 0.7 }),
      work: () => saveSettings({ threshold: 0.8 }),
      left: async () => expect([0.7, 0.8]).toContain((await loadSettings()).threshold),
      done: async () => expect((await loadSettings()).threshold).toBe(0.8),
    });
  });
});
