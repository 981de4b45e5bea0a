import type { Annotation } from '../../annotations/types';
import type { Chosen } from '../../components/library/Detail';
import { textFragmentLink } from '../../page/anchoring/fragment';
import { getAnnotation } from '../../store/annotations';
import type { Store } from '../../store/database';
import { pageNote } from '../../store/notes';
import { useLive } from './use-live';

/** The article opened at the claim, as far as its own paragraph makes it unmistakable. */
function linkOf({ page, target }: Annotation): string | null {
  if (!/^https?:/.test(page.url)) return null;
  const { quote, paragraph } = target;
  const text = paragraph.includes(quote.exact) ? paragraph : quote.exact;
  const start = text.indexOf(quote.exact);
  return textFragmentLink(page.url, { start, end: start + quote.exact.length }, text);
}

/** All of one claim. The one before stays until the next is read: the detail would flicker, and lose the focus. */
export function useChosen(store: Store, id: string | null): Chosen | null {
  const annotation =
    useLive(id === null ? null : () => getAnnotation(store, id).then((a) => a ?? null), [id]).last ?? null;
  const key = annotation?.page.key;
  const note = useLive(key === undefined ? null : async () => (await pageNote(store, key))?.text ?? '', [
    key,
  ]);
  return annotation && { annotation, link: linkOf(annotation), pageNote: note.value ?? null };
}
