import { Icon, type IconName } from '../Icon';
import { t } from '../i18n';
import type { LibraryDialog, LibraryProps } from './Library';

interface ActionProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
}

/** A button that keeps only its icon where the room is narrow. */
function Action({ icon, label, onClick }: ActionProps) {
  return (
    <button type="button" class="button quiet" title={label} onClick={onClick}>
      <Icon name={icon} />
      <span class="wide-only">{label}</span>
    </button>
  );
}

type Props = LibraryProps & { readonly onDialog: (dialog: LibraryDialog) => void };

export function LibraryHeader({ onDialog, onOpenTab, onOpenOptions }: Props) {
  return (
    <header class="library-header">
      <Icon name="rope" size={24} />
      <h1>{t('library.title')}</h1>
      <div class="library-actions">
        <Action icon="text" label={t('library.paste')} onClick={() => onDialog('paste')} />
        <Action icon="in" label={t('library.import')} onClick={() => onDialog('import')} />
        <Action icon="out" label={t('library.export')} onClick={() => onDialog('export')} />
        <Action icon="clock" label={t('backup.title')} onClick={() => onDialog('copies')} />
        <Action icon="keyboard" label={t('library.keys')} onClick={() => onDialog('keys')} />
        {onOpenTab && <Action icon="tab" label={t('library.openTab')} onClick={onOpenTab} />}
        <Action icon="gear" label={t('common.settings')} onClick={onOpenOptions} />
      </div>
    </header>
  );
}
