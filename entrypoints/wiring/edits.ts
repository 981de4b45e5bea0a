/** The reader's edits in the library, each with its undoing for the session. */
import type { Annotation, Correction, Page, Verdict } from '../../annotations/types';
import { t } from '../../components/i18n';
import type { Edits } from '../../components/library/edits';
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

/** Edits on a store, said and remembered by `undo`. */
export function editsOn(
  store: Store,
  annotations: AnnotationEdits,
  undo: Pick<Undo, 'did' | 'didQuietly' | 'letGoOf' | 'underWay' | 'failed' | 'undoLast'>,
): Edits & { readonly onArgumentNote: (id: ArgumentId, text: string) => Promise<unknown> } {
  const { did, didQuietly, letGoOf, underWay, failed } = undo;

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
    const work = annotations
      .writeAll(ids, 'tags', given)
      .then(({ count, undo: back }) => did(t(said, count), asFarAs(count, back)));
    underWay(work).catch(failed);
  };

  /** What was written again since stays as it is, and is said. */
  const asFarAs = (count: number, undo: () => Promise<{ readonly count: number }>) => async () => {
    const { count: back } = await undo();
    return back < count ? t('library.undoneRest', [back, count]) : undefined;
  };

  /** Of a note that was forgotten since, in the popup or the settings, no undoing writes anything. */
  const unlessGone = (find: () => Promise<unknown>, write: () => Promise<unknown>) => async () =>
    (await find()) === undefined ? t('library.nothingToUndo') : write();

  return {
    onVerdict: (of: string, verdict: Verdict) => {
      const said = t('library.verdictSet', [verdictName(verdict)]);
      underWay(write(of, 'verdict', verdict, said)).catch(failed);
    },
    onCorrect: (of: string, correction: Correction | null) => {
      underWay(write(of, 'correction', correction, t('library.corrected'))).catch(failed);
    },
    onNote: (of, note) => underWay(writeQuietly(of, 'note', note)),
    onTags: (of, tags) => underWay(writeQuietly(of, 'tags', tags)),
    onPageNote: async (page: Page, text: string) => {
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
    onRemove: (of) => removeAll([of]),
    onRemoveAll: (ids) => removeAll(ids),
    onBringBack: (ids) => {
      const work = annotations.restore(ids).then((back) => {
        const all = back.map(({ id }) => id);
        did(t('deleted.restored', all.length), () => annotations.remove(all));
      });
      underWay(work).catch(failed);
    },
    onForgetPage: (pageKey) => {
      const work = forget(store, { pageKey }).then((count) => {
        letGoOf(pageKey);
        did(t('options.forgotten', count));
        return sendFromExtension('pages/refresh', { pageKeys: [pageKey] });
      });
      underWay(work).catch(failed);
    },
    onVerdictAll: (ids, verdict) => {
      // The reader's own claims are neither right nor wrong.
      const given = (a: Annotation) => (a.verdict === 'added' || a.verdict === verdict ? undefined : verdict);
      const work = annotations
        .writeAll(ids, 'verdict', given)
        .then(({ count, undo: back }) => did(t(`bulk.${verdict}`, count), asFarAs(count, back)));
      underWay(work).catch(failed);
    },
    onTagAll: (ids, more) => retag(ids, (tags) => withTags(tags, more), 'bulk.tagged'),
    onUntagAll: (ids, some) => retag(ids, (tags) => withoutTags(tags, some), 'bulk.untagged'),
    onRenameTag: (tag, name) => {
      const work = renameTag(store, annotations, tag, name).then(({ count, undo: back }) =>
        did(t('tags.renamed', count, [count, tag, name]), asFarAs(count, back)),
      );
      underWay(work).catch(failed);
    },
    onPlace: (of) =>
      void sendFromExtension('tab/place', { id: of }).then(
        ({ started }) => started || did(t('place.notOpen')),
        failed,
      ),
    onUndo: undo.undoLast,
  };

  function removeAll(ids: readonly string[]): void {
    const work = annotations.remove(ids).then((gone) => {
      const all = gone.map(({ id }) => id);
      const restore = async () => {
        const back = await annotations.restore(all);
        if (back.length < all.length) return t('library.undonePartly', [back.length, all.length]);
        return undefined;
      };
      const [page, ...others] = new Set(gone.map((a) => a.page.key));
      did(t('library.removed', all.length), restore, others.length === 0 ? page : undefined);
    });
    underWay(work).catch(failed);
  }
}
