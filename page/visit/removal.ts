import { sendFromPage } from '../../messages/page-side';
import type { CardHost } from '../drawing/card-host';
import { problemOf } from '../problem';
import type { Visit } from './visit';

/** Deletes claims, and offers the way back in a corner of the page, until the reader goes on. */
export class Removal {
  constructor(
    private readonly visit: Visit,
    private readonly host: CardHost,
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
    this.host.update({
      refusal: null,
      removed: {
        error,
        onUndo: () => void this.restore(id),
        onClose: () => this.host.hideIfDrawn('removed'),
      },
    });
  }

  private async restore(id: string): Promise<void> {
    try {
      const restored = await sendFromPage('annotation/restore', { id });
      if (this.visit.isOver) return;
      this.host.hideIfDrawn('removed');
      this.visit.replace(id, restored);
      this.onRestored(id);
    } catch (thrown) {
      this.offer(id, problemOf(thrown));
    }
  }
}
