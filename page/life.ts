import { isExtensionAlive, onToPage } from '../messages/page-side';
import { leadingText } from './sentinel';
import { isOnSubject } from './subject';
import { sweep } from './sweep';
import { View } from './view';

/** After a client-side navigation: how long to wait for the new article, and how often to look for it (ms). */
const SETTLE = 500;
const LOOKS = 6;

/**
 * The annotator's life in one document: from its injection to the page's or the extension's end, over client-side
 * navigation and the back-forward cache. There is one in a document; a second injection only asks it to look again.
 */
export class Life {
  private view: View | null = null;
  private address = '';
  private looking: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new AbortController();
  private readonly stopHearing: () => void;

  constructor(private readonly document: Document) {
    sweep(document);
    this.stopHearing = onToPage({
      'page/refresh': ({ annotations, settings }) => {
        this.view?.visit.refresh(annotations, settings);
        return undefined;
      },
      'page/focus': ({ id }) => ({ found: this.view?.focus(id) ?? false }),
      'page/step': ({ direction }) => {
        this.view?.step(direction);
        return undefined;
      },
      'page/link-selection': () => {
        this.view?.linkSelection();
        return undefined;
      },
      'page/stop': () => {
        this.rest();
        return undefined;
      },
    });
    const { signal } = this.listeners;
    addEventListener('pageshow', (event) => event.persisted && this.begin(), { signal });
    addEventListener('popstate', () => this.onAddress(), { signal });
    const { navigation } = globalThis as { navigation?: EventTarget };
    // The page's own pushState: seen at once by the Navigation API, else by the next click, scroll or key.
    navigation?.addEventListener('currententrychange', () => this.onAddress(), { signal });
    for (const type of ['click', 'scrollend', 'keyup'] as const) {
      document.addEventListener(type, () => this.onAddress(), { signal, passive: true });
    }
  }

  /** Begins a visit to the article as it stands now; the one before, if any, ends. */
  begin(): void {
    if (!this.isAlive()) return;
    this.stopLooking();
    this.rest();
    this.address = addressOf(this.document);
    const view = new View(this.document);
    this.view = view;
    view.visit.begin().catch(() => {
      // The background has put the error into the tab's state, or is gone.
      this.isAlive();
    });
  }

  /** Asked again (a second injection): a visit that is under way, or about to begin, goes on. */
  again(): void {
    if (this.looking !== undefined) return;
    if (!this.view || this.view.visit.isOver || this.address !== addressOf(this.document)) this.begin();
  }

  /** Ends everything; after this the copy of the script is silent. */
  end(): void {
    this.stopLooking();
    this.rest();
    this.listeners.abort();
    try {
      this.stopHearing();
    } catch {
      // The extension is gone, and its listeners with it.
    }
  }

  get isOver(): boolean {
    return this.listeners.signal.aborted;
  }

  /** False, and the end of this copy, once the extension was updated or removed under the page. */
  private isAlive(): boolean {
    if (isExtensionAlive()) return true;
    this.end();
    return false;
  }

  private rest(): void {
    this.view?.close();
    this.view = null;
  }

  private onAddress(): void {
    if (!this.isAlive() || addressOf(this.document) === this.address) return;
    this.address = addressOf(this.document);
    this.stopLooking();
    this.look(LOOKS);
  }

  /** Waits for the page to show another text, then begins anew, unless that is not on our subject. */
  private look(left: number): void {
    this.looking = setTimeout(() => {
      const text = leadingText(this.document);
      const changed = this.view ? this.view.visit.current.isGone() : text.length > 0;
      if (!changed && left > 0) return this.look(left - 1);
      // The same text under a new address (a parameter, say) is still the article it was.
      if (!changed || isOnSubject(this.document.title, text)) return this.begin();
      this.stopLooking();
      this.rest();
    }, SETTLE);
  }

  private stopLooking(): void {
    clearTimeout(this.looking);
    this.looking = undefined;
  }
}

/** An address without its fragment. */
function addressOf(document: Document): string {
  return document.location.href.replace(/#.*$/s, '');
}
