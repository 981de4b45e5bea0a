/** How claims look in a page: the same lines and grounds as page/drawing/paint-style.ts gives them. */
import type { Settings } from '../annotations/settings';
import { STANCES, type Stance } from '../engine/types';
import { essays } from '../essays/catalogue';
import type { EssayId } from '../essays/types';
import { EssayMark, StanceMark } from './Marks';
import { anchorName } from './words';

interface MarkedProps {
  readonly essay: EssayId;
  readonly stance: Stance;
  readonly painting?: Settings['painting'];
  readonly children: string;
}

/** Words marked as a claim. */
export function Marked({ essay, stance, painting = 'highlight', children }: MarkedProps) {
  return (
    <span class="marked" data-essay={essay} data-stance={stance} data-painting={painting}>
      {children}
    </span>
  );
}

/** A sentence in the language the engine reads, whatever the interface's. */
const SAMPLE = 'Seoul cannot put off the choice between its ally and its market much longer.';

export function ClaimSample({ painting }: { readonly painting: Settings['painting'] }) {
  return (
    <p class="paint-sample" lang="en">
      <Marked essay="diplomat" stance="echoes" painting={painting}>
        {SAMPLE}
      </Marked>
    </p>
  );
}

/** What line and colour mean, each in a row of its own. */
export function Legend() {
  return (
    <>
      <ul class="legend">
        {STANCES.map((stance) => (
          <li key={stance}>
            <span class="legend-line" data-stance={stance} aria-hidden="true" />
            <StanceMark stance={stance} />
          </li>
        ))}
        <li>
          <span class="legend-line" data-anchor="uncertain" aria-hidden="true" />
          <span class="small">{anchorName('uncertain')}</span>
        </li>
      </ul>
      <ul class="legend">
        {essays.map(({ id }) => (
          <li key={id}>
            <EssayMark essay={id} />
          </li>
        ))}
      </ul>
    </>
  );
}
