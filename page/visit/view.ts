import type { Metadata } from '../article/metadata';
import type { Reading } from '../article/reading';
import { clickableAround, markAt } from '../drawing/hit';
import { fetchHand, type Hand, handThere } from './hand-door';
import { Visit, type VisitEvents } from './visit';

/** Any of these says that someone reads; screen readers scroll and move the focus as they go. */
const READER_SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'scroll', 'focusin'];

/** Text is selected by the end of one of these. At `selectionchange` it is too soon: that fires at every step of a drag. */
const SELECTING = ['pointerup', 'keyup'];

type Gesture = 'hover' | 'select' | 'click';

/**
 * What stands of an article on the page: its visit, with the painted claims, and the reader's hand, once there is a
 * reader and something to take in hand. One view for one visit; `close()` takes all of it away.
 */
export class View {
  readonly visit: Visit;
  private hand: Hand | null = null;
  private fetching: Promise<void> | null = null;
  private hasReader = false;
  /** What the hand is to do once it is there: by the last gesture of each kind. */
  private readonly early = new Map<Gesture, (hand: Hand) => void>();
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
    document.addEventListener('click', (event) => this.onClick(event), { signal, capture: true });
    document.addEventListener('pointerover', (event) => this.onHover(event), { signal, passive: true });
    for (const type of SELECTING)
      document.addEventListener(type, (event) => this.onSelecting(event), {
        signal,
        passive: true,
        capture: true,
      });
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
    if (this.visit.isOver) return null;
    this.take();
    if (this.hand) return this.hand;
    this.fetching ??= fetchHand(() => !this.visit.isOver).finally(() => {
      this.fetching = null;
    });
    await this.fetching;
    if (this.visit.isOver) return null;
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

  /** Takes what its script brought, once that is there: what waited for it is drawn, and done. */
  private take(): void {
    const create = this.hand ? undefined : handThere();
    if (!create) return;
    this.hand = create(this.document, this.visit);
    this.hand.draw();
    for (const act of this.early.values()) act(this.hand);
    this.early.clear();
  }

  private call(): void {
    this.reach().catch((thrown) => {
      // The next gesture calls again, and is not to open what this one was meant for.
      this.early.clear();
      console.error('Tightrope: the card could not be loaded:', thrown);
    });
  }

  /** Has the hand act on a gesture: now, or as soon as it is there. */
  private act(gesture: Gesture, act: (hand: Hand) => void): void {
    if (this.hand) act(this.hand);
    else this.early.set(gesture, act);
  }

  /** Where the hand's script is there, the list is drawn before the key or the focus goes anywhere. */
  private onReader(): void {
    this.firstSign.abort();
    this.hasReader = true;
    this.onClaims();
  }

  private onClaims(): void {
    if (this.hand) this.hand.draw();
    // Where they can't be painted they are listed at once.
    else if (this.visit.claims.length > 0 && (this.hasReader || !this.visit.paints)) this.call();
  }

  /** Which claim a click is on is told by the page as it is then, not by what it is when the hand comes. */
  private onClick(event: MouseEvent): void {
    if (!event.isTrusted || event.button !== 0 || this.hand?.owns(event.target)) return;
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    const own = clickableAround(event.composedPath()[0]) === null;
    // After the page, which may have a use of its own for the click, or keep it from its document.
    setTimeout(() => {
      if (this.visit.isOver) return;
      const { clientX: x, clientY: y } = event;
      const isOurs = plain && own && !event.defaultPrevented && !hasSelection(this.document);
      const mark = isOurs ? markAt(x, y, this.visit.marks()) : undefined;
      this.act('click', (hand) => (mark ? hand.show(mark.id, { x, y }) : hand.hide()));
      // A page may have kept to itself what came before the click.
      if (mark && !this.hand) this.call();
    });
  }

  private onHover(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType !== 'mouse') return;
    const [on] = event.composedPath();
    this.act('hover', (hand) => hand.hover(on));
  }

  private onSelecting(event: Event): void {
    if (!event.isTrusted || this.hand?.owns(event.target)) return;
    this.act('select', (hand) => hand.consider());
    if (!this.hand && (this.visit.claims.length > 0 || hasSelection(this.document))) this.call();
  }

  private mend(): void {
    this.visit.mend();
    this.hand?.follow();
  }
}

/** Whether the reader has text selected, in the page's light or in a shadow root. */
function hasSelection(document: Document): boolean {
  // `isCollapsed` is true in Chromium where the ends are in a shadow root.
  return document.getSelection()?.type === 'Range';
}
