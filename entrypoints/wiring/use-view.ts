import { useLayoutEffect, useState } from 'preact/hooks';
import { hashOf, type LibraryView, viewOfHash } from '../../components/library-view';

/**
 * The library's view, kept in the address: bookmarks lead to it. What follows a link has an entry of its own for the
 * back button; filters and the claim chosen change the entry there is.
 */
export function useView(): readonly [LibraryView, (view: LibraryView) => void] {
  const [view, setView] = useState(() => viewOfHash(location.hash));
  // A layout effect, so that no address set after the first drawing is missed.
  useLayoutEffect(() => {
    const onHash = () => setView(viewOfHash(location.hash));
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);
  const show = (next: LibraryView) => {
    setView(next);
    history.replaceState(null, '', hashOf(next) || location.pathname);
  };
  return [view, show];
}
