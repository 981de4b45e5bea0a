/** What a claim is linked to: what it does to which argument, how surely, and whether the reader says so. */
import { shownOf } from '../annotations/shown';
import type { Annotation } from '../annotations/types';
import type { ArgumentId } from '../essays/types';
import { ArgumentText } from './ArgumentText';
import { ConfidenceMeter } from './ConfidenceMeter';
import { t } from './i18n';
import { StanceMark } from './Marks';
import { argumentName, stanceName } from './words';

interface Props {
  readonly annotation: Annotation;
  /** Where an argument's own page is, if there is one to go to. */
  readonly hrefOf?: (id: ArgumentId) => string;
  /** Takes the reader's correction back, where that can be done here. */
  readonly onReset?: () => void;
}

export function Linked({ annotation, hrefOf, onReset }: Props) {
  const { correction, matches } = annotation;
  const shown = shownOf(annotation);
  const [first] = matches;
  if (!shown) return null;
  return (
    <>
      <p class="verdict-line">
        <StanceMark stance={shown.stance} />
        {correction ? (
          <span class="muted small">{t('confidence.byYou')}</span>
        ) : (
          <ConfidenceMeter confidence={shown.confidence} />
        )}
      </p>
      <ArgumentText id={shown.argument} href={hrefOf?.(shown.argument)} />
      {correction && first && (
        <p class="small muted">
          {t('card.corrected', [`${argumentName(first.argument)} · ${stanceName(first.stance)}`])}
          {onReset && (
            <>
              {' '}
              <button type="button" class="button quiet" onClick={onReset}>
                {t('card.resetToEngine')}
              </button>
            </>
          )}
        </p>
      )}
    </>
  );
}
