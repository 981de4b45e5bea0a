/** Zips that are the same to the byte wherever and whenever they are made. */
import { type AsyncZippable, type Zippable, zipSync } from 'fflate';

export interface ZipEntry {
  /** Path in the zip, with `/` between its parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly isExecutable?: boolean;
}

/** The zip format writes the hour on the wall: this one is the same in every time zone. */
const EPOCH = new Date(1980, 0, 1);
const UNIX = 3;
const FILE = 0o100000;

/**
 * A zip of the entries: sorted by their names' code units, without times, with plain permissions.
 * @throws where two entries have one path
 */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const sorted = [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
  const files: Zippable & AsyncZippable = {};
  for (const { path, bytes, isExecutable } of sorted) {
    if (Object.hasOwn(files, path)) throw new Error(`Two files would be ${path} in the zip`);
    const mode = FILE | (isExecutable ? 0o755 : 0o644);
    files[path] = [bytes, { level: 9, mtime: EPOCH, os: UNIX, attrs: mode << 16 }];
  }
  return zipSync(files);
}
