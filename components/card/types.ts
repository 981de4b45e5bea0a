import type { Annotation, Correction, Verdict } from '../../annotations/types';
import type { Suggestion } from '../../engine/judge';
import type { Stance } from '../../engine/types';
import type { ArgumentId } from '../../essays/types';

/** The card on a news page: one annotation, all that can be done with it. Shown in a closed shadow root. */
export interface CardProps {
  readonly annotation: Annotation;
  /** Place among the page's annotations, from 1; 0: it is none of them any more, since it was just dismissed. */
  readonly index: number;
  readonly count: number;
  /** Address of the note editor's frame while it is open; the card asks for it with `onOpenNote`. */
  readonly noteFrame: string | null;
  /** Edits are not taken just now. Their buttons only say so: one that is disabled loses the focus. */
  readonly busy: boolean;
  /** What went wrong last, in words, with the way out; null: nothing. */
  readonly error: string | null;
  /** Shown on the first-run page: it takes no focus, and leaves out what needs a real page. */
  readonly isExample?: boolean;
  readonly onVerdict: (verdict: Verdict) => void;
  readonly onCorrect: (correction: Correction | null) => void;
  readonly onRemove: () => void;
  readonly onOpenNote: () => void;
  readonly onCloseNote: () => void;
  /** Puts the sentence's link on the clipboard, under these lines if there are any. */
  readonly onCopy: (lines: string) => void;
  /** Missing where the library has nothing of it: in a private window, or where only what is touched is kept. */
  readonly onOpenLibrary?: () => void;
  /** Where the place is uncertain: it is the right one; or the reader will select another. */
  readonly onPlaceHere?: () => void;
  readonly onPlaceAnew?: () => void;
  readonly onStep: (direction: 'next' | 'previous') => void;
  readonly onClose: () => void;
}

/** "Link to an argument" for the reader's own selection: the engine's best, and a search over the catalogue. */
export interface PickerProps {
  readonly quote: string;
  /** null while the engine is asked. */
  readonly ranking: readonly Suggestion[] | null;
  readonly error: string | null;
  readonly onPick: (argument: ArgumentId, stance: Stance) => void;
  readonly onClose: () => void;
}

/** Why what the reader selected was not linked, and what to do, in words. */
export interface RefusalProps {
  readonly text: string;
  readonly onClose: () => void;
}

/** A claim was deleted just now, and can be had back. */
export interface RemovedProps {
  /** Why it could not be brought back, in words; null: it was not tried, or can be. */
  readonly error: string | null;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** The bar with which a claim without a (sure) place gets one anew. */
export interface PlaceAnewProps {
  readonly quote: string;
  /** BCP 47 tag of the quote's language; empty where it is not known. */
  readonly language: string;
  /** What the reader has selected so far; null: nothing that could be a claim. */
  readonly chosen: string | null;
  /** Why what they have selected can't be taken, in words; null: it can, or nothing is selected. */
  readonly whyNot: string | null;
  readonly busy: boolean;
  readonly error: string | null;
  readonly onPlace: () => void;
  readonly onClose: () => void;
}
