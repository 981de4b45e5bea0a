import { pageKeyOf } from '../../annotations/address';
import { withoutFragment } from '../../annotations/route';
import { isExtensionAlive, sendFromPage } from '../../messages/page-side';
import type { Metadata } from '../article/metadata';
import { Reading } from '../article/reading';
import { addressIn, articleElements, articleInView } from '../article/scope';
import { isTranslated, watchLanguage } from '../article/translation';
import { sweep } from '../drawing/sweep';
import { isFramed } from '../frames';
import { headline, leadingText, looksLikeArticle } from '../sentinel/sentinel';
import { isOnSubject } from '../sentinel/subject';
import { whenSeen, whenSettled } from '../settle';
import { TranslationRefusal } from './refusal';
import { answerRequests } from './requests';
import { View } from './view';

/** Events at which a copy of the script whose extension is gone notices it, before any other listener of ours. */
const SIGNS = ['click', 'pointerup', 'pointerover', 'keydown', 'keyup', 'scrollend', 'visibilitychange'];

/** How much later than its text a page may change its address, in milliseconds. */
const FOLLOWS = 6000;

/**
 * The annotator's life in one document: from its injection to the page's or the extension's end, over client-side
 * navigation, from article to article under each other, and over the back-forward cache. There is one in a document; a
 * second injection only asks it to look again.
 */
export class Life {
  /** The document's articles that were read; those the reader has scrolled past keep their marks. */
  private readonly views = new Set<View>();
  /** The one the reader looks at. */
  private view: View | null = null;
  /** An article in view that is none of ours. */
  private passed: Element | null = null;
  /** The page's own language, and whether a translation stands in its place: then nothing is read or shown. */
  private language: string;
  private isTranslated = false;
  private readonly refusal = new TranslationRefusal();
  /** The page is being read for the visit to come; null: it is not. */
  private reading: Promise<void> | null = null;
  /** Nothing is to be read or shown: the page turned to another subject, or the background stopped us. */
  private isOff = false;
  private address = '';
  /** Ends the wait for a page that goes elsewhere; null: none is under way. */
  private stopWaiting: (() => void) | null = null;
  private readonly listeners = new AbortController();
  private readonly stopHearing: () => void;
  private readonly stopWatching: () => void;

  constructor(private readonly document: Document) {
    sweep(document);
    this.language = document.documentElement.lang;
    this.stopWatching = watchLanguage(document, () => this.onLanguage());
    this.stopHearing = answerRequests({
      views: () => this.views,
      inView: () => this.view,
      refusal: () => (this.isTranslated ? this.refusal : null),
      isRead: () => this.reading,
      stop: () => {
        this.rest();
        this.isOff = true;
      },
      end: () => this.end(),
    });
    const { signal } = this.listeners;
    addEventListener('pageshow', (event) => event.isTrusted && event.persisted && this.resume(), { signal });
    if (isFramed()) addEventListener('pagehide', () => this.leave(), { signal });
    addEventListener('popstate', () => this.onAddress(), { signal });
    const { navigation } = globalThis as { navigation?: EventTarget };
    // The page's own pushState: seen at once by the Navigation API, else by the next click, scroll or key.
    navigation?.addEventListener('currententrychange', () => this.onAddress(), { signal });
    for (const type of SIGNS)
      addEventListener(type, () => this.onSign(type), { signal, passive: true, capture: true });
  }

  /** Begins a visit to the article as it stands now; the one before ends. @param former see `Reading.of`. */
  begin(former?: Metadata): void {
    if (!this.isAlive()) return;
    this.rest();
    this.isOff = false;
    this.address = addressOf(this.document);
    this.isTranslated = isTranslated(this.document, this.language);
    if (this.isTranslated) this.announce();
    else this.read(former);
  }

  /** The frame goes away, of which the tab's address tells nothing. */
  private leave(): void {
    if (this.view && isExtensionAlive())
      sendFromPage('page/left', { visit: this.view.visit.id }).catch(() => undefined);
  }

  /** Begins anew after an interruption, unless there is nothing to be read by now. */
  private resume(): void {
    if (!this.isOff || this.isOurs(leadingText(this.document))) this.begin();
  }

  /** Whether what the page turned to is an article on our subject. @param text its leading text */
  private isOurs(text: string): boolean {
    return looksLikeArticle(this.document, text) && isOnSubject(headline(this.document), text);
  }

  /** @param scope the article's element, where it is one of several. */
  private read(former?: Metadata, scope?: Element): void {
    const reading = Reading.of(this.document, former, scope)
      .then((read) => {
        if (this.reading === reading) this.open(read, former);
      })
      .catch((thrown) => {
        // The next turn, or the next injection, tries again.
        if (this.reading === reading) this.reading = null;
        console.error('Tightrope: the page could not be read:', thrown);
      });
    this.reading = reading;
  }

