/** A fence's opening line (CommonMark 0.31, 4.5): its marks are the first group; those of backticks have none after. */
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const INLINE_CODE = /(?<!`)(`+)(?!`)[^`]*\1(?!`)/g;

/**
 * Markdown whose last fence of code, or comment of Obsidian's (`%%`), is closed at its end: left open it would take
 * in whatever follows.
 * @param text with line breaks `\n`
 * @returns the same text, with a line after it where something is open
 */
export function closed(text: string): string {
  let open = '';
  for (const line of text.split('\n')) {
    if (open && open !== '%%') {
      const [, marks = ''] = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line) ?? [];
      if (marks.startsWith(open)) open = '';
      continue;
    }
    const [, fence = ''] = (!open && FENCE.exec(line)) || [];
    if (fence) {
      open = fence;
      continue;
    }
    const shown = open ? line : line.replace(INLINE_CODE, '');
    const isOdd = shown.split('%%').length % 2 === 0;
    if (isOdd) open = open ? '' : '%%';
  }
  return open ? `${text}\n${open}` : text;
}
