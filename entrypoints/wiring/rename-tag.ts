/** A tag gets another name wherever it stands. */
import type { Annotation } from '../../annotations/types';
import { hashOf, type LibraryView, viewOfHash, viewRenamed } from '../../components/library-view';
import { tagRenamed } from '../../components/Tags';
import type { AnnotationEdits } from '../../services/edits';
import { tagRenamedIn } from '../../services/search/search-query';
import { idsTagged } from '../../store/annotations';
import type { Store } from '../../store/database';
import { savedViews, saveView } from '../../store/views';

/** A view where a tag of its filter, or of what is typed, has another name; the same view where it asks for none. */
function renamedIn(view: LibraryView, tag: string, name: string): LibraryView {
  const next = viewRenamed(view, tag, name);
  const { text = '' } = next.filter;
  const typed = tagRenamedIn(text, tag, name);
  return typed === text ? next : { ...next, filter: { ...next.filter, text: typed } };
}

/** What a view asks for, whichever claim is chosen in it. */
const asksFor = (hash: string): string => hashOf({ ...viewOfHash(hash), id: null });

/** A view in front that shows the tag goes on showing it. */
function follow(tag: string, name: string): void {
  const now = viewOfHash(location.hash);
  const next = renamedIn(now, tag, name);
  if (next !== now) location.hash = hashOf(next);
}

/**
 * Renames a tag on all claims that have it, shown or not, and in the views that ask for it; what is deleted keeps its
 * own. Where there is a tag of that name, the two become one.
 * @returns on how many claims, and how to put back what was there
 */
export async function renameTag(store: Store, annotations: AnnotationEdits, tag: string, name: string) {
  const change = ({ tags }: Annotation) => {
    const next = tagRenamed(tags, tag, name);
    return next === tags ? undefined : next;
  };
  const { count, undo } = await annotations.writeAll(await idsTagged(store, tag), 'tags', change);
  const views = (await savedViews(store)).flatMap((saved) => {
    const view = viewOfHash(saved.hash);
    const next = renamedIn(view, tag, name);
    return next === view ? [] : [{ saved, hash: hashOf(next).slice(1) }];
  });
  for (const { saved, hash } of views) await saveView(store, saved.name, hash, saved.created);
  follow(tag, name);
  const followed = asksFor(location.hash);
  return {
    count,
    async undo() {
      const undone = await undo();
      // A view that was changed or let go of since stays so.
      const now = new Map((await savedViews(store)).map((view) => [view.name, view.hash]));
      for (const { saved, hash } of views)
        if (now.get(saved.name) === hash) await saveView(store, saved.name, saved.hash, saved.created);
      // One that stayed so and was brought to the front since stays there.
      const inFront = asksFor(location.hash);
      const isSaved = (await savedViews(store)).some(({ hash }) => asksFor(hash) === inFront);
      if (inFront === followed || !isSaved) follow(name, tag);
      return undone;
    },
  };
}
