/** The library's empty states: what will be here, and how to get it there. */
import { Icon } from '../Icon';
import { t } from '../i18n';
import { SearchHints } from './SearchHints';

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

interface NothingProps {
  /** Whether something is looked for. */
  readonly isSearch: boolean;
  readonly onClear: () => void;
}

export function NothingMatches({ isSearch, onClear }: NothingProps) {
  return (
    <div class="empty">
      <Icon name="filter" size={40} />
      <h2>{t('library.noneTitle')}</h2>
      <p>{t('library.noneText')}</p>
      <button type="button" class="button" onClick={onClear}>
        {t('library.clear')}
      </button>
      {isSearch && <SearchHints />}
    </div>
  );
}
