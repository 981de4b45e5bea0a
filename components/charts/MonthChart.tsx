/** Claims by month: columns of three patterns, and the same as a table. */
import { type Counted, withGaps } from '../../annotations/counts';
import { STANCES } from '../../engine/types';
import { t } from '../i18n';
import { stanceName, uiLocale } from '../words';

const HEIGHT = 120;
const STEP = 22;
const BAR = 16;

/** "Mar 2026". */
function monthWords(month: string, style: 'short' | 'long' = 'short'): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Intl.DateTimeFormat(uiLocale(), { year: 'numeric', month: style, timeZone: 'UTC' }).format(
    Date.UTC(year, number - 1),
  );
}

interface Props {
  readonly caption: string;
  readonly months: readonly Counted[];
}

export function MonthChart({ caption, months }: Props) {
  const all = withGaps(months);
  const largest = Math.max(1, ...all.map(({ total }) => total));
  const width = Math.max(all.length * STEP, STEP * 4);
  if (!all.length) return <p class="muted small">{t('figures.empty')}</p>;
  const [first] = all;
  const last = all.at(-1);
  return (
    <figure class="month-chart">
      <svg
        class="month-bars"
        viewBox={`0 0 ${width} ${HEIGHT}`}
        preserveAspectRatio="none"
        width={width}
        height={HEIGHT}
        aria-hidden="true"
      >
        <Patterns />
        {all.map(({ key, stances }, i) => {
          let top = HEIGHT;
          return STANCES.map((stance) => {
            const height = (stances[stance] / largest) * (HEIGHT - 4);
            top -= height;
            return (
              height > 0 && (
                <rect
                  key={`${key} ${stance}`}
                  class="month-bar"
                  data-stance={stance}
                  x={i * STEP + (STEP - BAR) / 2}
                  y={top}
                  width={BAR}
                  height={height}
                />
              )
            );
          });
        })}
        <line x1={0} x2={width} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} class="axis" />
      </svg>
      <figcaption class="small muted month-ends" style={{ width: `${width}px` }}>
        <span>{first && monthWords(first.key)}</span>
        {last !== first && <span>{last && monthWords(last.key)}</span>}
      </figcaption>
      <details>
        <summary>{t('map.asTable')}</summary>
        <table class="figure-table">
          <caption class="hidden-text">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('figures.month')}</th>
              {STANCES.map((stance) => (
                <th key={stance} scope="col" class="number">
                  {stanceName(stance)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {all.map(({ key, stances }) => (
              <tr key={key}>
                <th scope="row">{monthWords(key, 'long')}</th>
                {STANCES.map((stance) => (
                  <td key={stance} class="number">
                    {stances[stance]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** The stances' patterns, as in the balance bar. */
function Patterns() {
  return (
    <defs>
      <pattern
        id="pattern-challenges"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="6" height="6" class="pattern-ground" />
        <rect width="2" height="6" class="pattern-ink" />
      </pattern>
      <pattern id="pattern-relates" width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" class="pattern-ground" />
        <circle cx="2.5" cy="2.5" r="1.2" class="pattern-ink" />
      </pattern>
    </defs>
  );
}
