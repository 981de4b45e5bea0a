/** All about one argument: the thesis, what the essays say to it, what was collected under it, the reader's note. */
import { countsOf } from '../../annotations/counts';
import type { Listed } from '../../annotations/listed';
import { shownOf } from '../../annotations/shown';
import { STANCES, type Stance } from '../../engine/types';
import { essayIdOf } from '../../essays/ids';
import type { ArgumentId } from '../../essays/types';
import { ArgumentText } from '../ArgumentText';
import { Balance } from '../Balance';
import { MonthChart } from '../charts/MonthChart';
import { StanceTable } from '../charts/StanceTable';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { hrefOf } from '../library-view';
import { StanceMark } from '../Marks';
import { NoteField } from '../note/NoteField';
import { Relations } from '../Relations';
import { dateWords, outletName } from '../words';

interface ArgumentPageProps {
  readonly id: ArgumentId;
  /** Everything shown under the argument, dismissed or not. */
  readonly claims: readonly Listed[];
  /** null until it is read. */
  readonly note: string | null;
  readonly onNote: (id: ArgumentId, text: string) => Promise<unknown>;
  readonly onExport: (id: ArgumentId) => void;
}

const FEW = 20;

export function ArgumentPage({ id, claims, note, onNote, onExport }: ArgumentPageProps) {
  const standing = claims.filter(({ verdict }) => verdict !== 'dismissed');
  const counts = countsOf(standing);
  return (
    <article class="argument-page screen" data-essay={essayIdOf(id)}>
      <p class="screen-bar">
        <a class="button quiet" href={hrefOf({ screen: 'arguments' })}>
          <Icon name="previous" size={16} />
          {t('argumentPage.back')}
        </a>
        <button
          type="button"
          class="button"
          disabled={claims.length === 0 && !note}
          onClick={() => onExport(id)}
        >
          <Icon name="out" size={16} />
          {t('argumentPage.export')}
        </button>
      </p>
      <ArgumentText id={id} level={2} />
      {note !== null && (
        <NoteField
          key={id}
          label={t('argumentPage.note')}
          placeholder={t('argumentPage.notePlaceholder')}
          text={note}
          onText={(text) => onNote(id, text)}
        />
      )}
      <section>
        <h3>{t('argumentPage.relations')}</h3>
        <Relations argument={id} hrefOf={(of) => hrefOf({ screen: 'arguments', of })} />
      </section>
      <section>
        <h3>{t('argumentPage.collected')}</h3>
        {counts.total === 0 ? (
          <p class="muted">{t('argumentPage.none')}</p>
        ) : (
          <>
            <Balance counts={counts.stances} />
            <div class="facing">
              {STANCES.filter((stance) => stance !== 'relates' || counts.stances.relates > 0).map(
                (stance) => (
                  <Column key={stance} id={id} stance={stance} claims={standing} />
                ),
              )}
            </div>
          </>
        )}
      </section>
      {counts.total > 0 && (
        <>
          <section>
            <h3>{t('argumentPage.byOutlet')}</h3>
            <StanceTable
              caption={t('argumentPage.byOutlet')}
              of={t('library.outletLabel')}
              rows={counts.byOutlet.slice(0, 12)}
              nameOf={outletName}
            />
          </section>
          <section>
            <h3>{t('argumentPage.overTime')}</h3>
            <MonthChart caption={t('argumentPage.overTime')} months={counts.byMonth} />
          </section>
        </>
      )}
    </article>
  );
}

interface ColumnProps {
  readonly id: ArgumentId;
  readonly stance: Stance;
  readonly claims: readonly Listed[];
}

/** Those of one stance, newest first. */
function Column({ id, stance, claims }: ColumnProps) {
  const mine = claims
    .filter((claim) => shownOf(claim)?.stance === stance)
    .sort((a, b) => (a.created < b.created ? 1 : -1));
  return (
    <section data-stance={stance}>
      <h4>
        <StanceMark stance={stance} /> <span class="muted">{mine.length}</span>
      </h4>
      {mine.length === 0 && <p class="muted small">{t('argumentPage.noneOfStance')}</p>}
      <ul class="collected">
        {mine.slice(0, FEW).map(({ id: claim, target, page, note }) => (
          <li key={claim}>
            <a href={hrefOf({ filter: { arguments: [id], stances: [stance] }, id: claim })}>
              <span class="quote" lang={page.language || undefined}>
                {target.quote.exact}
              </span>
            </a>
            <span class="small muted">
              {[page.outlet, page.published && dateWords(page.published)].filter(Boolean).join(', ')}
            </span>
            {note && <span class="small own-note">{note}</span>}
          </li>
        ))}
      </ul>
      {mine.length > FEW && (
        <p class="small">
          <a href={hrefOf({ filter: { arguments: [id], stances: [stance] } })}>
            {t('argumentPage.more', [mine.length])}
          </a>
        </p>
      )}
    </section>
  );
}
