import type { PlaceAnewProps } from '../../components/card/types';
import { sendFromPage } from '../../messages/page-side';
import { describe } from '../anchoring/selectors';
import type { OverPage } from '../drawing/over-page';
import type { Visit } from '../visit/visit';
import { problemOf } from './problem';
import { selectedIn, whyNot as whyNotOf } from './selected';

/** A selection is taken note of once it has stood for this long, in milliseconds. */
const PAUSE = 120;

/**
 * An annotation without a (sure) place gets one by the reader's hand: they select the passage where it stands now, and
 * press the button of a small bar that shows the quote.
 */
export class Placing {
  private listeners: AbortController | null = null;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private props: PlaceAnewProps | null = null;

  constructor(
    private readonly document: Document,
    private readonly visit: Visit,
    private readonly over: OverPage,
    private readonly onPlaced: (id: string) => void,
  ) {}

  get isUnderWay(): boolean {
    return this.listeners !== null;
  }

  /** Shows the bar for an annotation of this visit. @returns false where it is none of this visit's. */
  begin(id: string): boolean {
    const annotation = this.visit.annotationOf(id);
    if (!annotation) return false;
    this.stop();
    this.listeners = new AbortController();
    this.props = {
      quote: annotation.target.quote.exact,
      language: annotation.page.language,
      chosen: null,
      whyNot: null,
      busy: false,
      error: null,
      onPlace: () => void this.place(id),
      onClose: () => this.stop(),
    };
    this.document.addEventListener('selectionchange', () => this.onSelection(), {
      signal: this.listeners.signal,
    });
    this.over.update({ placing: this.props, selection: null, hover: null });
    this.look();
    return true;
  }

  stop(): void {
    if (!this.listeners) return;
    this.listeners.abort();
    this.listeners = null;
    clearTimeout(this.pause);
    this.props = null;
    this.over.update({ placing: null });
  }

  /** The reader says that an uncertain place is the right one. @throws MessageError */
  async confirm(id: string): Promise<void> {
    const { span } = this.visit.claimOf(id)?.annotation.anchor ?? {};
    if (!span) return;
    const { text, article } = this.visit.current;
    const target = describe(span, text, article.blocks);
    const placed = await sendFromPage('annotation/place', { id, target });
    if (!this.visit.isOver) this.visit.replace(id, placed);
  }

  private onSelection(): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.look(), PAUSE);
  }

  private look(): void {
    const { current } = this.visit;
    const selected = selectedIn(this.document, current);
    const whyNot = selected && whyNotOf(selected);
    const chosen = selected && !whyNot ? current.text.slice(selected.span.start, selected.span.end) : null;
    if (chosen !== this.props?.chosen || whyNot !== this.props.whyNot)
      this.draw({ chosen, whyNot, error: null });
  }

  private draw(change: Partial<PlaceAnewProps>): void {
    if (!this.props) return;
    this.props = { ...this.props, ...change };
    this.over.update({ placing: this.props });
  }

  private async place(id: string): Promise<void> {
    const { current } = this.visit;
    const { text, article } = current;
    const selected = selectedIn(this.document, current);
    if (!selected || whyNotOf(selected) || this.props?.busy) return;
    this.draw({ busy: true, error: null });
    try {
      const target = describe(selected.span, text, article.blocks);
      const placed = await sendFromPage('annotation/place', { id, target });
      if (this.visit.isOver) return;
      this.stop();
      this.document.getSelection()?.removeAllRanges();
      this.visit.replace(id, placed);
      this.onPlaced(id);
    } catch (thrown) {
      this.draw({ busy: false, error: problemOf(thrown) });
    }
  }
}
