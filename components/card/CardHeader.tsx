/** A card's header: what the card is, what else is to be said and pressed, and a way to close it. */
import type { ComponentChildren } from 'preact';
import { Icon } from '../Icon';
import { t } from '../i18n';

interface Props {
  readonly title: string;
  /** Said beside the title. */
  readonly status?: string;
  /** Buttons before the one that closes. */
  readonly children?: ComponentChildren;
  readonly onClose: () => void;
}

export function CardHeader({ title, status, children, onClose }: Props) {
  return (
    <header class="card-header">
      <Icon name="rope" size={20} />
      <b>{title}</b>
      {status !== undefined && (
        <span class="muted" role="status">
          {status}
        </span>
      )}
      <span class="card-steps">
        {children}
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
