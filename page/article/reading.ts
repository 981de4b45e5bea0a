import { anchoredAt } from '../../annotations/anchored';
import type { Anchor, Annotation, Target } from '../../annotations/types';
import type { Block } from '../../messages/protocol';
import { nextTask } from '../../tasks/next-task';
import { standsWhereItWas } from '../anchoring/unmoved';
import { anchoringThere } from './anchoring';
import { type Article, articleInSteps } from './article';
import { findBodyInDoubt } from './doubt';
import type { Metadata } from './metadata';
import { articleElements, firstScope, type Scope, scopeAgain, shadowScope } from './scope';
import { PageText } from './text';
import { isShown } from './unseen';

/** Milliseconds given to finding quotes that changed; what is not found by then is reported as given up. */
const BUDGET = 400;

/** Characters of text below which an article may be in a shadow root instead. */
const LITTLE = 400;

/** Characters of text below which an article may be no more than its beginning. */
const BEGINNING = 800;

/**
 * Known blocks sent along with a new one, from above and below it. Of the 230 claims of articles of our own, 146 are
 * found where every paragraph comes alone (and ten that are none), 223 with these (and none besides).
 */
const ABOVE = 6;
const BELOW = 3;

/** An annotation with the place it has in the page as it was read. */
export interface Placed {
  readonly annotation: Annotation;
  readonly anchor: Anchor;
  /** Absent for an orphan, and where the page changed since it was read. */
  readonly range?: Range;
}

/** The page as read at one moment: its text, its article, and places in it. Read anew after the page changed. */
export class Reading {
  /** What quotes are looked for in. */
  private readonly readable: string;
  private find: ((target: Target, deadline: number) => Anchor) | undefined;

  private constructor(
    readonly document: Document,
    readonly article: Article,
    readonly scope: Scope,
  ) {
    this.readable = article.pageText.textWithout(article.unseen);
  }

  /**
   * Reads the page as it stands now, in steps short enough for a page to stay smooth.
   * @param former what was read of another article in this document before.
   * @param scope where the article stands; where it is not given, it is looked for.
   */
  static async of(document: Document, former?: Metadata, scope?: Scope): Promise<Reading> {
    await nextTask();
    const where = scope ?? firstScope(document);
    const found = await Reading.in(document, former, where);
    if (where || found.length >= LITTLE) return found;
    const shadow = shadowScope(document);
    return shadow ? Reading.in(document, former, shadow) : found;
  }

  private static async in(document: Document, former: Metadata | undefined, scope: Scope): Promise<Reading> {
    const pageText = new PageText(scope instanceof ShadowRoot ? scope : document.body);
    const steps = articleInSteps(document, pageText, findBodyInDoubt, former, scope);
    for (;;) {
      const step = steps.next();
      if (step.done) return new Reading(document, step.value, scope);
      await step.value;
      await nextTask();
    }
  }

  /** Reads the same article again, as it stands now. @param former see `of`. */
  again(former?: Metadata): Promise<Reading> {
    return Reading.of(this.document, former, this.scopeNow());
  }

  /** Where the article stands by now: others may have been put under it since it was read. */
  private scopeNow(): Scope {
    const { root, blocks } = this.article;
    const text = blocks.find(({ kind }) => kind !== 'headline')?.text ?? '';
    return scopeAgain(this.scope, this.document, root, text);
  }

  /** Whether a node belongs to this article: any node of the page does, unless that holds several articles. */
  holds(node: Node): boolean {
    const scope = this.scopeNow();
    if (scope instanceof Element) return scope.contains(node);
    return articleElements(this.document).length === 0 || this.article.root?.contains(node) === true;
  }

  get text(): string {
    return this.article.pageText.text;
  }

  /** Characters of the article's text under its headline. */
  private get length(): number {
    const { blocks } = this.article;
    return blocks.reduce((sum, { kind, text }) => sum + (kind === 'headline' ? 0 : text.length), 0);
  }

  /** Whether more of the article may be to come. */
  get isBeginning(): boolean {
    return this.length < BEGINNING;
  }

  /** Whether the article's text still stands as it was read, as far as a quick look tells. */
  get isCurrent(): boolean {
    const { blocks, pageText } = this.article;
    const [first, last] = [blocks[0], blocks.at(-1)];
    // Of all of a page, most is none of the article, and to ask each of thousands of nodes takes a millisecond.
    return pageText.isCurrent(first && last && { start: first.start, end: last.start + last.text.length });
  }

  /** Whether a copy of the article that was out of sight has come into it, in a wider window, say. */
  get hasTurned(): boolean {
    return this.article.unseen.some((copy) => isShown(copy));
  }

  /** Blocks whose text is not among those known, and around them the known ones they are understood by. */
  newSince(known: ReadonlySet<string>): Block[] {
    const { blocks } = this.article;
    const isNew = ({ text }: Block) => !known.has(text);
    return blocks.flatMap((block, at) => {
      if (isNew(block)) return block;
      const isNear = blocks.slice(Math.max(0, at - BELOW), at + ABOVE + 1).some(isNew);
      return isNear ? { ...block, known: true as const } : [];
    });
  }

  /** Whether most of the article that was read no longer stands on the page. */
  isGone(): boolean {
    const { root } = this.article.pageText;
    const now = (root.isConnected ? root : this.document.body).textContent ?? '';
    const { blocks } = this.article;
    let left = 0;
    let at = 0;
    for (const { text } of blocks) {
      // Mostly it stands after the one before: to look for each from the top takes long on a long page.
      const found = now.indexOf(text, at);
      if (found >= 0) at = found + text.length;
      else if (!now.includes(text)) continue;
      left++;
      if (left > blocks.length / 2) return false;
    }
    return true;
  }

  /**
   * Finds every annotation's place. Those that do not stand where they were are left out where what finds them is not
   * there yet (`fetchAnchoring`).
   */
  place(annotations: readonly Annotation[]): Placed[] {
    const deadline = performance.now() + BUDGET;
    return annotations.flatMap((annotation) => {
      const found = this.anchorOf(annotation.target, deadline);
      if (!found) return [];
      const range =
        found.span && found.state !== 'orphaned' ? this.article.pageText.rangeOf(found.span) : null;
      return { annotation, anchor: found, ...(range && { range }) };
    });
  }

  private anchorOf(target: Target, deadline: number): Anchor | undefined {
    if (standsWhereItWas(target, this.readable)) return anchoredAt(target);
    this.find ??= anchoringThere()?.(this.readable);
    return this.find?.(target, deadline);
  }
}
