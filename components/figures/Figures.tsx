/** What the claims add up to: by argument, outlet and month; every chart is a table, or has its table. */
import type { Counts } from '../../annotations/counts';
import type { Listed } from '../../annotations/listed';
import { arguments_ } from '../../essays/catalogue';
import { AnchorSum } from '../AnchorSum';
import { HeatTable } from '../charts/HeatTable';
import { MonthChart } from '../charts/MonthChart';
import { StanceTable } from '../charts/StanceTable';
import { t } from '../i18n';
import { hrefOf } from '../library-view';
import { argumentName } from '../words';

const OUTLETS = 12;

interface Props {
  /** Everything there is, and what it adds up to. */
  readonly all: readonly Listed[];
  readonly counts: Counts;
}

export function Figures({ all, counts }: Props) {
  return (
    <div class="screen">
      <header>
        <h2>{t('figures.title')}</h2>
        <p class="muted">{counts.total ? t('figures.lead') : t('figures.empty')}</p>
        {all.length > 0 && <AnchorSum annotations={all} />}
      </header>
      {counts.total > 0 && (
        <>
          <section>
            <h3>{t('figures.overTime')}</h3>
            <MonthChart caption={t('figures.overTime')} months={counts.byMonth} />
          </section>
          <section>
            <h3>{t('figures.byArgument')}</h3>
            <StanceTable
              caption={t('figures.byArgument')}
              of={t('library.argumentLabel')}
              rows={arguments_.flatMap(({ id }) => counts.byArgument.get(id) ?? [])}
              nameOf={argumentName}
              hrefOf={(of) => hrefOf({ screen: 'arguments', of })}
            />
          </section>
          <section>
            <h3>{t('figures.byOutlet')}</h3>
            {counts.byOutlet.length > OUTLETS && (
              <p class="small muted">{t('figures.otherOutlets', [OUTLETS])}</p>
            )}
            <HeatTable
              caption={t('figures.byOutlet')}
              counts={counts}
              most={OUTLETS}
              hrefOf={(outlet, id) => hrefOf({ filter: { outlets: [outlet], arguments: [id] } })}
            />
          </section>
        </>
      )}
    </div>
  );
}
