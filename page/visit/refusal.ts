import { fetchHand, refusalThere } from './hand-door';

/** Says on a page in translation, which has no view of ours, why a selection is not taken. */
export class TranslationRefusal {
  private isWanted = false;
  private stop: (() => void) | null = null;

  /** Shown until the reader closes it. @throws MessageError where what draws it may not be fetched */
  async show(document: Document): Promise<void> {
    this.close();
    this.isWanted = true;
    await fetchHand(() => this.isWanted);
    if (this.isWanted) this.stop ??= refusalThere()?.(document) ?? null;
  }

  close(): void {
    this.isWanted = false;
    this.stop?.();
    this.stop = null;
  }
}
