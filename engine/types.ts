import type { ArgumentId } from '../essays/types';

/** Half-open range of UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a claim does to an argument's thesis. */
export type Stance = 'echoes' | 'challenges' | 'relates';
export const STANCES: readonly Stance[] = ['echoes', 'challenges', 'relates'];

/**
 * A sentence with its neighbours, which help to tell who "it" or "the ally" is: empty where it has none, absent where
 * nobody knows.
 */
export interface Sentence {
  readonly text: string;
  readonly prev?: string;
  readonly next?: string;
  /** Where neither it nor the one before names the subject: the nearest further up that does. */
  readonly earlier?: string;
}

/** Who does what to whom, as the engine read it; roles such as `korea`, `us`, `china`. */
export interface ActorReading {
  /** Actor roles in order of mention, without repeats. */
  readonly actors: readonly string[];
  /** `us → korea`, where the sentence says who acts on whom; else absent. */
  readonly direction?: { readonly from: string; readonly to: string };
}

/** Why a match was made; all of it can be shown to the reader. */
export interface Explanation extends ActorReading {
  /** The argument that comes next below this one, and how far behind (difference of confidence, 0 to 1). */
  readonly runnerUp?: { readonly argument: ArgumentId; readonly behind: number };
  /** What spoke for this argument rather than the runner-up: words of the claim, strongest first. */
  readonly deciding: readonly string[];
  /** What decided the stance: words of the claim; empty where it was the argument's usual one. */
  readonly stanceWords: readonly string[];
}

/** A link from a claim to an argument. */
export interface Match {
  readonly argument: ArgumentId;
  readonly stance: Stance;
  /** Calibrated probability that the link is right, 0 to 1. */
  readonly confidence: number;
  /** The engine's own, where the reader's verdicts have adjusted `confidence`; never set by the engine. */
  readonly engineConfidence?: number;
  /** Spans of the claim's own text that decided, in order, not overlapping. */
  readonly cues: readonly Span[];
  readonly why: Explanation;
}

/** A sentence of the text with at least one match. `text === input.slice(start, end)`. */
export interface Claim extends Span {
  readonly text: string;
  /** Best first, one to three. */
  readonly matches: readonly Match[];
}

/** Languages told apart; only those in `READ_LANGUAGES` are analysed. */
export type Language = 'en' | 'ko' | 'zh' | 'ja' | 'other';
