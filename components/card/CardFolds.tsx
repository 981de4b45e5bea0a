import { otherMatches, shownMatch, shownOf } from '../../annotations/shown';
import { essayIdOf } from '../../essays/ids';
import { ConfidenceMeter } from '../ConfidenceMeter';
import { t } from '../i18n';
import { StanceMark } from '../Marks';
import { Relations } from '../Relations';
import { Why } from '../Why';
import { argumentName } from '../words';
import { Fold } from './Fold';
import type { CardProps } from './types';

/** What is there for who asks: why, what the argument has to do with others, and what else the claim was linked to. */
export function CardFolds({ annotation, busy, onCorrect }: CardProps) {
  const shown = shownOf(annotation);
  const match = shownMatch(annotation);
  const others = otherMatches(annotation);
  return (
    <>
      {match && (
        <Fold summary={t('card.why')}>
          <Why match={match} />
        </Fold>
      )}
      {shown && (
        <Fold summary={t('relation.title')}>
          <Relations argument={shown.argument} />
        </Fold>
      )}
      {others.length > 0 && (
        <Fold summary={`${t('card.otherMatches')} (${others.length})`}>
          <ul class="others">
            {others.map((other) => (
              <li key={other.argument} data-essay={essayIdOf(other.argument)}>
                <StanceMark stance={other.stance} />
                <span>{argumentName(other.argument)}</span>
                <ConfidenceMeter confidence={other.confidence} />
                <button
                  type="button"
                  class="button"
                  aria-disabled={busy}
                  onClick={() => onCorrect({ argument: other.argument, stance: other.stance })}
                >
                  {t('card.useThis')}
                </button>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  );
}
