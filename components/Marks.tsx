/** The small signs of essay and stance: a shape and a word each, never colour alone. */
import type { Stance } from '../engine/types';
import type { EssayId } from '../essays/types';
import { iconSize } from './Icon';
import { essayName, stanceName } from './words';

/** Circle with two level lines; octagon with a stroke through them; diamond with dots. */
const stancePaths: Readonly<Record<Stance, { frame: string; sign: string }>> = {
  echoes: { frame: 'M10 2.5a7.5 7.5 0 100 15 7.5 7.5 0 000-15z', sign: 'M6.5 8.3h7M6.5 11.7h7' },
  challenges: {
    frame: 'M6.9 2.5h6.2l4.4 4.4v6.2l-4.4 4.4H6.9l-4.4-4.4V6.9z',
    sign: 'M6.5 8.3h7M6.5 11.7h7M12.2 5.8l-4.4 8.4',
  },
  relates: { frame: 'M10 1.8l8.2 8.2-8.2 8.2L1.8 10z', sign: 'M6.8 10h.01M10 10h.01M13.2 10h.01' },
};

export function StanceIcon({ stance, size = 18 }: { readonly stance: Stance; readonly size?: number }) {
  const { frame, sign } = stancePaths[stance];
  return (
    <svg
      viewBox="0 0 20 20"
      style={iconSize(size)}
      fill="none"
      stroke="currentColor"
      stroke-width="1.4"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={frame} />
      <path d={sign} stroke-width={stance === 'relates' ? 2 : 1.4} />
    </svg>
  );
}

export function StanceMark({ stance }: { readonly stance: Stance }) {
  return (
    <span class="stance-mark" data-stance={stance}>
      <StanceIcon stance={stance} />
      {stanceName(stance)}
    </span>
  );
}

export function EssayMark({ essay }: { readonly essay: EssayId }) {
  return (
    <span class="essay-mark" data-essay={essay}>
      <i />
      {essayName(essay)}
    </span>
  );
}
