import type { Metadata } from '../article/metadata';
import type { Reading } from '../article/reading';
import { fetchHand, type Hand, handThere } from './hand-door';
import { Visit, type VisitEvents } from './visit';

/** Any of these says that someone reads; screen readers scroll and move the focus as they go. */
const READER_SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'scroll', 'focusin'];

/** Ends of gestures, which may be meant for a claim or a selection: what comes while the hand is fetched is not lost. */
const GESTURES = ['click', 'pointerup', 'keyup'];

/**
 * What stands of an article on the page: its visit, with the painted claims, and the reader's hand from the first sign
 * of a reader on. One view for one visit; `close()` takes all of it away.
 */
export class View {
  readonly visit: Visit;
  private hand: Hand | null = null;
  private fetching: Promise<void> | null = null;
  /** Gestures that wait for the hand. */
  private early: { event: Event; on: EventTarget | undefined }[] = [];
  private readonly listeners = new AbortController();
  private readonly firstSign = new AbortController();

  /** @param reading, former see `Visit`. */
  constructor(
    private readonly document: Document,
    reading: Reading,
    former: Metadata | undefined,
    events: Omit<VisitEvents, 'onClaims'>,
  ) {
    this.visit = new Visit(document, reading, former, { ...events, onClaims: () => this.onClaims() });
    const { signal } = this.listeners;
    for (const type of READER_SIGNS)
      document.addEventListener(type, () => this.onReader(), {
        signal: this.firstSign.signal,
        passive: true,
        capture: true,
      });
    for (const type of GESTURES)
      document.addEventListener(type, (event) => this.hear(event), { signal, passive: true, capture: true });
    for (const type of ['visibilitychange', 'scrollend', 'click'] as const)
      document.addEventListener(type, () => this.mend(), { signal, passive: true });
    // The popup opens: what it says of the claims' places is to be true.
    addEventListener('blur', () => this.mend(), { signal, passive: true });
    addEventListener('resize', () => this.visit.mend(true), { signal, passive: true });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.mend(), { signal });
  }

  /**
   * The reader's hand, fetched where it is not there yet; null where the visit is over.
   * @throws MessageError where it may not be fetched
   */
  async reach(): Promise<Hand | null> {
    this.take();
    if (this.hand || this.visit.isOver) return this.hand;
    this.fetching ??= fetchHand(() => !this.visit.isOver).finally(() => {
      this.fetching = null;
    });
    await this.fetching;
    this.take();
    return this.hand;
  }

  /** Goes to a claim and opens its card. @returns false where it has no place on the page. @throws as `reach` */
  async focus(id: string): Promise<boolean> {
    return this.visit.claimOf(id) !== undefined && (await this.reach())?.focus(id) === true;
  }

  /** Lets the reader select where a claim stands now. @returns false where it is none of this page's. @throws as `reach` */
  async placeAnew(id: string): Promise<boolean> {
    return this.visit.annotationOf(id) !== undefined && (await this.reach())?.placeAnew(id) === true;
  }

  close(): void {
    this.listeners.abort();
    this.firstSign.abort();
    this.hand?.close();
    this.visit.end();
  }

  /** Takes what its script brought, once that is there: what waited for it is drawn, and heard. */
  private take(): void {
    const create = this.hand || this.visit.isOver ? undefined : handThere();
    if (!create) return;
    this.hand = create(this.document, this.visit);
    this.hand.draw();
    for (const { event, on } of this.early.splice(0)) this.hand.hear(event, on);
  }

  /** The first sign of a reader: where the hand is there, it draws before the key or the focus goes anywhere. */
  private onReader(): void {
    this.firstSign.abort();
    this.reach().catch((thrown) => {
      // The next gesture asks again.
      this.early = [];
      console.error('Tightrope: the card could not be loaded:', thrown);
    });
  }

  private hear(event: Event): void {
    if (!event.isTrusted || this.visit.isOver) return;
    const [on] = event.composedPath();
    if (this.hand) {
      this.hand.hear(event, on);
      return;
    }
    this.early.push({ event, on });
    this.onReader();
  }

  private onClaims(): void {
    if (this.hand) this.hand.draw();
    // Where they can't be painted they are listed at once.
    else if (!this.visit.paints && this.visit.claims.length > 0) this.onReader();
  }

  private mend(): void {
    this.visit.mend();
    this.hand?.follow();
  }
}
