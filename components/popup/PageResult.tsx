import { useState } from 'preact/hooks';
import { essays } from '../../essays/catalogue';
import { AnchorSum } from '../AnchorSum';
import { t } from '../i18n';
import { EssayMark } from '../Marks';
import { ArgumentRow } from './ArgumentRow';
import { ClaimButton } from './ClaimButton';
import { InShort } from './InShort';
import type { PopupProps } from './Popup';
import { type PageTally, tallyOf } from './tally';

/** What was found on the page: in short, by argument, claim by claim, and where the claims stand today. */
export function PageResult(props: PopupProps) {
  const { annotations, settings, page, reading } = props;
  const tally = tallyOf(annotations, settings);
  const inPlace = tally.visible.filter(({ anchor }) => anchor.state === 'anchored');
  const elsewhere = annotations.filter(({ anchor }) => anchor.state !== 'anchored');
  return (
    <>
      <InShort {...props} tally={tally} />
      {tally.arguments.length > 0 && <ByArgument tally={tally} reading={reading} />}
      <InPlace annotations={inPlace} page={page} />
      <section>
        {elsewhere.length > 0 && <Elsewhere annotations={elsewhere} page={page} />}
        <AnchorSum annotations={annotations} />
      </section>
    </>
  );
}

interface ByArgumentProps extends Pick<PopupProps, 'reading'> {
  readonly tally: PageTally;
}

/** The arguments the page meets, essay by essay. */
function ByArgument({ tally, reading }: ByArgumentProps) {
  return (
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
                    onMute={() => reading.onMute(row.argument, true)}
                  />
                ))}
              </ul>
            </div>
          )
        );
      })}
    </section>
  );
}

const FEW = 5;

/** The claims that stand where they stood; the first of them until more are asked for. */
function InPlace({ annotations, page }: Pick<PopupProps, 'annotations' | 'page'>) {
  const [all, setAll] = useState(false);
  const listed = all ? annotations : annotations.slice(0, FEW);
  if (annotations.length === 0) return null;
  return (
    <section>
      <h2>{t('popup.claims')}</h2>
      <ol class="claims">
        {listed.map((annotation) => (
          <ClaimButton key={annotation.id} annotation={annotation} onJump={page.onJump} />
        ))}
      </ol>
      {annotations.length > FEW && (
        <button type="button" class="button quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('popup.fewerClaims') : t('popup.moreClaims', [annotations.length])}
        </button>
      )}
    </section>
  );
}

/** Those whose place is uncertain, and those that have none. */
function Elsewhere({ annotations, page }: Pick<PopupProps, 'annotations' | 'page'>) {
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
                    onJump={anchorState === 'uncertain' ? page.onJump : null}
                    onPlace={page.onPlace}
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
