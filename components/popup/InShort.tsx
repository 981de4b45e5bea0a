import { useState } from 'preact/hooks';
import { Balance } from '../Balance';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { argumentLabel, argumentName, joinSentences } from '../words';
import { ClaimButton } from './ClaimButton';
import type { PopupProps } from './Popup';
import { summaryOf } from './summary';
import type { PageTally } from './tally';

interface Props
  extends Pick<PopupProps, 'state' | 'settings' | 'isPrivate' | 'page' | 'reading' | 'article'> {
  readonly tally: PageTally;
}

/** How many claims, what they amount to, and what is left out of them. */
export function InShort({ tally, state, settings, isPrivate, page, reading, article }: Props) {
  const [isCopied, setCopied] = useState(false);
  const [lead, ...summary] = summaryOf(tally);
  return (
    <section aria-labelledby="popup-count">
      <h1 id="popup-count">{lead ?? t('counts.claims', 0)}</h1>
      {state?.unsaved && (
        <p class="notice">
          <Icon name={isPrivate ? 'lock' : 'gear'} />
          {t(isPrivate ? 'popup.privateNote' : 'popup.touchedNote')}
        </p>
      )}
      {!('highlights' in CSS) && settings.painting !== 'off' && (
        <p class="notice">
          <Icon name="warn" />
          {t('page.noPainting')}
        </p>
      )}
      {summary.length > 0 && <p class="summary">{joinSentences(summary)}</p>}
      {lead && (
        <p>
          <button
            type="button"
            class="button quiet copy-summary"
            onClick={() => void article.onCopySummary([lead, ...summary]).then(setCopied)}
          >
            <Icon name={isCopied ? 'check' : 'text'} size={16} />
            <span role="status">{isCopied ? t('popup.copiedSummary') : t('popup.copySummary')}</span>
          </button>
        </p>
      )}
      {tally.visible.length > 0 && <Balance counts={tally.stances} />}
      {tally.visible.length === 0 && tally.dismissed.length > 0 && (
        <p class="muted">{t('popup.allDismissed')}</p>
      )}
      <Hidden tally={tally} page={page} />
      <MutedArguments tally={tally} reading={reading} />
    </section>
  );
}

/** What is not counted, and why: nothing vanishes without a word, and what was dismissed not without a way back. */
function Hidden({ tally, page }: Pick<Props, 'tally' | 'page'>) {
  const { dismissed } = tally;
  const notes = [
    tally.muted > 0 && t('popup.mutedCount', tally.muted),
    tally.belowThreshold > 0 && t('popup.below', tally.belowThreshold),
  ].filter((note) => note !== false);
  return (
    <>
      {dismissed.length > 0 && (
        <details>
          <summary>{t('popup.dismissedCount', dismissed.length)}</summary>
          <ol class="claims">
            {dismissed.map((annotation) => (
              <ClaimButton key={annotation.id} annotation={annotation} onJump={page.onJump} />
            ))}
          </ol>
        </details>
      )}
      {notes.length > 0 && <p class="muted small">{notes.join(' · ')}</p>}
    </>
  );
}

/** The arguments the reader wants to see no more of, each with its way back. */
function MutedArguments({ tally, reading }: Pick<Props, 'tally' | 'reading'>) {
  return tally.mutedArguments.map((id) => (
    <p key={id} class="muted-argument small">
      <span>
        {t('popup.muted')}: {argumentName(id)}
      </span>
      <button
        type="button"
        class="button quiet"
        aria-label={t('popup.unmute', [argumentLabel(id)])}
        onClick={() => reading.onMute(id, false)}
      >
        <Icon name="eye" size={16} />
        {t('options.unmute')}
      </button>
    </p>
  ));
}
