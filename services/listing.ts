/**
 * Everything collected, in its light form and with an index of its words, kept in memory for as long as a library is
 * open: the newest at once, the rest bit by bit, and then what changes, wherever it is changed.
 */
import { type Listed, listedOf } from '../annotations/listed';
import type { Annotation, Page } from '../annotations/types';
import { getAnnotations } from '../store/annotations';
import type { Store } from '../store/database';
import { newestAnnotations, slicesOfAll, watchAnnotations } from '../store/slices';
import { nextTask } from '../tasks/next-task';
import type { Search } from './search';

export interface Listing {
  readonly list: readonly Listed[];
  /** Whether that is all there is. */
  readonly isComplete: boolean;
}

/** As many as the tallest window shows, and some to scroll by. */
const FIRST = 120;

/** As many as are read and indexed in well under a tenth of a second. */
const SLICE = 200;

/**
 * Opens the listing.
 * @param search is filled along the way
 * @param onListing called with the newest, then with all, then after every change
 * @param onError what kept it from being read, as the store says it, or from being searchable
 * @returns a function that closes it
 */
export function openListing(
  store: Store,
  search: Pick<Search, 'put' | 'remove'>,
  onListing: (listing: Listing) => void,
  onError: (thrown: unknown) => void,
): () => void {
  let byId = new Map<string, Listed>();
  let isComplete = false;
  let isClosed = false;
  let turn = 0;
  const pages = new Map<string, Page>();
  const changed = new Set<string>();
  /** While all is being read: what changed meanwhile, since it may have been read as it was before. */
  let isReading = false;
  const meanwhile = new Set<string>();

  /** Annotations of one article share its page, as long as they agree on it. */
  const light = (a: Annotation): Listed => {
    const known = pages.get(a.page.key);
    const isSame = known && known.title === a.page.title && known.url === a.page.url;
    if (!isSame) pages.set(a.page.key, a.page);
    return listedOf(a, isSame ? known : a.page);
  };
  const say = () => {
    if (!isClosed) onListing({ list: [...byId.values()], isComplete });
  };

  const failed = (thrown: unknown) => {
    if (!isClosed) onError(thrown);
  };
  /** Makes them searchable. Where that fails the list is still worth having. */
  const put = (annotations: readonly Annotation[]) => search.put(annotations).catch(failed);
  const remove = (ids: readonly string[]) => search.remove(ids).catch(failed);

  async function readAll(): Promise<void> {
    turn += 1;
    const mine = turn;
    isReading = true;
    const fresh = new Map<string, Listed>();
    let before: Promise<unknown> | undefined;
    for await (const slice of slicesOfAll(store, SLICE)) {
      if (isClosed || mine !== turn) return;
      for (const a of slice) fresh.set(a.id, light(a));
      // One slice is made searchable while the next is read. No more than one waits in the index's thread: a question
      // of the reader's would have to wait behind all of them.
      const handed = put(slice);
      await before;
      before = handed;
      await nextTask();
    }
    await before;
    await remove([...byId.keys()].filter((id) => !fresh.has(id)));
    if (isClosed || mine !== turn) return;
    byId = fresh;
    isComplete = true;
    isReading = false;
    for (const id of meanwhile) changed.add(id);
    meanwhile.clear();
    await takeChanges();
    say();
  }

  async function takeChanges(): Promise<void> {
    const all = [...changed];
    changed.clear();
    // An import changes a hundred thousand at once.
    for (let i = 0; i < all.length; i += SLICE) {
      if (i > 0) await nextTask();
      const ids = all.slice(i, i + SLICE);
      const now = new Map((await getAnnotations(store, ids)).map((a) => [a.id, a]));
      // As soon as they are read: what is read later of the same is newer.
      for (const id of ids) {
        const a = now.get(id);
        if (a) byId.set(id, light(a));
        else byId.delete(id);
      }
      await put([...now.values()]);
      await remove(ids.filter((id) => !now.has(id)));
    }
  }

  const stop = watchAnnotations(store, (ids) => {
    if (ids === null) {
      readAll().catch(failed);
      return;
    }
    for (const id of ids) {
      changed.add(id);
      if (isReading) meanwhile.add(id);
    }
    // What is on the screen follows at once.
    takeChanges().then(say, failed);
  });

  (async () => {
    const newest = await newestAnnotations(store, FIRST);
    for (const a of newest) byId.set(a.id, light(a));
    put(newest);
    isComplete = byId.size < FIRST;
    await takeChanges();
    say();
    // What is on the screen is drawn first.
    await nextTask();
    if (!isComplete) await readAll();
  })().catch(failed);

  return () => {
    isClosed = true;
    stop();
  };
}
