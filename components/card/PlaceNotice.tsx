import { Icon } from '../Icon';
import { t } from '../i18n';
import { anchorReason } from '../words';
import type { CardProps } from './types';

/** What is to be said of where the claim stands: that this is only likely, or that the page does not show it. */
export function PlaceNotice({ annotation, busy, onPlaceHere, onPlaceAnew }: CardProps) {
  const { state, reason } = annotation.anchor;
  const isSure = state === 'anchored';
  if (isSure && !reason) return null;
  const why = reason && t(isSure ? 'anchor.outOfSightNote' : 'anchor.uncertainWhy', [anchorReason(reason)]);
  return (
    <>
      <p class="notice">
        <Icon name="warn" />
        <span>{why ?? t('anchor.uncertainNote')}</span>
      </p>
      {!isSure && onPlaceHere && (
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
