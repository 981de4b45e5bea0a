/**
 * Search over what is collected: claim, note, tags, title, outlet and the labels of its arguments. Words by their
 * beginnings and with small typing errors; Korean, Chinese and Japanese by pairs of characters.
 */
import SearchableMap from 'minisearch/SearchableMap';
import { linksOf } from '../annotations/shown';
import type { Annotation } from '../annotations/types';
import type { ArgumentId } from '../essays/types';

const CJK = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
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
    for (const { 0: run, index } of word.matchAll(CJK)) {
      if (index > last) terms.push(word.slice(last, index));
      terms.push(...pairs(run));
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
    const isRest = term.match(CJK)?.[0] === term && [...term].length === 1;
    return !(isRest && before?.endsWith(term) === true && [...before].length === 2);
  });
}

const isCjk = (term: string) => term.match(CJK)?.[0] === term;
/** Words from this length on may have a letter wrong. */
const TYPO_LENGTH = 5;

export interface SearchIndex {
  /** Adds annotations, or takes their new state. */
  readonly put: (annotations: readonly Annotation[]) => void;
  readonly remove: (ids: readonly string[]) => void;
  /** Ids of the annotations in which every term occurs; null where nothing is asked. */
  readonly search: (typed: string) => ReadonlySet<string> | null;
  readonly size: () => number;
}

/** A set of documents by number, one bit for each. */
type Bits = Uint32Array;
const has = (bits: Bits, n: number) => (((bits[n >>> 5] ?? 0) >>> (n & 31)) & 1) === 1;

/**
 * An empty index: MiniSearch's radix tree of terms (beginnings, typing errors), and for each term the numbers of its
 * documents. The library filters by what is found and orders by article, so nothing is scored: that keeps a keystroke
 * among a hundred thousand under a frame, where MiniSearch's own scoring takes hundreds of milliseconds.
 * @param labels how arguments are named in the reader's language
 */
export function searchIndex(labels: Readonly<Partial<Record<ArgumentId, string>>>): SearchIndex {
  let tree = new SearchableMap<number[]>();
  /** The same lists by whole terms, which a plain map finds faster. */
  let byTerm = new Map<string, number[]>();
  let ids: (string | null)[] = [];
  let numberOf = new Map<string, number>();
  /** Terms of the titles, outlets and labels seen last: whole articles share them. */
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
  const forget = (id: string) => {
    const n = numberOf.get(id);
    if (n === undefined) return;
    ids[n] = null;
    numberOf.delete(id);
  };
  const add = (a: Annotation) => {
    forget(a.id);
    const n = ids.length;
    ids.push(a.id);
    numberOf.set(a.id, n);
    const terms = new Set<string>(termsOf(a.target.quote.exact));
    for (const text of [a.note, ...a.tags]) if (text) for (const term of termsOf(text)) terms.add(term);
    const labelled = linksOf(a).map(({ argument }) => labels[argument] ?? '');
    for (const text of [a.page.title, a.page.outlet, ...labelled])
      for (const term of shared(text)) terms.add(term);
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
    if (ids.length < 1000 || numberOf.size > ids.length / 2) return;
    const left = ids.filter((id) => id !== null);
    const renumbered = new Map(left.map((id, n) => [numberOf.get(id), n]));
    const before = byTerm;
    tree = new SearchableMap();
    byTerm = new Map();
    for (const [term, postings] of before) {
      const kept = postings.flatMap((n) => renumbered.get(n) ?? []);
      if (!kept.length) continue;
      byTerm.set(term, kept);
      tree.set(term, kept);
    }
    ids = left;
    numberOf = new Map(left.map((id, n) => [id, n]));
  };

  /** The documents with a term: whole, by its beginning, or with a letter wrong. */
  const withTerm = (term: string, how: 'whole' | 'beginning' | 'nearly'): Bits => {
    const bits: Bits = new Uint32Array((ids.length >>> 5) + 1);
    const mark = (postings: readonly number[] | undefined) => {
      for (const n of postings ?? []) bits[n >>> 5] = (bits[n >>> 5] ?? 0) | (1 << (n & 31));
    };
    if (how === 'whole') mark(byTerm.get(term));
    else if (how === 'beginning') for (const postings of tree.atPrefix(term).values()) mark(postings);
    else for (const [postings] of tree.fuzzyGet(term, 1).values()) mark(postings);
    return bits;
  };
  const ask = (terms: readonly string[], allowsTypos: boolean): Set<string> => {
    const sets = terms.map((term, i) => {
      // The last word may still be being typed; of the others the whole word is meant.
      const isPart = i === terms.length - 1 || (isCjk(term) && [...term].length === 1);
      const isLong = !isCjk(term) && term.length >= TYPO_LENGTH;
      return withTerm(term, allowsTypos && isLong ? 'nearly' : isPart ? 'beginning' : 'whole');
    });
    const [first, ...rest] = sets;
    const found = new Set<string>();
    ids.forEach((id, n) => {
      if (id !== null && first && has(first, n) && rest.every((bits) => has(bits, n))) found.add(id);
    });
    return found;
  };

  return {
    put(annotations) {
      for (const a of annotations) add(a);
      compact();
    },
    remove(gone) {
      for (const id of gone) forget(id);
      compact();
    },
    search(typed) {
      const terms = queryTerms(typed);
      if (!terms.length) return null;
      const exact = ask(terms, false);
      // Typing errors are thought of only where nothing is written as it was typed.
      return exact.size ? exact : ask(terms, true);
    },
    size: () => numberOf.size,
  };
}
