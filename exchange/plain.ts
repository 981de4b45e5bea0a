import type { Annotation } from '../annotations/types';
import { byPage, dayOf, linkOf, oneLine, STANCE_WORDS, wellFormed } from './citation';

/** Annotations as plain text, for the clipboard: by article, each claim with what it bears on and the note. */
export function toPlain(annotations: readonly Annotation[]): string {
  const pages = byPage(annotations).map(({ page, annotations: list }) => {
    const head = [
      oneLine(page.title),
      [oneLine(page.outlet), dayOf(page.published)].filter(Boolean).join(', '),
      page.url,
    ];
    return [head.filter(Boolean).join('\n'), ...list.map(claim)].join('\n\n');
  });
  return wellFormed(`${pages.join('\n\n\n')}\n`);
}

function claim(a: Annotation): string {
  const link = linkOf(a);
  const lines = [
    `“${oneLine(a.target.quote.exact)}”`,
    link && `– ${STANCE_WORDS[link.stance]} “${link.label}” (${link.credit})`,
    a.note.trim(),
    a.tags.length ? `Tags: ${a.tags.map(oneLine).join(', ')}` : '',
  ];
  return lines.filter(Boolean).join('\n');
}
