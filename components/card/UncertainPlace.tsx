import { Icon } from '../Icon';
import { t } from '../i18n';
import { anchorReason } from '../words';
import type { CardProps } from './types';

/** Where the claim is only likely to stand here: why, and the reader's word on it. */
export function UncertainPlace({ annotation, busy, onPlaceHere, onPlaceAnew }: CardProps) {
  const { reason } = annotation.anchor;
  return (
    <>
      <p class="notice">
        <Icon name="warn" />
        <span>{reason ? t('anchor.uncertainWhy', [anchorReason(reason)]) : t('anchor.uncertainNote')}</span>
      </p>
      {onPlaceHere && (
        <p class="card-actions">
          <button type="button" class="button" aria-disabled={busy} onClick={onPlaceHere}>
            <Icon name="check" />
            {t('place.rightHere')}
          </button>
          <button type="button" class="button" onClick={onPlaceAnew}>
            <Icon name="text" />
            {t('place.anew')}
          </button>
        </p>
      )}
    </>
  );
}
