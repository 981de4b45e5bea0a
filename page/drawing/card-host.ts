import { sendUntilAnswered } from '../../messages/page-side';
import { behindDoor, closeDoor, openDoor } from '../doors';
import type { LayerState } from './layer';

/** What draws over a page; a script of its own (`entrypoints/card.ts`), because few pages ever need it. */
export interface Drawing {
  /** Draws this, in the place of what was drawn before. */
  draw(state: LayerState): void;
  /** Follows the ground the page's text stands on. */
  setTheme(theme: 'light' | 'dark'): void;
  readonly isDrawn: boolean;
  /** Whether an event of the page came from within what is drawn. */
  owns(target: EventTarget | null): boolean;
  /** Moves the keyboard's focus into what was just drawn: to the first of these that is there. */
  focusFirst(...selectors: string[]): void;
  remove(): void;
}

/** Makes what draws over a document. */
export type CreateDrawing = (document: Document) => Drawing;

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

const DOOR = 'tightropeDrawing';

/** The card's script says that it is there. */
export const openDrawing = (create: CreateDrawing) => openDoor(DOOR, create);

/** Forgets that of an older copy of the extension. */
export const forgetDrawing = () => closeDoor(DOOR);

const drawingThere = () => behindDoor(DOOR) as CreateDrawing | undefined;

/**
 * Everything of ours that is shown over a news page besides the painting. What draws it is fetched when there is first
 * something to draw, and then draws what is to be shown by that time.
 */
export class CardHost {
  private drawing: Drawing | null = null;
  private isLoading = false;
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
    this.drawing ??= drawingThere()?.(this.document) ?? null;
    if (this.drawing) {
      this.follow();
      this.drawing.draw(this.state);
    } else if (!this.isLoading) void this.load();
  }

  /** Takes something away if it is drawn; spares the drawing where it is not. */
  hideIfDrawn(part: keyof typeof NOTHING): void {
    if (this.state[part] !== null) this.update({ [part]: null });
  }

  /** Follows the ground the page's text stands on: it may have turned dark meanwhile. */
  follow(): void {
    this.drawing?.setTheme(this.ground());
  }

  /** Whether anything of it is on the page, or is about to be. */
  get isDrawn(): boolean {
    return this.isLoading || (this.drawing?.isDrawn ?? false);
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

  /** Has the background put the card's script beside this one. Where it may not any more, the next need asks again. */
  private async load(): Promise<void> {
    this.isLoading = true;
    try {
      await sendUntilAnswered('script/load', { script: 'card' }, () => !this.isOver);
    } catch (thrown) {
      console.error('Tightrope: the card could not be loaded:', thrown);
    }
    this.isLoading = false;
    if (this.isOver || !drawingThere()) return;
    this.update({});
  }
}
