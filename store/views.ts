/** The library's views that have a name. Reading works inside Dexie's liveQuery. */
import type { SavedView } from '../annotations/saved-view';
import type { Store } from './database';
import { guarded } from './errors';

/**
 * Every saved view, by name.
 * @throws StoreError
 */
export function savedViews(store: Store): Promise<SavedView[]> {
  return guarded(store, () => store.views.orderBy('name').toArray());
}

/**
 * Keeps a view under a name; one of the same name is replaced.
 * @param hash the view's address, without `#`
 * @returns the one replaced, to be saved again where that is undone; undefined where there was none
 * @throws StoreError
 */
export function saveView(
  store: Store,
  name: string,
  hash: string,
  created = new Date().toISOString(),
): Promise<SavedView | undefined> {
  return guarded(store, () =>
    store.transaction('rw', store.views, async () => {
      const replaced = await store.views.get(name);
      await store.views.put({ name, hash, created });
      return replaced;
    }),
  );
}

/**
 * Lets go of a view.
 * @returns the view, to be saved again where that is undone; undefined where there is none of this name
 * @throws StoreError
 */
export function removeView(store: Store, name: string): Promise<SavedView | undefined> {
  return guarded(store, () =>
    store.transaction('rw', store.views, async () => {
      const view = await store.views.get(name);
      await store.views.delete(name);
      return view;
    }),
  );
}
