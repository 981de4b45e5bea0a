/** The library's empty states: what will be here, and how to get it there. */
import { Icon } from '../Icon';
import { t } from '../i18n';

interface EmptyProps {
  readonly onPaste: () => void;
  readonly onImport: () => void;
}

export function EmptyLibrary({ onPaste, onImport }: EmptyProps) {
  return (
    <div class="empty">
      <Icon name="rope" size={56} />
      <h2>{t('library.emptyTitle')}</h2>
      <p>{t('library.emptyText')}</p>
      <p class="dialog-buttons">
        <button type="button" class="button primary" onClick={onPaste}>
          {t('library.emptyTry')}
        </button>
        <button type="button" class="button" onClick={onImport}>
          {t('library.importTitle')}
        </button>
      </p>
    </div>
  );
}

export function NothingMatches({ onClear }: { readonly onClear: () => void }) {
  return (
    <div class="empty">
      <Icon name="filter" size={40} />
      <h2>{t('library.noneTitle')}</h2>
      <p>{t('library.noneText')}</p>
      <button type="button" class="button" onClick={onClear}>
        {t('library.clear')}
      </button>
    </div>
  );
}
