import { LONGEST_LINK, pageKeyOf } from '../../annotations/address';
import { isVisible, shownOf } from '../../annotations/shown';
import { isTouched } from '../../annotations/touched';
import type { Annotation, Page } from '../../annotations/types';
import { essayIdOf } from '../../essays/ids';
import { sendFromPage, sendUntilAnswered } from '../../messages/page-side';
import type { Block, PageAnswer, PageSettings } from '../../messages/protocol';
import { fetchAnchoring } from '../article/anchoring';
import type { Metadata } from '../article/metadata';
import type { Placed, Reading } from '../article/reading';
import { addressIn } from '../article/scope';
import { createPainter, type Mark, type Painter } from '../drawing/painter';
import { groundOf } from '../drawing/theme';
import { randomId } from './random-id';
import { type ShownClaim, shownClaim } from './shown-claim';
import { Sight } from './sight';
import { watchArticle } from './watch';

/** What the reader's view of the visit needs to hear. */
export interface VisitEvents {
  /** The claims shown, in the order of the page, changed. */
  readonly onClaims: () => void;
  /** Another text stands where the article was. */
  readonly onReplaced: () => void;
  /** Whether the extension is there and the page shows its own text, no translation; asked before what is done late. */
  readonly mayRead: () => boolean;
}

/**
 * One stay on one article: reads it, has it analysed, finds the annotations' places, paints them and keeps up with
 * late text. Answers that come after `end()` are dropped.
 */
export class Visit {
  readonly id = randomId();
  /** What the page called itself when the visit began. */
  private readonly address: string;
  private readonly canonical: string;
  private annotations: readonly Annotation[] = [];
  private placed: readonly Placed[] = [];
  private readonly sight = new Sight();
  private settings: PageSettings = { painting: 'highlight', mutedArguments: [], threshold: 0 };
  private readonly painter: Painter;
  private stopWatching: () => void = () => undefined;
  private watched: Node | null = null;
  private ended = false;
  /** How often the article was read again. */
  private turns = 0;
  /** Texts of the blocks that were analysed, or are being: what failed is sent again with what comes next. */
  private readonly sent = new Set<string>();
  /** Whether the background knows of this visit. */
  isAnswered = false;
  /** Whether anything of it is kept, and what only once it is touched, by the background's word. */
  private isStored = false;
  private unsaved: ReadonlySet<string> = new Set();
  /** The claims shown, in the order of the page. */
  claims: readonly ShownClaim[] = [];

  /**
   * @param reading the page as it stands at the visit's begin.
   * @param former what another article in this document said of itself.
   */
  constructor(
    private readonly document: Document,
    private reading: Reading,
    private readonly former: Metadata | undefined,
    private readonly events: VisitEvents,
  ) {
    this.painter = createPainter(document, () => this.ground());
    this.address = document.location.href;
    this.canonical = reading.article.canonical;
  }

  /**
   * The article's key, as far as the page itself can tell: another article of the same document has another. Worked out
   * when asked for: most documents hold one.
   */
  get key(): string {
    return pageKeyOf(this.address, this.canonical);
  }

  /** Whether the page's address is this article's, whatever it calls itself. @param key of the page's address */
  isAt(key: string): boolean {
    const { scope } = this.reading;
    return !(scope instanceof Element && addressIn(scope)) && pageKeyOf(this.address) === key;
  }

  /** Has the article analysed and shows what was found. @throws MessageError */
  async begin(): Promise<void> {
    await this.analyse(this.reading.article.blocks);
    if (this.ended) return;
    this.watch();
  }

  get page(): Page {
    const { canonical, title, authors, outlet, published, language } = this.reading.article;
    // The background takes the address from the sender and checks the canonical link that stands for the key here.
    return {
      key: canonical.length > LONGEST_LINK ? '' : canonical,
      url: this.document.location.href,
      title,
      ...(authors.length > 0 && { authors }),
      outlet,
      published,
      language,
      fingerprint: '',
    };
  }

  get current(): Reading {
    return this.reading;
  }

  /** False where the browser can't paint: the claims must be listed instead. */
  get paints(): boolean {
    return this.painter.status === 'ready';
  }

  get isOver(): boolean {
    return this.ended;
  }

  /** What holds the article's body. */
  private get root(): Element | ShadowRoot {
    return this.reading.article.root ?? this.reading.article.pageText.root;
  }

  /** Where more of the article may come: beside its body too, of which a page may have no more than the first lines. */
  private get place(): Element | ShadowRoot {
    const { root } = this;
    const { scope, article } = this.reading;
    if (scope instanceof Element) return scope;
    // The rest of a mere beginning may come anywhere.
    if (this.reading.isBeginning) return article.pageText.root;
    return (root instanceof Element && root.closest('article, main')) || root;
  }

  /** Follows the article where it stands by now: a page may put a copy in its place. */
  private watch(): void {
    const { place } = this;
    if (this.watched === place) return;
    this.stopWatching();
    this.watched = place;
    // Of what came while the background was at work or the page was read, or could not be analysed, it never hears.
    const { reading } = this;
    const isLate = !reading.isCurrent || reading.hasTurned || reading.newSince(this.sent).length > 0;
    const onQuiet = () => {
      this.watched = null;
    };
    this.stopWatching = watchArticle(place, isLate, () => void this.readAgain(), onQuiet);
  }

  /** Whether the article stands in an element, or around it. */
  standsIn(element: Element): boolean {
    const { scope } = this.reading;
    const place = scope?.isConnected && scope instanceof Element ? scope : this.root;
    return place.isConnected && (element.contains(place) || place.contains(element));
  }

