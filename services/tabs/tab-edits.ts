/** The reader's edits in a page's card: on that tab's annotations only, stored or (private windows) not. */
import { withField } from '../../annotations/edit';
import type { Annotation, ReaderField } from '../../annotations/types';
import { MessageError } from '../../messages/envelope';
import { getAnnotation } from '../../store/annotations';
import type { Store } from '../../store/database';
import { getRemoved, removeUnstored } from '../../store/edits';
import { addAnnotation, storeTouched } from '../../store/visits';
import type { AnnotationEdits } from '../edits';
import { annotationsOfTab, showCount } from './refresh';
import { editableKeysOf, readTab, type TabRecord, updateTab } from './tab-state';

interface TabEdits {
  /** @throws MessageError `not-yours` where the annotation is not of a page the tab shows */
  readonly get: (id: string) => Promise<Annotation>;
  readonly write: <F extends ReaderField>(id: string, field: F, value: Annotation[F]) => Promise<Annotation>;
  readonly add: (annotation: Annotation) => Promise<Annotation>;
  readonly remove: (id: string) => Promise<void>;
  /** What is back already stays as it is. @throws MessageError `not-yours`, also where it can't be restored any more */
  readonly restore: (id: string) => Promise<Annotation>;
}

const clock = () => new Date().toISOString();

function notYours(): never {
  throw new MessageError('not-yours', 'This annotation is not of the page in this tab');
}

/**
 * A tab's own annotations. `edits` writes what is stored; what is not stays in the tab's record.
 * @param by the address of the page that asks, which has a say in articles of its own origin only; none where it is
 *   the note editor, whose token stands for one annotation: what it is left with comes when the tab may be elsewhere
 *   already, or closed
 */
export function editsOfTab(
  store: Store,
  edits: AnnotationEdits,
  { tabId, isPrivate, by }: { tabId: number; isPrivate: boolean; by?: string },
): TabEdits {
  const recordOf = async (): Promise<TabRecord> => (await readTab(tabId)) ?? notYours();
  const isOwn = (record: TabRecord, { page }: Annotation) => editableKeysOf(record, by).includes(page.key);
  const unsavedIn = (record: TabRecord, id: string) =>
    record.unsaved.find((a) => a.id === id && isOwn(record, a));

  const get = async (id: string): Promise<Annotation> => {
    const stored = isPrivate ? undefined : await getAnnotation(store, id);
    if (stored && by === undefined) return stored;
    const record = await recordOf();
    const found = stored && isOwn(record, stored) ? stored : unsavedIn(record, id);
    return found ?? notYours();
  };

  const without = (list: readonly Annotation[], id: string) => list.filter((a) => a.id !== id);
  const keep = (annotation: Annotation) =>
    updateTab(tabId, (record) => ({
      ...record,
      unsaved: [...without(record.unsaved, annotation.id), annotation],
    }));
  const recount = async () => showCount(tabId, await annotationsOfTab(store, await recordOf(), isPrivate));

  /** Keeps no copy of an annotation here any more. */
  const letGo = (id: string) =>
    updateTab(tabId, (record) => ({ ...record, unsaved: without(record.unsaved, id) }));

  type Change = (a: Annotation) => Annotation;
  /** Within the queue of the record's changes: what else is written in the same moment stands. */
  const writeHere = async (id: string, change: Change): Promise<Annotation> => {
    const { unsaved } = await updateTab(tabId, (record) => ({
      ...record,
      unsaved: record.unsaved.map((a) => (a.id === id ? change(a) : a)),
    }));
    return unsaved.find((a) => a.id === id) ?? notYours();
  };
  const writeFirst = async (annotation: Annotation, change: Change): Promise<Annotation> => {
    const written = await storeTouched(store, annotation, change);
    // Only the store knows the latest of it from now on: no copy stays here.
    await letGo(written.id);
    return written;
  };

  return {
    get,
    async write(id, field, value) {
      const annotation = await get(id);
      const record = await readTab(tabId);
      if (!record || !unsavedIn(record, id)) return edits.write(id, field, value);
      const change: Change = (a) => withField(a, field, value, clock());
      // The reader's word makes it worth keeping, unless the window is private.
      const written = await (isPrivate ? writeHere(id, change) : writeFirst(annotation, change));
      await recount();
      return written;
    },
    async add(annotation) {
      if (isPrivate) await keep(annotation);
      else await addAnnotation(store, annotation);
      await recount();
      return annotation;
    },
    async remove(id) {
      const removed = await get(id);
      if (!unsavedIn(await recordOf(), id)) {
        await edits.remove([id]);
        return;
      }
      if (!isPrivate) await removeUnstored(store, removed);
      const last = isPrivate ? { removed } : {};
      await updateTab(tabId, (record) => ({ ...record, unsaved: without(record.unsaved, id), ...last }));
      await recount();
    },
    async restore(id) {
      const record = await recordOf();
      const stored = isPrivate ? undefined : await getRemoved(store, id);
      const removed = stored ?? (record.removed?.id === id ? record.removed : undefined);
      // Brought back in the library meanwhile, or by another press.
      if (!removed || !isOwn(record, removed)) return get(id);
      if (stored) return (await edits.restore([id]))[0] ?? removed;
      const back = (r: TabRecord) => ({ ...r, unsaved: [...without(r.unsaved, id), removed], removed: null });
      await updateTab(tabId, back);
      await recount();
      return removed;
    },
  };
}
