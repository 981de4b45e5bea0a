import type { Match, Stance } from '../engine/types';
import type { ArgumentId } from '../essays/types';

/** W3C Web Annotation TextQuoteSelector. */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** W3C TextPositionSelector; here in UTF-16 code units over the text of `document.body`, half-open. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
  /** Surrogate pairs in the text before `start`, for counting in code points; absent where nobody counted. */
  readonly pairsBefore?: number;
}

/** Where a claim stands, and enough around it to recognise it when the page has lost it. */
export interface Target {
  readonly quote: TextQuoteSelector;
  readonly position: TextPositionSelector;
  /** The paragraph the claim stood in, and the nearest headline above it. */
  readonly paragraph: string;
  readonly headline: string;
}

/** The reader's word on a claim; `added` is a claim the reader selected. */
export type Verdict = 'found' | 'confirmed' | 'dismissed' | 'added';
export const VERDICTS: readonly Verdict[] = ['found', 'confirmed', 'dismissed', 'added'];

/** Where the selectors lead in the page as last seen. */
export type AnchorState = 'anchored' | 'uncertain' | 'orphaned';
export const ANCHOR_STATES: readonly AnchorState[] = ['anchored', 'uncertain', 'orphaned'];

/**
 * For `uncertain` and `orphaned`: why; for `anchored`, that the page does not show it as it is. Keys of the messages
 * catalogue.
 */
export const ANCHOR_REASONS = [
  'text-gone',
  'ambiguous',
  'changed',
  'too-short',
  'gave-up',
  'out-of-sight',
] as const;

export interface Anchor {
  readonly state: AnchorState;
  readonly reason?: (typeof ANCHOR_REASONS)[number];
  /** Where it is (anchored) or may be (uncertain), in today's page. */
  readonly span?: { readonly start: number; readonly end: number };
}

/** The article an annotation stands in. `key` is its identity: see annotations/address.ts. */
export interface Page {
  readonly key: string;
  /** The address it was last read at. */
  readonly url: string;
  readonly title: string;
  /** Names as the page writes them; absent where it names nobody. */
  readonly authors?: readonly string[];
  readonly outlet: string;
  /** ISO 8601, or empty where the page does not say. */
  readonly published: string;
  readonly language: string;
  /** Near-duplicate fingerprint of the article's text, hex; empty where there is too little text. */
  readonly fingerprint: string;
}

/** The reader's correction of the engine: the argument and stance to show instead of its first match. */
export interface Correction {
  readonly argument: ArgumentId;
  readonly stance: Stance;
}

/** Fields the reader can write; each carries the time of its last writing so that two tabs merge field by field. */
export const READER_FIELDS = ['verdict', 'correction', 'note', 'tags', 'target'] as const;
export type ReaderField = (typeof READER_FIELDS)[number];

/** A stored claim. Dates are ISO 8601 in UTC. */
export interface Annotation {
  readonly id: string;
  readonly page: Page;
  readonly target: Target;
  /** Best first; empty only for `added` annotations the engine had nothing to say on. */
  readonly matches: readonly Match[];
  readonly verdict: Verdict;
  readonly correction: Correction | null;
  readonly note: string;
  readonly tags: readonly string[];
  readonly engine: string;
  readonly anchor: Anchor;
  readonly created: string;
  readonly modified: string;
  /** When the reader last wrote each field; a field not named is still the engine's. */
  readonly touched: Readonly<Partial<Record<ReaderField, string>>>;
}

/** What remains of a deleted annotation, so that the next visit does not find it anew. */
export interface Tombstone {
  readonly id: string;
  readonly pageKey: string;
  /** Hash of the normalised quote; the text itself is gone. */
  readonly quoteHash: string;
  readonly deleted: string;
}

/** What is shown: the reader's correction where there is one, else the first match. */
export interface Shown {
  readonly argument: ArgumentId;
  readonly stance: Stance;
  readonly confidence: number;
}
