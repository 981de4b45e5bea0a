import type { SavedView } from '../../annotations/saved-view';
import { t } from '../../components/i18n';
import type { SavedViewsProps } from '../../components/library/SavedViews';
import { hrefOf, type LibraryView } from '../../components/library-view';
import type { Store } from '../../store/database';
import { removeView, savedViews, saveView } from '../../store/views';
import { useLive } from './use-live';
import type { Undo } from './use-undo';

/** Keeps a view under a name and lets go of one; both can be undone. */
export function viewEditsOn(store: Store, { did, failed }: Pick<Undo, 'did' | 'failed'>) {
  const again = ({ name, hash, created }: SavedView) => saveView(store, name, hash, created);
  return {
    save(name: string, hash: string): void {
      saveView(store, name, hash)
        .then((replaced) =>
          did(t('views.saved', [name]), () => (replaced ? again(replaced) : removeView(store, name))),
        )
        .catch(failed);
    },
    remove(name: string): void {
      removeView(store, name)
        .then((view) => {
          if (view) did(t('views.removed', [name]), () => again(view));
        })
        .catch(failed);
    },
  };
}

/** The views the reader gave a name, wired; what is kept is the present one, but for the claim chosen. */
export function useSavedViews(
  store: Store,
  present: LibraryView,
  undo: Pick<Undo, 'did' | 'failed'>,
): SavedViewsProps {
  const views = useLive(() => savedViews(store), []);
  const { save, remove } = viewEditsOn(store, undo);
  return {
    views: views.value ?? [],
    onSave: (name) => save(name, hrefOf({ ...present, id: null }).slice(1)),
    onRemove: remove,
  };
}
