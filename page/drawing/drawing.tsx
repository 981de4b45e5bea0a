import { render } from 'preact';
import cardCss from '../../components/card/card.css?inline';
import { Layer, type LayerState } from './layer';
import layerCss from './layer.css?inline';
import { HOST_ATTRIBUTE, installSheet } from './sheet';

/** Events a page could make up to press our buttons for the reader. */
const GUARDED = [
  'click',
  'pointerdown',
  'mousedown',
  'keydown',
  'keyup',
  'input',
  'change',
  'submit',
] as const;

const PRESSES = new Set<string>(['click', 'pointerdown', 'mousedown', 'keydown']);

/** Milliseconds a card must have been in sight before a press on it counts. */
const NOTICED_MS = 700;

const PLAIN = {
  all: 'initial',
  // Which `all` leaves as the page has it.
  direction: 'ltr',
  position: 'fixed',
  inset: '0 auto auto 0',
  width: '0',
  height: '0',
  'z-index': '2147483647',
  display: 'block',
  opacity: '1',
  visibility: 'visible',
} as const;

/**
 * Everything of ours that is drawn over a page: one element under `html` with a closed shadow root, its style inlined.
 * It is added when something is first shown and stays out of the page's text.
 */
export class LayerDrawing {
  private readonly host: HTMLElement;
  private readonly root: ShadowRoot;
  private readonly mount: HTMLElement;
  private theme: 'light' | 'dark' | null = null;
  /** Until this time of events the reader's presses don't count. */
  private unseenUntil = 0;
  /** What is to be drawn last, while something is being drawn. */
  private next: LayerState | null = null;

  constructor(document: Document) {
    this.host = document.createElement('div');
    this.host.setAttribute(HOST_ATTRIBUTE, '');
    this.dress();
    this.root = this.host.attachShadow({ mode: 'closed' });
    for (const type of GUARDED)
      this.root.addEventListener(type, (event) => this.guard(event), { capture: true });
    this.mount = document.createElement('div');
    this.root.append(this.mount);
  }

  draw(state: LayerState): void {
    const isDrawing = this.next !== null;
    this.next = state;
    // What is drawn may give cause to draw again (its focus is a reader's first sign): after it, not within it.
    if (isDrawing) return;
    this.ensure();
    try {
      for (let drawn: LayerState | null = null; drawn !== this.next; ) {
        drawn = this.next;
        render(<Layer {...drawn} />, this.mount);
      }
    } finally {
      this.next = null;
    }
  }

  setTheme(theme: 'light' | 'dark'): void {
    if (theme === this.theme) return;
    this.theme = theme;
    this.host.dataset.theme = theme;
    this.host.style.setProperty('color-scheme', theme, 'important');
  }

  get isDrawn(): boolean {
    return this.host.isConnected;
  }

  owns(target: EventTarget | null): boolean {
    return target === this.host;
  }

  focusFirst(...selectors: string[]): void {
    const found = selectors.map((selector) => this.root.querySelector<HTMLElement>(selector));
    found.find((element) => element !== null)?.focus();
  }

  remove(): void {
    render(null, this.mount);
    this.host.remove();
  }

  /** Important inline style: a page's rules can't hide the card over a button of its own, or move it. */
  private dress(): void {
    for (const [name, value] of Object.entries(PLAIN)) this.host.style.setProperty(name, value, 'important');
    if (this.theme) this.host.style.setProperty('color-scheme', this.theme, 'important');
  }

  /** Lets through what the reader did, with the card in sight, and nothing else. */
  private guard(event: Event): void {
    const inSight = !PRESSES.has(event.type) || isPlainToSee(this.host);
    if (event.isTrusted && inSight && event.timeStamp > this.unseenUntil) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    if (inSight) return;
    // Hidden by the page's own script over something it wants pressed: shown again, and long enough to be noticed.
    this.dress();
    this.unseenUntil = event.timeStamp + NOTICED_MS;
  }

  private ensure(): void {
    if (this.host.isConnected) return;
    const { documentElement } = this.host.ownerDocument;
    documentElement.append(this.host);
    if (this.root.querySelector('style') === null && this.root.adoptedStyleSheets.length === 0) {
      installSheet(this.root, cardCss + layerCss);
    }
  }
}

/** A page can write over our host's own style: pressed is only what can be seen, where it was put. */
function isPlainToSee(host: HTMLElement): boolean {
  const { opacity, visibility, transform, filter, clipPath, mixBlendMode } = getComputedStyle(host);
  const around = getComputedStyle(host.ownerDocument.documentElement);
  return (
    Number(opacity) >= 0.9 &&
    visibility === 'visible' &&
    [transform, filter, clipPath].every((value) => value === 'none' || value === '') &&
    (mixBlendMode === 'normal' || mixBlendMode === '') &&
    (around.opacity === '' || Number(around.opacity) >= 0.5)
  );
}
