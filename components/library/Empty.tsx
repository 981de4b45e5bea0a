/** What stands in the place of a list without claims: what will be here, and how to get it there. */
import { Icon } from '../Icon';
import { t } from '../i18n';
import type { Collection } from './collection';
import type { LibraryDialog } from './Library';
import { SearchHints } from './SearchHints';

interface Props extends NothingProps {
  readonly collection: Collection;
  readonly onDialog: (dialog: LibraryDialog) => void;
}

export function NoClaims({ collection, onDialog, ...nothing }: Props) {
  const { claims, total, isComplete, error } = collection;
  if (claims === null) return error ? null : <Loading />;
  if (total === 0)
    return <EmptyLibrary onPaste={() => onDialog('paste')} onImport={() => onDialog('import')} />;
  return isComplete ? <NothingMatches {...nothing} /> : null;
}

function Loading() {
  return (
    <div class="empty" role="status">
      <span class="spinner" />
      <p>{t('common.loading')}</p>
    </div>
  );
}

interface EmptyProps {
  readonly onPaste: () => void;
  readonly onImport: () => void;
}

function EmptyLibrary({ onPaste, onImport }: EmptyProps) {
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

function NothingMatches({ isSearch, onClear }: NothingProps) {
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
