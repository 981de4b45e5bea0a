import { sendFromPage } from '../../messages/page-side';
import type { OverPage } from '../drawing/over-page';
import type { Visit } from '../visit/visit';
import { problemOf } from './problem';

/** Deletes claims, and offers the way back in a corner of the page, until the reader goes on. */
export class Removal {
  constructor(
    private readonly visit: Visit,
    private readonly over: OverPage,
    private readonly onRestored: (id: string) => void,
  ) {}

  /** @throws MessageError */
  async remove(id: string): Promise<void> {
    await sendFromPage('annotation/remove', { id });
    if (this.visit.isOver) return;
    this.visit.replace(id, null);
    this.offer(id, null);
  }

  private offer(id: string, error: string | null): void {
    this.over.update({
      refusal: null,
      removed: {
        error,
        onUndo: () => void this.restore(id),
        onClose: () => this.over.hideIfDrawn('removed'),
      },
    });
  }

  private async restore(id: string): Promise<void> {
    try {
      const restored = await sendFromPage('annotation/restore', { id });
      if (this.visit.isOver) return;
      this.over.hideIfDrawn('removed');
      this.visit.replace(id, restored);
      this.onRestored(id);
    } catch (thrown) {
      this.offer(id, problemOf(thrown));
    }
  }
}
