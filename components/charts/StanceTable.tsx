/** Names with their claims by stance: a table whose cells are a chart, and a chart that is its own table. */
import { type Counted, stancesIn } from '../../annotations/counts';
import { STANCES } from '../../engine/types';
import { t } from '../i18n';
import { StanceIcon } from '../Marks';
import { stanceName } from '../words';

interface Props<K extends string> {
  readonly caption: string;
  /** What the names are. */
  readonly of: string;
  readonly rows: readonly Counted<K>[];
  readonly nameOf: (key: K) => string;
  readonly hrefOf?: (key: K) => string;
}

export function StanceTable<K extends string>({ caption, of, rows, nameOf, hrefOf }: Props<K>) {
  const largest = Math.max(1, ...rows.map(({ total }) => total));
  return (
    <section class="table-scroll" aria-label={caption}>
      <table class="figure-table stance-table">
        <caption class="hidden-text">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            <td class="bar-cell" />
            {STANCES.map((stance) => (
              <th key={stance} scope="col" class="number">
                <StanceIcon stance={stance} size={15} />
                <span class="stance-word">{stanceName(stance)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, stances, total }) => (
            <tr key={key} data-essay={/^(diplomat|kelly)\//.exec(key)?.[1]}>
              <th scope="row">{hrefOf ? <a href={hrefOf(key)}>{nameOf(key)}</a> : nameOf(key)}</th>
              <td class="bar-cell" aria-hidden="true">
                <span class="balance" style={{ width: `${(total / largest) * 100}%` }}>
                  {stancesIn(stances).map((stance) => (
                    <span key={stance} data-stance={stance} style={{ flexGrow: stances[stance] }} />
                  ))}
                </span>
              </td>
              {STANCES.map((stance) => (
                <td key={stance} class="number">
                  {stances[stance] || <span class="muted">·</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p class="muted small">{t('figures.empty')}</p>}
    </section>
  );
}
