import type { Stance } from '../engine/types';
import { arguments_, essays } from '../essays/catalogue';
import type { ArgumentId, EssayId } from '../essays/types';
import { isVisible, shownOf, type Visibility } from './shown';
import type { AnchorState, Annotation } from './types';

/** How often an argument is met, by stance. */
export interface ArgumentCount extends Readonly<Record<Stance, number>> {
  readonly argument: ArgumentId;
  readonly total: number;
}

export interface EssayCount extends Readonly<Record<Stance, number>> {
  readonly essay: EssayId;
  readonly total: number;
  /** Those met at all, most frequent first. */
  readonly arguments: readonly ArgumentCount[];
}

/** What the popup says of a page. Each claim counts once, under the argument it is shown with. */
export interface Summary extends Readonly<Record<Stance, number>> {
  /** Claims shown: not dismissed, not muted, sure enough. */
  readonly total: number;
  readonly dismissed: number;
  /** All records of the page, shown or not: `stored === anchored + uncertain + orphaned`. */
  readonly stored: number;
  readonly anchors: Readonly<Record<AnchorState, number>>;
  readonly essays: readonly EssayCount[];
}

function byStance(stances: readonly Stance[]): Record<Stance, number> {
  const counts = { echoes: 0, challenges: 0, relates: 0 };
  for (const stance of stances) counts[stance]++;
  return counts;
}

/**
 * Counts a page's annotations.
 * @param annotations all of the page's, whatever their verdict or anchor
 */
export function summarise(annotations: readonly Annotation[], visibility: Visibility): Summary {
  const shown = annotations
    .filter((a) => isVisible(a, visibility))
    .flatMap((a) => shownOf(a, visibility.threshold) ?? []);
  const anchors = { anchored: 0, uncertain: 0, orphaned: 0 };
  for (const { anchor } of annotations) anchors[anchor.state]++;
  const counted = arguments_.flatMap(({ id, essay }) => {
    const stances = shown.filter(({ argument }) => argument === id).map(({ stance }) => stance);
    return stances.length ? [{ argument: id, essay, total: stances.length, ...byStance(stances) }] : [];
  });
  return {
    total: shown.length,
    ...byStance(shown.map(({ stance }) => stance)),
    dismissed: annotations.filter(({ verdict }) => verdict === 'dismissed').length,
    stored: annotations.length,
    anchors,
    essays: essays.map(({ id }) => {
      const mine = counted.filter(({ essay }) => essay === id);
      const sum = (of: (count: ArgumentCount) => number) =>
        mine.reduce((total, count) => total + of(count), 0);
      return {
        essay: id,
        total: sum((c) => c.total),
        echoes: sum((c) => c.echoes),
        challenges: sum((c) => c.challenges),
        relates: sum((c) => c.relates),
        arguments: mine.map(({ essay: _, ...count }) => count).sort((a, b) => b.total - a.total),
      };
    }),
  };
}
