import { isExtensionAlive, onToPage } from '../messages/page-side';
import type { Metadata } from './metadata';
import { Reading } from './reading';
import { headline, leadingText } from './sentinel';
import { whenSeen, whenSettled } from './settle';
import { isOnSubject } from './subject';
import { sweep } from './sweep';
import { View } from './view';

/** Events at which a copy of the script whose extension is gone notices it, before any other listener of ours. */
const SIGNS = ['click', 'pointerup', 'pointerover', 'keydown', 'keyup', 'scrollend', 'visibilitychange'];

/**
 * The annotator's life in one document: from its injection to the page's or the extension's end, over client-side
 * navigation and the back-forward cache. There is one in a document; a second injection only asks it to look again.
 */
export class Life {
  private view: View | null = null;
  /** The page is being read for the visit to come; null: it is not. */
  private reading: Promise<Reading> | null = null;
  private address = '';
  /** Ends the wait for a page that goes elsewhere; null: none is under way. */
  private stopWaiting: (() => void) | null = null;
  private readonly listeners = new AbortController();
  private readonly stopHearing: () => void;

  constructor(private readonly document: Document) {
    sweep(document);
    // What is asked while the page is being read waits for that.
    const viewed = async () => {
      await this.reading;
      return this.view;
    };
    this.stopHearing = onToPage({
      'page/refresh': ({ annotations, settings }) => {
        this.view?.visit.refresh(annotations, settings);
        return undefined;
      },
      'page/focus': async ({ id }) => ({ found: (await viewed())?.focus(id) ?? false }),
      'page/step': async ({ direction }) => {
        (await viewed())?.step(direction);
        return undefined;
      },
      'page/link-selection': async () => {
        (await viewed())?.linkSelection();
        return undefined;
      },
      'page/place': async ({ id }) => ({ started: (await viewed())?.placeAnew(id) ?? false }),
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
    for (const type of SIGNS)
      addEventListener(type, () => this.onAddress(), { signal, passive: true, capture: true });
  }

  /**
   * Begins a visit to the article as it stands now; the one before, if any, ends.
   * @param former what another article in this document said of itself.
   */
  begin(former?: Metadata): void {
    if (!this.isAlive()) return;
    this.rest();
    this.address = addressOf(this.document);
    const reading = Reading.of(this.document, former);
    this.reading = reading;
    void reading.then((read) => {
      if (this.reading === reading) this.open(read, former);
    });
  }

  private open(reading: Reading, former: Metadata | undefined): void {
    this.reading = null;
    const view = new View(this.document, reading, former, {
      // Under the same address, or long after that changed: a wait that is under way sees to it otherwise.
      onReplaced: () => this.stopWaiting ?? this.begin(),
      isAlive: () => this.isAlive(),
    });
    this.view = view;
    view.visit.begin().catch(() => {
      // The background has put the error into the tab's state, or is gone.
      this.isAlive();
    });
  }

  /** Asked again (a second injection): a visit that is under way, or about to begin, goes on. */
  again(): void {
    if (this.stopWaiting || this.reading) return;
    if (!this.view || this.view.visit.isOver || this.address !== addressOf(this.document)) this.begin();
  }

  /** Ends everything; after this the copy of the script is silent. */
  end(): void {
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
    this.stopWaiting?.();
    this.stopWaiting = null;
    this.reading = null;
    this.view?.close();
    this.view = null;
  }

  /** Where the address changed: waits for the page to show another text, and begins anew if that is on our subject. */
  private onAddress(): void {
    if (!this.isAlive() || addressOf(this.document) === this.address) return;
    this.address = addressOf(this.document);
    this.stopWaiting?.();
    let stopSettling: () => void = () => undefined;
    const stopSeeing = whenSeen(this.document, () => {
      stopSettling = this.settle(this.view?.visit.current);
    });
    this.stopWaiting = () => {
      stopSeeing();
      stopSettling();
    };
  }

  private settle(reading: Reading | undefined): () => void {
    return whenSettled(
      () => leadingText(this.document),
      () => reading !== undefined && !reading.isGone(),
      (text, changed) => {
        this.stopWaiting = null;
        // The same text under a new address (a parameter, say) is still the article it was.
        if (!changed) this.begin();
        else if (isOnSubject(headline(this.document), text)) this.begin(reading?.article);
        else this.rest();
      },
    );
  }
}

/** An address without its fragment. */
function addressOf(document: Document): string {
  return document.location.href.replace(/#.*$/s, '');
}