  private open(reading: Reading, former: Metadata | undefined): void {
    this.reading = null;
    const view = new View(this.document, reading, former, {
      onReplaced: () => this.onReplaced(view),
      mayRead: () => this.isAlive() && !this.onLanguage(),
    });
    this.views.add(view);
    this.view = view;
    view.visit.begin().then(
      () => this.onAnalysed(view),
      // The background has put the error into the tab's state, or is gone.
      () => this.isAlive(),
    );
  }

  /** The background counts the article analysed last; the reader may have turned to another one meanwhile. */
  private onAnalysed(view: View): void {
    if (this.view === view || !this.views.has(view) || this.reading) return;
    // One that is still being analysed will be the last.
    if (!this.view || this.view.visit.isAnswered) this.announce();
  }

  /** Another text stands where an article was. */
  private onReplaced(view: View): void {
    // Long after its address changed, or about to: the wait that is under way sees to it.
    if (this.stopWaiting) return;
    if (this.views.size === 1) {
      // Under its own address, if that follows: what is read now would be stored under the former article's.
      const timer = setTimeout(() => this.begin(), FOLLOWS);
      this.stopWaiting = () => clearTimeout(timer);
      return;
    }
    // One of several, taken out of the page by itself.
    view.close();
    this.views.delete(view);
    if (this.view === view) this.view = null;
    if (this.turn() || this.view) return;
    // Of one that is left alone no element tells that it is in view.
    if (this.views.size === 1) [this.view = null] = this.views;
    this.announce();
  }

  /** Asked again (a second injection): a visit that is under way, or about to begin, goes on. */
  again(): void {
    if (this.stopWaiting || this.reading) return;
    this.view?.visit.mend();
    const isSame = this.address === addressOf(this.document);
    if (this.onLanguage()) this.announce();
    else if (!isSame || (!this.view && !this.passed) || this.view?.visit.isOver) this.begin();
    else if (!this.view || this.view.visit.isAnswered) this.announce();
  }

  /** Ends everything; after this the copy of the script is silent. */
  end(): void {
    this.rest();
    this.stopWatching();
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
    for (const view of this.views) view.close();
    this.views.clear();
    this.view = null;
    this.passed = null;
    this.refusal.close();
  }

  private onSign(type: string): void {
    this.onAddress();
    if (type === 'scrollend') this.turn();
    if (this.isTranslated) this.onLanguage();
  }

  /** Rests while a translation stands in the page's place, and begins anew with its own text. @returns whether it does */
  private onLanguage(): boolean {
    if (!this.isAlive()) return false;
    // On the way to another article a page may change its own language.
    if (this.stopWaiting && !isTranslated(this.document, ''))
      this.language = this.document.documentElement.lang;
    const was = this.isTranslated;
    this.isTranslated = isTranslated(this.document, this.language);
    if (this.isTranslated && !was) {
      this.rest();
      this.announce();
    } else if (was && !this.isTranslated) this.resume();
    return this.isTranslated;
  }

  /** Turns to the article in view, where the document holds several. @returns whether it is another than before */
  private turn(): boolean {
    if (this.views.size === 0 || this.reading) return false;
    const element = articleInView(this.document);
    if (!element || this.view?.visit.standsIn(element) || this.passed === element) return false;
    const known = [...this.views].find(({ visit }) => visit.standsIn(element));
    const former = this.view?.visit.current.article;
    if (!known) {
      // One without an address of its own gets the page's, once that has changed.
      const own = addressIn(element);
      const key = pageKeyOf(this.document.location.href, own);
      if ([...this.views].some(({ visit }) => visit.key === key || (own === '' && visit.isAt(key))))
        return false;
    }
    this.stopWaiting?.();
    this.stopWaiting = null;
    this.view = known ?? null;
    this.passed = null;
    if (!known && isOnSubject(headline(element), leadingText(element))) this.read(former, element);
    else {
      this.passed = known ? null : element;
      this.announce();
    }
    return true;
  }

  /** Tells the background which article the reader looks at, if it is one of ours; one it has forgotten is read anew. */
  private announce(): void {
    const { view } = this;
    sendFromPage('page/in-view', { visit: view?.visit.id ?? null })
      .then(({ known }) => {
        if (!known && this.view === view) this.begin();
      })
      .catch(() => undefined);
  }

  /** Where the address changed: waits for the page to show another text, and begins anew if that is on our subject. */
  private onAddress(): void {
    const before = this.address;
    if (!this.isAlive() || addressOf(this.document) === before) return;
    this.address = addressOf(this.document);
    // No more than a parameter that says where the reader came from.
    if (before !== '' && pageKeyOf(before) === pageKeyOf(this.address)) return;
    if (this.turn()) return;
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
        if (this.turn()) return;
        // The same text under a new address (a parameter, say) is still the article it was.
        if (!changed && articleElements(this.document).length > 0) this.announce();
        else if (!changed) this.begin();
        else if (this.isOurs(text)) this.begin(reading?.article);
        else {
          this.rest();
          this.isOff = true;
          this.announce();
        }
      },
    );
  }
}

const addressOf = (document: Document) => withoutFragment(document.location.href);