  ground(): 'light' | 'dark' {
    return groundOf(this.reading.article.root ?? this.document.body);
  }

  /** Takes over what the background knows now. */
  refresh(annotations: readonly Annotation[], settings: PageSettings): void {
    this.settings = settings;
    this.show(annotations);
  }

  /** An annotation the reader changed or added, or (null) removed. */
  replace(id: string, annotation: Annotation | null): void {
    const others = this.annotations.filter((known) => known.id !== id);
    this.show(annotation ? [...others, annotation] : others);
  }

  /** Whether the library has an annotation shown here. */
  isInLibrary(annotation: Annotation): boolean {
    return this.isStored && (isTouched(annotation) || !this.unsaved.has(annotation.id));
  }

  annotationOf(id: string): Annotation | undefined {
    return this.annotations.find((known) => known.id === id);
  }

  /** A claim with a place on the page, also one that is not painted (just dismissed, say). */
  claimOf(id: string): ShownClaim | undefined {
    const found = this.placed.find(({ annotation }) => annotation.id === id);
    return found && shownClaim(found);
  }

  activate(id: string | null): void {
    this.painter.activate(id);
  }

  /** Paints again what was taken away, sees what is folded up or out, and watches again over what was quiet for long. */
  mend(isResized = false): void {
    if (this.ended) return;
    this.painter.mend();
    if (this.sight.look(this.placed)) this.show(this.annotations);
    // Another copy is in sight: it is looked at as what comes late is.
    if (isResized && this.reading.hasTurned) this.watched = null;
    if (this.isAnswered) this.watch();
  }

  marks(): Mark[] {
    return this.placed.flatMap(({ annotation, anchor, range }) => {
      const shown = shownOf(annotation, this.settings.threshold);
      if (!range || anchor.state === 'orphaned' || !shown || !isVisible(annotation, this.settings)) return [];
      const essay = essayIdOf(shown.argument);
      return [{ id: annotation.id, range, essay, stance: shown.stance, state: anchor.state }];
    });
  }

  end(): void {
    this.ended = true;
    this.stopWatching();
    this.painter.clear();
  }

  private async analyse(blocks: readonly Block[]): Promise<void> {
    // Where nothing was there before, it is no part of what was analysed but all of it.
    const more = this.sent.size > 0;
    const texts = blocks.flatMap(({ text, known }) => (known ? [] : text));
    for (const text of texts) this.sent.add(text);
    const request = { visit: this.id, page: this.page, blocks, more };
    const answer = await sendUntilAnswered('page/analyse', request, () => !this.ended).catch((thrown) => {
      for (const text of texts) this.sent.delete(text);
      // The reader's next move has it tried again.
      this.watched = null;
      throw thrown;
    });
    if (this.ended) return;
    this.isAnswered = true;
    this.take(answer, more);
  }

  private take(answer: PageAnswer, more: boolean): void {
    if (answer.status === 'off') {
      this.end();
      this.claims = [];
      this.events.onClaims();
      return;
    }
    this.settings = answer.settings;
    this.isStored = answer.stored;
    const unsaved = ('unsaved' in answer && answer.unsaved) || [];
    this.unsaved = new Set(more ? [...this.unsaved, ...unsaved] : unsaved);
    const fresh = new Set(answer.annotations.map(({ id }) => id));
    const kept = more ? this.annotations.filter(({ id }) => !fresh.has(id)) : [];
    this.show([...kept, ...answer.annotations]);
  }

  private show(annotations: readonly Annotation[]): void {
    if (this.ended) return;
    this.annotations = annotations;
    this.placed = this.reading.place(annotations).map((placed) => this.sight.saidOf(placed));
    if (this.placed.length < annotations.length)
      void fetchAnchoring(() => !this.ended).then((isNew) => isNew && this.show(this.annotations));
    this.painter.paint(this.marks(), this.settings.painting);
    // By their offsets: comparing live Ranges costs as much as finding the places.
    this.claims = this.placed
      .filter(({ annotation }) => isVisible(annotation, this.settings))
      .sort((a, b) => (a.anchor.span?.start ?? 0) - (b.anchor.span?.start ?? 0))
      .flatMap((placed) => shownClaim(placed) ?? []);
    this.events.onClaims();
    this.report();
  }

  private report(): void {
    const anchors = this.placed.map(({ annotation, anchor }) => ({ id: annotation.id, anchor }));
    if (anchors.length === 0) return;
    sendFromPage('page/anchors', { visit: this.id, anchors }).catch(() => undefined);
  }

  /** The article changed: places are found anew, and only blocks that were not there before are analysed. */
  private async readAgain(): Promise<void> {
    if (this.ended || !this.events.mayRead()) return;
    const former = this.reading;
    if (former.article.blocks.length > 0 && former.isGone()) {
      this.events.onReplaced();
      return;
    }
    const turn = ++this.turns;
    const reading = await former.again(this.former).catch(() => null);
    // Most of them will have moved: nothing painted is to vanish until what finds them is there.
    if (this.annotations.length > 0) await fetchAnchoring(() => !this.ended);
    // What reading takes may be refused: the reader's next move tries again. One that began later knows more.
    if (!reading) this.watched = null;
    if (!reading || this.ended || turn !== this.turns) return;
    this.reading = reading;
    this.show(this.annotations);
    const added = reading.newSince(this.sent);
    if (added.length > 0) this.analyse(added).catch(() => undefined);
    this.watch();
  }
}
