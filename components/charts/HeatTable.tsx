/** Outlets against arguments: the number in each cell, and its share of the largest as a shade. */
import type { Counts } from '../../annotations/counts';
import { arguments_ } from '../../essays/catalogue';
import { essayIdOf } from '../../essays/ids';
import type { ArgumentId } from '../../essays/types';
import { t } from '../i18n';
import { argumentName, outletName } from '../words';

interface Props {
  readonly caption: string;
  readonly counts: Counts;
  /** How many outlets, most claims first. */
  readonly most: number;
  readonly hrefOf: (outlet: string, argument: ArgumentId) => string;
}

export function HeatTable({ caption, counts, most, hrefOf }: Props) {
  const outlets = counts.byOutlet.slice(0, most).map(({ key }) => key);
  const rows = arguments_.map(({ id }) => id).filter((id) => counts.byArgument.has(id));
  const at = (outlet: string, id: ArgumentId) => counts.cells.get(outlet)?.get(id) ?? 0;
  const largest = Math.max(1, ...rows.flatMap((id) => outlets.map((outlet) => at(outlet, id))));
  return (
    <section class="table-scroll" aria-label={caption}>
      <table class="figure-table heat-table">
        <caption class="hidden-text">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('library.argumentLabel')}</th>
            {outlets.map((outlet) => (
              <th key={outlet} scope="col" class="outlet">
                {outletName(outlet)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((id) => (
            <tr key={id} data-essay={essayIdOf(id)}>
              <th scope="row">{argumentName(id)}</th>
              {outlets.map((outlet) => {
                const n = at(outlet, id);
                return (
                  <td key={outlet} class="number heat" data-level={Math.ceil((n / largest) * 5)}>
                    {n > 0 && (
                      <a
                        href={hrefOf(outlet, id)}
                        aria-label={`${argumentName(id)}, ${outletName(outlet)}: ${n}`}
                      >
                        {n}
                      </a>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
