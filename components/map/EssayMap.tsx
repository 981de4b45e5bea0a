/** The two essays face to face: their arguments as nodes, what they say to each other as lines. */
import { useState } from 'preact/hooks';
import { type Counts, noStances } from '../../annotations/counts';
import { arguments_, essays } from '../../essays/catalogue';
import type { ArgumentId } from '../../essays/types';
import { StanceTable } from '../charts/StanceTable';
import { t } from '../i18n';
import { hrefOf } from '../library-view';
import { argumentName, essayCredit, essayName, relationName } from '../words';
import { idsOf, isOpposing, lines, placeOf, ROW, ROWS, radiusOf, WIDTH } from './layout';

const none = { stances: noStances(), total: 0 };

/** How an argument is drawn: as large as its claims are many, as dark as they echo it. */
interface Node {
  readonly total: number;
  readonly r: number;
  readonly shade: number;
  readonly isEmpty: boolean;
}

export function EssayMap({ counts }: { readonly counts: Counts }) {
  const [active, setActive] = useState<ArgumentId | null>(null);
  const largest = Math.max(1, ...[...counts.byArgument.values()].map(({ total }) => total));
  const related = new Set(
    lines.filter(({ from, to }) => from === active || to === active).flatMap(({ from, to }) => [from, to]),
  );
  const nodeOf = (id: ArgumentId): Node => {
    const { stances, total } = counts.byArgument.get(id) ?? none;
    const judged = stances.echoes + stances.challenges;
    return {
      total,
      r: radiusOf(total, largest),
      shade: judged ? 0.2 + 0.8 * (stances.echoes / judged) : 0.6,
      isEmpty: total === 0,
    };
  };
  const sides = { related, active, nodeOf, onActive: setActive };
  const [left, right] = essays;
  return (
    <section class="screen">
      <header>
        <h2>{t('map.title')}</h2>
        <p class="muted">{t('map.lead')}</p>
      </header>
      <div class="essay-map" data-active={active !== null}>
        {left && <Side {...sides} essay={left.id} side="left" />}
        <svg class="map-lines" viewBox={`0 0 ${WIDTH} ${ROWS * ROW}`} aria-hidden="true">
          {lines.map(({ from, to, type, path }) => (
            <path
              key={`${from} ${to} ${type}`}
              d={path}
              class="map-line"
              data-opposing={isOpposing(type)}
              data-lit={from === active || to === active}
            />
          ))}
          {arguments_.map(({ id, essay }) => {
            const { x, y } = placeOf(id);
            const { r, shade, isEmpty } = nodeOf(id);
            return (
              // For the mouse; the label beside it is the same link for everyone.
              <a
                key={id}
                href={hrefOf({ screen: 'arguments', of: id })}
                tabindex={-1}
                onMouseEnter={() => setActive(id)}
                onMouseLeave={() => setActive(null)}
              >
                <circle cx={x} cy={y} r={r} class="map-ground" />
                <circle
                  cx={x}
                  cy={y}
                  r={r}
                  class="map-node"
                  data-essay={essay}
                  data-empty={isEmpty}
                  data-lit={id === active}
                  style={{ fillOpacity: shade }}
                />
              </a>
            );
          })}
        </svg>
        {right && <Side {...sides} essay={right.id} side="right" />}
      </div>
      <p class="small muted map-legend">
        <span>{t('map.legend')}</span>
        <span class="line-sample">{t('map.supporting')}</span>
        <span class="line-sample" data-opposing="true">
          {t('map.opposing')}
        </span>
      </p>
      <details>
        <summary>{t('map.asTable')}</summary>
        <StanceTable
          caption={t('figures.byArgument')}
          of={t('library.argumentLabel')}
          rows={arguments_.map(({ id }) => counts.byArgument.get(id) ?? { ...none, key: id })}
          nameOf={argumentName}
          hrefOf={(of) => hrefOf({ screen: 'arguments', of })}
        />
        <h3 class="relations-title">{t('map.relationsTitle')}</h3>
        <ul class="relation-list small">
          {lines.map(({ from, to, type }) => (
            <li key={`${from} ${to} ${type}`}>
              <b>{relationName(type)}</b>: {argumentName(from)} → {argumentName(to)}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

interface SideProps {
  readonly essay: (typeof essays)[number]['id'];
  readonly side: 'left' | 'right';
  readonly active: ArgumentId | null;
  readonly related: ReadonlySet<ArgumentId>;
  readonly nodeOf: (id: ArgumentId) => Node;
  readonly onActive: (id: ArgumentId | null) => void;
}

function Side({ essay, side, active, related, nodeOf, onActive }: SideProps) {
  return (
    <section class="map-side" data-side={side} data-essay={essay} aria-label={essayName(essay)}>
      <h3 title={essayCredit(essay)}>{essayName(essay)}</h3>
      <ol>
        {idsOf(essay).map((id) => (
          <li key={id} data-dim={active !== null && !related.has(id)}>
            <a
              href={hrefOf({ screen: 'arguments', of: id })}
              onMouseEnter={() => onActive(id)}
              onMouseLeave={() => onActive(null)}
              onFocus={() => onActive(id)}
              onBlur={() => onActive(null)}
            >
              <Dot {...nodeOf(id)} />
              {argumentName(id)}
              <span class="hidden-text">, {t('counts.claims', nodeOf(id).total)}</span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The node beside its label, where there is no room for the map between the lists. */
function Dot({ r, shade, total, isEmpty }: Node) {
  return (
    <span class="map-dot" aria-hidden="true">
      <svg width="34" height="34" viewBox="-17 -17 34 34" aria-hidden="true">
        <circle r={r} class="map-node" data-empty={isEmpty} style={{ fillOpacity: shade }} />
      </svg>
      <b>{total}</b>
    </span>
  );
}
