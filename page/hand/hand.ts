import type { Annotation, Correction, Verdict } from '../../annotations/types';
import type { CardProps } from '../../components/card/types';
import { sendFromPage } from '../../messages/page-side';
import { textFragmentLink } from '../anchoring/fragment';
import { boxNear, clickableAround } from '../drawing/hit';
import { NOTHING, OverPage } from '../drawing/over-page';
import { scrollTo } from '../drawing/scroll';
import type { Hand } from '../visit/hand-door';
import type { ShownClaim } from '../visit/shown-claim';
import type { Visit } from '../visit/visit';
import { copyText } from './clipboard';
import { Placing } from './placing';
import { problemOf } from './problem';
import { Removal } from './removal';
import { SelectionLinker } from './selection';

const startOf = ({ annotation }: ShownClaim) => annotation.anchor.span?.start ?? 0;

/** The card, the keyboard's list, the selection's button and the keys, over the article of one visit. */
export class PageHand implements Hand {
  private readonly over: OverPage;
  private readonly selection: SelectionLinker;
  private readonly placing: Placing;
  private readonly removal: Removal;
  private readonly listeners = new AbortController();
  private open: { id: string; point: { x: number; y: number } | null; back: Element | null } | null = null;
  private noteFrame: string | null = null;
  /** What was begun and is not done yet. */
  private pending = 0;
  private error: string | null = null;
  private hoverTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly document: Document,
    private readonly visit: Visit,
  ) {
    this.over = new OverPage(document, () => visit.ground(), {
      ...NOTHING,
      claims: [],
      painted: visit.paints,
      onOpenClaim: (id) => this.show(id, null),
    });
    this.placing = new Placing(document, visit, this.over, (id) => this.focus(id));
    this.removal = new Removal(visit, this.over, (id) => this.focus(id));
    this.selection = new SelectionLinker(
      document,
      visit,
      this.over,
      (added) => this.show(added.id, null),
      () => this.placing.isUnderWay,
    );
    const { signal } = this.listeners;
    document.addEventListener('keydown', (event) => this.onKey(event), { signal });
  }

  draw(): void {
    const { claims } = this.visit;
    // A claim just dismissed keeps its card until that is closed, so that it can be taken back.
    const claim = this.open ? this.visit.claimOf(this.open.id) : undefined;
    if (this.open && !claim) {
      this.hide();
      return;
    }
    if (claims.length === 0 && !claim && !this.over.isDrawn) return;
    this.over.update({
      claims: claims.map(({ annotation }) => annotation),
      card: claim
        ? { place: () => boxNear(claim.range, this.open?.point ?? null), props: this.cardProps(claim) }
        : null,
    });
  }

  follow(): void {
    this.over.follow();
  }

  owns(target: EventTarget | null): boolean {
    return this.over.owns(target);
  }

  consider(): void {
    this.selection.consider();
  }

  hover(on: EventTarget | undefined): void {
    clearTimeout(this.hoverTimer);
    if (this.over.owns(on ?? null)) return;
    const link = clickableAround(on);
    const claim = link && this.visit.claims.find(({ range }) => range.intersectsNode(link));
    if (!link || !claim) {
      this.hoverTimer = setTimeout(() => this.over.hideIfDrawn('hover'), 500);
      return;
    }
    this.over.update({
      hover: {
        place: () => link.getBoundingClientRect(),
        onPress: () => this.show(claim.annotation.id, null),
      },
    });
  }

  focus(id: string): boolean {
    const claim = this.visit.claimOf(id);
    if (!claim) return false;
    scrollTo(claim.range);
    this.show(id, null);
    return true;
  }

  /**
   * From the last on to the first and back. Where no card is open it goes to the first claim in view, or backwards to the
   * one above the window.
   */
  step(direction: 'next' | 'previous'): void {
    const { claims } = this.visit;
    const at = claims.findIndex(({ annotation }) => annotation.id === this.open?.id);
    // One just dismissed is none of them, but stands where it stood.
    const left = this.open && this.visit.claimOf(this.open.id);
    const isBefore = (claim: ShownClaim) =>
      left ? startOf(claim) < startOf(left) : claim.range.getBoundingClientRect().top < 0;
    const from = at >= 0 ? at : claims.findLastIndex(isBefore);
    const to = direction === 'next' ? from + 1 : at >= 0 ? at - 1 : from;
    const claim = claims.at(to % Math.max(1, claims.length));
    if (claim) this.focus(claim.annotation.id);
  }

  pick(): boolean {
    return this.selection.pick();
  }

  askForText(): void {
    this.selection.askForText();
  }

  placeAnew(id: string): boolean {
    this.hide();
    this.selection.close();
    return this.placing.begin(id);
  }

  close(): void {
    this.placing.stop();
    this.listeners.abort();
    clearTimeout(this.hoverTimer);
    this.selection.stop();
    this.over.remove();
  }

  show(id: string, point: { x: number; y: number } | null): void {
    if (!this.visit.claimOf(id)) return;
    const back = this.open?.back ?? this.document.activeElement;
    this.open = { id, point, back };
    this.noteFrame = null;
    this.error = null;
    this.visit.activate(id);
    this.visit.mend();
    this.selection.close();
    for (const part of ['hover', 'selection', 'removed'] as const) this.over.hideIfDrawn(part);
    this.draw();
  }

  hide(): void {
    this.over.hideIfDrawn('removed');
    if (!this.open) return;
    const { id, back } = this.open;
    // The reader may have gone on with it: a click elsewhere comes after the focus it gives.
    const hasFocus = this.over.owns(this.document.activeElement);
    this.open = null;
    this.noteFrame = null;
    this.visit.activate(null);
    this.draw();
    if (!hasFocus) return;
    if (this.over.owns(back)) this.over.focusFirst(`[data-claim="${CSS.escape(id)}"]`, '[data-claim]');
    else if (back instanceof HTMLElement && back !== this.document.body) back.focus({ preventScroll: true });
  }

  private cardProps(claim: ShownClaim): CardProps {
    const { annotation } = claim;
    const { id } = annotation;
    const index = this.visit.claims.findIndex((one) => one.annotation.id === id);
    return {
      annotation,
      index: index + 1,
      count: this.visit.claims.length,
      noteFrame: this.noteFrame,
      busy: this.pending > 0,
      error: this.error,
      onVerdict: (verdict: Verdict) =>
        void this.change(id, () => sendFromPage('annotation/verdict', { id, verdict })),
      onCorrect: (correction: Correction | null) =>
        void this.change(id, () => sendFromPage('annotation/correct', { id, correction })),
      onRemove: () => void this.edit(() => this.removal.remove(id)),
      onOpenNote: () => void this.openNote(id),
      onCloseNote: () => {
        this.noteFrame = null;
        this.draw();
      },
      onCopy: (lines) => void this.attempt(() => this.copy(lines, claim)),
      ...(this.visit.isInLibrary(annotation) && {
        onOpenLibrary: () => void this.attempt(() => sendFromPage('library/open', { id })),
      }),
      ...(annotation.anchor.state === 'uncertain' && {
        onPlaceHere: () => void this.edit(() => this.placing.confirm(id)),
        onPlaceAnew: () => void this.placeAnew(id),
      }),
      onStep: (direction) => this.step(direction),
      onClose: () => this.hide(),
    };
  }

  private change(id: string, send: () => Promise<Annotation>): Promise<void> {
    return this.edit(async () => this.visit.replace(id, await send()));
  }

  /** One after the other: while one is under way, the card says that no other is taken. */
  private async edit(action: () => Promise<unknown>): Promise<void> {
    if (this.pending === 0) await this.attempt(action);
  }

  private async openNote(id: string): Promise<void> {
    await this.attempt(async () => {
      const { url } = await sendFromPage('note/open', { id });
      if (this.open?.id === id) this.noteFrame = url;
    });
  }

  private async copy(lines: string, { annotation, range }: ShownClaim): Promise<void> {
    const { text, article } = this.visit.current;
    const span = article.pageText.spanOf(range) ?? annotation.target.position;
    const link = textFragmentLink(this.document.location.href, span, text);
    await copyText(this.document, [lines, link].filter(Boolean).join('\n'));
  }

  /** Does something that can fail, and says so in the card. */
  private async attempt(action: () => Promise<unknown>): Promise<void> {
    this.pending += 1;
    this.error = null;
    this.draw();
    try {
      await action();
    } catch (thrown) {
      this.error = problemOf(thrown);
    }
    this.pending -= 1;
    if (!this.visit.isOver) this.draw();
  }

  private onKey(event: KeyboardEvent): void {
    if (!event.isTrusted || event.key !== 'Escape') return;
    this.hide();
    this.selection.close();
    this.placing.stop();
  }
}
