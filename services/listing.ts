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
import type { Search } from './search/search';

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
  return new ListReader(store, search, onListing, onError).open();
}

class ListReader {
  private byId = new Map<string, Listed>();
  private isComplete = false;
  private isClosed = false;
  /** Of two readings of everything the later one counts. */
  private turn = 0;
  private isReadingAll = false;
  /** The page that the annotations of an article share, by its key. */
  private readonly pages = new Map<string, Page>();
  /** Ids of what is still to be read anew. */
  private readonly changed = new Set<string>();
  /** Of what changed while all is being read: it may have been read as it was before. */
  private readonly changedMeanwhile = new Set<string>();

  constructor(
    private readonly store: Store,
    private readonly search: Pick<Search, 'put' | 'remove'>,
    private readonly onListing: (listing: Listing) => void,
    private readonly onError: (thrown: unknown) => void,
  ) {}

  /** Begins to follow what changes and to read what there is. @returns a function that ends both */
  open(): () => void {
    const stop = watchAnnotations(this.store, (ids) => this.follow(ids));
    this.readNewestThenAll().catch(this.failed);
    return () => {
      this.isClosed = true;
      stop();
    };
  }

  private readonly failed = (thrown: unknown): void => {
    if (!this.isClosed) this.onError(thrown);
  };

  private say(): void {
    if (!this.isClosed) this.onListing({ list: [...this.byId.values()], isComplete: this.isComplete });
  }

  /** Annotations of one article share its page, as long as they agree on it. */
  private light(a: Annotation): Listed {
    const known = this.pages.get(a.page.key);
    const isSame = known && known.title === a.page.title && known.url === a.page.url;
    if (!isSame) this.pages.set(a.page.key, a.page);
    return listedOf(a, isSame ? known : a.page);
  }

  /** Makes annotations searchable. Where that fails the list is still worth having. */
  private putIntoSearch(annotations: readonly Annotation[]): Promise<void> {
    return this.search.put(annotations).catch(this.failed);
  }

  private removeFromSearch(ids: readonly string[]): Promise<void> {
    return this.search.remove(ids).catch(this.failed);
  }

  private async readNewestThenAll(): Promise<void> {
    const newest = await newestAnnotations(this.store, FIRST);
    for (const a of newest) this.byId.set(a.id, this.light(a));
    void this.putIntoSearch(newest);
    this.isComplete = this.byId.size < FIRST;
    await this.takeChanges();
    this.say();
    // What is on the screen is drawn first.
    await nextTask();
    if (!this.isComplete) await this.readAll();
  }

  private async readAll(): Promise<void> {
    this.turn += 1;
    const mine = this.turn;
    const isOver = () => this.isClosed || mine !== this.turn;
    this.isReadingAll = true;
    const fresh = new Map<string, Listed>();
    let before: Promise<unknown> | undefined;
    for await (const slice of slicesOfAll(this.store, SLICE)) {
      if (isOver()) return;
      for (const a of slice) fresh.set(a.id, this.light(a));
      // One slice is made searchable while the next is read. No more than one waits in the index's worker: a question
      // of the reader's would have to wait behind all of them.
      const handed = this.putIntoSearch(slice);
      await before;
      before = handed;
      await nextTask();
    }
    await before;
    await this.removeFromSearch([...this.byId.keys()].filter((id) => !fresh.has(id)));
    if (isOver()) return;
    this.byId = fresh;
    this.isComplete = true;
    this.isReadingAll = false;
    for (const id of this.changedMeanwhile) this.changed.add(id);
    this.changedMeanwhile.clear();
    await this.takeChanges();
    this.say();
  }

  /** @param ids what changed; null where nobody can say */
  private follow(ids: readonly string[] | null): void {
    if (ids === null) {
      this.readAll().catch(this.failed);
      return;
    }
    for (const id of ids) {
      this.changed.add(id);
      if (this.isReadingAll) this.changedMeanwhile.add(id);
    }
    // What is on the screen follows at once.
    this.takeChanges().then(() => this.say(), this.failed);
  }

  private async takeChanges(): Promise<void> {
    const all = [...this.changed];
    this.changed.clear();
    // An import changes a hundred thousand at once.
    for (let i = 0; i < all.length; i += SLICE) {
      if (i > 0) await nextTask();
      const ids = all.slice(i, i + SLICE);
      const now = new Map((await getAnnotations(this.store, ids)).map((a) => [a.id, a]));
      // As soon as they are read: what is read later of the same is newer.
      for (const id of ids) {
        const a = now.get(id);
        if (a) this.byId.set(id, this.light(a));
        else this.byId.delete(id);
      }
      await this.putIntoSearch([...now.values()]);
      await this.removeFromSearch(ids.filter((id) => !now.has(id)));
    }
  }
}
