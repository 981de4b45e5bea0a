/** The header of a card that is of no claim: what it is for, and a way to close it. */
import { Icon } from '../Icon';
import { t } from '../i18n';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
}

export function PlainHeader({ title, onClose }: Props) {
  return (
    <header class="card-header">
      <Icon name="rope" size={20} />
      <b>{title}</b>
      <span class="card-steps">
        <button
          type="button"
          class="button quiet icon"
          aria-label={t('common.close')}
          onClick={() => onClose()}
        >
          <Icon name="close" />
        </button>
      </span>
    </header>
  );
}
