/** The reader's edits in the library, each with its undoing for the session. */
import type { Annotation } from '../../annotations/types';
import { t } from '../../components/i18n';
import type { BulkEdits, Edits } from '../../components/library/edits';
import { withoutTags, withTags } from '../../components/Tags';
import { verdictName } from '../../components/words';
import type { ArgumentId } from '../../essays/types';
import { sendFromExtension } from '../../messages/extension-side';
import type { AnnotationEdits } from '../../services/edits';
import { getAnnotation } from '../../store/annotations';
import type { Store } from '../../store/database';
import { forget } from '../../store/forget';
import { argumentNote, pageNote, writeArgumentNote, writePageNote } from '../../store/notes';
import { renameTag } from './rename-tag';
import type { Undo } from './use-undo';

type Memory = Pick<Undo, 'did' | 'didQuietly' | 'letGoOf' | 'underWay' | 'failed' | 'undoLast'>;

/** Where edits are written, and what says and remembers them. */
interface Desk extends Memory {
  readonly store: Store;
  readonly annotations: AnnotationEdits;
  /** Holds the next undoing back until an edit is done; says so where it fails. */
  readonly run: (edit: Promise<unknown>) => void;
}

interface ArgumentNoteEdit {
  readonly onArgumentNote: (id: ArgumentId, text: string) => Promise<unknown>;
}

/** Edits on a store, said and remembered by `undo`. */
export function editsOn(store: Store, annotations: AnnotationEdits, undo: Memory): Edits & ArgumentNoteEdit {
  const { did, failed, underWay, undoLast } = undo;
  const desk: Desk = {
    ...undo,
    store,
    annotations,
    run: (edit) => void underWay(edit).catch(failed),
  };
  return {
    ...fieldEdits(desk),
    ...bulkEdits(desk),
    ...noteEdits(desk),
    ...removals(desk),
    onPlace: (of) =>
      void sendFromExtension('tab/place', { id: of }).then(
        ({ started }) => started || did(t('place.notOpen')),
        failed,
      ),
    onUndo: undoLast,
  };
}

/** One field of one claim. */
function fieldEdits({
  annotations,
  store,
  did,
  didQuietly,
  underWay,
  run,
}: Desk): Pick<Edits, 'onVerdict' | 'onCorrect' | 'onNote' | 'onTags'> {
  /** Writes one field, and can write back what was there. */
  const write = async <F extends 'verdict' | 'correction'>(
    of: string,
    field: F,
    value: Annotation[F],
    said: string,
  ) => {
    const before = await getAnnotation(store, of);
    await annotations.write(of, field, value);
    did(said, before && (() => annotations.write(of, field, before[field])), before?.page.key);
  };
  /** The same for what is saved as it is typed: nothing is said. */
  const writeQuietly = async <F extends 'note' | 'tags'>(of: string, field: F, value: Annotation[F]) => {
    const before = await getAnnotation(store, of);
    await annotations.write(of, field, value);
    if (before)
      didQuietly(`${field} ${of}`, () => annotations.write(of, field, before[field]), before.page.key);
  };
  return {
    onVerdict: (of, verdict) =>
      run(write(of, 'verdict', verdict, t('library.verdictSet', [verdictName(verdict)]))),
    onCorrect: (of, correction) => run(write(of, 'correction', correction, t('library.corrected'))),
    onNote: (of, note) => underWay(writeQuietly(of, 'note', note)),
    onTags: (of, tags) => underWay(writeQuietly(of, 'tags', tags)),
  };
}

