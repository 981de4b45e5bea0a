/** Echoes against challenges: a bar in three patterns, with its figures in words beneath. */
import { type StanceCounts, stancesIn } from '../annotations/counts';
import { StanceIcon } from './Marks';
import { stanceCount } from './words';

export function Balance({ counts }: { readonly counts: StanceCounts }) {
  const present = stancesIn(counts);
  return (
    <div>
      <div class="balance" aria-hidden="true">
        {present.map((stance) => (
          <span key={stance} data-stance={stance} style={{ flexGrow: counts[stance] }} />
        ))}
      </div>
      <ul class="balance-words">
        {present.map((stance) => (
          <li key={stance} class="stance-mark">
            <StanceIcon stance={stance} size={16} />
            {stanceCount(stance, counts[stance])}
          </li>
        ))}
      </ul>
    </div>
  );
}
