import type { Listed } from '../../annotations/listed';
import { shownOf } from '../../annotations/shown';

/** From this confidence on the engine is sure enough not to ask. */
const SURE = 0.7;

/** How far from an open question a claim is; an uncertain place is as open as can be. */
const distance = (a: Listed) =>
  a.anchor.state === 'uncertain' ? 0 : Math.abs((shownOf(a)?.confidence ?? 0.5) - 0.5);

/** Claims that wait for the reader's verdict: unsure or uncertain in their place, the most open first. */
export function waitingOf(list: readonly Listed[], skipped: ReadonlySet<string>): Listed[] {
  return list
    .filter((a) => {
      if (a.verdict !== 'found' || a.correction || skipped.has(a.id)) return false;
      const shown = shownOf(a);
      return shown !== null && (shown.confidence < SURE || a.anchor.state === 'uncertain');
    })
    .sort((a, b) => distance(a) - distance(b) || (a.id < b.id ? -1 : 1));
}
