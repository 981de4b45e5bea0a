import { Icon, type IconName } from '../Icon';
import { t } from '../i18n';
import { Menu } from '../Menu';
import type { LibraryDialog } from './Library';

interface ActionProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onChoose: () => void;
}

function Action({ icon, label, onChoose }: ActionProps) {
  return (
    <button type="button" class="button quiet" title={label} onClick={onChoose}>
      <Icon name={icon} />
      {label}
    </button>
  );
}

interface Props {
  /** Set for the panel beside a page, where the library can also be opened as a tab. */
  readonly onOpenTab: (() => void) | null;
  readonly onOpenOptions: () => void;
  readonly onDialog: (dialog: LibraryDialog) => void;
}

/** What can be done with the library as a whole; where the room is narrow, all but the export is in a menu. */
export function LibraryHeader({ onDialog, onOpenTab, onOpenOptions }: Props) {
  const others: ActionProps[] = [
    { icon: 'text', label: t('library.paste'), onChoose: () => onDialog('paste') },
    { icon: 'in', label: t('library.import'), onChoose: () => onDialog('import') },
    { icon: 'clock', label: t('backup.title'), onChoose: () => onDialog('copies') },
    { icon: 'keyboard', label: t('library.keys'), onChoose: () => onDialog('keys') },
    ...(onOpenTab ? [{ icon: 'tab', label: t('library.openTab'), onChoose: onOpenTab } as const] : []),
    { icon: 'gear', label: t('common.settings'), onChoose: onOpenOptions },
  ];
  return (
    <header class="library-header">
      <Icon name="rope" size={24} />
      <h1>{t('library.title')}</h1>
      <div class="library-actions">
        <Action icon="out" label={t('library.export')} onChoose={() => onDialog('export')} />
        <div class="wide-only">
          {others.map((action) => (
            <Action key={action.icon} {...action} />
          ))}
        </div>
        <Menu label={t('library.more')} icon="more" items={others} />
      </div>
    </header>
  );
}
