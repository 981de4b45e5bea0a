import { t } from '../i18n';
import type { MenuItem } from '../Menu';
import type { Exporting } from './ExportDialog';
import { FEW_FORMATS } from './formats';

/** The ways out of a few claims: to the clipboard, or as a file. */
export function exportItems(ids: readonly string[], { onExport, onCopy }: Exporting): MenuItem[] {
  return [
    { label: t('format.copy'), hint: t('format.copyHint'), onChoose: () => onCopy('plain', ids) },
    ...FEW_FORMATS.map((format) => ({
      label: t(`format.${format}`),
      hint: t(`format.${format}Hint`),
      onChoose: () => onExport(format, ids),
    })),
  ];
}