/** One field of several claims. */
function bulkEdits({
  annotations,
  store,
  did,
  run,
}: Desk): Pick<Edits, 'onVerdictAll' | 'onTagAll' | 'onUntagAll' | 'onRenameTag'> {
  /** What was written again since stays as it is, and is said. */
  const asFarAs = (count: number, undo: () => Promise<{ readonly count: number }>) => async () => {
    const { count: back } = await undo();
    return back < count ? t('library.undoneRest', [back, count]) : undefined;
  };
  /** Changes the tags of several; those whose list comes back as it was are left alone. */
  const retag = (
    ids: readonly string[],
    change: (tags: readonly string[]) => readonly string[],
    said: 'bulk.tagged' | 'bulk.untagged',
  ) => {
    const given = ({ tags }: Annotation) => {
      const next = change(tags);
      return next === tags ? undefined : next;
    };
    run(
      annotations
        .writeAll(ids, 'tags', given)
        .then(({ count, undo }) => did(t(said, count), asFarAs(count, undo))),
    );
  };
  return {
    onVerdictAll: (ids, verdict) => {
      // The reader's own claims are neither right nor wrong.
      const given = (a: Annotation) => (a.verdict === 'added' || a.verdict === verdict ? undefined : verdict);
      run(
        annotations
          .writeAll(ids, 'verdict', given)
          .then(({ count, undo }) => did(t(`bulk.${verdict}`, count), asFarAs(count, undo))),
      );
    },
    onTagAll: (ids, more) => retag(ids, (tags) => withTags(tags, more), 'bulk.tagged'),
    onUntagAll: (ids, some) => retag(ids, (tags) => withoutTags(tags, some), 'bulk.untagged'),
    onRenameTag: (tag, name) =>
      run(
        renameTag(store, annotations, tag, name).then(({ count, undo }) =>
          did(t('tags.renamed', count, [count, tag, name]), asFarAs(count, undo)),
        ),
      ),
  };
}

/** Notes on articles and arguments, saved as they are typed: nothing is said. */
function noteEdits({ store, didQuietly }: Desk): Pick<Edits, 'onPageNote'> & ArgumentNoteEdit {
  /** Of a note that was forgotten since, in the popup or the settings, no undoing writes anything. */
  const unlessGone = (find: () => Promise<unknown>, write: () => Promise<unknown>) => async () =>
    (await find()) === undefined ? t('library.nothingToUndo') : write();
  return {
    onPageNote: async (page, text) => {
      const before = (await pageNote(store, page.key))?.text ?? '';
      await writePageNote(store, page, text);
      const back = unlessGone(
        () => pageNote(store, page.key),
        () => writePageNote(store, page, before),
      );
      didQuietly(`page ${page.key}`, back, page.key);
    },
    onArgumentNote: async (id, text) => {
      const before = (await argumentNote(store, id))?.text ?? '';
      await writeArgumentNote(store, id, text);
      const back = unlessGone(
        () => argumentNote(store, id),
        () => writeArgumentNote(store, id, before),
      );
      didQuietly(`argument ${id}`, back);
    },
  };
}

/** Deleting, which can be undone and brought back, and forgetting, which can't. */
function removals({
  annotations,
  store,
  did,
  letGoOf,
  run,
}: Desk): Pick<Edits, 'onRemove' | 'onRemoveAll' | 'onBringBack' | 'onForgetPage'> {
  const removeAll: BulkEdits['onRemoveAll'] = (ids) =>
    run(
      annotations.remove(ids).then((gone) => {
        const all = gone.map(({ id }) => id);
        const restore = async () => {
          const back = await annotations.restore(all);
          if (back.length < all.length) return t('library.undonePartly', [back.length, all.length]);
          return undefined;
        };
        const [page, ...others] = new Set(gone.map((a) => a.page.key));
        did(t('library.removed', all.length), restore, others.length === 0 ? page : undefined);
      }),
    );
  return {
    onRemove: (of) => removeAll([of]),
    onRemoveAll: removeAll,
    onBringBack: (ids) =>
      run(
        annotations.restore(ids).then((back) => {
          const all = back.map(({ id }) => id);
          did(t('deleted.restored', all.length), () => annotations.remove(all));
        }),
      ),
    onForgetPage: (pageKey) =>
      run(
        forget(store, { pageKey }).then((count) => {
          letGoOf(pageKey);
          did(t('options.forgotten', count));
          return sendFromExtension('pages/refresh', { pageKeys: [pageKey] });
        }),
      ),
  };
}
