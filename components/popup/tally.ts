/** What a page's annotations come to: counts by argument and stance, and what is not shown and why. */
import { noStances, type StanceCounts } from '../../annotations/counts';
import { isVisible, shownOf, type Visibility } from '../../annotations/shown';
import type { Annotation } from '../../annotations/types';
import type { Stance } from '../../engine/types';
import { essayIdOf } from '../../essays/ids';
import type { ArgumentId, EssayId } from '../../essays/types';

export interface ArgumentTally {
  readonly argument: ArgumentId;
  readonly essay: EssayId;
  readonly count: number;
  readonly stances: StanceCounts;
}

export interface PageTally {
  /** What is painted and counted: on the page, sure enough, neither dismissed nor muted; in page order as given. */
  readonly visible: readonly Annotation[];
  readonly stances: StanceCounts;
  /** Most often met first; arguments met as often in the order of first mention. */
  readonly arguments: readonly ArgumentTally[];
  /** In the order given. */
  readonly dismissed: readonly Annotation[];
  readonly muted: number;
  /** The muted arguments this page meets. */
  readonly mutedArguments: readonly ArgumentId[];
  readonly belowThreshold: number;
}

/** Sums up what one page shows; what is no longer on it counts for nothing here. */
export function tallyOf(annotations: readonly Annotation[], settings: Visibility): PageTally {
  const stances = noStances();
  const byArgument = new Map<
    ArgumentId,
    ArgumentTally & { stances: Record<Stance, number>; count: number }
  >();
  const visible: Annotation[] = [];
  const dismissed: Annotation[] = [];
  let muted = 0;
  const mutedArguments = new Set<ArgumentId>();
  let belowThreshold = 0;
  for (const annotation of annotations) {
    const shown = shownOf(annotation, settings.threshold);
    // What is no longer on the page is not this page's word any more; it is listed apart.
    if (annotation.anchor.state === 'orphaned') continue;
    if (annotation.verdict === 'dismissed') dismissed.push(annotation);
    else if (!shown) belowThreshold += 1;
    else if (!isVisible(annotation, settings)) {
      muted += 1;
      mutedArguments.add(shown.argument);
    } else {
      visible.push(annotation);
      stances[shown.stance] += 1;
      const tally = byArgument.get(shown.argument) ?? {
        argument: shown.argument,
        essay: essayIdOf(shown.argument),
        count: 0,
        stances: noStances(),
      };
      tally.count += 1;
      tally.stances[shown.stance] += 1;
      byArgument.set(shown.argument, tally);
    }
  }
  const tallies = [...byArgument.values()].sort((a, b) => b.count - a.count);
  return {
    visible,
    stances,
    arguments: tallies,
    dismissed,
    muted,
    mutedArguments: [...mutedArguments],
    belowThreshold,
  };
}
