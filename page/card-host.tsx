import { render } from 'preact';
import cardCss from '../components/card/card.css?inline';
import { Layer, type LayerState } from './layer';
import layerCss from './layer.css?inline';
import { installSheet } from './sheet';

/** Our one element on a news page; its name lets a later copy of the script find and sweep it. */
export const HOST_NAME = 'tightrope-host';

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

/**
 * Everything of ours that is drawn over a page: one element under `html` with a closed shadow root, its style inlined.
 * It is added when something is first shown and stays out of the page's text.
 */
export class CardHost {
  private readonly host: HTMLElement;
  private readonly root: ShadowRoot;
  private readonly mount: HTMLElement;
  private state: LayerState;

  constructor(document: Document, initial: LayerState) {
    this.state = initial;
    this.host = document.createElement(HOST_NAME);
    // Important inline style: a page's rules can't hide the card over a button of its own, or move it.
    const style =
      'all:initial!important;position:fixed!important;inset:0 auto auto 0!important;width:0!important;' +
      'height:0!important;z-index:2147483647!important;display:block!important;opacity:1!important';
    for (const rule of style.split(';')) {
      const [name = '', value = ''] = rule.split(':');
      this.host.style.setProperty(name, value.replace('!important', ''), 'important');
    }
    this.root = this.host.attachShadow({ mode: 'closed' });
    for (const type of GUARDED) this.root.addEventListener(type, guard, { capture: true });
    this.mount = document.createElement('div');
    this.root.append(this.mount);
  }

  /** Draws anew with these changes of state. */
  update(change: Partial<LayerState>): void {
    this.state = { ...this.state, ...change };
    this.ensure();
    render(<Layer {...this.state} />, this.mount);
  }

  /** Takes something away if it is drawn; spares the drawing where it is not. */
  hideIfDrawn(part: 'hover' | 'selection' | 'card' | 'picker' | 'placing'): void {
    if (this.state[part] !== null) this.update({ [part]: null });
  }

  /** Follows the ground the page's text stands on. */
  setTheme(theme: 'light' | 'dark'): void {
    this.host.dataset.theme = theme;
    this.host.style.setProperty('color-scheme', theme, 'important');
  }

  get isDrawn(): boolean {
    return this.host.isConnected;
  }

  /** Whether an event of the page came from within our root. */
  owns(target: EventTarget | null): boolean {
    return target === this.host;
  }

  /** Moves the keyboard's focus into what was just drawn. */
  focusFirst(selector: string): void {
    this.root.querySelector<HTMLElement>(selector)?.focus();
  }

  remove(): void {
    render(null, this.mount);
    this.host.remove();
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

function guard(event: Event): void {
  if (event.isTrusted) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}
