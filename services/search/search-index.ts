/**
 * Search over what is collected: claim, note, tags, title, outlet and the labels of its arguments. Words by their
 * beginnings and with small typing errors; Korean, Chinese and Japanese by pairs of characters.
 */
import SearchableMap from 'minisearch/SearchableMap';
import { type Bits, bitsUpTo, include, isIn } from './bits';
import { type Query, queryIn, type Searched } from './search-query';
import { isCjk, queryTerms, termsOf } from './search-terms';

/** Words from this length on may have a letter wrong. */
const TYPO_LENGTH = 5;
/** Shared texts whose terms are kept at hand. */
const MOST_KEPT = 5000;
/** Fewer states than this are not worth compacting. */
const FEW_STATES = 1000;

/** What can be found of one document, which is a number the caller gives: small, and its own for good. */
export interface Words extends Searched {
  readonly of: number;
}

/**
 * The index: MiniSearch's radix tree of terms (beginnings, typing errors), and for each term the numbers of the states
 * of documents it stands in. The library filters by what is found and orders by article, so nothing is scored: that
 * keeps a keystroke among a hundred thousand under a frame, where MiniSearch's own scoring takes hundreds of
 * milliseconds.
 */
export class SearchIndex {
  private tree = new SearchableMap<number[]>();
  /** The same lists by whole terms, which a plain map finds faster. */
  private byTerm = new Map<string, number[]>();
  /**
   * A document that is put gets the next number, and another one each time its words change: the lists of a term are
   * only ever added to. `states[n]` is the document of number n, null once it has a later one or was removed.
   */
  private states: (Words | null)[] = [];
  /** The present number of each document. */
  private stateOf = new Map<number, number>();
  private largest = 0;
  /** Terms of the texts many have that were seen last. */
  private readonly termsKept = new Map<string, readonly string[]>();
  /** Texts many have, held once. */
  private readonly held = new Map<string, string>();

  /** How many documents there are. */
  get size(): number {
    return this.stateOf.size;
  }

  /** Adds documents, or takes their new words. */
  put(documents: readonly Words[]): void {
    for (const words of documents) this.add(words);
    this.compact();
  }

  remove(documents: readonly number[]): void {
    for (const document of documents) this.forget(document);
    this.compact();
  }

  /** The documents in which every term occurs and the query's conditions hold; null where nothing is asked. */
  search(typed: string): Bits | null {
    const { words, holds } = queryIn(typed);
    const terms = queryTerms(words);
    if (!terms.length && !holds) return null;
    const exact = this.ask(terms, holds, false);
    // Typing errors are thought of only where nothing is written as it was typed.
    return (exact.isEmpty ? this.ask(terms, holds, true) : exact).found;
  }

  private add(words: Words): void {
    this.forget(words.of);
    const n = this.states.length;
    this.states.push({
      ...words,
      shared: words.shared.map((text) => this.hold(text)),
      tags: words.tags.map((text) => this.hold(text)),
      url: this.hold(words.url),
    });
    this.stateOf.set(words.of, n);
    this.largest = Math.max(this.largest, words.of);
    const terms = new Set<string>([...words.own, ...words.tags].flatMap(termsOf));
    for (const text of words.shared) for (const term of this.termsOfShared(text)) terms.add(term);
    for (const term of terms) {
      const postings = this.byTerm.get(term);
      if (postings) postings.push(n);
      else this.setPostings(term, [n]);
    }
  }

  private setPostings(term: string, postings: number[]): void {
    this.byTerm.set(term, postings);
    this.tree.set(term, postings);
  }

  private forget(document: number): void {
    const n = this.stateOf.get(document);
    if (n === undefined) return;
    this.states[n] = null;
    this.stateOf.delete(document);
  }

  private termsOfShared(text: string): readonly string[] {
    const known = this.termsKept.get(text);
    if (known) return known;
    if (this.termsKept.size > MOST_KEPT) this.termsKept.clear();
    const terms = termsOf(text);
    this.termsKept.set(text, terms);
    return terms;
  }

  private hold(text: string): string {
    const before = this.held.get(text);
    if (before === undefined) this.held.set(text, text);
    return before ?? text;
  }

  /** Numbers of what is gone are handed out anew once they are the greater part. */
  private compact(): void {
    if (this.states.length < FEW_STATES || this.stateOf.size > this.states.length / 2) return;
    const left = this.states.filter((words) => words !== null);
    const renumbered = new Map(left.map(({ of }, n) => [this.stateOf.get(of), n]));
    const before = this.byTerm;
    this.tree = new SearchableMap();
    this.byTerm = new Map();
    for (const [term, postings] of before) {
      const kept = postings.flatMap((n) => renumbered.get(n) ?? []);
      if (kept.length) this.setPostings(term, kept);
    }
    this.states = left;
    this.stateOf = new Map(left.map(({ of }, n) => [of, n]));
  }

  /** The states with a term: whole, by its beginning, or with a letter wrong. */
  private withTerm(term: string, how: 'whole' | 'beginning' | 'nearly'): Bits {
    const bits = bitsUpTo(this.states.length);
    const mark = (postings: readonly number[] = []) => {
      for (const n of postings) include(bits, n);
    };
    if (how === 'whole') mark(this.byTerm.get(term));
    else if (how === 'beginning') for (const postings of this.tree.atPrefix(term).values()) mark(postings);
    else for (const [postings] of this.tree.fuzzyGet(term, 1).values()) mark(postings);
    return bits;
  }

  private ask(
    terms: readonly string[],
    holds: Query['holds'],
    allowsTypos: boolean,
  ): { readonly found: Bits; readonly isEmpty: boolean } {
    const sets = terms.map((term, i) => {
      // The last word may still be being typed; of the others the whole word is meant.
      const isPart = i === terms.length - 1 || (isCjk(term) && [...term].length === 1);
      const isLong = !isCjk(term) && term.length >= TYPO_LENGTH;
      return this.withTerm(term, allowsTypos && isLong ? 'nearly' : isPart ? 'beginning' : 'whole');
    });
    const [first, ...rest] = sets;
    const inAll = first?.map((bits, i) => rest.reduce((left, other) => left & (other[i] ?? 0), bits));
    const found = bitsUpTo(this.largest);
    let isEmpty = true;
    this.states.forEach((words, n) => {
      if ((inAll && !isIn(inAll, n)) || words === null || holds?.(words) === false) return;
      include(found, words.of);
      isEmpty = false;
    });
    return { found, isEmpty };
  }
}
