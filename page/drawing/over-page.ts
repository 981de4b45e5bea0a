import { LayerDrawing } from './drawing';
import type { LayerState } from './layer';

/** Nothing of what is drawn now and then. */
export const NOTHING = {
  card: null,
  picker: null,
  refusal: null,
  removed: null,
  placing: null,
  hover: null,
  selection: null,
} as const satisfies Partial<LayerState>;

/** Everything of ours that is shown over a news page besides the painting; drawn when there is first something to draw. */
export class OverPage {
  private drawing: LayerDrawing | null = null;
  private isOver = false;

  constructor(
    private readonly document: Document,
    /** The ground the page's text stands on. */
    private readonly ground: () => 'light' | 'dark',
    private state: LayerState,
  ) {}

  /** Draws anew with these changes of state. */
  update(change: Partial<LayerState>): void {
    this.state = { ...this.state, ...change };
    // An answer that came late draws nothing over a page that went elsewhere.
    if (this.isOver) return;
    this.drawing ??= new LayerDrawing(this.document);
    this.follow();
    this.drawing.draw(this.state);
  }

  /** Takes something away if it is drawn; spares the drawing where it is not. */
  hideIfDrawn(part: keyof typeof NOTHING): void {
    if (this.state[part] !== null) this.update({ [part]: null });
  }

  /** Follows the ground the page's text stands on: it may have turned dark meanwhile. */
  follow(): void {
    this.drawing?.setTheme(this.ground());
  }

  /** Whether anything of it is on the page. */
  get isDrawn(): boolean {
    return this.drawing?.isDrawn ?? false;
  }

  /** Whether an event of the page came from within what is drawn. */
  owns(target: EventTarget | null): boolean {
    return this.drawing?.owns(target) ?? false;
  }

  /** Moves the keyboard's focus into what was just drawn: to the first of these that is there. */
  focusFirst(...selectors: string[]): void {
    this.drawing?.focusFirst(...selectors);
  }

  remove(): void {
    this.isOver = true;
    this.drawing?.remove();
  }
}
