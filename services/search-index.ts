/**
 * Search over what is collected: claim, note, tags, title, outlet and the labels of its arguments. Words by their
 * beginnings and with small typing errors; Korean, Chinese and Japanese by pairs of characters.
 */
import SearchableMap from 'minisearch/SearchableMap';
import { CJK_RUN, isCjk } from './cjk';
import { type Query, queryIn, type Searched } from './search-query';

const ASCII = /^[\t\n\r -~]*$/;
const WORD = /[\p{L}\p{N}]+/gu;
/** A consonant or vowel that is not a syllable yet: a word still being typed. */
const JAMO = /[\u3131-\u318e\u1100-\u11ff]+/g;

/** Characters of a run by twos, and the last alone, so that each of them begins a term. */
function pairs(run: string): string[] {
  const characters = [...run];
  return characters.map((character, i) => character + (characters[i + 1] ?? ''));
}

/** A text's terms: words in lower case without accents; pairs of characters where words are not set apart. */
export function termsOf(text: string): string[] {
  if (ASCII.test(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFKC');
  const terms: string[] = [];
  for (const [word] of plain.matchAll(WORD)) {
    let last = 0;
    for (const { 0: run, index } of word.matchAll(CJK_RUN)) {
      if (index > last) terms.push(word.slice(last, index));
      for (const pair of pairs(run)) terms.push(pair);
      last = index + run.length;
    }
    if (last < word.length) terms.push(word.slice(last));
  }
  return terms;
}

/** The terms of what a reader typed: as in a text, but without the last character alone and unfinished syllables. */
export function queryTerms(typed: string): string[] {
  const terms = termsOf(typed.replace(JAMO, ' '));
  return terms.filter((term, i) => {
    const before = terms[i - 1];
    const isRest = isCjk(term) && [...term].length === 1;
    return !(isRest && before?.endsWith(term) === true && [...before].length === 2);
  });
}

/** Words from this length on may have a letter wrong. */
const TYPO_LENGTH = 5;

/** What can be found of one document, which is a number the caller gives: small, and its own for good. */
export interface Words extends Searched {
  readonly of: number;
}

/** A set of documents by their numbers, one bit for each. */
export type Bits = Uint32Array;

/** Whether a number is in a set. */
export const isIn = (bits: Bits, n: number): boolean => (((bits[n >>> 5] ?? 0) >>> (n & 31)) & 1) === 1;
const include = (bits: Bits, n: number) => {
  bits[n >>> 5] = (bits[n >>> 5] ?? 0) | (1 << (n & 31));
};
const bitsFor = (count: number): Bits => new Uint32Array((count >>> 5) + 1);

export interface SearchIndex {
  /** Adds documents, or takes their new words. */
  readonly put: (documents: readonly Words[]) => void;
  readonly remove: (documents: readonly number[]) => void;
  /** The documents in which every term occurs and the query's conditions hold; null where nothing is asked. */
  readonly search: (typed: string) => Bits | null;
  readonly size: () => number;
}

/**
 * An empty index: MiniSearch's radix tree of terms (beginnings, typing errors), and for each term the numbers of the
 * states of documents it stands in. The library filters by what is found and orders by article, so nothing is scored:
 * that keeps a keystroke among a hundred thousand under a frame, where MiniSearch's own scoring takes hundreds of
 * milliseconds.
 */
export function searchIndex(): SearchIndex {
  let tree = new SearchableMap<number[]>();
  /** The same lists by whole terms, which a plain map finds faster. */
  let byTerm = new Map<string, number[]>();
  /**
   * A document that is put gets the next number, and another one each time its words change: the lists of a term are
   * only ever added to. `states[n]` is the document of number n, null once it has a later one or was removed.
   */
  let states: (Words | null)[] = [];
  /** The present number of each document. */
  let stateOf = new Map<number, number>();
  let largest = 0;
  /** Terms of the texts many have that were seen last. */
  const known = new Map<string, readonly string[]>();

  const shared = (text: string): readonly string[] => {
    let terms = known.get(text);
    if (!terms) {
      if (known.size > 5000) known.clear();
      terms = termsOf(text);
      known.set(text, terms);
    }
    return terms;
  };
  /** Texts many have, held once. */
  const held = new Map<string, string>();
  const hold = (text: string): string => {
    const before = held.get(text);
    if (before === undefined) held.set(text, text);
    return before ?? text;
  };
  const forget = (document: number) => {
    const n = stateOf.get(document);
    if (n === undefined) return;
    states[n] = null;
    stateOf.delete(document);
  };
  const add = (words: Words) => {
    forget(words.of);
    const n = states.length;
    states.push({
      ...words,
      shared: words.shared.map(hold),
      tags: words.tags.map(hold),
      url: hold(words.url),
    });
    stateOf.set(words.of, n);
    largest = Math.max(largest, words.of);
    const terms = new Set<string>([...words.own, ...words.tags].flatMap(termsOf));
    for (const text of words.shared) for (const term of shared(text)) terms.add(term);
    for (const term of terms) {
      const postings = byTerm.get(term);
      if (postings) {
        postings.push(n);
        continue;
      }
      const fresh = [n];
      byTerm.set(term, fresh);
      tree.set(term, fresh);
    }
  };
  /** Numbers of what is gone are handed out anew once they are the greater part. */
  const compact = () => {
    if (states.length < 1000 || stateOf.size > states.length / 2) return;
    const left = states.filter((words) => words !== null);
    const renumbered = new Map(left.map(({ of }, n) => [stateOf.get(of), n]));
    const before = byTerm;
    tree = new SearchableMap();
    byTerm = new Map();
    for (const [term, postings] of before) {
      const kept = postings.flatMap((n) => renumbered.get(n) ?? []);
      if (!kept.length) continue;
      byTerm.set(term, kept);
      tree.set(term, kept);
    }
    states = left;
    stateOf = new Map(left.map(({ of }, n) => [of, n]));
  };

  /** The states with a term: whole, by its beginning, or with a letter wrong. */
  const withTerm = (term: string, how: 'whole' | 'beginning' | 'nearly'): Bits => {
    const bits = bitsFor(states.length);
    const mark = (postings: readonly number[] = []) => {
      for (const n of postings) include(bits, n);
    };
    if (how === 'whole') mark(byTerm.get(term));
    else if (how === 'beginning') for (const postings of tree.atPrefix(term).values()) mark(postings);
    else for (const [postings] of tree.fuzzyGet(term, 1).values()) mark(postings);
    return bits;
  };
  const ask = (
    terms: readonly string[],
    holds: Query['holds'],
    allowsTypos: boolean,
  ): { found: Bits; isEmpty: boolean } => {
    const sets = terms.map((term, i) => {
      // The last word may still be being typed; of the others the whole word is meant.
      const isPart = i === terms.length - 1 || (isCjk(term) && [...term].length === 1);
      const isLong = !isCjk(term) && term.length >= TYPO_LENGTH;
      return withTerm(term, allowsTypos && isLong ? 'nearly' : isPart ? 'beginning' : 'whole');
    });
    const [first, ...rest] = sets;
    const both = first?.map((bits, i) => rest.reduce((left, other) => left & (other[i] ?? 0), bits));
    const found = bitsFor(largest);
    let isEmpty = true;
    states.forEach((words, n) => {
      if ((both && !isIn(both, n)) || words === null || holds?.(words) === false) return;
      include(found, words.of);
      isEmpty = false;
    });
    return { found, isEmpty };
  };

  return {
    put(documents) {
      for (const words of documents) add(words);
      compact();
    },
    remove(gone) {
      for (const document of gone) forget(document);
      compact();
    },
    search(typed) {
      const { words, holds } = queryIn(typed);
      const terms = queryTerms(words);
      if (!terms.length && !holds) return null;
      const exact = ask(terms, holds, false);
      // Typing errors are thought of only where nothing is written as it was typed.
      return (exact.isEmpty ? ask(terms, holds, true) : exact).found;
    },
    size: () => stateOf.size,
  };
}
