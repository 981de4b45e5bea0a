/** The way out: what of the notes, in which format, under which name. For pages of ours, which can hand out a file. */
import type { AnnotationFilter } from '../annotations/filter';
import type { Annotation } from '../annotations/types';
import { fileName } from '../exchange/file-name';
import { EXPORT_FORMATS, type ExportFormat, type WriteOptions } from '../exchange/formats';
import { getAnnotations, inPageOrder, queryAnnotations } from '../store/annotations';
import type { Store } from '../store/database';
import { guarded } from '../store/errors';
import { allNotes } from '../store/notes';

/**
 * What to write: what passes a filter (everything passes an empty one), some ids, or annotations that are not in the
 * store (a private window's, pasted text's).
 */
export type ExportScope =
  | AnnotationFilter
  | { readonly ids: readonly string[] }
  | { readonly annotations: readonly Annotation[] };

export interface ExportFile {
  readonly name: string;
  readonly mime: string;
  readonly text: string;
}

/**
 * Writes notes out.
 * @returns a file to save; its text is UTF-8
 * @throws StoreError
 */
export async function exportNotes(
  store: Store,
  format: ExportFormat,
  scope: ExportScope,
  now = new Date().toISOString(),
): Promise<ExportFile> {
  const annotations = await annotationsIn(store, scope);
  const isEverything = Object.keys(scope).length === 0;
  const { mime, extension, write } = EXPORT_FORMATS[format];
  return {
    name: fileName(isEverything ? 'Tightrope notes' : titleOf(annotations), now, extension),
    mime,
    text: write(annotations, {
      exported: now,
      ...(await besidesIn(store, format, isEverything, annotations)),
    }),
  };
}

/** Notes on articles and arguments, and tombstones, as far as the export is about them. */
async function besidesIn(
  store: Store,
  format: ExportFormat,
  isEverything: boolean,
  annotations: readonly Annotation[],
): Promise<Pick<WriteOptions, 'tombstones' | 'argumentNotes' | 'pageNotes'>> {
  // What was taken back matters only to a file that will be merged somewhere.
  const notes = await allNotes(store, {
    withEmpty: isEverything && (format === 'json' || format === 'jsonld'),
  });
  if (isEverything) return { ...notes, tombstones: await guarded(store, () => store.tombstones.toArray()) };
  const keys = new Set(annotations.map(({ page }) => page.key));
  return { pageNotes: notes.pageNotes.filter(({ page }) => keys.has(page.key)) };
}

/** The annotations of a scope. */
export function annotationsIn(store: Store, scope: ExportScope): Promise<Annotation[]> {
  if ('ids' in scope) return getAnnotations(store, scope.ids);
  if ('annotations' in scope) return Promise.resolve(inPageOrder(scope.annotations));
  if (scope.pageKey !== undefined) return queryAnnotations(store, scope).then(inPageOrder);
  return queryAnnotations(store, scope);
}

/** One article's title where all are of it. */
function titleOf(annotations: readonly Annotation[]): string {
  const [first] = annotations;
  const isOnePage = first && annotations.every(({ page }) => page.key === first.page.key);
  return isOnePage ? first.page.title || first.page.outlet || 'Tightrope page' : 'Tightrope selection';
}
