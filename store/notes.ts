/** The reader's notes on arguments and on whole articles. All reading works inside Dexie's liveQuery. */
import { type ArgumentNote, nextStamp, type PageNote } from '../annotations/notes';
import type { Page } from '../annotations/types';
import type { ArgumentId } from '../essays/types';
import type { Store } from './database';
import { guarded } from './errors';

const clock = () => new Date().toISOString();

/**
 * The note on an argument, or undefined.
 * @throws StoreError
 */
export function argumentNote(store: Store, argument: ArgumentId): Promise<ArgumentNote | undefined> {
  return guarded(store, () => store.argumentNotes.get(argument));
}

/**
 * The note on an article, or undefined.
 * @param key the page's key
 * @throws StoreError
 */
export function pageNote(store: Store, key: string): Promise<PageNote | undefined> {
  return guarded(store, () => store.pageNotes.get(key));
}

/** Both kinds of notes. */
interface Notebook {
  readonly argumentNotes: readonly ArgumentNote[];
  readonly pageNotes: readonly PageNote[];
}

/**
 * Every note with a text; also those taken back where asked.
 * @param options.withEmpty for what must carry everything: a lossless export
 * @throws StoreError
 */
export function allNotes(store: Store, { withEmpty = false } = {}): Promise<Notebook> {
  return guarded(store, async () => {
    const [argumentNotes, pageNotes] = await Promise.all([
      store.argumentNotes.toArray(),
      store.pageNotes.toArray(),
    ]);
    const has = ({ text }: { readonly text: string }) => withEmpty || text !== '';
    return { argumentNotes: argumentNotes.filter(has), pageNotes: pageNotes.filter(has) };
  });
}

/**
 * Writes the note on an argument; an empty text takes it back.
 * @throws StoreError
 */
export function writeArgumentNote(
  store: Store,
  argument: ArgumentId,
  text: string,
  now = clock(),
): Promise<ArgumentNote> {
  return guarded(store, () =>
    store.transaction('rw', store.argumentNotes, async () => {
      const note = { argument, text, modified: nextStamp(await store.argumentNotes.get(argument), now) };
      await store.argumentNotes.put(note);
      return note;
    }),
  );
}

/**
 * Writes the note on an article; an empty text takes it back.
 * @throws StoreError
 */
export function writePageNote(store: Store, page: Page, text: string, now = clock()): Promise<PageNote> {
  return guarded(store, () =>
    store.transaction('rw', store.pageNotes, async () => {
      const note = { page, text, modified: nextStamp(await store.pageNotes.get(page.key), now) };
      await store.pageNotes.put(note);
      return note;
    }),
  );
}
