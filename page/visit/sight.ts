import type { Placed } from '../article/reading';
import { isInSight } from '../article/unseen';

/**
 * Which claims stand where the page does not show them (folded up, cut off), as it was when last looked at: at the
 * reader's moves, and not at first, since asking for the layout costs a tenth of what a visit does.
 */
export class Sight {
  private hidden: ReadonlySet<string> = new Set();

  /** Looks again; asks for the page's layout. @returns whether any claim went out of sight or came into it */
  look(placed: readonly Placed[]): boolean {
    const before = this.hidden;
    this.hidden = new Set(
      placed.flatMap(({ annotation, anchor, range }) =>
        range && anchor.state === 'anchored' && !isInSight(range) ? [annotation.id] : [],
      ),
    );
    return this.hidden.size !== before.size || [...this.hidden].some((id) => !before.has(id));
  }

  /** What was placed, with the reason why it isn't seen, if it isn't. */
  saidOf(placed: Placed): Placed {
    const { annotation, anchor } = placed;
    if (anchor.state !== 'anchored' || !this.hidden.has(annotation.id)) return placed;
    return { ...placed, anchor: { ...anchor, reason: 'out-of-sight' } };
  }
}
