import type { Stance } from '../engine/types';

/** A labelled sentence, as in the evaluation files. */
export interface Gold {
  readonly text: string;
  readonly prev?: string;
  readonly next?: string;
  readonly matches: readonly { readonly argument: string; readonly stance: string }[];
}

/** What a method says of it. */
export interface Predicted {
  readonly matches: readonly {
    readonly argument: string;
    readonly stance: Stance | null;
    readonly confidence: number;
  }[];
  readonly ranking: readonly string[];
}
