/** The words of the catalogue: two essays, their arguments and how the arguments bear on each other. */

export type EssayId = 'diplomat' | 'kelly';

/** `essay/slug`, e.g. `kelly/treaty-ally-locked-in`; the 28 ids are fixed. */
export type ArgumentId = `${EssayId}/${string}`;

/** Whose view the thesis is: the essay's author's, or one the author reports. */
export type Voice = 'author' | 'reported';

export type RelationType = 'supports' | 'rebuts' | 'qualifies' | 'answers' | 'explains' | 'parallels';

export type InverseRelationType =
  | 'supported-by'
  | 'rebutted-by'
  | 'qualified-by'
  | 'answered-by'
  | 'explained-by'
  | 'parallels';

export interface Relation {
  readonly type: RelationType;
  readonly to: ArgumentId;
}

export interface Essay {
  readonly id: EssayId;
  readonly title: string;
  /** `null` where the text we have names none: show publisher and date, never a guess. */
  readonly author: string | null;
  readonly publisher: string;
  /** ISO 8601, as precise as known: `2021-12` or `2021-04-02`. */
  readonly published: string;
  readonly url: string;
}

export interface Argument {
  readonly id: ArgumentId;
  readonly essay: EssayId;
  /** Counted from 1 at the essay's first body paragraph. */
  readonly paragraph: number;
  readonly label: string;
  readonly thesis: string;
  readonly voice: Voice;
  readonly theme: string;
  readonly relations: readonly Relation[];
  readonly covers: string;
}

/** A relation seen from one argument, whichever end it was written at. */
export interface RelatedArgument {
  readonly type: RelationType | InverseRelationType;
  readonly argument: Argument;
}
