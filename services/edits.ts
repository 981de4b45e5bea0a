/** The reader's edits, each followed by a repaint of the tabs that show its page. */
import { sortedJson } from '../annotations/sorted-json';
import type { Annotation, ReaderField } from '../annotations/types';
import type { Store } from '../store/database';
import { removeAnnotations, restoreAnnotations, writeField, writeFields } from '../store/edits';

/** Makes the tabs that show one of the pages repaint. In extension pages: `sendFromExtension('pages/refresh', …)`. */
type Refresh = (pageKeys: readonly string[]) => Promise<unknown>;

export interface AnnotationEdits {
  /** @throws StoreError `store-missing` where the annotation is no longer there */
  readonly write: <F extends ReaderField>(id: string, field: F, value: Annotation[F]) => Promise<Annotation>;
  /**
   * Writes one field of several annotations.
   * @returns how many were written, and how to write back what was there, where nobody has written again since
   */
  readonly writeAll: <F extends ReaderField>(
    ids: readonly string[],
    field: F,
    change: (a: Annotation) => Annotation[F] | undefined,
  ) => Promise<{ readonly count: number; readonly undo: () => Promise<{ readonly count: number }> }>;
  /** Leaves tombstones; can be undone until the browser session ends. */
  readonly remove: (ids: readonly string[]) => Promise<readonly Annotation[]>;
  /** What can be. @throws StoreError `store-missing` where none of them can be restored any more */
  readonly restore: (ids: readonly string[]) => Promise<readonly Annotation[]>;
}

/** The reader's edits on a store. A repaint that fails never undoes or hides an edit that is saved. */
export function annotationEdits(store: Store, refresh: Refresh): AnnotationEdits {
  const repaint = async (list: readonly Annotation[]) => {
    if (!list.length) return;
    await refresh([...new Set(list.map(({ page }) => page.key))]).catch((thrown) =>
      console.warn('Tightrope: saved, but an open page was not repainted:', thrown),
    );
  };
  return {
    async write(id, field, value) {
      const annotation = await writeField(store, id, field, value);
      await repaint([annotation]);
      return annotation;
    },
    async writeAll(ids, field, change) {
      const written = await writeFields(store, ids, field, change);
      await repaint(written.map(({ after }) => after));
      const ours = new Map(written.map((one) => [one.after.id, one]));
      const undo = () =>
        this.writeAll([...ours.keys()], field, (a) => {
          const one = ours.get(a.id);
          return one && sortedJson(a[field]) === sortedJson(one.after[field]) ? one.before[field] : undefined;
        });
      return { count: written.length, undo };
    },
    async remove(ids) {
      const removed = await removeAnnotations(store, ids);
      await repaint(removed);
      return removed;
    },
    async restore(ids) {
      const restored = await restoreAnnotations(store, ids);
      await repaint(restored);
      return restored;
    },
  };
}
