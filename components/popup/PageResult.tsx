import { useState } from 'preact/hooks';
import type { Annotation } from '../../annotations/types';
import { essays } from '../../essays/catalogue';
import { Balance } from '../Balance';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { EssayMark } from '../Marks';
import { anchorReason, argumentLabel, argumentName, joinSentences } from '../words';
import { ArgumentRow } from './ArgumentRow';
import { ClaimButton } from './ClaimButton';
import type { PopupProps } from './Popup';
import { summaryOf } from './summary';
import { type PageTally, tallyOf } from './tally';

const FEW = 5;

/** What was found on the page: in short, by argument, claim by claim, and where the claims stand today. */
export function PageResult(props: PopupProps) {
  const { annotations, settings, state } = props;
  const [all, setAll] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const tally = tallyOf(annotations, settings);
  const [lead, ...summary] = summaryOf(tally);
  const inPlace = tally.visible.filter(({ anchor }) => anchor.state === 'anchored');
  const elsewhere = annotations.filter(({ anchor }) => anchor.state !== 'anchored');
  const listed = all ? inPlace : inPlace.slice(0, FEW);
  const { anchored, uncertain, orphaned } = tally.anchors;

  return (
    <>
      <section aria-labelledby="popup-count">
        <h1 id="popup-count">{lead ?? t('counts.claims', 0)}</h1>
        {state?.unsaved && (
          <p class="notice">
            <Icon name="lock" />
            {t('popup.unsavedNote')}
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
              onClick={() => void props.onCopySummary([lead, ...summary]).then(setCopied)}
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
        <Hidden tally={tally} onJump={props.onJump} />
        {tally.mutedArguments.map((id) => (
          <p key={id} class="muted-argument small">
            <span>
              {t('popup.muted')}: {argumentName(id)}
            </span>
            <button
              type="button"
              class="button quiet"
              aria-label={t('popup.unmute', [argumentLabel(id)])}
              onClick={() => props.onMute(id, false)}
            >
              <Icon name="eye" size={16} />
              {t('options.unmute')}
            </button>
          </p>
        ))}
      </section>

      {tally.arguments.length > 0 && (
        <section>
          <h2>{t('popup.tally')}</h2>
          {essays.map(({ id: essay }) => {
            const rows = tally.arguments.filter((row) => row.essay === essay);
            return (
              rows.length > 0 && (
                <div key={essay} class="essay-group">
                  <EssayMark essay={essay} />
                  <ul>
                    {rows.map((row) => (
                      <ArgumentRow
                        key={row.argument}
                        tally={row}
                        most={tally.arguments[0]?.count ?? 1}
                        onMute={() => props.onMute(row.argument, true)}
                      />
                    ))}
                  </ul>
                </div>
              )
            );
          })}
        </section>
      )}

      {inPlace.length > 0 && (
        <section>
          <h2>{t('popup.claims')}</h2>
          <ol class="claims">
            {listed.map((annotation) => (
              <ClaimButton key={annotation.id} annotation={annotation} onJump={props.onJump} />
            ))}
          </ol>
          {inPlace.length > FEW && (
            <button type="button" class="button quiet" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? t('popup.fewerClaims') : t('popup.moreClaims', [inPlace.length])}
            </button>
          )}
        </section>
      )}

      <section>
        {elsewhere.length > 0 && (
          <Elsewhere annotations={elsewhere} onJump={props.onJump} onPlace={props.onPlace} />
        )}
        <p class="muted small anchor-sum">
          {t('anchor.sum', [annotations.length, anchored, uncertain, orphaned])}
        </p>
      </section>
    </>
  );
}

/** What is not counted, and why: nothing vanishes without a word, and what was dismissed not without a way back. */
function Hidden({ tally, onJump }: { readonly tally: PageTally; readonly onJump: (id: string) => void }) {
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
              <ClaimButton key={annotation.id} annotation={annotation} onJump={onJump} />
            ))}
          </ol>
        </details>
      )}
      {notes.length > 0 && <p class="muted small">{notes.join(' · ')}</p>}
    </>
  );
}

interface ElsewhereProps {
  readonly annotations: readonly Annotation[];
  readonly onJump: (id: string) => void;
  readonly onPlace: (id: string) => void;
}

function Elsewhere({ annotations, onJump, onPlace }: ElsewhereProps) {
  return (
    <>
      {(['uncertain', 'orphaned'] as const).map((anchorState) => {
        const list = annotations.filter(({ anchor }) => anchor.state === anchorState);
        return (
          list.length > 0 && (
            <details key={anchorState} open={list.length <= 3}>
              <summary>
                {t(`anchor.${anchorState}`)} ({list.length})
              </summary>
              <ol class="claims">
                {list.map((annotation) => (
                  <ClaimButton
                    key={annotation.id}
                    annotation={annotation}
                    reason={anchorReason(annotation.anchor.reason)}
                    onJump={anchorState === 'uncertain' ? onJump : null}
                    onPlace={onPlace}
                  />
                ))}
              </ol>
            </details>
          )
        );
      })}
    </>
  );
}
