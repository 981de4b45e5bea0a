/** Markdown in many files: one for each article or argument, in one archive. */
import { Zip, ZipDeflate } from 'fflate';
import type { PageNote } from '../../annotations/notes';
import { shownOf } from '../../annotations/shown';
import type { Annotation, Page } from '../../annotations/types';
import { argumentOf } from '../../essays/catalogue';
import type { ArgumentId } from '../../essays/types';
import { byPage } from '../../exchange/citation';
import { fileName } from '../../exchange/file-name';
import { articleInMarkdown, markdownWriter } from '../../exchange/markdown';
import { articleByTemplate } from '../../exchange/markdown-template';
import { type OverviewBuilder, overviewBuilder } from '../../exchange/overview';
import type { Store } from '../../store/database';
import { allNotes } from '../../store/notes';
import { nextTask } from '../../tasks/next-task';
import { blobWriter } from './blob-writer';
import { planBuilder } from './export-plan';
import { type ExportScope, isEverything, type Source, sourceOf } from './export-source';
import {
  type ExportBlob,
  eachByArticle,
  eachOf,
  notesFor,
  passOptions,
  planOf,
  type StreamOptions,
} from './export-stream';

interface MarkdownFiles extends StreamOptions {
  readonly by: 'article' | 'argument';
  /** The reader's template for an article; empty: ours. */
  readonly template: string;
}

/** Bytes packed at once: some milliseconds' work. */
const PIECE = 50_000;
/** Of 9: half the time of the usual 6, for a tenth more bytes. */
const LEVEL = 3;

/** An archive of text files, packed as they come; of those with one name the later ones are numbered. */
function archive(now: string) {
  const out = blobWriter('application/zip');
  let problem: Error | null = null;
  const zip = new Zip((error, bytes) => {
    if (error) problem = error;
    else out.write(bytes as Uint8Array<ArrayBuffer>);
  });
  const encoder = new TextEncoder();
  const taken = new Map<string, number>();
  /** Begins a file; the last of its pieces says so. */
  const begin = (title: string) => {
    const plain = fileName(title, now, 'md');
    const times = (taken.get(plain.toLowerCase()) ?? 0) + 1;
    taken.set(plain.toLowerCase(), times);
    const entry = new ZipDeflate(times === 1 ? plain : plain.replace(/\.md$/, ` (${times}).md`), {
      level: LEVEL,
    });
    entry.mtime = now;
    zip.add(entry);
    return entry;
  };
  return {
    add: (title: string, text: string) => begin(title).push(encoder.encode(text), true),
    async addBlob(title: string, blob: Blob, signal?: AbortSignal) {
      const entry = begin(title);
      for (let from = 0; from < blob.size; from += PIECE) {
        signal?.throwIfAborted();
        const piece = await blob.slice(from, from + PIECE).arrayBuffer();
        entry.push(new Uint8Array(piece), from + PIECE >= blob.size);
        await nextTask();
      }
    },
    end(): Blob {
      zip.end();
      if (problem) throw problem;
      return out.end();
    },
  };
}

type Archive = ReturnType<typeof archive>;

/** What is written, and where to. */
interface Work {
  readonly store: Store;
  readonly scope: ExportScope;
  readonly source: Source;
  readonly zip: Archive;
  readonly now: string;
}

/** One file for each article, at the end for those that have a note and no claim. */
async function addArticles({ store, scope, source, zip, now }: Work, options: MarkdownFiles) {
  const plan = await planOf(source, options);
  const { pageNotes = [] } = await notesFor(store, scope, plan);
  const notes = new Map(pageNotes.map((note) => [note.page.key, note]));
  const add = (page: Page, annotations: readonly Annotation[], pageNote: PageNote | undefined) => {
    const text = options.template
      ? articleByTemplate(options.template, page, annotations, { exported: now, pageNote })
      : articleInMarkdown(page, annotations, { exported: now, pageNotes: pageNote ? [pageNote] : [] });
    zip.add(page.title || page.outlet || 'Untitled', text);
    return nextTask();
  };
  await eachByArticle(plan, source, passOptions(options, 1), async (annotations) => {
    for (const { page, annotations: mine } of byPage(annotations)) await add(page, mine, notes.get(page.key));
  });
  for (const note of pageNotes) {
    options.signal?.throwIfAborted();
    if (!plan.articles.has(note.page.key)) await add(note.page, [], note);
  }
}

/**
 * One file for each argument that anything is shown with, or that has a note of the reader's. An article's claims go to
 * several files: these are written side by side, as blobs, and packed at the end.
 */
async function addArguments({ store, scope, source, zip, now }: Work, options: MarkdownFiles) {
  const { argumentNotes, pageNotes } = await allNotes(store);
  const whole = planBuilder(options.sorting);
  const overviews = new Map<ArgumentId, OverviewBuilder>();
  if (isEverything(scope))
    for (const { argument } of argumentNotes) overviews.set(argument, overviewBuilder());
  const gather = (annotation: Annotation) => {
    const argument = shownOf(annotation)?.argument;
    if (!argument) return;
    whole.add(annotation);
    const overview = overviews.get(argument) ?? overviewBuilder();
    overviews.set(argument, overview);
    overview.add(annotation);
  };
  await eachOf(source, passOptions(options, 0), (annotations) => annotations.forEach(gather));
  const files = new Map(
    [...overviews].map(([argument, overview]) => {
      const notes = argumentNotes.filter((note) => note.argument === argument);
      const given = { exported: now, argument, argumentNotes: notes, pageNotes };
      const writer = markdownWriter(overview.build(), given);
      const out = blobWriter('text/markdown');
      out.write(writer.head);
      return [argument, { writer, out }];
    }),
  );
  await eachByArticle(whole.build(), source, passOptions(options, 1), (annotations) => {
    const mine = new Map<ArgumentId, Annotation[]>();
    for (const annotation of annotations) {
      const argument = shownOf(annotation)?.argument;
      if (argument) mine.set(argument, [...(mine.get(argument) ?? []), annotation]);
    }
    for (const [argument, list] of mine) {
      const file = files.get(argument);
      file?.out.write(file.writer.slice(list));
    }
  });
  for (const [argument, { writer, out }] of files) {
    out.write(writer.foot());
    await zip.addBlob(argumentOf(argument).label, out.end(), options.signal);
  }
}

/**
 * Notes as many Markdown files in one zip.
 * @throws StoreError; TemplateError naming the line and what is wrong with it; the signal's reason where it is aborted
 */
export async function exportMarkdownFiles(
  store: Store,
  scope: ExportScope,
  options: MarkdownFiles,
): Promise<ExportBlob> {
  const { now = new Date().toISOString() } = options;
  const zip = archive(now);
  const add = options.by === 'article' ? addArticles : addArguments;
  await add({ store, scope, source: sourceOf(store, scope), zip, now }, options);
  return { name: fileName('Tightrope notes', now, 'zip'), mime: 'application/zip', blob: zip.end() };
}
