import { stancesIn } from '../../annotations/counts';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { StanceIcon } from '../Marks';
import { argumentLabel, argumentName, argumentThesis, stanceCount } from '../words';
import type { ArgumentTally } from './tally';

interface Props {
  readonly tally: ArgumentTally;
  /** The greatest count on the page, for the bar's length. */
  readonly most: number;
  readonly onMute: () => void;
}

/** One argument the page meets: how often, with which stances, and a way to mute it. */
export function ArgumentRow({ tally, most, onMute }: Props) {
  const label = argumentLabel(tally.argument);
  return (
    <li class="argument-row" data-essay={tally.essay}>
      <span class="argument-label" title={argumentThesis(tally.argument)}>
        {argumentName(tally.argument)}
      </span>
      <span class="argument-counts small">
        {stancesIn(tally.stances).map((stance) => (
          <span key={stance} class="stance-mark" title={stanceCount(stance, tally.stances[stance])}>
            <StanceIcon stance={stance} size={15} />
            <span aria-hidden="true">{tally.stances[stance]}</span>
            <span class="hidden-text">{stanceCount(stance, tally.stances[stance])}</span>
          </span>
        ))}
      </span>
      <button
        type="button"
        class="button quiet icon"
        aria-label={t('popup.mute', [label])}
        title={t('popup.mute', [label])}
        onClick={onMute}
      >
        <Icon name="eyeOff" size={16} />
      </button>
      <span class="argument-bar" aria-hidden="true" style={{ width: `${(100 * tally.count) / most}%` }} />
    </li>
  );
}
