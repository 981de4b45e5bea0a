import type { AnnotationFilter } from '../../annotations/filter';
import type { Listed } from '../../annotations/listed';
import type { Exporting, Scope } from '../../components/exchange/ExportDialog';
import type { ExportScope } from '../../services/export/export-source';
import type { Exports } from './use-export';

/** The library's ways out, where a filter leaves these claims. */
export function exportingOf(
  { save, saveFiles, copy }: Pick<Exports, 'save' | 'saveFiles' | 'copy'>,
  filter: AnnotationFilter,
  claims: readonly Listed[] | null,
): Exporting {
  const wanted = (what: Scope | readonly string[]): ExportScope => {
    if (what === 'all') return {};
    if (what !== 'shown') return { ids: what };
    // Words are looked up in the index, which the store does not have.
    return filter.text ? { ids: claims?.map(({ id }) => id) ?? [] } : filter;
  };
  return {
    onExport: (format, what, files = 'one') => {
      if (files === 'one') save(format, wanted(what));
      else saveFiles(files, wanted(what));
    },
    onCopy: (format, what) => copy(format, wanted(what)),
  };
}
