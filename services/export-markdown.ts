/** Markdown in many files: one for each article or argument, in one archive. */
import { Zip, ZipDeflate } from 'fflate';
import { shownOf } from '../annotations/shown';
import type { Annotation } from '../annotations/types';
import { argumentOf } from '../essays/catalogue';
import type { ArgumentId } from '../essays/types';
import { byPage } from '../exchange/citation';
import { fileName } from '../exchange/file-name';
import { markdownWriter, toMarkdown } from '../exchange/markdown';
import { articleByTemplate } from '../exchange/markdown-template';
import type { Store } from '../store/database';
import { allNotes } from '../store/notes';
import { blobWriter } from './blob-writer';
import { type PlanMaking, planMaking } from './export-plan';
import { type ExportScope, type Source, sourceOf } from './export-source';
import { type ExportBlob, eachByArticle, eachOf, half, type StreamOptions } from './export-stream';

export interface MarkdownFiles extends StreamOptions {
  readonly by: 'article' | 'argument';
  /** The reader's template for an article; empty: ours. */
  readonly template: string;
}

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
  return {
    /** Begins a file; the last of its pieces says so. */
    add(title: string) {
      const plain = fileName(title, now, 'md');
      const times = (taken.get(plain.toLowerCase()) ?? 0) + 1;
      taken.set(plain.toLowerCase(), times);
      const entry = new ZipDeflate(times === 1 ? plain : plain.replace(/\.md$/, ` (${times}).md`));
      entry.mtime = now;
      zip.add(entry);
      return (text: string, isLast: boolean) => entry.push(encoder.encode(text), isLast);
    },
    end(): Blob {
      zip.end();
      if (problem) throw problem;
      return out.end();
    },
  };
}

type Archive = ReturnType<typeof archive>;

/** One file for each article. */
async function addArticles(store: Store, source: Source, zip: Archive, now: string, options: MarkdownFiles) {
  const { pageNotes } = await allNotes(store);
  const notes = new Map(pageNotes.map((note) => [note.page.key, note]));
  const making = planMaking();
  await eachOf(source, half(options, 0), (annotations) => annotations.forEach(making.add));
  await eachByArticle(making.end(), source, half(options, 1), (annotations) => {
    for (const { page, annotations: mine } of byPage(annotations)) {
      const pageNote = notes.get(page.key);
      const text = options.template
        ? articleByTemplate(options.template, page, mine, { exported: now, pageNote })
        : toMarkdown(mine, { exported: now, pageNotes: pageNote ? [pageNote] : [] });
      zip.add(page.title || page.outlet || 'Untitled')(text, true);
    }
  });
}

/** One file for each argument anything is shown with. */
async function addArguments(store: Store, source: Source, zip: Archive, now: string, options: MarkdownFiles) {
  const { argumentNotes, pageNotes } = await allNotes(store);
  const makings = new Map<ArgumentId, PlanMaking>();
  let total = 0;
  const sort = (annotation: Annotation) => {
    const argument = shownOf(annotation)?.argument;
    if (!argument) return;
    total += 1;
    const making = makings.get(argument) ?? planMaking();
    makings.set(argument, making);
    making.add(annotation);
  };
  await eachOf(source, half(options, 0), (annotations) => annotations.forEach(sort));
  let done = 0;
  for (const [argument, making] of makings) {
    const plan = making.end();
    const { head, slice, foot } = markdownWriter(plan.overview, {
      exported: now,
      argument,
      argumentNotes: argumentNotes.filter((note) => note.argument === argument),
      pageNotes: pageNotes.filter(({ page }) => plan.articles.has(page.key)),
    });
    const write = zip.add(argumentOf(argument).label);
    write(head, false);
    const onProgress = (here: number) => half(options, 1).onProgress?.(done + here, total);
    await eachByArticle(plan, source, { ...options, onProgress }, (annotations) =>
      write(slice(annotations), false),
    );
    write(foot(), true);
    done += plan.overview.claims;
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
  await add(store, sourceOf(store, scope), zip, now, options);
  return { name: fileName('Tightrope notes', now, 'zip'), mime: 'application/zip', blob: zip.end() };
}
