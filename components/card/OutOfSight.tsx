import type { Anchor } from '../../annotations/types';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { anchorReason } from '../words';

/** Why a claim isn't seen where it stands. */
export function OutOfSight({ reason }: { readonly reason: NonNullable<Anchor['reason']> }) {
  return (
    <p class="notice">
      <Icon name="warn" />
      <span>{t('anchor.outOfSightNote', [anchorReason(reason)])}</span>
    </p>
  );
}
