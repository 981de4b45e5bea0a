import { shownOf } from '../../annotations/shown';
import type { Annotation } from '../../annotations/types';
import { essayIdOf } from '../../essays/ids';
import { ClaimText } from '../ClaimText';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { StanceIcon } from '../Marks';
import { anchorReason, argumentName, stanceName } from '../words';

interface Props {
  readonly annotation: Annotation;
  /** null where there is no place to jump to. */
  readonly onJump: ((id: string) => void) | null;
  /** Has the reader select where it stands now; for one that isn't in its place. */
  readonly onPlace?: (id: string) => void;
}

/** A claim in a list, and why it isn't in its place or isn't seen there; a click leads to its sentence in the page. */
export function ClaimButton({ annotation, onJump, onPlace }: Props) {
  const shown = shownOf(annotation);
  const reason = anchorReason(annotation.anchor.reason);
  const inside = (
    <>
      <ClaimText claim={annotation} />
      {shown && (
        <span class="claim-link small muted">
          <StanceIcon stance={shown.stance} size={15} />
          {stanceName(shown.stance)}: {argumentName(shown.argument)}
        </span>
      )}
      {reason && <span class="claim-reason small">{reason}</span>}
    </>
  );
  const essay = shown && essayIdOf(shown.argument);
  return (
    <li data-essay={essay}>
      {onJump ? (
        <button type="button" class="claim" title={t('popup.jump')} onClick={() => onJump(annotation.id)}>
          {inside}
        </button>
      ) : (
        <div class="claim">{inside}</div>
      )}
      {onPlace && (
        <button type="button" class="button quiet small" onClick={() => onPlace(annotation.id)}>
          <Icon name="text" size={16} />
          {t('place.anew')}
        </button>
      )}
    </li>
  );
}
