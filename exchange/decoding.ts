const MARKS = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/**
 * A file's text: of UTF-8, or of UTF-16 where its mark says so, as some programs of Windows write it. A byte order mark
 * is no part of it.
 * @returns null where it is neither: what would be read of it would hold other characters than were written
 */
export function textIn(bytes: Uint8Array): string | null {
  const marked = MARKS.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
  try {
    return new TextDecoder(marked?.encoding ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
