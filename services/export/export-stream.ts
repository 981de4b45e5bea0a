/** Notes written out bit by bit, in any format: with progress, and an end at any time. */
import type { Sorting } from '../../annotations/order';
import type { Annotation } from '../../annotations/types';
import { argumentOf } from '../../essays/catalogue';
import { fileName } from '../../exchange/file-name';
import { EXPORT_FORMATS, type ExportFormat } from '../../exchange/formats';
import { overviewOf } from '../../exchange/overview';
import type { WriteOptions } from '../../exchange/writer';
import type { Store } from '../../store/database';
import { guarded } from '../../store/errors';
import { allNotes } from '../../store/notes';
import { savedViews } from '../../store/views';
import { nextTask } from '../../tasks/next-task';
import { blobWriter } from './blob-writer';
import { type Plan, planBuilder, rankedSlices, slicesOf } from './export-plan';
import { type ExportScope, isEverything, type Source, sourceOf } from './export-source';

export interface StreamOptions {
  /** Told after each bit. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  /** ISO 8601 in UTC. */
  readonly now?: string;
  /** The order of what is written, the lossless formats of everything excepted; without one, the newest article first. */
  readonly sorting?: Sorting;
}

export interface ExportBlob {
  readonly name: string;
  readonly mime: string;
  readonly blob: Blob;
}

/**
 * Goes through all of a source bit by bit.
 * @throws StoreError; the signal's reason where it is aborted
 */
export async function eachOf(
  source: Source,
  { onProgress, signal }: StreamOptions,
  use: (annotations: readonly Annotation[]) => void,
): Promise<void> {
  const total = await source.total();
  let done = 0;
  for await (const { seen, wanted } of source.slices()) {
    signal?.throwIfAborted();
    use(wanted);
    done += seen;
    onProgress?.(done, total);
    await nextTask();
  }
}

/** Options for the first or second of two passes over the same: their progress is told as that of one. */
export function passOptions(options: StreamOptions, pass: 0 | 1): StreamOptions {
  const { onProgress, ...rest } = options;
  if (!onProgress) return rest;
  return { ...rest, onProgress: (done, total) => onProgress(Math.floor((done + pass * total) / 2), total) };
}

/**
 * The plan of an export in two passes, which is what the first one gathers.
 * @throws StoreError; the signal's reason where it is aborted
 */
export async function planOf(source: Source, options: StreamOptions): Promise<Plan> {
  const builder = planBuilder(options.sorting);
  await eachOf(source, passOptions(options, 0), (annotations) => annotations.forEach(builder.add));
  return builder.build();
}

/**
 * Goes through the annotations of a plan bit by bit, whole articles at a time.
 * @throws StoreError; the signal's reason where it is aborted
 */
export function eachByArticle(
  plan: Plan,
  source: Source,
  options: StreamOptions,
  use: (annotations: readonly Annotation[]) => void | Promise<void>,
): Promise<void> {
  return eachSlice(slicesOf(plan, source), plan, options, use);
}

async function eachSlice(
  slices: AsyncIterable<readonly Annotation[]>,
  { overview: { claims } }: Plan,
  { onProgress, signal }: StreamOptions,
  use: (annotations: readonly Annotation[]) => void | Promise<void>,
): Promise<void> {
  let done = 0;
  for await (const slice of slices) {
    signal?.throwIfAborted();
    await use(slice);
    done += slice.length;
    onProgress?.(done, claims);
    await nextTask();
  }
}

/**
 * Writes everything in a format for machines, holding no more than a few hundred annotations at a time.
 * @throws StoreError; the signal's reason where it is aborted
 */
export async function writeAll(
  store: Store,
  format: 'json' | 'jsonld',
  options: StreamOptions = {},
): Promise<Blob> {
  const { now = new Date().toISOString() } = options;
  const { mime, open } = EXPORT_FORMATS[format];
  // What was taken back matters to a file that will be merged somewhere.
  const notes = await allNotes(store, { withEmpty: true });
  const tombstones = await guarded(store, () => store.tombstones.toArray());
  const views = await savedViews(store);
  const { head, slice, foot } = open(overviewOf([]), { exported: now, tombstones, views, ...notes });
  const out = blobWriter(mime);
  out.write(head);
  await eachOf(sourceOf(store, {}), options, (annotations) => out.write(slice(annotations)));
  out.write(foot());
  return out.end();
}

/**
 * Writes notes out in a format. In two passes, but for the lossless formats of everything: one to learn which articles
 * there are and what the head says of all, one to write, whole articles at a time (in a table, claims as they are ranked).
 * @throws StoreError; the signal's reason where it is aborted
 */
export async function exportStream(
  store: Store,
  format: ExportFormat,
  scope: ExportScope,
  options: StreamOptions = {},
): Promise<ExportBlob> {
  const { now = new Date().toISOString() } = options;
  const { mime, extension, open, isTable } = EXPORT_FORMATS[format];
  const name = (title: string) => fileName(title, now, extension);
  if ((format === 'json' || format === 'jsonld') && isEverything(scope))
    return { name: name(EVERYTHING), mime, blob: await writeAll(store, format, { ...options, now }) };
  const source = sourceOf(store, scope);
  const plan = await planOf(source, options);
  const slices = plan.ranking && isTable ? rankedSlices(plan.ranking, source) : slicesOf(plan, source);
  const { head, slice, foot } = open(plan.overview, {
    exported: now,
    ...(await notesFor(store, scope, plan)),
  });
  const out = blobWriter(mime);
  out.write(head);
  await eachSlice(slices, plan, passOptions(options, 1), (annotations) => out.write(slice(annotations)));
  out.write(foot());
  return { name: name(titleOf(scope, plan)), mime, blob: out.end() };
}

const EVERYTHING = 'Tightrope notes';

/** The one argument an export is of, if it is. */
function argumentIn(scope: ExportScope) {
  const asked = 'arguments' in scope ? scope.arguments : undefined;
  return asked?.length === 1 ? asked[0] : undefined;
}

/**
 * Notes on articles and arguments, as far as an export is about them: all of them belong to everything, also those on
 * articles without a claim; to one article its own; to a part of the claims those on their articles.
 * @throws StoreError
 */
export async function notesFor(
  store: Store,
  scope: ExportScope,
  { articles }: Pick<Plan, 'articles'>,
): Promise<Omit<WriteOptions, 'exported'>> {
  const notes = await allNotes(store);
  if (isEverything(scope)) return notes;
  const argument = argumentIn(scope);
  const asked = 'pageKey' in scope ? scope.pageKey : undefined;
  return {
    pageNotes: notes.pageNotes.filter(({ page }) => articles.has(page.key) || page.key === asked),
    argumentNotes: notes.argumentNotes.filter((note) => note.argument === argument),
    ...(argument ? { argument } : {}),
  };
}

/** The article's or argument's name, where all are of one. */
function titleOf(scope: ExportScope, { overview: { only } }: Plan): string {
  if (isEverything(scope)) return EVERYTHING;
  const argument = argumentIn(scope);
  if (argument) return argumentOf(argument).label;
  return only ? only.title || only.outlet || 'Tightrope page' : 'Tightrope selection';
}
