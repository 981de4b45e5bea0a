import { localDay } from '../annotations/local-day';

/** Longest stem, in UTF-8 bytes: file systems stop at 255 with extension, date and a browser's "(1)". */
const LONGEST = 120;
/** Names Windows keeps for devices, also with a dot and more after them. */
const DEVICE = /^(con|prn|aux|nul|(com|lpt)[\d¹²³])(\.|$)/i;

/**
 * A file name any system takes: the title without what paths and shells give a meaning, the reader's day, the
 * extension.
 * @param now ISO 8601
 * @param extension without the dot
 */
export function fileName(title: string, now: string, extension: string): string {
  const clean = title
    // More than ever stays of it, and little enough for what looks back from its end.
    .slice(0, 2_000)
    .normalize('NFC')
    // An apostrophe ends a shell's word; the printed one ends none, and keeps “Korea’s” in one piece.
    .replaceAll("'", '’')
    // A line's break stands between two words.
    .replace(/\s+/g, ' ')
    // Control and format characters (a right-to-left override can fake an extension), lone surrogates, path signs.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/[\\/:*?"<>|#%^[\]{}$`~&;!]+/g, ' ')
    .replace(/ +/g, ' ')
    .replace(/^[. -]+|[. ]+$/g, '');
  const stem = shorten(clean, LONGEST).replace(/[. ]+$/, '');
  return `${stem === '' || DEVICE.test(stem) ? `Tightrope ${stem}`.trim() : stem} ${localDay(now)}.${extension}`;
}

/** The longest start of a text within a number of UTF-8 bytes, never cutting a character. */
function shorten(text: string, bytes: number): string {
  const encoder = new TextEncoder();
  let length = 0;
  let kept = '';
  for (const character of text) {
    length += encoder.encode(character).length;
    if (length > bytes) break;
    kept += character;
  }
  return kept;
}
