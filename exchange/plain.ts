import type { Annotation, Page } from '../annotations/types';
import {
  byPage,
  dismissalOf,
  labelOf,
  linkOf,
  oneLine,
  STANCE_WORDS,
  sourceOf,
  wellFormed,
} from './citation';
import { joining, type OpenWriter, pageNotesIn, type WriteOptions } from './writer';

/** Annotations as plain text, for the clipboard: by article, each claim with what it bears on and the notes. */
export const plainWriter: OpenWriter = (_, options) => {
  const join = joining('\n\n\n');
  const notes = pageNotesIn(options);
  const article = (page: Page, onPage: string, annotations: readonly Annotation[]) => {
    const head = [oneLine(page.title), sourceOf(page), page.url];
    const parts = [head.filter(Boolean).join('\n'), onPage.trim(), ...annotations.map(claim)];
    return parts.filter(Boolean).join('\n\n');
  };
  return {
    head: '',
    slice: (annotations) =>
      wellFormed(
        join(
          byPage(annotations).map(({ page, annotations: list }) => article(page, notes.on(page.key), list)),
        ),
      ),
    foot() {
      const others = notes.others().map(({ page, text }) => article(page, text, []));
      return wellFormed(`${join([...others, ...notesOnArguments(options)])}\n`);
    },
  };
};

/** The reader's notes on arguments. */
function notesOnArguments({ argumentNotes = [] }: WriteOptions): string[] {
  return argumentNotes.flatMap(({ argument, text }) =>
    text.trim() ? `On “${labelOf(argument)}”:\n${text.trim()}` : [],
  );
}

function claim(a: Annotation): string {
  const link = linkOf(a);
  const about = [link && `${STANCE_WORDS[link.stance]} “${link.label}” (${link.credit})`, dismissalOf(a)]
    .filter(Boolean)
    .join(', ');
  const lines = [
    `“${oneLine(a.target.quote.exact)}”`,
    about && `– ${about}`,
    a.note.trim(),
    a.tags.length ? `Tags: ${a.tags.map(oneLine).join(', ')}` : '',
  ];
  return lines.filter(Boolean).join('\n');
}
