import { t } from '../i18n';
import { uiLocale } from '../words';

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly onCancel: () => void;
}

/** How far a long export is, and the way to stop it. */
export function ExportProgress({ done, total, onCancel }: Progress) {
  const number = new Intl.NumberFormat(uiLocale());
  const words = t('library.exporting', [number.format(done), number.format(total)]);
  return (
    <div class="export-progress" role="status">
      <span class="small">{words}</span>
      <progress max={total || 1} value={done} aria-label={words} />
      <button type="button" class="button" onClick={onCancel}>
        {t('common.cancel')}
      </button>
    </div>
  );
}
