/** Markdown in many files: one for each article or argument, in one archive. */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { PageNote } from '../annotations/notes';
import { shownOf } from '../annotations/shown';
import type { Annotation } from '../annotations/types';
import { argumentOf } from '../essays/catalogue';
import type { ArgumentId } from '../essays/types';
import { byPage } from '../exchange/citation';
import { fileName } from '../exchange/file-name';
import { toMarkdown } from '../exchange/markdown';
import { articleByTemplate } from '../exchange/markdown-template';
import { inPageOrder } from '../store/annotations';
import type { Store } from '../store/database';
import { allNotes, type Notebook } from '../store/notes';
import type { ExportBlob } from './export-stream';
import { annotationsIn, type ExportScope } from './exporting';

export interface MarkdownFiles {
  readonly by: 'article' | 'argument';
  /** The reader's template for an article; empty: ours. */
  readonly template: string;
  /** ISO 8601 in UTC. */
  readonly now?: string;
}

interface TextFile {
  readonly title: string;
  readonly text: string;
}

function* articles(
  list: readonly Annotation[],
  notes: readonly PageNote[],
  template: string,
  exported: string,
) {
  for (const { page, annotations } of byPage(list)) {
    const pageNote = notes.find((one) => one.page.key === page.key);
    const mine = inPageOrder(annotations);
    yield {
      title: page.title || page.outlet || 'Untitled',
      text: template
        ? articleByTemplate(template, page, mine, { exported, pageNote })
        : toMarkdown(mine, { exported, pageNotes: pageNote ? [pageNote] : [] }),
    };
  }
}

function* byArgument(list: readonly Annotation[], { argumentNotes, pageNotes }: Notebook, exported: string) {
  const groups = new Map<ArgumentId, Annotation[]>();
  for (const a of list) {
    const shown = shownOf(a);
    if (shown) groups.set(shown.argument, [...(groups.get(shown.argument) ?? []), a]);
  }
  for (const [id, annotations] of groups) {
    const argumentNotesHere = argumentNotes.filter(({ argument }) => argument === id);
    yield {
      title: argumentOf(id).label,
      text: toMarkdown(annotations, { exported, pageNotes, argument: id, argumentNotes: argumentNotesHere }),
    };
  }
}

/** An archive of text files; of those with one name the later ones are numbered. */
function archive(files: Iterable<TextFile>, now: string): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const zip = new Zip((error, bytes, isLast) => {
      if (error) reject(error);
      else parts.push(bytes as Uint8Array<ArrayBuffer>);
      if (isLast) resolve(new Blob(parts, { type: 'application/zip' }));
    });
    const taken = new Map<string, number>();
    for (const { title, text } of files) {
      const plain = fileName(title, now, 'md');
      const times = (taken.get(plain.toLowerCase()) ?? 0) + 1;
      taken.set(plain.toLowerCase(), times);
      const entry = new ZipDeflate(times === 1 ? plain : plain.replace(/\.md$/, ` (${times}).md`));
      entry.mtime = now;
      zip.add(entry);
      entry.push(strToU8(text), true);
    }
    zip.end();
  });
}

/**
 * Notes as many Markdown files in one zip.
 * @throws StoreError; TemplateError naming the line and what is wrong with it
 */
export async function exportMarkdownFiles(
  store: Store,
  scope: ExportScope,
  { by, template, now = new Date().toISOString() }: MarkdownFiles,
): Promise<ExportBlob> {
  const list = await annotationsIn(store, scope);
  const notes = await allNotes(store);
  const files =
    by === 'article' ? articles(list, notes.pageNotes, template, now) : byArgument(list, notes, now);
  return {
    name: fileName('Tightrope notes', now, 'zip'),
    mime: 'application/zip',
    blob: await archive(files, now),
  };
}
