/** Everything written out bit by bit: with progress, and an end at any time. */

import type { Annotation } from '../annotations/types';
import { fileName } from '../exchange/file-name';
import { EXPORT_FORMATS, type ExportFormat } from '../exchange/formats';
import { jsonEnds, jsonLines } from '../exchange/json';
import { inPageOrder } from '../store/annotations';
import type { Store } from '../store/database';
import { guarded } from '../store/errors';
import { allNotes } from '../store/notes';
import { slicesOfAll } from '../store/slices';
import { breathe } from './breathe';

export interface StreamOptions {
  /** Told after each bit. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  /** ISO 8601 in UTC. */
  readonly now?: string;
}

export interface ExportBlob {
  readonly name: string;
  readonly mime: string;
  readonly blob: Blob;
}

/** Bits of text become blobs once they are this long, so that the browser can keep them outside of our memory. */
const PART = 1_000_000;

/** As many as are read and written in well under a tenth of a second. */
const SLICE = 200;

/** Collects text as a blob. */
function blobWriter(mime: string) {
  const parts: Blob[] = [];
  let texts: string[] = [];
  let length = 0;
  const flush = () => {
    parts.push(new Blob(texts));
    texts = [];
    length = 0;
  };
  return {
    write(text: string) {
      texts.push(text);
      length += text.length;
      if (length >= PART) flush();
    },
    end() {
      flush();
      return new Blob(parts, { type: mime });
    },
  };
}

/**
 * Writes everything as lossless JSON, holding no more than a few hundred annotations at a time.
 * @throws StoreError; the signal's reason where it is aborted
 */
export async function writeAllJson(store: Store, options: StreamOptions = {}): Promise<Blob> {
  const { onProgress, signal, now = new Date().toISOString() } = options;
  const total = await guarded(store, () => store.annotations.count());
  const notes = await allNotes(store, { withEmpty: true });
  const tombstones = await guarded(store, () => store.tombstones.toArray());
  const { head, tail } = jsonEnds({ exported: now, tombstones, ...notes });
  const out = blobWriter(EXPORT_FORMATS.json.mime);
  out.write(head);
  let done = 0;
  for await (const slice of slicesOfAll(store, SLICE)) {
    signal?.throwIfAborted();
    out.write(jsonLines(slice, done === 0));
    done += slice.length;
    onProgress?.(done, total);
    await breathe();
  }
  out.write(`${done ? '\n' : ''}${tail}`);
  return out.end();
}

/**
 * Everything in any format, as a file. JSON is streamed; the others need all annotations at once, which are read bit
 * by bit.
 * @throws StoreError; the signal's reason where it is aborted
 */
export async function exportEverything(
  store: Store,
  format: ExportFormat,
  options: StreamOptions = {},
): Promise<ExportBlob> {
  const { onProgress, signal, now = new Date().toISOString() } = options;
  const { mime, extension, write } = EXPORT_FORMATS[format];
  const name = fileName('Tightrope notes', now, extension);
  if (format === 'json') return { name, mime, blob: await writeAllJson(store, { ...options, now }) };
  const total = await guarded(store, () => store.annotations.count());
  const byPage = new Map<string, Annotation[]>();
  let done = 0;
  for await (const slice of slicesOfAll(store)) {
    signal?.throwIfAborted();
    for (const a of slice) {
      const list = byPage.get(a.page.key);
      if (list) list.push(a);
      else byPage.set(a.page.key, [a]);
    }
    done += slice.length;
    onProgress?.(done, total);
    await breathe();
  }
  const latest = (list: readonly Annotation[]) =>
    list.reduce((last, { created }) => (created > last ? created : last), '');
  const annotations = [...byPage.values()]
    .sort((a, b) => (latest(a) < latest(b) ? 1 : -1))
    .flatMap(inPageOrder);
  const notes = await allNotes(store, { withEmpty: format === 'jsonld' });
  return { name, mime, blob: new Blob([write(annotations, { exported: now, ...notes })], { type: mime }) };
}
